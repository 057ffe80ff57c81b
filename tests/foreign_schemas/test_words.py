"""What is said of data that breaks a schema, and where: one finding a fault, at the place that is to be changed."""

from __future__ import annotations

from typing import Any

import pytest
from checking import DRAFT_4, DRAFT_7, findings

from cvpress.diagnostics import format_pointer

CIRCLE = {
    "type": "object",
    "required": ["kind", "r"],
    "properties": {"kind": {"const": "circle"}, "r": {"type": "number"}},
}
SQUARE = {
    "type": "object",
    "required": ["kind", "a"],
    "properties": {"kind": {"const": "square"}, "a": {"type": "number"}},
}
SHAPE = {"oneOf": [CIRCLE, SQUARE, {"type": "string"}]}
KEYS = {"properties": {"name": {}, "port": {}}, "additionalProperties": False}

# name: the schema, the data, and what is said: code, pointer, message, hint.
CASES: dict[str, tuple[Any, Any, list[tuple[str, str, str, str]]]] = {
    "type": (
        {"properties": {"port": {"type": "integer"}}},
        {"port": "80"},
        [("J103", "/port", "`port` should be a whole number, not a text", "write it without quotes: 80")],
    ),
    "type of the whole file": (
        {"type": "object"},
        [1],
        [("J103", "", "the file should be a group of keys, not a list", "write keys with values")],
    ),
    "a number that is not whole": (
        {"type": "integer"},
        1.5,
        [("J103", "", "the file should be a whole number, not `1.5`", "")],
    ),
    "null": (
        {"properties": {"a": {"type": "string"}}},
        {"a": None},
        [("J103", "/a", "`a` should be a text, not null", "leave it out if there is nothing to say")],
    ),
    "required": (
        {"properties": {"port": {"description": "Where to listen. Free."}}, "required": ["port", "host"]},
        {},
        [
            ("J104", "", "`port` is missing", "the schema says: Where to listen"),
            ("J104", "", "`host` is missing", ""),
        ],
    ),
    "required in an item": (
        {"items": {"required": ["a"]}},
        [{"a": 1}, {}],
        [("J104", "/1", "`a` is missing in item 2 of the list", "")],
    ),
    "dependencies": (
        {"$schema": DRAFT_7, "dependencies": {"a": ["b"]}},
        {"a": 1},
        [("J104", "/a", "`a` needs `b` beside it, which is missing", "")],
    ),
    "dependentRequired": (
        {"dependentRequired": {"a": ["b"]}},
        {"a": 1},
        [("J104", "/a", "`a` needs `b` beside it, which is missing", "")],
    ),
    "a further key": (
        KEYS,
        {"colour": 1},
        [("J105", "/colour", "the schema has no key `colour`", "known are `name` and `port`")],
    ),
    "a misspelt key, which is not missing too": (
        {**KEYS, "required": ["name"]},
        {"nmae": 1},
        [("J105", "/nmae", "the schema has no key `nmae`", "did you mean `name`?")],
    ),
    "a key that is evaluated nowhere": (
        {"allOf": [{"properties": {"a": {}}}], "unevaluatedProperties": False},
        {"a": 1, "b": 2},
        [("J105", "/b", "the schema has no key `b`", "")],
    ),
    "propertyNames": (
        {"propertyNames": {"maxLength": 3}},
        {"abc": 1, "abcd": 2},
        [("J106", "/abcd", "the key `abcd` should have at most 3 characters, not 4", "")],
    ),
    "enum": (
        {"properties": {"level": {"enum": ["info", "warn", 1, None]}}},
        {"level": "wran"},
        [("J107", "/level", '`level` should be "info", "warn", `1` or `null`, not "wran"', "did you mean `warn`?")],
    ),
    "const": ({"const": 5}, 6, [("J107", "", "the file should be `5`, not `6`", "")]),
    "minimum": ({"minimum": 1}, 0, [("J108", "", "the file should be at least 1, not `0`", "")]),
    "exclusive minimum of draft 4": (
        {"$schema": DRAFT_4, "minimum": 1, "exclusiveMinimum": True},
        1,
        [("J108", "", "the file should be more than 1, not `1`", "")],
    ),
    "maxLength": ({"maxLength": 1}, "ab", [("J108", "", "the file should have at most 1 character, not 2", "")]),
    "minItems of an empty list": ({"minItems": 2}, [], [("J108", "", "the file is empty", "")]),
    "multipleOf": (
        {"multipleOf": 0.01},
        0.075,
        [("J108", "", "the file should be a multiple of 0.01, not `0.075`", "")],
    ),
    "pattern": (
        {"items": {"pattern": r"^\p{Lu}"}},
        ["Ä", "ä"],
        [("J109", "/1", 'item 2 of the list should match the pattern `^\\p{Lu}`, not "ä"', "")],
    ),
    "uniqueItems": (
        {"properties": {"a": {"uniqueItems": True}}},
        {"a": [{"x": 1}, True, {"x": 1.0}, 1]},
        [("J110", "/a/2", "items 1 and 3 of `a` are the same", "")],
    ),
    "contains": (
        {"contains": {"const": 1}},
        [2],
        [("J110", "", "the file should have at least 1 item of a kind that the schema describes", "")],
    ),
    "an item too many": (
        {"prefixItems": [{}], "items": False},
        [1, 2, 3],
        [("J110", "/1", "item 2 of the list is one too many: there may be 1 item", "")],
    ),
    "not": (
        {"not": {"required": ["a", "b"]}},
        {"a": 1, "b": 2},
        [("J111", "", "the file should not have `a` together with `b`", "")],
    ),
    "a key that is ruled out": ({"properties": {"a": False}}, {"a": 1}, [("J111", "/a", "`a` is not allowed", "")]),
    "the form with the right fixed value": (
        SHAPE,
        {"kind": "circle", "r": "5"},
        [("J103", "/r", "`r` should be a number, not a text", "write it without quotes: 5")],
    ),
    "no form with the fixed value": (
        SHAPE,
        {"kind": "cirlce", "r": 5},
        [("J107", "/kind", '`kind` should be "circle" or "square", not "cirlce"', "did you mean `circle`?")],
    ),
    "no form of the type": (
        SHAPE,
        5,
        [("J103", "", "the file should be a group of keys or a text, not a number", "")],
    ),
    "a choice of another type": (
        {"type": "string", "enum": ["a", "b"]},
        5,
        [("J103", "", "the file should be a text, not a number", 'write it in quotes: "5"')],
    ),
    "one of several keys": (
        {"anyOf": [{"required": ["email"]}, {"required": ["phone"]}]},
        {},
        [("J104", "", "`email` or `phone` is missing", "")],
    ),
    "forms that differ in many ways": (
        {"anyOf": [{"minimum": 5}, {"multipleOf": 2}]},
        3,
        [
            (
                "J111",
                "",
                "the file fits none of the 2 forms that it can have",
                "it should be at least 5, not `3`; it should be a multiple of 2, not `3`",
            )
        ],
    ),
    "several forms at once": (
        {"oneOf": [{"type": "number"}, {"type": "string"}, {"type": "integer"}]},
        3,
        [
            (
                "J111",
                "",
                "the file fits more than one of the forms that it can have (by their order in the schema, `1` and `3`)",
                "",
            )
        ],
    ),
    "a condition": (
        {"if": {"required": ["a"]}, "then": {"properties": {"b": {"type": "string"}}}},
        {"a": 1, "b": 2},
        [("J103", "/b", "`b` should be a text, not a number", 'write it in quotes: "2"')],
    ),
    "the schema's own words": (
        {"pattern": "^x", "errorMessage": "begin with x", "description": "A text."},
        "y",
        [("J109", "", 'the file should match the pattern `^x`, not "y"', "the schema says: begin with x")],
    ),
}


