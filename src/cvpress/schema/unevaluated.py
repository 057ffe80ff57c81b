"""Which keys of a group the keywords of a schema have looked at, for `unevaluatedProperties`.

See https://json-schema.org/draft/2020-12/json-schema-core#section-11.3. The library's own
search matches by Python's regexes, and tells the keys only in a message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from referencing.jsonschema import lookup_recursive_ref

from cvpress.schema.patterns import matches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["evaluated_keys"]


def evaluated_keys(validator: Any, value: Mapping[str, Any], schema: Any) -> set[str]:
    """The keys of `value` that a schema, or one that it applies to the same value, has taken.

    Args:
        validator: python-jsonschema's, where it stands in the schema.
        value: a group that the parts of the schema may or may not take.
        schema: a schema or a boolean.
    """
    if not isinstance(schema, dict):
        return set()
    keys = set(schema.get("properties", {})) & value.keys()
    keys.update(key for key in value for pattern in schema.get("patternProperties", ()) if matches(pattern, key))
    for rest in ("additionalProperties", "unevaluatedProperties"):
        if rest in schema:
            keys.update(key for key, child in value.items() if _is_valid(validator, child, schema[rest]))
    for key, part in schema.get("dependentSchemas", {}).items():
        if key in value:
            keys |= evaluated_keys(validator, value, part)
    for part in _applied(validator, value, schema):
        keys |= evaluated_keys(validator, value, part)
    for resolved in _referred(validator, schema):
        inside = validator.evolve(schema=resolved.contents, _resolver=resolved.resolver)
        keys |= evaluated_keys(inside, value, resolved.contents)
    return keys


def _applied(validator: Any, value: Any, schema: Mapping[str, Any]) -> Iterator[Any]:
    """The parts of a schema that take the value itself."""
    for keyword in ("allOf", "anyOf", "oneOf"):
        yield from (part for part in schema.get(keyword, ()) if _is_valid(validator, value, part))
    if "if" in schema:
        is_so = _is_valid(validator, value, schema["if"])
        if is_so:
            yield schema["if"]
        yield schema.get("then" if is_so else "else")


def _referred(validator: Any, schema: Mapping[str, Any]) -> Iterator[Any]:
    for keyword in ("$ref", "$dynamicRef"):
        if keyword in schema:
            yield validator._resolver.lookup(schema[keyword])  # noqa: SLF001  the library has no other way
    if "$recursiveRef" in schema:
        yield lookup_recursive_ref(validator._resolver)  # noqa: SLF001  as above


def _is_valid(validator: Any, value: Any, schema: Any) -> bool:
    return next(validator.descend(value, schema), None) is None
