"""A YAML profile with every key of the format, each beside what the schema says of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from language_server import Place

from cvpress.schema import load_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_INDENT = 4  # room for a dash


class Key(NamedTuple):
    """A key of the written profile: its name with those around it, where it is, its part of the schema."""

    path: str
    place: Place
    schema: Mapping[str, Any]


class AnnotatedProfile(NamedTuple):
    """The text and its keys."""

    text: str
    keys: tuple[Key, ...]


def annotated_profile() -> AnnotatedProfile:
    """A profile with every key once, but for `$schema`."""
    lines: list[str] = []
    keys = tuple(_group(load_schema("profile"), "", 0, lines))
    return AnnotatedProfile("\n".join(lines) + "\n", keys)


def _group(schema: Mapping[str, Any], path: str, indent: int, lines: list[str]) -> Iterator[Key]:
    """Write the keys of an object."""
    for name, child in schema["properties"].items():
        if name == "$schema":
            continue  # servers fetch what it names
        key = f"{path}.{name}".lstrip(".")
        yield Key(key, Place(len(lines), indent + 1), child)
        lines.append(f"{' ' * indent}{name}:")
        yield from _value(child, key, indent + _INDENT, lines)


def _value(schema: Mapping[str, Any], path: str, indent: int, lines: list[str]) -> Iterator[Key]:
    """Write what belongs to the key in the last line."""
    whole = _resolved(schema)
    entry = _resolved(whole.get("items", {}))
    named = whole.get("additionalProperties")
    if "properties" in whole:
        yield from _group(whole, path, indent, lines)
    elif "properties" in entry:
        first = len(lines)
        yield from _group(entry, path, indent, lines)
        lines[first] = lines[first][: indent - 2] + "- " + lines[first][indent:]
    elif isinstance(named, dict) and "properties" in _resolved(named):
        lines.append(" " * indent + "en:")
        yield from _group(_resolved(named), path, indent + _INDENT, lines)
    else:
        lines[-1] += " " + json.dumps(schema["examples"][0])


def _resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema, or the definition that it refers to."""
    reference = schema.get("$ref", "")
    return load_schema("profile")["definitions"][reference.rpartition("/")[2]] if reference else schema
