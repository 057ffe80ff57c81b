"""One fault is one finding: what lies inside a broken value, or follows from it, is not reported too."""

from __future__ import annotations

import json
from typing import Any

import pytest

import cvpress

GOOD: dict[str, Any] = {"basics": {"name": "Marie Curie", "email": "marie@example.org"}}
JOB = {"name": "Sorbonne", "position": "Professor", "startDate": "1906", "endDate": "1934"}
LETTER = {"body": [{"text": "I write to apply.", "entries": "paris"}]}

FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "a list where a group is wanted": ({"basics": [{"nmae": "Marie Curie", "email": "no"}]}, "T101"),
    "a group where a list is wanted": ({"work": {"startDate": "Present", "endDate": "2013-13"}}, "T101"),
    "a text for a section": ({"work": "University of Paris"}, "T101"),
    "null for a section": ({"work": None}, "T102"),
    "null for basics": ({"basics": None}, "T102"),
    "null for the name": ({"basics": {"name": None}}, "T102"),
    "an entry that is a text": ({"work": [{"name": "Sorbonne"}, "University of Paris"]}, "T101"),
    "an entry that is null": ({"work": [None]}, "T102"),
    "an entry that is a list": ({"work": [[{"strtDate": ""}]]}, "T101"),
    "a list for a text": ({"work": [{"name": ["TODO", None, 5]}]}, "T101"),
    "a group for a text": ({"work": [{"summary": {"startDate": "Present"}}]}, "T101"),
    "a number for a text": ({"work": [{"startDate": 1906, "endDate": "1900"}]}, "T101"),
    "a word for a date": ({"work": [{"startDate": "TODO", "endDate": "1934"}]}, "V101"),
    "an impossible date": ({"work": [{"startDate": "2019-13", "endDate": "2019-05"}]}, "V102"),
    "an empty date": ({"work": [{"startDate": "", "endDate": "1934"}]}, "T103"),
    "an empty URL": ({"basics": {"name": "Marie Curie", "url": ""}}, "T103"),
    "a placeholder for a URL": ({"basics": {"name": "Marie Curie", "url": "[url]"}}, "V106"),
    "a placeholder for an address": ({"basics": {"name": "Marie Curie", "email": "TODO"}}, "V107"),
    "a dangerous URL": ({"basics": {"name": "Marie Curie", "url": "javascript:alert(1)"}}, "V105"),
    "a number for a choice": ({"work": [{"visibility": 1}]}, "T101"),
    "null for a choice": ({"work": [{"visibility": None}]}, "T102"),
    "an old key with a bad value": ({"basics": {"name": "Marie Curie", "website": 5}}, "K101"),
    "a misspelt key with a bad value": ({"basics": {"name": "Marie Curie", "emial": None}}, "K102"),
    "an unknown section full of faults": ({"hobbyhorses": [{"startDate": "2", "endDate": "1", "url": ""}]}, "K103"),
    "a misspelt name": ({"basics": {"nmae": "Marie Curie", "email": "marie@example.org"}}, "K102"),
    "a misspelt contact": ({"basics": {"name": "Marie Curie", "emial": "marie@example.org"}}, "K102"),
    "an empty group of all that": ({"basics": {}}, "C105"),
    "an empty contact": ({"basics": {"name": "Marie Curie", "phone": ""}}, "C105"),
    "a blank contact": ({"basics": {"name": "Marie Curie", "phone": " "}}, "C105"),
    "a national number with two blanks": ({"basics": {"name": "Marie Curie", "phone": "030  123456"}}, "V114"),
    "a time with two blanks": ({"meta": {"lastModified": "2026-11-21  12:00"}}, "V116"),
    "a start that is a slip": ({"work": [{"startDate": "2109", "endDate": "2020"}]}, "V112"),
    "a slip in an order": ({"work": [{"startDate": year} for year in ("2015", "2102", "2011", "2010")]}, "V112"),
    "a copy out of order": (
        {"work": [JOB, {**JOB, "name": "Shed", "startDate": "1890", "endDate": "1900"}, JOB]},
        "V113",
    ),
    "a file of another tool": ({"cv": {"sections": {}}, "basics": [], "work": {"startDate": ""}, "wrok": 1}, "K104"),
    "a misspelt section out of order": ({"wrok": [{"startDate": "1934", "endDate": "1906"}]}, "K102"),
    "a text for a list of ids": ({"work": [{"id": "paris"}], "letters": [LETTER]}, "T101"),
    "a list for an id": ({"stories": [{"entry": ["paris"]}]}, "T101"),
    "a number for an id": ({"work": [{"id": 1}, {"id": "1"}]}, "T101"),
}


@pytest.mark.parametrize(("change", "code"), FAULTS.values(), ids=FAULTS)
def test_one_fault_is_one_finding(change: dict[str, Any], code: str) -> None:
    document = cvpress.loads(json.dumps(GOOD | change).encode(), "profile.json")
    assert [finding.code for finding in cvpress.validate(document)] == [code]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (b'{"basics": {"name": NaN, "phone": "+48 22 123 45 67"}}', ["S109"]),
        (b'{"basics": {"name": "Marie", "name": null}}', ["S104", "T102"]),
        (b'{"basics": {"name": "Marie", "name": "Maria", "url": "https://example.org"}}', ["S104"]),
    ],
)
def test_what_the_reader_reports_is_not_judged_again(text: bytes, codes: list[str]) -> None:
    assert sorted(finding.code for finding in cvpress.validate(cvpress.loads(text, "profile.json"))) == codes


def test_all_faults_come_in_the_order_of_the_text() -> None:
    text = b"""
work:
  - name: [Sorbonne]
    startDate: Present
    endDate: null
  - startdate: "1906"
basics:
  url: example.org
  email: marie
"""
    found = cvpress.validate(cvpress.loads(text, "profile.yaml"))
    assert [(finding.code, finding.start.line) for finding in found] == [
        ("T101", 3),
        ("V101", 4),
        ("T102", 5),
        ("K102", 6),
        ("C104", 7),
        ("V104", 8),
        ("V107", 9),
    ]
