"""Walks a profile together with its schema, so that a rule knows what each value is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.schema import load_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.diagnostics import Pointer

__all__ = ["Node", "walk"]


class Node(NamedTuple):
    """A value with what the schema says of it.

    Attributes:
        pointer: where it is.
        value: what it is; it may break the schema.
        kind: the name of the schema's definition for it ("Work", "Date", "Uri"), or an
            empty string.
        is_free: whether the schema takes anything there: `meta`, options of a theme.
        properties: the keys that a group may have; None for anything else.
        profile: the whole profile, for what a rule says of the value; what it finds must not depend on it.
    """

    pointer: Pointer
    value: Any
    kind: str
    is_free: bool
    properties: Mapping[str, Any] | None
    profile: Any


def walk(data: Any) -> Iterator[Node]:
    """All values of a profile that the schema knows, parents first, and what it lets a user fill freely."""
    schema = load_schema("profile")
    yield from _walk((), data, schema, data)


def _walk(pointer: Pointer, value: Any, schema: Mapping[str, Any], profile: Any) -> Iterator[Node]:
    kind, schema = _resolve(schema)
    properties = schema.get("properties")
    is_free = not schema or (schema.get("additionalProperties") is True and properties is None)
    yield Node(pointer, value, kind, is_free, properties, profile)
    if isinstance(value, dict):
        rest = schema.get("additionalProperties")
        for key, child in value.items():
            known = (properties or {}).get(key) or (rest if isinstance(rest, dict) else {} if is_free else None)
            if known is not None:
                yield from _walk((*pointer, key), child, known, profile)
    elif isinstance(value, list) and ("items" in schema or is_free):
        for index, child in enumerate(value):
            yield from _walk((*pointer, index), child, schema.get("items", {}), profile)


def _resolve(schema: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """Follow a reference; what stands beside it in the generated schema are notes for people."""
    reference = schema.get("$ref", "")
    if not reference:
        return "", schema
    name = reference.rpartition("/")[2]
    return name, load_schema("profile")["definitions"][name]