@pytest.mark.parametrize(("schema", "data", "expected"), CASES.values(), ids=CASES)
def test_finding(schema: Any, data: Any, expected: list[tuple[str, str, str, str]]) -> None:
    found = findings(schema, data)
    assert [(one.code, format_pointer(one.pointer), one.message, one.hint) for one in found] == expected


YAML = b"""\
name: x
prot: 80
nested: {Key: 1}
hosts:
  - b
  - &a a
  - *a
<<: {port: no}
"""


def test_keys_are_marked_where_the_key_is_the_fault() -> None:
    schema = {
        "properties": {
            "name": {},
            "port": {"type": "integer"},
            "hosts": {"uniqueItems": True},
            "nested": {"propertyNames": {"pattern": "^[a-z]"}},
        },
        "additionalProperties": False,
    }
    lines = YAML.decode().split("\n")
    marked = [
        (one.code, lines[one.start.line - 1][one.start.column - 1 : one.end.column - 1])
        for one in findings(schema, YAML)
        if one.start.line == one.end.line
    ]
    assert marked[:3] == [("J105", "prot"), ("J106", "Key"), ("J110", "*a")]


def test_a_misspelt_key_can_be_renamed_and_a_misspelt_choice_replaced() -> None:
    schema = {"properties": {"level": {"enum": ["info"]}, "name": {}}, "additionalProperties": False}
    fixes = [one.fix for one in findings(schema, {"nmae": 1, "level": "inof"})]
    assert [(fix.action, fix.value, fix.is_safe) for fix in fixes if fix] == [
        ("rename", "name", False),
        ("replace", "info", False),
    ]
