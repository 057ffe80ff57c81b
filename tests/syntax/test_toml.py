from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvpress.syntax import limits, read, toml_tree

TEXT = st.text(
    st.characters(exclude_characters="\ufffe\uffff", exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n")
)
SCALARS = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates().map(lambda date: _Bare(date.isoformat()))
    | st.datetimes().map(lambda moment: _Bare(moment.isoformat(" ", "seconds")))
    | TEXT
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3))
DATA = st.dictionaries(TEXT, VALUES | st.lists(st.dictionaries(TEXT, VALUES, max_size=3), min_size=1), min_size=1)


class _Bare(str):
    """A date or a time: written without quotes."""

    __slots__ = ()


def _dump(data: dict[str, Any], style: str) -> str:
    """Write TOML, mappings as [tables] as far as the style says so, all else inline."""
    lines: list[str] = []
    _dump_table(data, [], lines, style)
    return "\n".join(lines) + "\n"


def _dump_table(data: dict[str, Any], path: list[str], lines: list[str], style: str) -> None:
    later = []
    for key, value in data.items():
        is_tables = isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)
        if style == "tables" and (isinstance(value, dict) or is_tables):
            later.append((key, value))
        elif style == "dotted" and isinstance(value, dict) and value:
            lines += [f"{_quote(key)} . {_quote(inner)} = {_inline(child)}  # x" for inner, child in value.items()]
        else:
            lines.append(f"{_quote(key)} = {_inline(value)}")
    for key, value in later:
        header = ".".join(map(_quote, [*path, key]))
        for table in value if isinstance(value, list) else [value]:
            lines.append(f"[[{header}]]" if isinstance(value, list) else f"\t[ {header} ] # x")
            _dump_table(table, [*path, key], lines, style)


def _inline(value: Any) -> str:
    if isinstance(value, _Bare):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quote(key)} = {_inline(child)}" for key, child in value.items()) + "}"
    if isinstance(value, list):
        return "[ # x ]\n" + "".join(f"{_inline(item)},\n" for item in value) + "]"
    return _quote(value) if isinstance(value, str) else json.dumps(value)


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


@settings(max_examples=50, deadline=None)
@given(DATA, st.sampled_from(["inline", "dotted", "tables"]), st.sampled_from(["\n", "\r\n"]))
def test_dumped_data_reads_back_equal(pointers: Any, data: Any, style: str, newline: str) -> None:
    text = _dump(data, style).replace("\n", newline)
    document = read(text.encode(), "profile.toml")
    assert not document.faults
    assert document.data == data
    for pointer in pointers(data):
        key, span = document.place(pointer)
        value = data
        for step in pointer:
            value = value[step]
        written = text[span.start : span.end]
        assert (key is None) == (not pointer or isinstance(pointer[-1], int))
        if key:
            assert tomllib.loads(f"{text[key.start : key.end]} = 1") == {pointer[-1]: 1}
        if pointer and not isinstance(value, dict | list):
            assert read(f"x = {written}".encode(), "profile.toml").data == {"x": value}


def test_places_are_those_of_the_text(shown: Any) -> None:
    text = """\
# a comment
title = 'x'   # another
a."b c".d = [ 1,
  {e = "f"}, ] # end

[[work]]
name = \"""one
"two\""\"""

[work.place]
city = '''it's'''
[[work]]
start = 2024-03-01 10:00:00
[one.two]
x = 1
[ one ]
y = 2
"""
    document = read(text.encode(), "profile.toml")
    assert shown(document, ()) == (None, text[12:-1])
    assert shown(document, ("title",)) == ("title", "'x'")
    assert shown(document, ("a",)) == ("a", 'a."b c".d = ')
    assert shown(document, ("a", "b c", "d")) == ("d", '[ 1,\n  {e = "f"}, ]')
    assert shown(document, ("a", "b c", "d", 1)) == (None, '{e = "f"}')
    assert shown(document, ("a", "b c", "d", 1, "e")) == ("e", '"f"')
    assert shown(document, ("work",)) == ("work", "[[work]]")
    assert shown(document, ("work", 0)) == (None, "[[work]]")
    assert shown(document, ("work", 0, "name")) == ("name", '"""one\n"two"""""')
    assert shown(document, ("work", 0, "place")) == ("place", "[work.place]")
    assert shown(document, ("work", 0, "place", "city")) == ("city", "'''it's'''")
    assert shown(document, ("work", 1, "start")) == ("start", "2024-03-01 10:00:00")
    assert shown(document, ("one",)) == ("one", "[ one ]")
    assert shown(document, ("one", "two")) == ("two", "[one.two]")
    assert shown(document, ("one", "two", "x")) == ("x", "1")


@pytest.mark.parametrize(
    "written",
    [
        "2024-03-01",
        "07:32:00",
        "07:32:00.50",
        "2024-03-01T10:00:00Z",
        "2024-03-01 10:00:00.5",
        "2024-03-01t10:00:00-07:00",
    ],
)
def test_dates_and_times_are_the_text_that_was_written(written: str) -> None:
    document = read(f"a = {written}\nb = [{written}]\nc = {{d = {written}}}\n".encode(), "profile.toml")
    assert document.data == {"a": written, "b": [written], "c": {"d": written}}


