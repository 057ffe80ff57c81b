"""The strict schema: what a profile without any finding about a single value looks like.

Most profiles in a CI run are clean. Rather than walk each of them rule by rule, the rules
that look at one value at a time are summed up in a second schema, which a native
validator judges in microseconds. A profile that passes it has no such finding (a test
holds the two together); only one that does not is walked to say what and where.

Editors can use it too: unlike the format's schema it takes no unknown key.
"""

from __future__ import annotations

from typing import Any

from cvpress.rules.words import FREE_KEY_PREFIX, LONGEST_WORD, PLACEHOLDER_PATTERN, PLACEHOLDER_SIGN_PATTERN
from cvpress.values.countries import COUNTRY_CODES
from cvpress.values.dates import CALENDAR_DATE_PATTERN
from cvpress.values.formats import LINK_URL_PATTERN, STRICT_EMAIL_PATTERN

__all__ = ["STRICT_ID", "strict_schema"]

STRICT_ID = "https://cvpress.example/schema/strict.schema.json"

_TEXT: dict[str, Any] = {
    "type": "string",
    "maxLength": LONGEST_WORD,
    "anyOf": [{"not": {"pattern": PLACEHOLDER_SIGN_PATTERN}}, {"not": {"pattern": PLACEHOLDER_PATTERN}}],
}

_STRICT_DEFINITIONS: dict[str, dict[str, Any]] = {
    "Text": _TEXT,
    "Anything": {
        "anyOf": [
            {"$ref": "#/definitions/Text"},
            {"type": ["number", "boolean", "null"]},
            {"type": "array", "items": {"$ref": "#/definitions/Anything"}},
            {"type": "object", "additionalProperties": {"$ref": "#/definitions/Anything"}},
        ]
    },
    "Scalar": {"anyOf": [{"type": "number"}, {"$ref": "#/definitions/Text"}]},
    "Date": {"type": "string", "pattern": CALENDAR_DATE_PATTERN},
    "Uri": {**_TEXT, "pattern": LINK_URL_PATTERN},
    "Email": {**_TEXT, "pattern": STRICT_EMAIL_PATTERN},
    "Country": {"enum": sorted(COUNTRY_CODES)},
}

_NOTES = {"title", "description", "examples"}


def strict_schema(profile_schema: dict[str, Any]) -> dict[str, Any]:
    """Derive the strict schema from the format's, leaving out all that only people read."""
    strict: dict[str, Any] = _tighten(profile_schema)
    strict["$id"] = STRICT_ID
    strict["definitions"].update(_STRICT_DEFINITIONS)
    strict["definitions"]["Meta"]["additionalProperties"] = True
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
    if "properties" in tight:
        tight["additionalProperties"] = False
        tight["patternProperties"] = {f"^{FREE_KEY_PREFIX}": True}
    return tight
