"""The strict schema: what a profile without any finding about a single value looks like.

Most profiles in a CI run are clean. Rather than walk each of them rule by rule, the rules
that look at one value at a time are summed up in a second schema, which a native
validator judges in microseconds. A profile that passes it has no such finding (a test
holds the two together); only one that does not is walked to say what and where.

Editors can use it too: unlike the format's schema it takes no unknown key.
"""

from __future__ import annotations

from typing import Any

from cvpress.rules.placeholders import PLACEHOLDER_PATTERN, PLACEHOLDER_SIGN_PATTERN
from cvpress.rules.words import (
    FREE_KEY_PREFIX,
    LONGEST_HIGHLIGHT,
    LONGEST_WORD,
    MAY_BE_EMPTY,
    SURPLUS_SPACE_PATTERN,
    SURPLUS_SPACE_SIGN_PATTERN,
)
from cvpress.values.countries import COUNTRY_CODES
from cvpress.values.dates import CALENDAR_DATE_PATTERN, TIMESTAMP_PATTERN
from cvpress.values.fluency import CEFR_PATTERN, NO_LEVEL_PATTERN
from cvpress.values.formats import LINK_URL_PATTERN, STRICT_EMAIL_PATTERN
from cvpress.values.phones import DROPPED_ZERO, PHONE_PATTERN

__all__ = ["STRICT_ID", "strict_schema"]

STRICT_ID = "https://cvpress.example/schema/strict.schema.json"


def _without(*patterns: str) -> dict[str, Any]:
    return {"allOf": [{"not": {"pattern": pattern}} for pattern in patterns]}


_FREE_TEXT: dict[str, Any] = {
    "type": "string",
    "maxLength": LONGEST_WORD,
    "anyOf": [{"not": {"pattern": PLACEHOLDER_SIGN_PATTERN}}, {"not": {"pattern": PLACEHOLDER_PATTERN}}],
}
"""A text that the format does not know, in `meta` or in a theme's options: what is empty there may be meant."""

_TEXT: dict[str, Any] = {
    "type": "string",
    "maxLength": LONGEST_WORD,
    "anyOf": [
        # One pattern for the signs of all that a text can have, as it runs over every text of every profile.
        {"not": {"pattern": f"{PLACEHOLDER_SIGN_PATTERN}|{SURPLUS_SPACE_SIGN_PATTERN}"}},
        {"pattern": r"\S", **_without(PLACEHOLDER_PATTERN, SURPLUS_SPACE_PATTERN)},
    ],
}

_TEXT_REFERENCE = {"$ref": "#/definitions/Text"}

_STRICT_DEFINITIONS: dict[str, dict[str, Any]] = {
    "Text": _TEXT,
    "Anything": {
        "anyOf": [
            _FREE_TEXT,
            {"type": ["number", "boolean", "null"]},
            {"type": "array", "items": {"$ref": "#/definitions/Anything"}},
            {"type": "object", "additionalProperties": {"$ref": "#/definitions/Anything"}},
        ]
    },
    "Scalar": {"anyOf": [{"type": "number"}, _TEXT_REFERENCE]},
    "Date": {"type": "string", "pattern": CALENDAR_DATE_PATTERN},
    "Timestamp": {"type": "string", "pattern": TIMESTAMP_PATTERN},
    "Uri": {**_FREE_TEXT, "pattern": LINK_URL_PATTERN},
    "Email": {**_FREE_TEXT, "pattern": STRICT_EMAIL_PATTERN},
    "Phone": {"type": "string", "pattern": PHONE_PATTERN, **_without(DROPPED_ZERO, SURPLUS_SPACE_PATTERN)},
    "Country": {"enum": sorted(COUNTRY_CODES)},
    "Fluency": {**_TEXT, "allOf": [{"anyOf": [{"pattern": CEFR_PATTERN}, _without(NO_LEVEL_PATTERN)]}]},
    "Highlight": {**_TEXT, "maxLength": LONGEST_HIGHLIGHT},
}

_NOTES = {"title", "description", "examples"}


def strict_schema(profile_schema: dict[str, Any]) -> dict[str, Any]:
    """Derive the strict schema from the format's, leaving out all that only people read."""
    strict: dict[str, Any] = _tighten(profile_schema)
    strict["$id"] = STRICT_ID
    strict["definitions"].update(_STRICT_DEFINITIONS)
    strict["definitions"]["Meta"]["additionalProperties"] = True
    strict["definitions"]["Figure"]["anyOf"] = [{"not": {"required": ["image"]}}, {"required": ["alt"]}]
    for group in (strict, *(strict["definitions"][name] for name in MAY_BE_EMPTY)):
        del group["minProperties"]
    return strict


def _tighten(node: Any) -> Any:
    if isinstance(node, list):
        return [_tighten(item) for item in node]
    if not isinstance(node, dict):
        return node
    tight: dict[str, Any] = {}
    for key, value in node.items():
        if key in {"properties", "definitions"}:
            tight[key] = {name: _tighten(schema) for name, schema in value.items()}
        elif key not in _NOTES:
            tight[key] = _tighten(value)
    if tight == {"additionalProperties": True, "type": "object"}:
        return {"type": "object", "additionalProperties": {"$ref": "#/definitions/Anything"}}
    if tight == {"type": "string"}:
        return {"$ref": "#/definitions/Text"}
    return tight | _bounds(tight)


def _bounds(schema: dict[str, Any]) -> dict[str, Any]:
    """What is asked of a list or a group beside its type: that it is not empty, and no unknown key."""
    if schema.get("type") == "array":
        return {"minItems": 1}
    if schema.get("type") != "object":
        return {}
    if "properties" not in schema:
        return {"minProperties": 1}
    own_keys = {f"^{FREE_KEY_PREFIX}": True}
    return {"additionalProperties": False, "patternProperties": own_keys, "minProperties": 1}
