"""Schema files: in any of the three syntaxes, with references to others, and what is said of those that are none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cvpress.diagnostics import format_pointer
from cvpress.errors import InvalidSchema
from cvpress.rules.by_schema import check_by_schema
from cvpress.rules.schema_file import schema_from
from cvpress.syntax import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cvpress.schema import Schema

PORT = {"type": "integer", "minimum": 1}


def load(path: Path, folders: Mapping[str, str] | None = None) -> Schema:
    return schema_from(read(path.read_bytes(), str(path), plain=True), folders)


def write(path: Path, contents: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(contents if isinstance(contents, str) else json.dumps(contents), encoding="utf-8")
    return path


def codes(schema: Schema, data: Any) -> list[str]:
    return [one.code for one in check_by_schema(read(json.dumps(data).encode(), "data.json", plain=True), schema)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("schema.json", '{"properties": {"port": {"type": "integer"}}}'),
        ("schema.yaml", "properties: {port: {type: integer}}"),
        ("schema.toml", 'properties.port.type = "integer"'),
    ],
)
def test_a_schema_in_any_syntax(name: str, text: str, tmp_path: Path) -> None:
    schema = load(write(tmp_path / name, text))
    assert codes(schema, {"port": 80}) == []
    assert codes(schema, {"port": "80"}) == ["J103"]


@pytest.mark.parametrize(
    ("contents", "data", "expected"),
    [
        (True, 1, []),
        (False, 1, ["J111"]),
        ({}, None, []),
        ({"$schema": "http://json-schema.org/draft-04/schema#", "type": "integer"}, 1.0, ["J103"]),
        ({"$schema": "http://json-schema.org/draft-07/schema#", "type": "integer"}, 1.0, []),
        ({"$schema": "https://json-schema.org/draft-07/schema", "items": [{"type": "string"}]}, [1], ["J103"]),
        ({"prefixItems": [{"type": "string"}]}, [1], ["J103"]),
        ({"format": "email"}, "no address", []),
    ],
    ids=[
        "true",
        "false",
        "empty",
        "draft 4",
        "draft 7",
        "draft 7 by another URL",
        "2020-12 by default",
        "formats are notes",
    ],
)
def test_dialects(contents: Any, data: Any, expected: list[str], tmp_path: Path) -> None:
    assert codes(load(write(tmp_path / "schema.json", contents)), data) == expected


@pytest.mark.parametrize(
    ("root", "reference", "place"),
    [
        ({}, "port.json", "port.json"),
        ({}, "./port.json#/definitions/port", "port.json"),
        ({}, "parts/port.json", "parts/port.json"),
        ({}, "parts/port.yaml", "parts/port.yaml"),
        ({}, "a%20port.json", "a port.json"),
        ({"$id": "https://example.org/schemas/root.json"}, "port.json", "port.json"),
        ({"$id": "https://example.org/schemas/root.json"}, "https://example.org/schemas/port.json", "port.json"),
        ({"$id": "https://example.org/schemas/root"}, "https://example.org/schemas/parts/port", "parts/port.json"),
    ],
)
def test_references_to_files_beside_the_schema(
    root: dict[str, Any], reference: str, place: str, tmp_path: Path
) -> None:
    write(tmp_path / place, {**PORT, "definitions": {"port": PORT}})
    schema = load(write(tmp_path / "root.json", {**root, "properties": {"port": {"$ref": reference}}}))
    assert codes(schema, {"port": 80}) == []
    assert codes(schema, {"port": 0}) == ["J108"]


def test_references_into_folders_that_the_user_names(tmp_path: Path) -> None:
    write(tmp_path / "shared/net/port.json", PORT)
    root = {"properties": {"port": {"$ref": "https://example.org/v1/net/port.json"}}}
    schema = load(write(tmp_path / "root/schema.json", root), {"https://example.org/v1": str(tmp_path / "shared")})
    assert codes(schema, {"port": 0}) == ["J108"]


@pytest.mark.parametrize(
    "draft", ["draft-04/schema#", "draft-07/schema#", "draft/2019-09/schema", "draft/2020-12/schema"]
)
def test_the_specifications_own_schemas_are_there(draft: str, tmp_path: Path) -> None:
    scheme = "http" if draft.startswith("draft-") else "https"
    schema = load(write(tmp_path / "schema.json", {"items": {"$ref": f"{scheme}://json-schema.org/{draft}"}}))
    assert codes(schema, [{"type": "string"}]) == []
    assert codes(schema, [{"type": 5}]) != []


BAD: dict[str, tuple[Any, list[tuple[str, str, str]]]] = {
    "a wrong type": (
        {"properties": {"a": {"required": "b"}}},
        [("J101", "/properties/a/required", "`required` should be a list, not a text")],
    ),
    "an unknown type": (
        {"$schema": "http://json-schema.org/draft-07/schema#", "type": "int"},
        [
            (
                "J101",
                "/type",
                '`type` should be "array", "boolean", "integer", "null", "number", "object" or "string", not "int"',
            )
        ],
    ),
    "a broken pattern": (
        {"pattern": "("},
        [("J101", "/pattern", '`pattern` should be of the format `regex`, not "("')],
    ),
    "a list": ([], [("J101", "", "the file should be a group of keys or true or false, not a list")]),
    "an unknown dialect": (
        {"$schema": "http://json-schema.org/draft-03/schema#"},
        [("J101", "/$schema", "the dialect `http://json-schema.org/draft-03/schema#` is not known")],
    ),
    "a dialect that is no text": (
        {"$schema": [], "type": "object"},
        [("J101", "/$schema", "`$schema` should be a text, not a list")],
    ),
    "several faults, in the order of the text": (
        {"then": {"required": "b"}, "minLength": "3", "allOf": [{"required": "b"}]},
        [
            ("J101", "/then/required", "`required` should be a list, not a text"),
            ("J101", "/minLength", "`minLength` should be a whole number, not a text"),
            ("J101", "/allOf/0/required", "`required` should be a list, not a text"),
        ],
    ),
    "a list with an item twice, inside": (
        {"items": {"required": ["b", "b"]}},
        [("J101", "/items/required/1", "items 1 and 2 of `required` are the same")],
    ),
    "a dialect without its scheme": (
        {"$schema": "json-schema.org/draft-07/schema"},
        [("J101", "/$schema", "the dialect `json-schema.org/draft-07/schema` is not known")],
    ),
    "a missing file": (
        {"properties": {"a": {"$ref": "https://example.org/port.json"}}},
        [
            (
                "J102",
                "/properties/a/$ref",
                "the reference `https://example.org/port.json` leads nowhere: no folder is known to hold it",
            )
        ],
    ),
    "a missing definition": (
        {"items": {"$ref": "#/definitions/port"}},
        [("J102", "/items/$ref", "the reference `#/definitions/port` leads nowhere")],
    ),
    "broken JSON": ("{", [("S101", "", "this `{` is never closed")]),
}


@pytest.mark.parametrize(("contents", "expected"), BAD.values(), ids=BAD)
def test_what_is_no_schema(contents: Any, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    path = write(tmp_path / "schema.json", contents)
    with pytest.raises(InvalidSchema) as caught:
        load(path)
    found = caught.value.diagnostics
    assert [(one.code, format_pointer(one.pointer), one.message) for one in found] == expected
    assert {one.file for one in found} == {str(path)}
    assert caught.value.text == path.read_text(encoding="utf-8")
    assert caught.value.exit_code == 2


def test_files_that_only_refer_to_files(tmp_path: Path) -> None:
    """Each is kept while it is judged by: what is known of it is known by its place in memory."""
    for number in range(40):
        (tmp_path / f"a{number}.json").write_text(f'{{"$ref": "b{number}.json"}}')
        (tmp_path / f"b{number}.json").write_text(f'{{"minimum": {number + 10}}}')
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps({"allOf": [{"$ref": f"a{number}.json"} for number in range(40)]}))
    found = check_by_schema(read(b"5", "data.json", plain=True), load(schema))
    assert len(found) == 40


@pytest.mark.parametrize(
    ("text", "code"), [('{"type": 5}', "J101"), ('{"type": ', "S101"), ('{"$ref": "no.json"}', "J102")]
)
def test_a_fault_in_another_file_is_shown_there(text: str, code: str, tmp_path: Path) -> None:
    other = write(tmp_path / "other.json", text)
    with pytest.raises(InvalidSchema) as caught:
        load(write(tmp_path / "schema.json", {"$ref": "other.json"}))
    assert [(one.code, one.file) for one in caught.value.diagnostics] == [(code, str(other))]
    assert caught.value.text == text


@pytest.mark.parametrize(
    "reference", ["../secret.json", "..%2fsecret.json", "%2e%2e/secret.json", "link.json", "folder"]
)
def test_nothing_outside_of_the_folder_is_read(reference: str, tmp_path: Path) -> None:
    write(tmp_path / "secret.json", PORT)
    home = tmp_path / "home"
    (home / "folder").mkdir(parents=True)
    (home / "link.json").symlink_to(tmp_path / "secret.json")
    with pytest.raises(InvalidSchema) as caught:
        load(write(home / "schema.json", {"$ref": reference}))
    (found,) = caught.value.diagnostics
    assert found.code == "J102"
    assert f"`{reference}` leads nowhere" in found.message
    assert "--schema-map" in found.hint
