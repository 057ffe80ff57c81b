"""Schemas and data that are made to cost time or memory; each finding still has its place."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

import pytest
from checking import findings

import cvpress


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
    "a pattern that backtracks for keys that nothing else took": (
        {"patternProperties": {"^(a+)+$": {}}, "unevaluatedProperties": False},
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
    "a thousand words for one of 8,000": (
        {"items": {"enum": [f"{number:08}" for number in range(8_000)]}},
        [f"w{number:07}" for number in range(1_000)],
        "J107",
    ),
    "a thousand long keys for two hundred": (
        {"properties": {f"{number:03}{'k' * 70}": {} for number in range(200)}, "additionalProperties": False},
        {f"{'k' * 70}{number:04}": 1 for number in range(1000)},
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


def test_no_fault_is_lost_behind_many() -> None:
    schema = {"properties": {"a": {"items": {"enum": [1]}}, "b": {"type": "string"}}}
    found = findings(schema, {"a": [2] * 5_000, "b": 1})
    assert Counter(one.code for one in found) == {"J107": 5_000, "J103": 1}


def test_more_faults_than_a_form_tells() -> None:
    """Which is an error of its own, so that no setting makes the file a valid one."""
    form = {"type": "array", "items": {"enum": [1]}}
    found = findings({"anyOf": [form, {"type": "string"}]}, [2] * 5_000)
    assert Counter(one.code for one in found) == {"J107": 1_000, "S106": 1}
    assert next(one.message for one in found if one.code == "S106") == "the file has more than 1,000 faults"


def test_deep_data_is_explained() -> None:
    data: Any = 5
    for _ in range(97):
        data = [data]
    schema = {"$ref": "#/$defs/a", "$defs": {"a": {"anyOf": [{"type": "array", "items": {"$ref": "#/$defs/a"}}, {}]}}}
    schema["$defs"]["a"]["anyOf"][1] = {"type": "string"}
    (found,) = findings(schema, data)
    assert (found.code, len(found.pointer)) == ("J103", 97)


@pytest.mark.parametrize("schema", [{"$ref": "http://[::1"}, {"$id": "http://[::1", "type": "string"}])
def test_what_is_no_uri(schema: Any) -> None:
    with pytest.raises(cvpress.InvalidSchema) as caught:
        findings(schema, 1)
    assert [one.message for one in caught.value.diagnostics] == ["`http://[::1` is not a URI"]


def test_a_key_that_quotes_another() -> None:
    schema = {"properties": {"x": {}}, "unevaluatedProperties": False}
    (found,) = findings(schema, {"x": 1, "y', 'x', 'z": 2})
    assert found.pointer == ("y', 'x', 'z",)


def test_the_fault_in_nested_forms_is_told_where_it_is() -> None:
    (found,) = findings(FORMS_IN_FORMS, nested(20))
    assert found.pointer == (*(("parts", 0) * 20), "parts")
    assert found.message == "`parts` should be a list, not a number"
