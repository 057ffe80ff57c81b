"""Keywords of JSON Schema for python-jsonschema's walk, where its own say too little or match by Python's regexes.

Each takes the validator, what the keyword asks for, the value and the schema around it, and
yields errors; `Violation.wanted` tells what each of them has as `validator_value`.
"""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any, TypeAlias

from jsonschema import Draft201909Validator, ValidationError

from cvpress.schema.patterns import is_multiple, matches
from cvpress.schema.unevaluated import evaluated_keys
from cvpress.schema.violation import violation_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


__all__ = ["Keyword", "keywords"]

Keyword: TypeAlias = "Callable[[Any, Any, Any, Any], Iterator[ValidationError]]"
"""Takes a validator, what the keyword asks for, the value and the schema around the keyword."""


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    if isinstance(value, str) and not matches(pattern, value):
        yield ValidationError("")


def _multiple_of(validator: Any, factor: float, value: Any, _: Any) -> Iterator[ValidationError]:
    if validator.is_type(value, "number") and not is_multiple(value, factor):
        yield ValidationError("")


def _child(validator: Any, value: Any, schema: Any, step: str | int) -> Iterator[ValidationError]:
    """What is wrong with a part of a value; the library forgets where it is if its schema is false."""
    if schema is False:
        yield ValidationError("", validator="false", path=(step,), instance=value, validator_value=None, schema=False)
    else:
        yield from validator.descend(value, schema, path=step)


def _properties(validator: Any, properties: Mapping[str, Any], value: Any, _: Any) -> Iterator[ValidationError]:
    if isinstance(value, dict):
        for key, schema in properties.items():
            if key in value:
                yield from _child(validator, value[key], schema, key)


def _pattern_properties(validator: Any, patterns: Mapping[str, Any], value: Any, _: Any) -> Iterator[ValidationError]:
    if not isinstance(value, dict):
        return
    for pattern, schema in patterns.items():
        for key, child in value.items():
            if matches(pattern, key):
                yield from _child(validator, child, schema, key)


def _additional_properties(validator: Any, rest: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    if not isinstance(value, dict):
        return
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for key, child in value.items():
        if key in known or any(matches(pattern, key) for pattern in patterns):
            continue
        if rest is False:
            yield ValidationError("", path=(key,), instance=child)
        else:
            yield from validator.descend(child, rest, path=key)


def _property_names(validator: Any, names: Any, value: Any, _: Any) -> Iterator[ValidationError]:
    if not isinstance(value, dict):
        return
    for key, child in value.items():
        error = next(validator.descend(key, names), None)
        if error is not None:
            yield ValidationError("", path=(key,), instance=child, validator_value=violation_of(error))


def _required(_: Any, keys: Sequence[str], value: Any, __: Any) -> Iterator[ValidationError]:
    if isinstance(value, dict):
        for key in keys:
            if key not in value:
                yield ValidationError("", validator_value=[key])


def _dependent_required(_: Any, needs: Mapping[str, Sequence[str]], value: Any, __: Any) -> Iterator[ValidationError]:
    if not isinstance(value, dict):
        return
    for key, needed in needs.items():
        if key in value:
            for other in [needed] if isinstance(needed, str) else needed:
                if other not in value:
                    yield ValidationError("", validator="dependentRequired", validator_value=[key, other])


def _dependencies(validator: Any, needs: Mapping[str, Any], value: Any, schema: Any) -> Iterator[ValidationError]:
    """Of the drafts up to 7: a list of keys, or a schema for the whole group."""
    for key, needed in needs.items():
        if isinstance(needed, (list, str)):
            yield from _dependent_required(validator, {key: needed}, value, schema)
        elif isinstance(value, dict) and key in value:
            yield from validator.descend(value, needed)


def _unique_items(_: Any, is_wanted: object, value: Any, __: Any) -> Iterator[ValidationError]:
    """The library holds every item against every other, which takes the square of their number."""
    pair = _same_items(value) if is_wanted is True and isinstance(value, list) else None
    if pair:
        yield ValidationError("", validator_value=pair)


def _same_items(items: list[Any]) -> tuple[int, int] | None:
    """The indices of the first two items that are the same."""
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        first = seen.setdefault(dumps(_comparable(item), sort_keys=True), index)
        if first != index:
            return first, index
    return None


def _comparable(value: Any) -> Any:
    """A value with whole numbers written in one way: 1.0 is 1 to a schema."""
    if isinstance(value, dict):
        return {key: _comparable(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_comparable(child) for child in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _items(validator: Any, items: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    """A schema for all items, or up to 2019-09 a list of them; in 2020-12 `prefixItems` comes first."""
    if not isinstance(value, list):
        return
    if isinstance(items, list):
        yield from _prefix_items(validator, items, value, schema)
        return
    first = len(schema.get("prefixItems", []))
    if items is False:
        yield from _extra_item(first, value)
        return
    for index in range(first, len(value)):
        yield from validator.descend(value[index], items, path=index)


def _prefix_items(validator: Any, schemas: Sequence[Any], value: Any, _: Any) -> Iterator[ValidationError]:
    if isinstance(value, list):
        for index, (item, schema) in enumerate(zip(value, schemas, strict=False)):
            yield from _child(validator, item, schema, index)


def _additional_items(validator: Any, rest: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    """Of the drafts up to 2019-09."""
    if rest is False and isinstance(value, list) and isinstance(schema.get("items"), list):
        yield from _extra_item(len(schema["items"]), value)
    else:
        yield from Draft201909Validator.VALIDATORS["additionalItems"](validator, rest, value, schema)


def _extra_item(count: int, items: list[Any]) -> Iterator[ValidationError]:
    """The first item that is one too many; it stands for all behind it."""
    if len(items) > count:
        yield ValidationError(
            "", validator="additionalItems", path=(count,), instance=items[count], validator_value=count
        )


def _unevaluated_properties(validator: Any, rest: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    if not isinstance(value, dict):
        return
    known = evaluated_keys(validator, value, schema)
    for key, child in value.items():
        if key in known:
            continue
        if rest is False:
            yield ValidationError("", path=(key,), instance=child)
        else:
            yield from validator.descend(child, rest, path=key)


_KEYWORDS: Mapping[str, Keyword] = {
    "pattern": _pattern,
    "multipleOf": _multiple_of,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "required": _required,
    "dependencies": _dependencies,
    "dependentRequired": _dependent_required,
    "items": _items,
    "prefixItems": _prefix_items,
    "additionalItems": _additional_items,
    "uniqueItems": _unique_items,
    "unevaluatedProperties": _unevaluated_properties,
}


def keywords(known: Mapping[str, Keyword]) -> dict[str, Keyword]:
    """The keywords that are to stand in the place of those of a draft."""
    return {name: check for name, check in _KEYWORDS.items() if name in known}
