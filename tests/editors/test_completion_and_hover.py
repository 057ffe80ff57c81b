"""What a person sees while writing a profile: keys, values and their explanations, for each syntax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from annotated import annotated_profile
from language_server import Place, cursor

from cvpress.schema import load_schema

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from language_server import LanguageServer

GROUPS = {"Profile": load_schema("profile"), **load_schema("profile")["definitions"]}


def plain(markdown: str) -> str:
    """What a reader sees of Markdown: without escapes, each run of white space a blank."""
    return " ".join(re.sub(r"\\([^\w\s])", r"\1", markdown).split())


def completion(editor: LanguageServer, path: Path, marked: str) -> dict[str, dict[str, Any]]:
    """What the editor offers at the mark."""
    text, place = cursor(marked)
    uri = editor.open(path, text)
    editor.diagnostics(uri)  # which come when the schema has been read
    return editor.completion(uri, place)


def hover(editor: LanguageServer, path: Path, marked: str) -> str:
    """What the editor says about the word at the mark."""
    text, place = cursor(marked)
    uri = editor.open(path, text)
    editor.diagnostics(uri)
    return plain(editor.hover(uri, place))


def documentation(item: Mapping[str, Any]) -> str:
    """What is said beside an offered key."""
    said = item.get("documentation") or ""
    return plain(said["value"] if isinstance(said, dict) else said)


def unexplained(offered: Mapping[str, Mapping[str, Any]], group: str) -> list[str]:
    """The keys of a group that are not offered with their description."""
    return [
        key
        for key, schema in GROUPS[group]["properties"].items()
        if schema["description"] not in documentation(offered.get(key, {}))
    ]


@pytest.mark.parametrize(
    ("marked", "group"),
    [
        ("‸\n", "Profile"),
        ("basics:\n  ‸\n", "Basics"),
        ("basics:\n  location:\n    ‸\n", "Location"),
        ("work:\n  - ‸\n", "Work"),
        ("work:\n  - roles:\n      - ‸\n", "Role"),
        ("work:\n  - projects:\n      - ‸\n", "Project"),
        ("custom:\n  - entries:\n      - ‸\n", "CustomEntry"),
        ("variants:\n  short:\n    ‸\n", "Variant"),
    ],
    ids=lambda value: value.strip() if value[0].isupper() else "",
)
def test_yaml_completion(yaml_editor: LanguageServer, folder: Path, marked: str, group: str) -> None:
    offered = completion(yaml_editor, folder / "profile.yaml", marked)
    assert unexplained(offered, group) == []
    assert set(offered) <= set(GROUPS[group]["properties"])


def test_yaml_completion_of_an_entry_that_is_begun(yaml_editor: LanguageServer, folder: Path) -> None:
    offered = completion(yaml_editor, folder / "profile.yaml", "work:\n  - name: Radium Institute\n    ‸\n")
    assert set(offered) == set(GROUPS["Work"]["properties"]) - {"name"}


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("work:\n  - visibility: ‸\n", ["public", "private"]),
        ("work:\n  - startDate: ‸\n", ['"1906"', "1906-05"]),
    ],
    ids=["a choice", "examples of a date"],
)
def test_yaml_values(yaml_editor: LanguageServer, folder: Path, marked: str, values: list[str]) -> None:
    offered = completion(yaml_editor, folder / "profile.yaml", marked)
    assert sorted(item["insertText"] for item in offered.values()) == sorted(values)


def test_yaml_hover_explains_every_key(yaml_editor: LanguageServer, folder: Path) -> None:
    """Title, description and examples of each are the key's own, not those of its kind of value."""
    profile = annotated_profile()
    uri = yaml_editor.open(folder / "cv.yaml", profile.text)
    assert yaml_editor.diagnostics(uri) == []
    assert len(profile.keys) > 300
    for key in profile.keys:
        said = plain(yaml_editor.hover(uri, key.place))
        assert said.startswith(f"#### {key.schema['title']} {key.schema['description']} "), (key.path, said)
        assert said.count("Example:") == len(key.schema["examples"]), (key.path, said)
        texts = [example for example in key.schema["examples"] if isinstance(example, str)]
        assert all(line in said for text in texts for line in text.splitlines()), (key.path, said)


