"""Findings in files that are no text: every format says the page and the place, and no false line."""

from __future__ import annotations

import json

from lxml import etree
from reporting import diagnostic, report

from cvpress.diagnostics import Area, Position

TEXT = "Marie Curie\nPhysicist  and\nchemist\n"
NO_PLACE = {"start": Position(0, 0), "end": Position(0, 0), "pointer": (), "file": "cv.pdf"}

WHOLE = diagnostic(**NO_PLACE, code="A101", area=Area())
PAGE = diagnostic(**NO_PLACE, code="P101", area=Area(2))
PART = diagnostic((2, 12), (2, 15), pointer=(), file="cv.pdf", code="P101", area=Area(2, (57.3, 340.0, 80.0, 352.5)))
IN_HTML = PART._replace(file="cv.html", area=Area())
ALL = [WHOLE, PAGE, PART]


def test_full_has_a_frame_where_there_is_a_text() -> None:
    assert report("full", ALL, text=TEXT) == (
        "cv.pdf: error[A101]: this is wrong\n"
        " = mend it\n"
        "\n"
        "cv.pdf: page 2: error[P101]: this is wrong\n"
        " = mend it\n"
        "\n"
        "cv.pdf: page 2 at 57, 340: error[P101]: this is wrong\n"
        "  |\n"
        "1 | Marie Curie\n"
        "2 | Physicist  and\n"
        "  |            ^^^ mend it\n"
        "3 | chemist\n"
        "\n"
        "3 errors in 1 file\n"
    )


def test_colours_are_those_of_other_findings() -> None:
    lines = report("full", [PAGE], color=True).splitlines()
    assert lines[0] == "\x1b[1mcv.pdf: page 2:\x1b[0m \x1b[1;31merror[P101]\x1b[0m: this is wrong"
    assert lines[1] == "\x1b[34m =\x1b[0m \x1b[1;31mmend it\x1b[0m"


def test_concise() -> None:
    assert report("concise", [*ALL, IN_HTML]).splitlines()[:-1] == [
        "cv.pdf: error[A101]: this is wrong (mend it)",
        "cv.pdf: page 2: error[P101]: this is wrong (mend it)",
        "cv.pdf: page 2 at 57, 340: error[P101]: this is wrong (mend it)",
        "cv.html: line 2 of the text: error[P101]: this is wrong (mend it)",
    ]


def test_json() -> None:
    found = json.loads(report("json", [*ALL, IN_HTML]))
    assert [(one["page"], one["box"]) for one in found] == [
        (None, None),
        (2, None),
        (2, [57.3, 340.0, 80.0, 352.5]),
        (None, None),
    ]
    assert {one[key] for one in found for key in ("line", "column", "endLine", "endColumn")} == {None}


def test_github() -> None:
    assert report("github", [PAGE, WHOLE]).splitlines()[:2] == [
        "::error file=cv.pdf,title=cvpress (P101 no-text)::cv.pdf: page 2: this is wrong%0Amend it",
        "::error file=cv.pdf,title=cvpress (A101 untitled-file)::cv.pdf: this is wrong%0Amend it",
    ]


def test_gitlab() -> None:
    issues = json.loads(report("gitlab", [*ALL, PAGE]))
    assert [issue["description"] for issue in issues[:3]] == [
        "this is wrong (mend it)",
        "page 2: this is wrong (mend it)",
        "page 2 at 57, 340: this is wrong (mend it)",
    ]
    assert {issue["location"]["lines"]["begin"] for issue in issues} == {1}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_sarif() -> None:
    whole, _, part = json.loads(report("sarif", ALL))["runs"][0]["results"]
    file = {"artifactLocation": {"uri": "cv.pdf", "uriBaseId": "%SRCROOT%"}}
    assert whole["locations"] == [{"physicalLocation": file}]
    page = {"name": "page 2", "fullyQualifiedName": "page 2 at 57, 340", "kind": "page"}
    assert part["locations"] == [{"physicalLocation": file, "logicalLocations": [page]}]
    assert part["message"] == {"text": "page 2 at 57, 340: this is wrong (mend it)"}


def test_junit() -> None:
    names = [case.get("name") for case in etree.fromstring(report("junit", ALL).encode()).iter("testcase")]
    assert names == [
        "A101 untitled-file at the whole",
        "P101 no-text at page 2",
        "P101 no-text at page 2 at 57, 340",
    ]


def test_markdown() -> None:
    cells = [line.split(" | ")[0] for line in report("markdown", ALL).splitlines()[-3:]]
    assert cells == [
        "| <code>cv.pdf</code>",
        "| <code>cv.pdf: page 2</code>",
        "| <code>cv.pdf: page 2 at 57, 340</code>",
    ]
