from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest

import cvpress
from cvpress.diagnostics import Diagnostic, Position, Severity, format_pointer
from cvpress.reporters import REPORTERS, Totals, make_reporter

COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def diagnostic(start: tuple[int, int], end: tuple[int, int], **changes: Any) -> Diagnostic:
    finding = Diagnostic(
        code="V101",
        severity=Severity.ERROR,
        message="this is wrong",
        hint="mend it",
        pointer=("work", 0, "endDate"),
        file="cv.yaml",
        start=Position(*start),
        end=Position(*end),
    )
    return finding._replace(**changes)


def frame(text: str, start: tuple[int, int], end: tuple[int, int], **changes: Any) -> str:
    """The frame of one finding, without its headline."""
    report = make_reporter("full", color=False).file("profile.yaml", text, [diagnostic(start, end, **changes)])
    headline, _, rest = report.partition("\n")
    assert headline == f"cv.yaml:{start[0]}:{start[1]}: error[V101]: this is wrong"
    return rest


FRAMES = {
    "a line amid others": (
        ("one\ntwo: x\nthree\nfour\n", (2, 6), (2, 7)),
        """\
  |
1 | one
2 | two: x
  |      ^ mend it
3 | three

""",
    ),
    "the only line": (("{}", (1, 1), (1, 3)), "  |\n1 | {}\n  | ^^ mend it\n\n"),
    "the last line": (("a\nb: 1\n", (2, 4), (2, 5)), "  |\n1 | a\n2 | b: 1\n  |    ^ mend it\n\n"),
    "the last line without a line break": (("a\nb: 1", (2, 1), (2, 2)), "  |\n1 | a\n2 | b: 1\n  | ^ mend it\n\n"),
    "the end of the text": (("a:\n", (1, 3), (1, 3)), "  |\n1 | a:\n  |   ^ mend it\n\n"),
    "behind the last line": (("a\n", (2, 1), (2, 1)), "  |\n1 | a\n\n"),
    "an empty text": (("", (1, 1), (1, 1)), "  |\n1 |\n  | ^ mend it\n\n"),
    "no hint": (("a: 1\n", (1, 4), (1, 5), "hint="), "  |\n1 | a: 1\n  |    ^\n\n"),
    "wide characters": (("名前: 値 x\n", (1, 5), (1, 6)), "  |\n1 | 名前: 値 x\n  |       ^^ mend it\n\n"),
    "full-width characters": (("Ａ: x\n", (1, 4), (1, 5)), "  |\n1 | Ａ: x\n  |     ^ mend it\n\n"),
    "combining characters": (
        ("e\u0301e\u0301: x\n", (1, 7), (1, 8)),
        "  |\n1 | e\u0301e\u0301: x\n  |     ^ mend it\n\n",
    ),
    "tabs": (("\ta:\tx\n", (1, 5), (1, 6)), "  |\n1 |     a:    x\n  |           ^ mend it\n\n"),
    "CRLF": (("a: 1\r\nb: 2\r\nc: 3\r\n", (2, 4), (2, 5)), "  |\n1 | a: 1\n2 | b: 2\n  |    ^ mend it\n3 | c: 3\n\n"),
    "control characters": (("a\x00\x1b[31m: x\n", (1, 2), (1, 3)), "  |\n1 | a␀␛[31m: x\n  |  ^ mend it\n\n"),
    "more lines than one": (
        ("a: >\n  one\n  two\nb:\n", (1, 4), (4, 1)),
        "  |\n1 | a: >\n  |    ^ mend it\n2 |   one\n\n",
    ),
    "empty lines around": (("\na\n\n", (2, 1), (2, 2)), "  |\n1 |\n2 | a\n  | ^ mend it\n3 |\n\n"),
    "numbers of two digits": (
        ("x\n" * 12, (10, 1), (10, 2)),
        "   |\n 9 | x\n10 | x\n   | ^ mend it\n11 | x\n\n",
    ),
}


@pytest.mark.parametrize(("case", "expected"), FRAMES.values(), ids=FRAMES)
def test_frame(case: tuple[Any, ...], expected: str) -> None:
    text, start, end, *changes = case
    assert frame(text, start, end, **({"hint": ""} if changes else {})) == expected


