"""The schema files: as the models say, valid draft-07, and good to read in an editor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator
from jsonschema_rs import Draft7Validator as NativeValidator

from cvpress.schema import accepts, load_schema, schema_text
from cvpress.values.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType

    from conftest import RunCli

NAMES: list[Any] = ["profile", "strict", "jsonresume"]

# Keywords whose meaning did not change between draft-07 and 2020-12. `items` did where it is a list, and a `$ref`
# that has neighbours: the one is not used, and the neighbours are notes, which no validator heeds. `definitions` is
# but a place to point to.
LASTING_KEYWORDS = {
    *("$schema", "$id", "$ref", "definitions", "title", "description", "examples"),
    *("type", "enum", "properties", "patternProperties", "additionalProperties", "items"),
    *("pattern", "format", "maxLength", "minItems", "minProperties", "required", "allOf", "anyOf", "not"),
}
NOTES = {"title", "description", "examples"}
NAMED_SUBSCHEMAS = {"properties", "patternProperties", "definitions"}


@pytest.fixture(scope="module")
def build_schema(load_script: Callable[[str], ModuleType]) -> ModuleType:
    """The script that writes the schema files."""
    return load_script("build-schema")


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema and all that are part of it."""
    if not isinstance(schema, dict):
        return
    yield schema
    for keyword, value in schema.items():
        if keyword in NAMED_SUBSCHEMAS:
            children = list(value.values())
        elif keyword in {"items", "additionalProperties", "not"}:
            children = [value]
        else:
            children = value if keyword in {"allOf", "anyOf"} else []
        for child in children:
            yield from subschemas(child)


def properties() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of the profile schema, by the name of the group that it is in."""
    schema = load_schema("profile")
    for group, definition in {"Profile": schema, **schema["definitions"]}.items():
        for key, child in definition.get("properties", {}).items():
            yield f"{group}.{key}", child


def test_the_files_are_as_the_models_say(build_schema: ModuleType, root: Path) -> None:
    generated = build_schema.schemas()
    assert set(generated) == {"profile.schema.json", "strict.schema.json"}
    for name, schema in generated.items():
        written = (root / "schema" / name).read_text(encoding="utf-8")
        assert written == build_schema.serialised(schema), f"schema/{name} is stale: run scripts/build-schema"


@pytest.mark.parametrize("name", NAMES)
def test_draft_07(name: Any) -> None:
    schema = load_schema(name)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"].endswith(f"/{name}.schema.json")


@pytest.mark.parametrize("name", NAMES)
def test_every_keyword_means_the_same_in_2020_12(name: Any) -> None:
    for schema in subschemas(load_schema(name)):
        assert set(schema) <= LASTING_KEYWORDS
        assert "$ref" not in schema or set(schema) <= {"$ref", *NOTES}, schema
        assert isinstance(schema.get("items", {}), dict), schema
        assert schema.get("format", "uri") in FORMATS


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_somewhere(name: Any) -> None:
    schema = load_schema(name)
    wanted = {part["$ref"] for part in subschemas(schema) if "$ref" in part}
    assert wanted == {f"#/definitions/{definition}" for definition in schema["definitions"]}


def test_one_type_for_each_value() -> None:
    assert "anyOf" not in {keyword for schema in subschemas(load_schema("profile")) for keyword in schema}
    assert "oneOf" not in schema_text("profile")


@pytest.mark.parametrize("note", ["title", "description", "examples"])
def test_an_editor_can_explain_every_property(note: str) -> None:
    assert [name for name, schema in properties() if not schema.get(note)] == []


def test_every_description_is_a_sentence() -> None:
    assert [name for name, schema in properties() if not schema["description"].endswith(".")] == []


def test_every_example_is_valid() -> None:
    definitions = load_schema("profile")["definitions"]
    formats = dict(FORMATS)
    wrong = [
        (name, example)
        for name, schema in properties()
        for example in schema["examples"]
        if not NativeValidator({**schema, "definitions": definitions}, validate_formats=True, formats=formats).is_valid(
            example
        )
    ]
    assert wrong == []


def test_no_note_of_a_definition_hides_that_of_a_property() -> None:
    definitions = load_schema("profile")["definitions"]
    for name, schema in properties():
        definition = definitions[schema.get("$ref", "/Uri").rpartition("/")[2]]
        assert not NOTES & set(definition), name


@pytest.mark.parametrize("name", NAMES)
def test_schema_prints_the_file(name: Any, run_cli: RunCli) -> None:
    run = run_cli("schema", name)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == schema_text(name)
    assert accepts({"$schema": json.loads(run.stdout)["$id"]})
