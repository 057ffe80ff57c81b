"""The code frames of `full`: what is shown, and that the carets stand under the place."""

from __future__ import annotations

import time
from typing import Any

import pytest
from reporting import diagnostic

from cvpress.reporters import make_reporter

WIDTH = 100


def frame(text: str, start: tuple[int, int], end: tuple[int, int], width: int = WIDTH, **changes: Any) -> str:
    """The frame of one finding, without its headline."""
    found = [diagnostic(start, end, **changes)]
    report = make_reporter("full", color=False, width=width).file("profile.yaml", text, found)
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
    "behind the last line break": (("a\n", (2, 1), (2, 1)), "  |\n1 | a\n2 |\n  | ^ mend it\n\n"),
    "an empty text": (("", (1, 1), (1, 1)), "  |\n1 |\n  | ^ mend it\n\n"),
    "no hint": (("a: 1\n", (1, 4), (1, 5), "hint="), "  |\n1 | a: 1\n  |    ^\n\n"),
    "tabs": (("\ta:\tx\n", (1, 5), (1, 6)), "  |\n1 |     a:    x\n  |           ^ mend it\n\n"),
    "CRLF": (("a: 1\r\nb: 2\r\nc: 3\r\n", (2, 4), (2, 5)), "  |\n1 | a: 1\n2 | b: 2\n  |    ^ mend it\n3 | c: 3\n\n"),
    "the break of a CRLF": (("a: 1\r\n", (1, 5), (1, 6)), "  |\n1 | a: 1\n  |     ^ mend it\n\n"),
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


@pytest.mark.parametrize(
    ("value", "columns"),
    [
        ("abc", 3),
        ("値", 2),
        ("Ａ", 2),
        ("e\u0301", 1),
        ("カ\u3099", 2),
        ("\u1112\u1161\u11ab", 2),
        ("\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", 4),
        ("\u0928\u092e\u0938\u094d\u0924\u0947", 4),
        ("soft\xadhyphen", 11),
        ("\u2764", 1),
        ("\u2764\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("\U0001f44d\U0001f3fd", 2),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 2),
        ("\U0001f9d1\U0001f3fd\u200d\U0001f4bb", 2),
        ("\U0001f1e9\U0001f1ea", 2),
        ("\u202e", len("<U+202E>")),
        ("\u200b", len("<U+200B>")),
    ],
    ids=[
        "ASCII",
        "CJK",
        "full width",
        "combining accent",
        "combining voiced mark",
        "conjoining jamo",
        "Hebrew points",
        "Devanagari signs",
        "soft hyphen",
        "text heart",
        "emoji heart",
        "keycap",
        "skin tone",
        "family",
        "profession",
        "flag",
        "right-to-left override",
        "zero-width space",
    ],
)
def test_carets_are_as_wide_as_the_value_and_behind_what_is_before_it(value: str, columns: int) -> None:
    """As wide as wcwidth 0.9 and the terminals that follow it say."""
    length = len(value)
    marked = frame(f"{value}: {value}\n", (1, length + 3), (1, 2 * length + 3)).splitlines()[2]
    assert marked == f"  | {' ' * (columns + 2)}{'^' * columns} mend it"


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069", "\u200f", "\u200b", "\ufeff", "\u2028"])
def test_what_hides_or_turns_a_text_is_seen(sign: str) -> None:
    found = diagnostic((1, 1), (1, 2), message=f"unknown key `a{sign}b`", file=f"c{sign}v.yaml")
    report = make_reporter("full").file("", f"a{sign}b: 1\n", [found])
    assert sign not in report
    assert report.count(f"<U+{ord(sign):04X}>") == 3


@pytest.mark.parametrize("column", [1, 47, 93, 94, 95, 96, 97, 500, 990, 1000, 1001])
@pytest.mark.parametrize("columns", [1, 2], ids=["narrow", "wide"])
@pytest.mark.parametrize("width", [40, 80, 100, 200])
def test_a_long_line_is_cut_around_the_place(column: int, columns: int, width: int) -> None:
    line = "".join(chr((0x61 if columns == 1 else 0x3041) + number % 26) for number in range(1000))
    _, source, carets, *_ = frame(f"{line}\n", (1, column), (1, column + 1), width).splitlines()
    shown = source.removeprefix("1 | ")
    assert (width - 4) // 2 - 4 <= sum(columns if sign != "…" else 1 for sign in shown) <= width - 4
    # In columns of the terminal: all characters but the ellipsis are as wide as the line's.
    before = carets.index("^") - len("  | ") - shown.startswith("…")
    assert shown.strip("…")[before // columns :][:1] == line[column - 1 : column]
    assert len(carets) <= width
    assert carets.rstrip(" mendit").endswith("^" * (columns if column <= len(line) else 1))


@pytest.mark.parametrize("text", ["x" * 5000, "値" * 5000, "\t" * 5000, "\u202e" * 5000, "e\u0301" * 5000])
def test_a_long_value_has_a_mark_that_fits(text: str) -> None:
    _, source, carets, *_ = lines = frame(f"{text}\n", (1, 1), (1, 5001)).splitlines()
    assert 45 <= carets.count("^") <= WIDTH - 6
    assert source.endswith("…")
    assert sum(line.endswith(" mend it") for line in lines) == 1


def test_lines_beside_a_cut_one_are_cut_as_far() -> None:
    text = f"short\n{'x' * 500}\n{'y' * 500}\n"
    _, before, marked, _, after, *_ = frame(text, (2, 400), (2, 401)).splitlines()
    assert before == "1 | …"
    assert marked.replace("x", "y").replace("2", "3") == after


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_hint_stands_beside_the_carets_or_below_the_frame_where_it_fits(width: int) -> None:
    hint = "no output shows it; write `x-shoeSize` if it is meant to be your own, or drop it"
    lines = frame("basics:\n  shoeSize: 42\nwork:\n", (2, 3), (2, 11), width, hint=hint).splitlines()
    assert all(len(line) <= width for line in lines)
    if width == 120:
        assert f"  |   ^^^^^^^^ {hint}" in lines
    else:
        below = lines[lines.index("3 | work:") + 1 : -1]
        assert [line[:4] for line in below] == ["  = ", *["    "] * (len(below) - 1)]
        assert " ".join(line[4:] for line in below) == hint


def test_a_hint_of_one_long_word_is_not_broken() -> None:
    url = "https://example.org/" + "x" * 100
    assert f"  = write\n    `{url}`\n" in frame("url: x\n", (1, 6), (1, 7), 80, hint=f"write `{url}`")


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
