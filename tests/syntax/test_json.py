from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress.syntax import limits, read

TEXT = st.text(
    st.characters(exclude_characters="\ufffe\uffff", exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n")
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
DATA = st.dictionaries(
    TEXT,
    st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4)),
    max_size=5,
)

BROKEN = [
    # text, line, column, a part of the message, a part of the hint
    ('{"a": 1,}', 1, 8, "a comma stands after the last key", "remove"),
    ('{"a": [1, 2, ]}', 1, 12, "a comma stands after the last item", "remove"),
    ('{"a": 1\n "b": 2}', 2, 2, "a comma is missing before the next key", "add `,` after the value on line 1"),
    ('{"a": [1 2]}', 1, 10, "a comma is missing before the next item", "line 1"),
    ('{"a": [{} {}]}', 1, 11, "a comma is missing before the next item", "line 1"),
    ("{'a': 1}", 1, 2, "single quotes", "double quotes"),
    ("{\"a\": 'b'}", 1, 7, "single quotes", "double quotes"),
    ("{a: 1}", 1, 2, "the key `a` is not in quotes", '`"a"`'),
    ('{"a": hello}', 1, 7, "the text `hello` is not in quotes", '`"hello"`'),
    ('{\n"a": 1 // one\n}', 2, 8, "no comments", "YAML"),
    ('{"a": 1 /* one */}', 1, 9, "no comments", "YAML"),
    ('# one\n{"a": 1}', 1, 1, "no comments", "YAML"),
    ('{"a": "b}\n', 1, 7, "not closed on its line", 'add `"`'),
    ('{"a": "b', 1, 7, "not closed on its line", 'add `"`'),
    ('{"a": "b\\', 1, 9, "backslash", ""),
    ('{"a": [1, 2', 1, 7, "this `[` is never closed", "add `]`"),
    ('{"a": {"b": [1]}', 1, 1, "this `{` is never closed", "add `}`"),
    ('{"a": [1}', 1, 9, "closes the wrong bracket", "expected `]`: the `[` on line 1"),
    ('{"a": 1}}', 1, 9, "this `}` closes nothing", "remove"),
    ('{"a": "b\tc"}', 1, 9, "a tab stands in a text", "`\\t`"),
    ('{"a": "b\x01c"}', 1, 9, "a control character stands in a text", "`\\u0001`"),
    ('{"a": 1} {"b": 2}', 1, 10, "more text after the end", "line 1"),
    ('{"a": True}', 1, 7, "`True` is not JSON", "`true`"),
    ('{"a": None}', 1, 7, "`None` is not JSON", "`null`"),
    ('{"a": FALSE}', 1, 7, "`FALSE` is not JSON", "`false`"),
    ("{“a”: 1}", 1, 2, "typographic quote `“`", "straight"),
    ('{"a": "say "hi" now"}', 1, 12, "a quote inside a text", '`\\"`'),
    ('{"a": "C:\\dir"}', 1, 10, "no escape `\\d`", "`\\\\`"),
    ('{"a": "\\u12"}', 1, 8, "an escape is incomplete", "four"),
    ('{"a": "b\\u00e"}', 1, 9, "an escape is incomplete", "four"),
    ('{"a\\u12": 1}', 1, 4, "an escape is incomplete", "four"),
    ('{"a" 1}', 1, 6, "a `:` is missing", "line 1"),
    ('{"a" = 1}', 1, 6, "`=` stands between", "`:`"),
    ('{"a": 1; "b": 2}', 1, 8, "a `;`", "`,`"),
    ('{"a": 012}', 1, 7, "begin with a zero", "quotes"),
    ('{"a": +49}', 1, 7, "plus sign", "quotes"),
    ('{"a": .5}', 1, 7, "`.5` is not a number", "quotes"),
    ('{"a": 5.}', 1, 7, "`5.` is not a number", "quotes"),
    ('{"a": 5.e1}', 1, 7, "`5.e1` is not a number", "quotes"),
    ('{"a": 5e}', 1, 7, "`5e` is not a number", "quotes"),
    ('{"a": 5.1e+}', 1, 7, "`5.1e+` is not a number", "quotes"),
    ('{"a": 0x1F}', 1, 7, "`0x1F` is not a number", "quotes"),
    ('{"a": 2019-01-01}', 1, 7, "`2019-01-01` is not a number", "quotes"),
    ('{"a": , "b": 1}', 1, 7, "`,` cannot stand here", "a value"),
    ('{"a": 1,, "b": 1}', 1, 9, "`,` cannot stand here", "a key"),
    ('{"a": [1: 2]}', 1, 9, "`:` cannot stand here", "`,`"),
    ("{1: 2}", 1, 2, "a key must be a text", "`…`".replace("…", '"…"')),
    ("{[]: 2}", 1, 2, "`[` cannot stand here", "a key"),
    ('{"a": 1}\u00a0', 1, 9, "U+00A0 (no-break space)", "the end"),
    ("a: 1", 1, 1, "does not begin as JSON does", "`{`"),
    ('{"a":', 1, 1, "this `{` is never closed", ""),
    ('{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> b\n}', 2, 1, "a merge conflict", "remove the lines"),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), BROKEN)
def test_broken_json_says_what_is_wrong_and_where(
    text: str, line: int, column: int, message: str, hint: str, check_positions: Any
) -> None:
    document = read(text.encode(), "profile.json")
    (fault,) = document.faults
    assert (fault.code, fault.start) == ("S101", (line, column)), fault
    assert message in fault.message
    assert hint in fault.hint
    assert document.broken
    check_positions(document)


