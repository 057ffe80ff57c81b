"""Sections whose contents stand beside them: in YAML it is a common slip not to indent the lines below a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Finding
from cvpress.rules.key_names import new_name
from cvpress.schema import load_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.diagnostics import Pointer

__all__ = ["indenting", "strayed_keys"]

_MOST_NAMED: Final = 5


def strayed_keys(data: Any) -> Mapping[Pointer, list[str]]:
    """The keys at the top that belong into the section before them, by sections that are null."""
    if not isinstance(data, dict):
        return {}
    sections: Mapping[str, Any] = load_schema("profile")["properties"]
    strayed: dict[Pointer, list[str]] = {}
    section = ""
    for key, value in data.items():
        if key in sections:
            section = key if value is None else ""
        elif section and _belongs(key, sections[section]):
            strayed.setdefault((section,), []).append(key)
    return strayed


def indenting(pointer: Pointer, keys: list[str]) -> Finding:
    """What to say of a section that is null, for the keys below it that belong into it."""
    named = ", ".join(f"`{key}`" for key in keys[:_MOST_NAMED]) + (", …" if len(keys) > _MOST_NAMED else "")
    is_list = load_schema("profile")["properties"][pointer[0]].get("type") == "array"
    hint = f"indent the lines below it: {named}" + (", with `- ` before the first" if is_list else "")
    return Finding(pointer, f"`{pointer[0]}` is null, and what belongs into it stands beside it", hint)


def _belongs(key: str, schema: Mapping[str, Any]) -> bool:
    """Whether the group that a schema describes, or those in its list, have a key, perhaps under another name."""
    kind = schema.get("items", schema).get("$ref", "").rpartition("/")[2]
    definition = load_schema("profile")["definitions"].get(kind, {})
    return key in definition.get("properties", {}) or bool(new_name(kind, key))
