"""The JSON Schema of a profile (draft-07), generated from the models.

Draft-07 is what JSON Resume, SchemaStore and editors support best; the keywords used mean
the same in draft 2020-12.
"""

from __future__ import annotations

from typing import Any

from cvpress.model.profile import Profile

__all__ = ["SCHEMA_ID", "profile_schema"]

SCHEMA_ID = "https://cvpress.example/schema/profile.schema.json"

_DEFINITIONS = {
    "Date": "A date: YYYY, YYYY-MM or YYYY-MM-DD.",
    "Uri": "A URL with its scheme, such as https://example.org.",
    "Email": "A mail address.",
    "Country": "A country by its ISO 3166-1 code of two letters.",
    "Scalar": "A number, or a text.",
}


def profile_schema() -> dict[str, Any]:
    """The schema as plain data, ready to be written as JSON."""
    generated = Profile.model_json_schema(ref_template="#/definitions/{model}")
    definitions = generated.pop("$defs")
    for name, description in _DEFINITIONS.items():
        definitions[name]["description"] = description
    for owner in (generated, *definitions.values()):
        for schema in owner.get("properties", {}).values():
            _complete(schema, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": SCHEMA_ID,
        **_tidy({**generated, "title": "Profile"}),
        "definitions": {name: _tidy(definitions[name]) for name in sorted(definitions)},
    }


def _complete(schema: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Give a property the title and the description that it shares with its definition.

    Pydantic leaves out what is the same in both; an editor shows only what the property itself has.
    """
    target = definitions.get(schema.get("$ref", "").rpartition("/")[2], {})
    for note in ("title", "description"):
        if note in target:
            schema.setdefault(note, target[note])


def _tidy(node: Any) -> Any:
    """Drop defaults (an absent value is absent), and give `$ref` no neighbours.

    Draft-07 ignores whatever stands beside a `$ref`, so titles and descriptions would be lost.
    """
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidy = {
        key: _tidy_properties(value) if key == "properties" else value if key == "examples" else _tidy(value)
        for key, value in node.items()
        if key != "default"
    }
    if "$ref" in tidy and len(tidy) > 1:
        tidy = {"allOf": [{"$ref": tidy.pop("$ref")}], **tidy}
    return tidy


def _tidy_properties(properties: dict[str, Any]) -> dict[str, Any]:
    """The same for the properties of an object, whose names are no keywords."""
    return {name: _tidy(schema) for name, schema in properties.items()}
