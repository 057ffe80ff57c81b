"""`--schema jsonresume`: the verdict of the official validator on the text of a file, whatever stands in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from judges import official_verdicts
from test_jsonresume import documents

from cvpress.diagnostics import Severity
from cvpress.rules.by_schema import check_by_schema
from cvpress.schema.builtin import builtin_schema
from cvpress.syntax import read

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "an empty profile": "{}",
    "white space around": " \r\n\t{}\n\n",
    "an empty file": "",
    "a list": "[]",
    "a text": '"resume"',
    "a number": "5",
    "null": "null",
    "a list of profiles": '[{"basics": {"name": "Marie"}}]',
    "not closed": '{"basics": {',
    "a comma too many": '{"basics": {"name": "Marie",}}',
    "a comment": '{"basics": {}} // Marie',
    "single quotes": "{'basics': {}}",
    "more after the end": "{} {}",
    "a key twice": '{"basics": {"name": "Marie", "name": "Maria"}}',
    "a key twice, of which the last is wrong": '{"basics": {"name": "Marie", "name": 5}}',
    "a key twice, of which the first is wrong": '{"basics": {"name": 5, "name": "Marie"}}',
    "a control character": '{"basics": {"name": "Ma\\u0000rie"}}',
    "a bare control character": '{"basics": {"name": "Ma\x01rie"}}',
    "a bare tab": '{"basics": {"name": "Ma\trie"}}',
    "U+FFFE and U+FFFF": '{"basics": {"name": "\\ufffe\uffff"}}',
    "half a surrogate pair": '{"basics": {"name": "\\ud800"}}',
    "half a surrogate pair in a key": '{"\\udc00": 1}',
    "half a surrogate pair in a URL": '{"basics": {"url": "https://\\ud800"}}',
    "a control character in a key": '{"a\\u0001": 1}',
    "a large number": '{"x": 123456789012345678901234567890}',
    "a number of 400 digits": f'{{"x": {"9" * 400}}}',
    "a number of 5,000 digits": f'{{"x": {"9" * 5000}}}',
    "a number of 400 digits for a text": f'{{"basics": {{"name": {"9" * 400}}}}}',
    "a number that overflows": '{"x": 1e999, "y": -1e999}',
    "a number that overflows for a text": '{"basics": {"name": 1e999}}',
    "NaN": '{"x": NaN}',
    "Infinity": '{"x": -Infinity}',
    "a leading zero": '{"x": 01}',
    "an unknown section": '{"hobbyhorses": [1, null, {"a": []}]}',
    "a placeholder and no name": '{"basics": {"summary": "TODO [company]"}}',
    "a work entry that ends before it begins": '{"work": [{"startDate": "2020", "endDate": "2019"}]}',
    "keys named as JavaScript's own": '{"__proto__": 1, "constructor": {"prototype": 2}}',
}


def verdict(text: str) -> bool:
    document = read(text.encode(), "resume.json", plain=True)
    found = check_by_schema(document, builtin_schema("jsonresume"))
    return not any(finding.severity is Severity.ERROR for finding in found)


def damaged(text: str) -> list[str]:
    """The text with one character less, at many places; most of these are not JSON."""
    return [text[:place] + text[place + 1 :] for place in range(0, len(text), max(1, len(text) // 150))]


def test_texts_of_all_kinds(node_modules: Path) -> None:
    officials = official_verdicts(list(TEXTS.values()), node_modules)
    wrong = [
        name for (name, text), official in zip(TEXTS.items(), officials, strict=True) if verdict(text) is not official
    ]
    assert wrong == []
    assert 10 < sum(officials) < len(TEXTS) - 10


def test_mutated_documents(node_modules: Path) -> None:
    texts = [json.dumps(case.data) for case in documents(node_modules)]
    officials = official_verdicts(texts, node_modules)
    assert len(texts) > 1000
    assert [text for text, official in zip(texts, officials, strict=True) if verdict(text) is not official] == []


def test_damaged_texts(node_modules: Path) -> None:
    sample = (node_modules / "@jsonresume/schema/sample.resume.json").read_text(encoding="utf-8")
    texts = damaged(sample)
    officials = official_verdicts(texts, node_modules)
    assert len(texts) > 100
    assert [text for text, official in zip(texts, officials, strict=True) if verdict(text) is not official] == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ([], "T101"),
        ({"basics": {"name": 5}}, "T101"),
        ({"basics": None}, "T102"),
        ({"basics": {"url": ""}}, "T103"),
        ({"basics": {"url": "example.org"}}, "V104"),
        ({"work": [{"startDate": "Present"}]}, "V101"),
        ({"basics": {"email": "marie"}}, "V107"),
    ],
)
def test_findings_are_worded_as_those_of_a_profile(data: Any, code: str) -> None:
    document = read(json.dumps(data).encode(), "resume.json", plain=True)
    assert [finding.code for finding in check_by_schema(document, builtin_schema("jsonresume"))] == [code]


def test_what_programs_differ_about_is_a_warning() -> None:
    text = b'{"basics": {"name": "Marie", "name": "Maria"}, "x": 1e999, "y": "\\ud800"}'
    found = check_by_schema(read(text, "resume.json", plain=True), builtin_schema("jsonresume"))
    assert [(finding.code, finding.severity.value) for finding in found] == [
        ("S104", "warning"),
        ("S109", "warning"),
        ("S108", "warning"),
    ]