@pytest.mark.parametrize(
    "written",
    [
        "'''it's'''",
        "''''a'''''",
        "''''''",
        "''",
        '""""""',
        '""""a"""',
        '"""a\\""""',
        '"""a""b"""""',
        '"""a\\\\"""',
        '""',
        '"\\""',
        '"a\\\\"',
    ],
)
def test_a_text_stands_between_its_own_quotes(written: str, shown: Any) -> None:
    # The re of Python 3.11.2 lost its way in these: https://github.com/python/cpython/issues/106052.
    document = read(f"a = {written} # x\nb = [{written}, 10:00:00]\n".encode(), "profile.toml")
    assert document.data["b"] == [document.data["a"], "10:00:00"]
    assert shown(document, ("a",)) == ("a", written)
    assert shown(document, ("b", 0)) == (None, written)


def test_without_places_the_nearest_parent_is_shown(monkeypatch: pytest.MonkeyPatch, codes: Any, shown: Any) -> None:
    monkeypatch.setattr(toml_tree, "_SCALAR", re.compile("1"))
    huge = "0x" + "f" * 5000
    text = f'[a]\nb = 1\nc = 2024-03-01 10:00:00\nd = [nan, 10:30:00, {huge}]\ne = "\\u0007"\n'
    document = read(text.encode(), "profile.toml")
    inner = {"b": 1, "c": "2024-03-01T10:00:00", "d": ["nan", "10:30:00", huge], "e": "\ufffd"}
    assert document.data == {"a": inner}
    assert codes(document) == [("S108", 1, 1), ("S109", 1, 1), ("S106", 1, 1)]
    assert shown(document, ("a", "b")) == ("b", "1")
    assert shown(document, ("a", "d", 0)) == ("a", "[a]")
    assert shown(document, ("f",)) == (None, text)


BROKEN = [
    # text, code, line, column, a part of the message, a part of the hint
    ("a\n", "S103", 1, 1, "no `=` after its key", "key = value"),
    ("a = \n", "S103", 1, 5, "a value is missing", "after the `=`"),
    ("a = Marie\n", "S103", 1, 5, "the text `Marie` is not in quotes", '"…"'),
    ("a = True\n", "S103", 1, 5, "`True` is not TOML", "`true`"),
    ("a = null\n", "S103", 1, 5, "no empty value", "leave the key out"),
    ("a = “b”\n", "S103", 1, 5, "typographic quote `“`", "straight"),
    ("a = 1\r\nb = c\r\n", "S103", 2, 5, "the text `c` is not in quotes", ""),
    ("a: 1\n", "S103", 1, 2, "a `:` stands between", "`=`"),
    ('a = "b\nc = 1\n', "S103", 1, 5, "never closed", "quote"),
    ("a = 'b\n", "S103", 1, 5, "never closed", "quote"),
    ('a = """b\n', "S103", 1, 5, "never closed", "three"),
    ("a = '''b\n", "S103", 1, 5, "never closed", "three"),
    ("a = [1 2]\n", "S103", 1, 8, "the list is still open", ""),
    ("a = [1, 2\n", "S103", 2, 1, "the list is still open", ""),
    ("a = {b = 1\n}\n", "S103", 1, 11, "does not end on its line", "[table]"),
    ("a = {b = 1,}\n", "S103", 1, 11, "a comma stands after the last key", "remove"),
    ("a = {b = 1 c = 2}\n", "S103", 1, 12, "expected `,` or `}`", ""),
    ('a = "C:\\dir"\n', "S103", 1, 8, "`\\d` is not an escape", "single quotes"),
    ('a = "\\u12"\n', "S103", 1, 6, "stands for no character", "4"),
    ('a = "\\ud800"\n', "S103", 1, 6, "stands for no character", "surrogate"),
    ("a = 2013-02-31\n", "S103", 1, 5, "the calendar has no `2013-02-31`", "quotes"),
    ("a = 2019-13-01 # b\n", "S103", 1, 5, "the calendar has no `2019-13-01`", "quotes"),
    ("a = 2019-06\n", "S103", 1, 5, "not `2019-06`", '`"2019-06"`'),
    ("a = 2019-6-1\n", "S103", 1, 5, "not `2019-6-1`", '`"2019-6-1"`'),
    ("a = [2019-06]\n", "S103", 1, 6, "not `2019-06`", '`"2019-06"`'),
    ("a = {b = 2019-06, c = 1}\n", "S103", 1, 10, "not `2019-06`", '`"2019-06"`'),
    ("a = 2019-x\n", "S103", 1, 9, "the line should end", "quotes"),
    ("[a]\n<<<<<<< HEAD\nb = 1\n=======\n>>>>>>> c\n", "S103", 2, 1, "a merge conflict", "remove the lines"),
    ("a = 012\n", "S103", 1, 6, "the line should end", "quotes"),
    ('a = "say "hi" now"\n', "S103", 1, 11, "ended at the quote", '`\\"`'),
    ("a = 'it's'\n", "S103", 1, 9, "ended at the quote", "double quotes"),
    ("[a\n", "S103", 1, 3, "header is still open", "[table]"),
    ("[[a]\n", "S103", 1, 4, "header is still open", "[[table]]"),
    ("= 1\n", "S103", 1, 1, "expected a key", "quotes"),
    ("a. = 1\n", "S103", 1, 4, "expected a key", "quotes"),
    ('{"a": 1}\n', "S103", 1, 1, "`{` cannot stand here", "key = value"),
    ('a = "b\x07"\n', "S108", 1, 7, "U+0007", "remove"),
    ("a = 1 # \x07\n", "S108", 1, 9, "U+0007", "remove"),
    ("a = 1\na = 2\n", "S104", 2, 1, "the key `a` is here already", "line 1"),
    ("[a]\nb = 1\n[a]\n", "S104", 3, 2, "the key `a` is here already", "line 1"),
    ("[a]\n[[a]]\n", "S104", 2, 3, "the key `a` is here already", "line 1"),
    ("a = 1\n[a]\n", "S104", 2, 2, "the key `a` is here already", "line 1"),
    ("a = []\n[[a]]\n", "S104", 2, 3, "the key `a` is here already", "line 1"),
    ("a.b = 1\na.b.c = 2\n", "S104", 2, 3, "the key `b` is here already", "line 1"),
    ("a = {b = 1, b = 2}\n", "S104", 1, 13, "the key `b` is here already", "line 1"),
    ("a = {b = 1}\n[a.c]\n", "S104", 2, 2, "the key `a` is here already", "line 1"),
    ("a = [{b = 1}]\n[a.c]\n", "S104", 2, 2, "the key `a` is here already", "line 1"),
    ("a.b = 1\n[a]\n", "S104", 2, 2, "the key `a` is here already", "line 1"),
    ("[a]\nb.c = 1\n[a.b.d]\n[a.b]\n", "S104", 4, 4, "the key `b` is here already", "line 2"),
    ("[a.b]\n[a]\nb.c = 1\n", "S104", 3, 8, "already", "keep one"),
    ("a = " + "9" * 5000, "S106", 1, 5, "too long", "quotes"),
    ("a = " + "[" * 200_000, "S106", 1, 104, "nested", ""),
    ("a = " + "{a = " * 200_000, "S106", 1, 500, "nested", ""),
    ("a." * 200_000 + "a = 1", "S106", 1, 201, "nested", ""),
    ("a." * 200_000, "S106", 1, 201, "nested", ""),
    ("[" + "a." * 200_000 + "a]", "S106", 1, 202, "nested", ""),
    ("a = [" + "1," * limits.VALUES + "1]", "S106", 1, 200_006, "100,000 values", ""),
    ("", "S110", 1, 1, "the file is empty", "sections"),
    ("\n# a\n", "S110", 1, 1, "only comments", "sections"),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "message", "hint"), BROKEN)
