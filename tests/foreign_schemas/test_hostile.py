"""Schemas and data that are made to cost time or memory; each finding still has its place."""

from __future__ import annotations

import time
from typing import Any

import pytest
from checking import findings


def nested(depth: int) -> Any:
    return {"kind": "group", "parts": [nested(depth - 1)]} if depth else {"kind": "leaf", "parts": 5}


def form(kind: str) -> dict[str, Any]:
    parts = {"type": "array", "items": {"$ref": "#/$defs/node"}}
    return {"required": ["kind"], "properties": {"kind": {"const": kind}, "parts": parts}}


def doubling(levels: int) -> dict[str, Any]:
    """Twice as many ways through the schema with each level."""
    definitions: dict[str, Any] = {
        str(level): {"allOf": [{"$ref": f"#/$defs/{level + 1}"}, {"$ref": f"#/$defs/{level + 1}"}]}
        for level in range(levels)
    }
    return {"$ref": "#/$defs/0", "$defs": {**definitions, str(levels): {"type": "integer"}}, "minimum": 5}


FORMS_IN_FORMS = {"$ref": "#/$defs/node", "$defs": {"node": {"oneOf": [form("group"), form("leaf"), form("text")]}}}
LOOP = {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "type": "string"}

CASES: dict[str, tuple[Any, Any, str]] = {
    "forms in forms, 45 deep": (FORMS_IN_FORMS, nested(45), "J103"),
    "as many ways as 2 to the 18th": (doubling(18), 3, "J108"),
    "references that lead back": (LOOP, 1, "J103"),
    "a pattern that backtracks": ({"pattern": "^(a+)+$"}, "a" * 5000 + "!", "J109"),
    "a pattern with a look-ahead that backtracks": ({"pattern": "^(?=(a+)+$)b"}, "a" * 5000 + "!", "J109"),
    "a pattern for keys that backtracks": (
        {"patternProperties": {"^(a+)+$": {}}, "additionalProperties": False},
        {"a" * 5000 + "!": 1},
        "J105",
    ),
    "a pattern that Python does not have": ({"pattern": r"^\p{L}+$"}, "1", "J109"),
    "20,000 groups of which two are the same": (
        {"uniqueItems": True},
        [*({"n": number} for number in range(20_000)), {"n": 1.0}],
        "J110",
    ),
    "a thousand unknown keys": (
        {"properties": {f"key{number}": {} for number in range(1000)}, "additionalProperties": False},
        {f"kez{number}": 1 for number in range(1000)},
        "J105",
    ),
    "20,000 wrong items": ({"items": {"type": "string"}}, list(range(20_000)), "J103"),
}


@pytest.mark.parametrize(("schema", "data", "code"), CASES.values(), ids=CASES)
def test_bounded(schema: Any, data: Any, code: str) -> None:
    start = time.process_time()
    found = findings(schema, data)
    assert time.process_time() - start < 10
    assert {one.code for one in found} == {code}
    assert len(found) <= 1000


def test_the_fault_in_nested_forms_is_told_where_it_is() -> None:
    (found,) = findings(FORMS_IN_FORMS, nested(20))
    assert found.pointer == (*(("parts", 0) * 20), "parts")
    assert found.message == "`parts` should be a list, not a number"


def test_what_cannot_be_explained_is_still_reported() -> None:
    """Python's regular expressions, which this keyword of the library uses, do not have this pattern."""
    schema = {"patternProperties": {r"^\p{L}+$": {}}, "unevaluatedProperties": False}
    (found,) = findings(schema, {"1": 2})
    assert (found.code, found.message) == ("J111", "the file is not what the schema asks for")