def test_plain_json_has_no_faults() -> None:
    document = read(b'\xef\xbb\xbf{"a": [1, 2.5, -0.5e3, true, null, "\\ud83d\\ude00"]}', "profile.json")
    assert document.data == {"a": [1, 2.5, -500.0, True, None, "😀"]}
    assert not document.faults
    assert not document.text.startswith("\ufeff")


def test_every_duplicate_is_reported_and_the_last_one_counts(codes: Any, shown: Any) -> None:
    document = read(b'{"a": {"x": 0},\n "a": 2,\n "b": [{"c": 1, "c": 2}],\n "a": {"d": 3}}', "profile.json")
    assert document.data == {"a": {"d": 3}, "b": [{"c": 2}]}
    assert codes(document) == [("S104", 2, 2), ("S104", 3, 17), ("S104", 4, 2)]
    assert [fault.hint[:26] for fault in document.faults] == [f"it stands first on line {line}:" for line in (1, 3, 1)]
    assert document.faults[1].pointer == ("b", 0, "c")
    assert shown(document, ("a",)) == ('"a"', '{"d": 3}')
    assert shown(document, ("a", "x")) == ('"a"', '{"d": 3}')


@pytest.mark.parametrize(
    ("written", "code"),
    [("NaN", "S109"), ("Infinity", "S109"), ("-Infinity", "S109"), ("1e999", "S109"), ("-" + "9" * 5000, "S106")],
)
def test_a_number_that_cannot_be_held_stays_text(written: str, code: str, codes: Any) -> None:
    document = read(f'{{"a": {written}, "b": 1}}'.encode(), "profile.json")
    assert document.data == {"a": written, "b": 1}
    assert codes(document) == [(code, 1, 7)]


@pytest.mark.parametrize("escape", ["\\ud800", "\\uDC00", "\\ud83dx", "\\u0000", "\\b", "\\f", "\\uffff"])
def test_characters_that_no_page_holds_are_replaced(escape: str, codes: Any) -> None:
    document = read(f'{{"a": "x{escape}", "{escape}": "\\ud83d\\ude00"}}'.encode(), "profile.json")
    assert document.data["a"].startswith("x\ufffd")
    assert "😀" in document.data.values()
    json.dumps(document.data, ensure_ascii=False).encode()
    assert [code for code, _, _ in codes(document)] == ["S108", "S108"]


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_endless_brackets_are_refused(opening: str, codes: Any) -> None:
    document = read((opening * 200_000).encode(), "profile.json")
    assert [code for code, _, _ in codes(document)] == ["S106"]


@pytest.mark.parametrize(("depth", "broken"), [(limits.DEPTH - 1, False), (limits.DEPTH, True)])
def test_depth_limit_is_exact(depth: int, broken: bool) -> None:
    document = read(f'{{"a": {"[" * depth}{"]" * depth}}}'.encode(), "profile.json")
    assert document.broken == broken


def test_too_many_values_are_refused(codes: Any) -> None:
    assert not read(f'{{"a": [{"0," * (limits.VALUES - 3)}0]}}'.encode(), "profile.json").broken
    document = read(f'{{"a": [{"0," * limits.VALUES}0]}}'.encode(), "profile.json")
    assert codes(document)[0][0] == "S106"


def test_many_faults_are_cut_short() -> None:
    document = read(f'{{"a": [{"NaN," * 5000}0]}}'.encode(), "profile.json")
    assert len(document.faults) == limits.FAULTS + 1
    assert "5,000 faults" in document.faults[-1].message


@pytest.mark.parametrize("text", ["", " \n", "[]", '[{"a": 1}]', '"a"', "1", "1.5", "true", "null"])
def test_the_top_must_be_a_mapping(text: str, codes: Any) -> None:
    document = read(text.encode(), "profile.json")
    assert document.broken
    assert codes(document) == [("S110", 1, 1)]


def test_places_are_those_of_the_text(shown: Any) -> None:
    document = read('{ "😀": [ 1,\n {"a\\u0062": "e\u0301"} ] }\n'.encode(), "profile.json")
    assert shown(document, ()) == (None, document.text.strip())
    assert shown(document, ("😀",)) == ('"😀"', '[ 1,\n {"a\\u0062": "e\u0301"} ]')
    assert shown(document, ("😀", 0)) == (None, "1")
    assert shown(document, ("😀", 1, "ab")) == ('"a\\u0062"', '"e\u0301"')
    assert shown(document, ("😀", 1, "none", 0)) == (None, '{"a\\u0062": "e\u0301"}')


@given(DATA, st.sampled_from([None, 2]), st.booleans())
def test_dumped_data_reads_back_equal(data: Any, indent: int | None, ascii_only: bool) -> None:
    document = read(json.dumps(data, indent=indent, ensure_ascii=ascii_only).encode(), "profile.json")
    assert document.data == data
    assert not document.faults


@given(DATA, st.sampled_from([None, 1]))
def test_the_text_at_a_place_is_its_value(pointers: Any, data: Any, indent: int | None) -> None:
    document = read(json.dumps(data, indent=indent).encode(), "profile.json")
    for pointer in pointers(data):
        key, span = document.place(pointer)
        value = data
        for step in pointer:
            value = value[step]
        assert json.loads(document.text[span.start : span.end]) == value
        assert key is None or json.loads(document.text[key.start : key.end]) == pointer[-1]


@given(st.text('{}[]",:\\ \nau0.1-eEtrue/#\x00\t', max_size=30))
def test_our_scanner_and_the_standard_library_agree(text: str) -> None:
    document = read(text.encode(), "profile.json")
    syntax_is_wrong = any(fault.code == "S101" for fault in document.faults)
    try:
        json.loads(text)
    except ValueError:
        assert syntax_is_wrong or any(fault.code in ("S105", "S108", "S110") for fault in document.faults)
    else:
        assert not syntax_is_wrong
