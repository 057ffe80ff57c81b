"""Reading any data, not only a profile: what the syntax can write is taken."""

from __future__ import annotations

from sys import float_info
from typing import Any

import pytest

from cvpress.diagnostics import Severity
from cvpress.syntax import read

TAKEN: dict[str, tuple[str, str, Any]] = {
    "a list": ("json", "[1]", [1]),
    "a text": ("json", '"a"', "a"),
    "null": ("json", "null", None),
    "a control character": ("json", r'{"a\u0000": "\u0001"}', {"a\0": "\x01"}),
    "U+FFFF": ("json", r'["\uffff"]', ["\uffff"]),
    "a list in YAML": ("yaml", "- 1", [1]),
    "an empty YAML file": ("yaml", "# nothing\n", None),
    "a control character in YAML": ("yaml", r'"\0"', "\0"),
    "numbers of the core schema": ("yaml", "[+1, 007, -0.50, +.5e1, 0o17]", [1, 7, -0.5, 5.0, 15]),
    "a merge key": (
        "yaml",
        "base: &base {a: 1, b: 2}\nrest: {<<: *base, b: 3}",
        {"base": {"a": 1, "b": 2}, "rest": {"a": 1, "b": 3}},
    ),
    "merge keys of merge keys": (
        "yaml",
        "- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: [*b, {y: 3, z: 4}]}",
        [{"x": 1}, {"y": 2, "x": 1}, {"y": 2, "x": 1, "z": 4}],
    ),
    "a merge key that merges nothing": ("yaml", "<<: 5", {"<<": 5}),
    "an empty TOML file": ("toml", "", {}),
    "a control character in TOML": ("toml", r'a = "\u0000"', {"a": "\0"}),
}


@pytest.mark.parametrize(("syntax", "text", "data"), TAKEN.values(), ids=TAKEN)
def test_taken_without_a_word(syntax: str, text: str, data: Any) -> None:
    document = read(text.encode(), "data", syntax, plain=True)
    assert (document.data, document.faults) == (data, ())
    assert [type(item) for item in document.data or ()] == [type(item) for item in data or ()]


WARNED: dict[str, tuple[str, str, Any, str]] = {
    "a duplicate key": ("json", '{"a": 1, "a": 2}', {"a": 2}, "S104"),
    "half a surrogate pair": ("json", r'["\ud800"]', ["\ufffd"], "S108"),
    "a number that overflows": ("json", "[1e999, -1e999]", [float_info.max, -float_info.max], "S109"),
    "a number of 400 digits": ("json", f"[{'9' * 400}]", [float_info.max], "S106"),
    "a tag": ("yaml", "!Ref name", "name", "S107"),
    "a tag of a list": ("yaml", "a: !reference [b, c]", {"a": ["b", "c"]}, "S107"),
}


@pytest.mark.parametrize(("syntax", "text", "data", "code"), WARNED.values(), ids=WARNED)
def test_taken_with_a_warning(syntax: str, text: str, data: Any, code: str) -> None:
    document = read(text.encode(), "data", syntax, plain=True)
    assert document.data == data
    assert {(fault.code, fault.severity) for fault in document.faults} == {(code, Severity.WARNING)}


REFUSED: dict[str, tuple[str, str, str]] = {
    "an empty JSON file": ("json", " ", "S110"),
    "NaN": ("json", "[NaN]", "S109"),
    "an infinity": ("json", '{"a": -Infinity}', "S109"),
    "an infinity in YAML": ("yaml", ".inf", "S109"),
    "an infinity in TOML": ("toml", "a = inf", "S109"),
    "a duplicate key in YAML": ("yaml", "a: 1\na: 2", "S104"),
    "a duplicate key in TOML": ("toml", "a = 1\na = 2", "S104"),
    "a list as a key": ("yaml", "[a]: 1", "S107"),
    "a second document": ("yaml", "a\n---\nb", "S107"),
    "too many levels": ("json", "[" * 101 + "]" * 101, "S106"),
}


@pytest.mark.parametrize(("syntax", "text", "code"), REFUSED.values(), ids=REFUSED)
def test_refused(syntax: str, text: str, code: str) -> None:
    faults = read(text.encode(), "data", syntax, plain=True).faults
    assert {(fault.code, fault.severity) for fault in faults} == {(code, Severity.ERROR)}


def test_a_key_with_a_control_character_has_its_place() -> None:
    text = r'{"a\u0001": 1, "b\u0002": {"c": 2}}'
    document = read(text.encode(), "data.json", plain=True)
    place = document.place(("b\x02", "c"))
    assert text[place.value.start : place.value.end] == "2"
