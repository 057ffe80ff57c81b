"""The JSON Schema of a profile (draft-07), generated from the models.

Draft-07 is what JSON Resume, SchemaStore and editors support best; the keywords used mean
the same in draft 2020-12.
"""

from __future__ import annotations

from typing import Any

from cvpress.model.profile import Profile

__all__ = ["SCHEMA_ID", "profile_schema"]

SCHEMA_ID = "https://cvpress.example/schema/profile.schema.json"


_NOTES = ("title", "description")


def profile_schema() -> dict[str, Any]:
    """The schema as plain data, ready to be written as JSON."""
    generated = Profile.model_json_schema(ref_template="#/definitions/{model}")
    definitions = generated.pop("$defs")
    for owner in (generated, *definitions.values()):
        for schema in owner.get("properties", {}).values():
            _complete(schema, definitions)
    for name in _annotated_references(generated, definitions):
        for note in _NOTES:
            definitions[name].pop(note, None)
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
    for note in _NOTES:
        if note in target:
            schema.setdefault(note, target[note])


def _annotated_references(generated: dict[str, Any], definitions: dict[str, Any]) -> set[str]:
    """The definitions that properties with notes of their own refer to.

    Editors put a definition and what stands beside the reference together, and some prefer the definition's notes,
    so it must have none. (An `allOf` around the reference hides the property's notes too, and Taplo crashes on it.)
    """
    owners = (generated, *definitions.values())
    properties = (schema for owner in owners for schema in owner.get("properties", {}).values())
    return {schema["$ref"].rpartition("/")[2] for schema in properties if "$ref" in schema and len(schema) > 1}


def _tidy(node: Any) -> Any:
    """Drop defaults: an absent value is absent.

    What stands beside a `$ref` are notes only: draft-07 has validators ignore them, and 2020-12 has them ignore notes.
    """
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _tidy_properties(value) if key == "properties" else value if key == "examples" else _tidy(value)
        for key, value in node.items()
        if key != "default"
    }


def _tidy_properties(properties: dict[str, Any]) -> dict[str, Any]:
    """The same for the properties of an object, whose names are no keywords."""
    return {name: _tidy(schema) for name, schema in properties.items()}