def test_broken_toml_says_what_is_wrong_and_where(  # noqa: PLR0913, PLR0917  the columns of the table
    text: str, code: str, line: int, column: int, message: str, hint: str, check_positions: Any
) -> None:
    document = read(text.encode(), "profile.toml")
    (fault,) = document.faults
    assert (fault.code, fault.start) == (code, (line, column)), fault
    assert message in fault.message
    assert hint in fault.hint
    assert document.broken
    check_positions(document)


def test_every_duplicate_is_reported(codes: Any) -> None:
    document = read(b"a = 1\nb = 2\na = 3\n[c]\nd = 1\na = 4\nd = 2\na = 5\n", "profile.toml")
    assert codes(document) == [("S104", 3, 1), ("S104", 7, 1), ("S104", 8, 1)]


@pytest.mark.parametrize(
    ("written", "code"),
    [("nan", "S109"), ("-inf", "S109"), ("1e999", "S109"), ("0x" + "f" * 5000, "S106")],
)
def test_a_number_that_cannot_be_held_stays_text(written: str, code: str, codes: Any) -> None:
    document = read(f"a = 1\nb = [{written}]\n".encode(), "profile.toml")
    assert document.data == {"a": 1, "b": [written]}
    assert codes(document) == [(code, 2, 6)]


def test_characters_that_no_page_holds_are_replaced(codes: Any) -> None:
    document = read(b'"a\\u0000" = "b\\u0007"\n"c\\b" = nan\n', "profile.toml")
    assert document.data == {"a\ufffd": "b\ufffd", "c\ufffd": "nan"}
    assert sorted(codes(document)) == [("S108", 1, 1), ("S108", 1, 13), ("S108", 2, 1), ("S109", 2, 9)]


@pytest.mark.parametrize(("depth", "broken"), [(limits.DEPTH - 1, False), (limits.DEPTH, True)])
def test_depth_limit_is_exact(depth: int, broken: bool) -> None:
    for text in (f"a = {'[' * depth}{']' * depth}", "a." * depth + "a = 1", "[" + "a." * (depth - 1) + "a]\nb = 1"):
        assert read(text.encode(), "profile.toml").broken == broken