@pytest.mark.parametrize("column", [1, 51, 99, 100, 101, 500, 990, 1000])
@pytest.mark.parametrize("width", [1, 2], ids=["narrow", "wide"])
def test_a_long_line_is_cut_around_the_place(column: int, width: int) -> None:
    line = "".join(chr((0x61 if width == 1 else 0x3041) + number % 26) for number in range(1000))
    _, source, carets, *_ = frame(f"{line}\n", (1, column), (1, column + 1)).splitlines()
    shown = source.removeprefix("1 | ")
    assert 49 <= len(shown) * width <= 104
    # In columns of the terminal: all characters but the ellipsis are as wide as the line's.
    place = carets.index("^") - len("  | ") - shown.startswith("…")
    assert shown.strip("…")[place // width] == line[column - 1]
    assert carets.endswith(f"{'^' * width} mend it")


@pytest.mark.parametrize("text", ["x" * 5000, "値" * 5000, "\t" * 5000])
def test_a_long_value_has_a_mark_that_fits(text: str) -> None:
    _, source, carets, *_ = frame(f"{text}\n", (1, 1), (1, 5001)).splitlines()
    assert carets.count("^") == 100
    assert source.endswith("…")


def test_a_file_of_one_long_line_is_reported_quickly() -> None:
    text = "[" + "x" * 5_000_000 + "]"
    found = [diagnostic((1, column), (1, 5_000_000)) for column in range(1, 5_000_000, 5_000)]
    started = time.process_time()
    make_reporter("full", color=False).file("profile.yaml", text, found)
    assert time.process_time() - started < 5


def test_findings_of_one_file_are_parted_by_an_empty_line() -> None:
    found = [diagnostic((1, 1), (1, 2)), diagnostic((2, 1), (2, 2))]
    report = make_reporter("full", color=False).file("profile.yaml", "a\nb\n", found)
    assert report.count("\n\n") == 2
    assert report.endswith("\n\n")


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
    assert report.count("\n") == (1 if name == "concise" else 5)


def test_json() -> None:
    reporter = make_reporter("json", color=True)
    odd = diagnostic((2, 3), (4, 5), pointer=("a/b", "c~d", 0), message='"é" is\n\x1b wrong', file="ä b.json")
    report = (
        reporter.begin()
        + reporter.file("profile.yaml", "", [odd, diagnostic((1, 1), (1, 2))])
        + reporter.file("profile.yaml", "", [])
        + reporter.file("profile.yaml", "", [diagnostic((9, 9), (9, 9), severity=Severity.WARNING)])
        + reporter.end(Totals(3, 2, 1))
    )
    first, second, third = json.loads(report)
    assert first == {
        "file": "ä b.json",
        "code": "V101",
        "severity": "error",
        "message": '"é" is\n\x1b wrong',
        "hint": "mend it",
        "pointer": "/a~1b/c~0d/0",
        "line": 2,
        "column": 3,
        "endLine": 4,
        "endColumn": 5,
    }
    assert second["line"] == 1
    assert third["severity"] == "warning"


def test_json_without_findings_is_an_empty_list() -> None:
    reporter = make_reporter("json", color=False)
    assert json.loads(reporter.begin() + reporter.file("profile.yaml", "", []) + reporter.end(Totals(1, 0, 0))) == []


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (Totals(0, 0, 0), ""),
        (Totals(1, 0, 0), "ok: 1 file is valid\n"),
        (Totals(1234, 0, 0), "ok: 1,234 files are valid\n"),
        (Totals(1, 1, 0), "1 error in 1 file\n"),
        (Totals(3, 0, 2), "2 warnings in 3 files\n"),
        (Totals(3, 1000, 1), "1,000 errors and 1 warning in 3 files\n"),
    ],
)
@pytest.mark.parametrize("name", ["full", "concise"])
def test_sums(name: str, totals: Totals, expected: str) -> None:
    assert make_reporter(name, color=False).end(totals) == expected


@pytest.mark.parametrize("name", REPORTERS)
def test_every_reporter_takes_every_finding_of_a_real_file(name: str) -> None:
    document = cvpress.loads("basics:\n  名前: ü\n  url: ''\n  email: [\n]\n".encode(), "cv.yaml")
    found = cvpress.validate(document)
    reporter = make_reporter(name, color=False)
    report = (
        reporter.begin() + reporter.file("profile.yaml", document.text, found) + reporter.end(Totals(1, len(found), 0))
    )
    assert len(found) >= 3
    assert all(finding.code in report for finding in found)


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [((), ""), (("",), "/"), (("work", 0, "name"), "/work/0/name"), (("a/b", "m~n", "~1"), "/a~1b/m~0n/~01")],
)
def test_format_pointer(pointer: tuple[str | int, ...], expected: str) -> None:
    assert format_pointer(pointer) == expected
