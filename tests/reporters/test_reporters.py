"""What holds for all reports, and for those that people and plain programs read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from reporting import diagnostic, report

import cvpress
from cvpress.diagnostics import Severity, format_pointer, remove, rename, replace
from cvpress.reporters import REPORTERS, Totals, make_reporter

if TYPE_CHECKING:
    from cvpress.diagnostics import Fix

COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("name", ["full", "concise"])
@pytest.mark.parametrize("severity", Severity)
def test_colours_only_if_asked_for(name: str, severity: Severity) -> None:
    found = [diagnostic((1, 1), (1, 2), severity=severity)]
    totals = Totals(files=2, errors=1, warnings=1)
    plain, painted = (
        "".join((reporter.begin(), reporter.file("profile.yaml", "a: 1\n", found), reporter.end(totals)))
        for reporter in (make_reporter(name, color=False), make_reporter(name, color=True))
    )
    assert "\x1b" not in plain
    assert painted != plain
    assert COLOURS.sub("", painted) == plain
    assert painted.count("\x1b[0m") * 2 == len(COLOURS.findall(painted))


def test_concise_is_one_line_a_finding() -> None:
    found = [diagnostic((12, 3), (12, 9)), diagnostic((13, 1), (15, 1), hint="", severity=Severity.WARNING)]
    assert make_reporter("concise", color=False).file("profile.yaml", "", found) == (
        "cv.yaml:12:3: error[V101]: this is wrong (mend it)\ncv.yaml:13:1: warning[V101]: this is wrong\n"
    )


@pytest.mark.parametrize("name", ["full", "concise"])
def test_what_a_message_quotes_stays_on_its_line(name: str) -> None:
    odd = diagnostic(
        (1, 1), (1, 2), message="key `a\nb\x1b[31m\x9b`", hint=f"write `{'x' * 100_000}`", file="a\nb.yaml"
    )
    report = make_reporter(name, color=False).file("profile.yaml", "a: 1\n", [odd])
    assert report.startswith("a␊b.yaml:1:1: error[V101]: key `a␊b␛[31m\ufffd`")
    assert len(report) < 500
    assert set(report) & set("\x1b\x9b") == set()
    assert report.count("\n") == (1 if name == "concise" else 7)


def test_what_fix_mends_is_marked() -> None:
    safe, unsafe = diagnostic(fix=rename("endDate")), diagnostic(fix=rename("endDate", safe=False))
    assert [line.partition(": ")[2] for line in report("concise", [safe, unsafe]).splitlines()[:2]] == [
        "error[V101]: [*] this is wrong (mend it)",
        "error[V101]: this is wrong (mend it)",
    ]


def test_json() -> None:
    odd = diagnostic((2, 3), (4, 5), pointer=("a/b", "c~d", 0), message='"é" is\n\x1b wrong', file="ä b.json")
    warning = diagnostic((9, 9), (9, 9), severity=Severity.WARNING)
    first, second, third = json.loads(report("json", [odd, diagnostic((1, 1), (1, 2))], [], [warning], color=True))
    assert first == {
        "file": "ä b.json",
        "code": "V101",
        "name": "not-a-date",
        "severity": "error",
        "message": '"é" is\n\x1b wrong',
        "hint": "mend it",
        "pointer": "/a~1b/c~0d/0",
        "line": 2,
        "column": 3,
        "endLine": 4,
        "endColumn": 5,
        "page": None,
        "box": None,
        "fix": None,
    }
    assert second["line"] == 1
    assert third["severity"] == "warning"


@pytest.mark.parametrize(
    ("fix", "expected"),
    [
        (rename("endDate"), {"action": "rename", "value": "endDate", "safe": True}),
        (replace(["a"], safe=False), {"action": "replace", "value": ["a"], "safe": False}),
        (remove(), {"action": "remove", "value": None, "safe": True}),
    ],
)
def test_json_tells_the_fix(fix: Fix, expected: dict[str, object]) -> None:
    (found,) = json.loads(report("json", [diagnostic(fix=fix)]))
    assert found["fix"] == expected


@pytest.mark.parametrize("name", ["json", "gitlab"])
def test_json_without_findings_is_an_empty_list(name: str) -> None:
    assert json.loads(report(name, [], [])) == []


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (Totals(0, 0, 0), ""),
        (Totals(1, 0, 0), "ok: 1 file is valid\n"),
        (Totals(1234, 0, 0), "ok: 1,234 files are valid\n"),
        (Totals(1, 1, 0), "1 error in 1 file\n"),
        (Totals(3, 0, 2), "2 warnings in 3 files\n"),
        (Totals(3, 1000, 1), "1,000 errors and 1 warning in 3 files\n"),
        (Totals(2, 3, 1, fixable=2), "3 errors and 1 warning in 2 files; 2 can be mended with --fix\n"),
        (
            Totals(2, 3, 1, fixable=2, unsafe_fixable=1),
            "3 errors and 1 warning in 2 files; 2 can be mended with --fix, 1 more with --fix --unsafe-fixes\n",
        ),
        (Totals(1, 1, 0, unsafe_fixable=1), "1 error in 1 file; 1 can be mended with --fix --unsafe-fixes\n"),
        (Totals(1, 0, 0, fixed=1), "1 finding mended; ok: 1 file is valid\n"),
        (Totals(2, 1, 0, fixed=4), "4 findings mended; 1 error in 2 files\n"),
    ],
)
@pytest.mark.parametrize("name", ["full", "concise", "github"])
def test_sums(name: str, totals: Totals, expected: str) -> None:
    assert make_reporter(name, color=False).end(totals) == expected


@pytest.mark.parametrize("name", REPORTERS)
def test_every_reporter_takes_every_finding_of_a_real_file(name: str) -> None:
    document = cvpress.loads("basics:\n  名前: ü\n  url: ''\n  email: [\n]\n".encode(), "cv.yaml")
    found = cvpress.validate(document)
    written = report(name, found, text=document.text)
    assert len(found) >= 3
    assert all(finding.code in written for finding in found)


@pytest.mark.parametrize("name", sorted(REPORTERS.keys() - {"markdown"}))
def test_a_file_is_written_when_it_is_reported(name: str) -> None:
    """And nothing of it is kept, so that memory does not grow with the number of files."""
    reporter = make_reporter(name)
    reporter.begin()
    parts = [reporter.file(f"{number}.yaml", "a: 1\n", [diagnostic(file=f"{number}.yaml")]) for number in range(100)]
    assert all(f"{number}.yaml" in part for number, part in enumerate(parts))
    assert len(reporter.end(Totals(100, 100, 0))) < 2000


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [((), ""), (("",), "/"), (("work", 0, "name"), "/work/0/name"), (("a/b", "m~n", "~1"), "/a~1b/m~0n/~01")],
)
def test_format_pointer(pointer: tuple[str | int, ...], expected: str) -> None:
    assert format_pointer(pointer) == expected