def test_yaml_faults(yaml_editor: LanguageServer, folder: Path) -> None:
    text = "basics:\n  name: 7\nwork:\n  - startDate: soon\n    visibility: secret\n"
    found = yaml_editor.diagnostics(yaml_editor.open(folder / "profile.yaml", text))
    assert sorted(fault["range"]["start"]["line"] for fault in found) == [1, 3, 4]


@pytest.mark.parametrize("name", ["profile.yml", "a/resume.yaml", "cv.yml"])
def test_yaml_files_that_are_profiles(yaml_editor: LanguageServer, folder: Path, name: str) -> None:
    assert len(yaml_editor.diagnostics(yaml_editor.open(folder / name, "basics: 3\n"))) == 1


@pytest.mark.parametrize("name", ["profiles.yaml", "my-cv.yml", "docker-compose.yml"])
def test_yaml_files_that_are_not(yaml_editor: LanguageServer, folder: Path, name: str) -> None:
    assert yaml_editor.diagnostics(yaml_editor.open(folder / name, "basics: 3\n")) == []


@pytest.mark.parametrize(
    ("marked", "group"),
    [("{‸}", "Profile"), ('{"work": [{‸}]}', "Work"), ('{"work": [{"roles": [{‸}]}]}', "Role")],
    ids=["Profile", "Work", "Role"],
)
def test_json_completion(json_editor: LanguageServer, folder: Path, marked: str, group: str) -> None:
    assert unexplained(completion(json_editor, folder / "profile.json", marked), group) == []


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ('{"work": [{"start‸Date": "1906"}]}', "Start date When it began."),
        ('{"work": [{"roles": [{"visi‸bility": 3}]}]}', "Visibility Private entries reach no output."),
        ('{"bas‸ics": {}}', "Basics Who the person is and how to reach them."),
    ],
    ids=["a date", "a choice", "a group"],
)
def test_json_hover(json_editor: LanguageServer, folder: Path, marked: str, said: str) -> None:
    assert hover(json_editor, folder / "resume.json", marked) == said


@pytest.mark.parametrize(("name", "faults"), [("profile.json", 1), ("a/cv.json", 1), ("package.json", 0)])
def test_json_faults(json_editor: LanguageServer, folder: Path, name: str, faults: int) -> None:
    assert len(json_editor.diagnostics(json_editor.open(folder / name, '{"basics": 3}'))) == faults


@pytest.mark.parametrize(
    ("marked", "group"),
    [("[basics]\n‸\n", "Basics"), ('[[work]]\nname = "Radium Institute"\n‸\n', "Work")],
    ids=["Basics", "Work"],
)
def test_toml_completion(toml_editor: LanguageServer, folder: Path, marked: str, group: str) -> None:
    offered = completion(toml_editor, folder / "profile.toml", marked)
    assert set(GROUPS[group]["properties"]) - {"name"} <= set(offered)
    assert documentation(offered["summary"]) == GROUPS[group]["properties"]["summary"]["description"]


def test_toml_hover(toml_editor: LanguageServer, folder: Path) -> None:
    assert hover(toml_editor, folder / "profile.toml", '[basics]\nna‸me = "M."\n') == "Full name as it heads the page."


@pytest.mark.parametrize(("name", "faults"), [("profile.toml", 1), ("a/cv.toml", 1), ("pyproject.toml", 0)])
def test_toml_faults(toml_editor: LanguageServer, folder: Path, name: str, faults: int) -> None:
    uri = toml_editor.open(folder / name, "[basics]\nname = 3\n")
    assert toml_editor.diagnostics(uri) == []  # of the syntax, which come first
    toml_editor.hover(uri, Place(1, 1))  # answered after those of the schema
    assert len(toml_editor.diagnostics(uri)) == faults
