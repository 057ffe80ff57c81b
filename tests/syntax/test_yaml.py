from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cvpress.syntax import limits, read, yaml_loader, yaml_parser
from cvpress.syntax import yaml as yaml_reader

# PyYAML's emitter and libyaml break lines at U+0085, U+2028 and U+2029, as YAML 1.1 did.
TEXT = st.text(st.characters(exclude_characters="\x85\u2028\u2029\ufeff\ufffe\uffff", exclude_categories=["Cs", "Cc"]))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
DATA = st.dictionaries(
    TEXT,
    st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4)),
    min_size=1,
    max_size=5,
)

LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 10)
)
DEEP_ALIASES = (
    "a0: &a0 "
    + "[" * 40
    + "]" * 40
    + "\n"
    + "".join(f"a{i}: &a{i} {'[' * 40}*a{i - 1}{']' * 40}\n" for i in range(1, 4))
)


@pytest.fixture(params=["libyaml", "pure Python"])
def any_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with both of PyYAML's parsers."""
    if request.param == "pure Python":
        monkeypatch.setattr(yaml_reader, "new_parser", yaml_parser.PureParser)
        monkeypatch.setattr("cvpress.syntax.yaml_tree.new_parser", yaml_parser.PureParser)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *((written, None) for written in ("", "~", "null", "Null", "NULL")),
        *((written, True) for written in ("true", "True", "TRUE")),
        *((written, False) for written in ("false", "False", "FALSE")),
        *((written, written) for written in ("NO", "no", "Yes", "on", "off", "y", "nUll", "tRUE")),
        *((written, written) for written in ("0123", "-01", "00", "01.03", "+49301234567", "+1.5")),
        *(
            (written, written)
            for written in ("12:30", "1_000", "2024-03-01", "2024-03", "1e", "0x", "0o8", "--1", "...b")
        ),
        ("0", 0),
        ("-0", 0),
        ("2019", 2019),
        ("-12", -12),
        ("0x1F", 31),
        ("0o17", 15),
        ("1.", 1.0),
        (".5", 0.5),
        ("-3.80", -3.8),
        ("1e3", 1000.0),
        ("'1'", "1"),
        ('"null"', "null"),
        ("!!str 12", "12"),
        ("! 12", "12"),
        ('!!int "007"', 7),
        ("!!int 0x10", 16),
        ("!!float 1", 1.0),
        ("!!float +1.5", 1.5),
        ("!!bool 'true'", True),
        ("!!null ''", None),
        ("!!seq [1]", [1]),
        ("!!map {b: 1}", {"b": 1}),
        ("|\n  b\n  c\n", "b\nc\n"),
        (">-\n  b\n  c\n", "b c"),
    ],
)
@pytest.mark.usefixtures("any_parser")
def test_scalars_are_those_of_the_core_schema(written: str, value: Any) -> None:
    document = read(f"a: {written}".encode(), "profile.yaml")
    assert not document.faults
    assert document.data == {"a": value}
    assert type(document.data["a"]) is type(value)


def test_keys_are_the_text_that_was_written() -> None:
    document = read(b"1: a\ntrue: b\n~: c\n2024-01-01: d\n0x1: e\n!!str 2: f\n? g\n: h\n", "profile.yml")
    assert document.data == {
        "1": "a", "true": "b", "~": "c", "2024-01-01": "d", "0x1": "e", "2": "f", "g": "h",
    }  # fmt: skip
    assert not document.faults


BROKEN = [
    # text, code, line, column, a part of the message, a part of the hint
    ("a: b\n\tc: d\n", "S102", 2, 1, "a tab is used for indentation", "spaces"),
    ("a:\n\t- b\n", "S102", 2, 1, "a tab is used for indentation", "spaces"),
    ("a:\n  b: 1\n \tc: 2\n", "S102", 3, 2, "a tab is used for indentation", "spaces"),
    ("a: Aim: radium\n", "S102", 1, 7, "a second `:`", "quotes"),
    ("a:b\nc: d\n", "S102", 2, 2, "a key stands where none can be", "a space after the `:`"),
    ("a\nc: d\n", "S102", 2, 2, "a key stands where none can be", "no `:`"),
    ("a: 1\n b: 3\n", "S102", 2, 3, "a key stands where none can be", "indent"),
    ("a:\n  b: 1\n c: 2\n", "S102", 3, 2, "expected a key", "indent"),
    ("  a: 1\nb: 2\n", "S102", 2, 1, "ended before this", "indent"),
    ("a: 1\nb\nc: 2\n", "S102", 2, 1, "no `:` after its key", "key: value"),
    ("a: [1, 2\nb: 3\n", "S102", 1, 4, "this `[` is never closed", "add `]`"),
    ("a: {b: 2\nc: 3\n", "S102", 1, 4, "this `{` is never closed", "add `}`"),
    ("a:\n  - {b: 1\n  - {b: 2}\n", "S102", 2, 5, "this `{` is never closed", "add `}`"),
    ("a: [{b: 1}, {c: 2", "S102", 1, 13, "this `{` is never closed", "add `}`"),
    ("a: [{b: 1}, {c: 2,\n\n", "S102", 1, 13, "this `{` is never closed", "add `}`"),
    ("a: {\n  b: 1  # c, d\n  e: 2\n}\n", "S102", 2, 7, "a comma is missing at the end", "or `}` if the `{` on line 1"),
    ('{\n"a": 1\n\n"b": 2\n}\n', "S102", 2, 7, "a comma is missing at the end", "or `}` if the `{` on line 1"),
    ('a: ["b"\n  "c"]\n', "S102", 1, 8, "a comma is missing at the end", "or `]` if the `[` on line 1"),
    ('a: ["b",\n  "c" "d"]\n', "S102", 2, 7, "the `[` on line 1 is still open", "add the `,`"),
    ("a: [b: c: d]\n", "S102", 1, 9, "the `[` on line 1 is still open", "quotes"),
    ("a: [b](https://x.org) c\n", "S102", 1, 4, "a text cannot begin with `[`", "quotes"),
    ("a:\n  b: {c} d: e\n", "S102", 2, 6, "a text cannot begin with `{`, which begins a mapping", "quotes"),
    ("a:\n- [b] - c\n- d\n", "S102", 2, 3, "a text cannot begin with `[`, which begins a list", "quotes"),
    ("a: [b]]\n", "S102", 1, 7, "this `]` closes nothing", "remove"),
    ('a: "b\nc: 3\n', "S102", 1, 4, 'the quote `"` is never closed', "add"),
    ("a: 'b\n", "S102", 1, 4, "the quote `'` is never closed", "add"),
    ("a: 'it's'\n", "S102", 1, 8, "ended at the quote", "``''``".replace("``", "`")),
    ('a: "say "hi" now"\n', "S102", 1, 10, "ended at the quote", '`\\"`'),
    ('"a": "b", "c": 1\n', "S102", 1, 9, "a comma stands between keys", "line"),
    ('a: "b",\nc: 1\n', "S102", 1, 7, "a comma stands at the end of the line", "remove"),
    ("a:\n  - 'b', # c\n  - d\n", "S102", 2, 8, "a comma stands at the end of the line", "remove"),
    ("a:\n  - 'b', 'c'\n", "S102", 2, 8, "expected another item", "line 2"),
    ("a = b\nc: 1\n", "S102", 1, 3, "a `=` stands between key and value", "`a: b`"),
    ("c: 1\na=b\n", "S102", 2, 2, "a `=` stands between key and value", "`a: b`"),
    ("a：\n  b: 1\n", "S102", 1, 2, "the colon `：` is another character", "`a:`"),
    ("a:\n  - b： c\n    d: 1\n", "S102", 2, 6, "the colon `：` is another character", "`b: c`"),
    ("a:\n\u00a0\u00a0b: 1\n  c: 1\n", "S102", 2, 1, "indented with U+00A0", "blanks"),
    ("a:\n\u00a0\u00a0b: 1\n", "S102", 2, 1, "indented with U+00A0", "blanks"),
    ("a: 1\n\u3000- b\n", "S102", 2, 1, "indented with U+3000", "blanks"),
    ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n", "S102", 1, 1, "a merge conflict", "remove the lines"),
    ("a: |\n  b\n<<<<<<<\n  c\n=======\n>>>>>>>\n", "S102", 3, 1, "a merge conflict", "remove the lines"),
    ("a: |\n  b\n<<<<<<< c\n", "S102", 3, 1, "no `:` after its key", ""),
    ("a: @b\n", "S102", 1, 4, "cannot begin with `@`", "quotes"),
    ("a: `b`\n", "S102", 1, 4, "cannot begin with a backtick", "quotes"),
    ("a: %b\n", "S102", 1, 4, "cannot begin with `%`", "quotes"),
    ("a: **b**\n", "S102", 1, 4, "cannot begin with `*`", "quotes"),
    ("a: & b\n", "S102", 1, 4, "cannot begin with `&`", "quotes"),
    ("a: ]\n", "S102", 1, 4, "`]` cannot stand here", "quotes"),
    ("a: - b\n", "S102", 1, 4, "a list item cannot stand here", "line of its own"),
    ("- a\nb: 1\n", "S102", 2, 1, "expected another item", "line 1"),
    ("a: 1\n- b\n", "S102", 2, 1, "a list item stands between keys", "indent"),
    ('a: "C:\\dir"\n', "S102", 1, 7, "`\\d` is not an escape", "single quotes"),
    ('a: "\\u12"\n', "S102", 1, 5, "stands for no character", "4"),
    ('a: "\\ud83d\\ude00"\n', "S102", 1, 5, "surrogate pair", "😀"),
    ('a: "\\ud800"\n', "S102", 1, 5, "stands for no character", ""),
    ("a: | b\n", "S102", 1, 6, "`|`", "next line"),
    ("%YAML 1.3\n---\na: 1\n", "S102", 1, 1, "directive", "remove"),
    ("a: *b\n", "S102", 1, 4, "the alias `*b` stands for nothing", "&b"),
    ("a: &x [1, *x]\n", "S107", 1, 11, "puts a value into itself", "remove"),
    ("? [a, b]\n: c\n", "S107", 1, 3, "a key cannot be a list or a mapping", "quotes"),
    ("a: {{ name }}\n", "S107", 1, 5, "a key cannot be a list or a mapping", "quotes"),
    ("a: &x b\n*x : c\n", "S107", 2, 1, "the key is the alias `*x`", "itself"),
    ("a: !e!foo 1\n", "S107", 1, 4, "the tag", "remove"),
    ("é: b\x07\n", "S108", 1, 5, "U+0007", "remove"),
    (LAUGHS, "S106", 5, 45, "100,000 values", ""),
    (DEEP_ALIASES, "S106", 3, 49, "nested", ""),
    ("- " * 200_000, "S106", 1, 201, "nested", ""),
    ("{a: " * 200_000, "S106", 1, 401, "nested", ""),
    ("[" * 200_000, "S106", 1, 101, "nested", ""),
    ("a:\n" + "- 1\n" * limits.VALUES + "- 1\n", "S106", limits.VALUES + 2, 3, "100,000 values", ""),
    ("", "S110", 1, 1, "the file is empty", "sections"),
    ("\n# a\n", "S110", 1, 1, "only comments", "sections"),
    ("---\n", "S110", 1, 1, "no values", "sections"),
    ("- a\n", "S110", 1, 1, "a list", "sections"),
    ("a\n", "S110", 1, 1, "one text", "sections"),
    ("12\n", "S110", 1, 1, "one number", "sections"),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "message", "hint"), BROKEN)
def test_broken_yaml_says_what_is_wrong_and_where(  # noqa: PLR0913, PLR0917  the columns of the table
    text: str, code: str, line: int, column: int, message: str, hint: str, check_positions: Any
) -> None:
    document = read(text.encode(), "profile.yaml")
    (fault,) = document.faults
    assert (fault.code, fault.start) == (code, (line, column)), fault
    assert message in fault.message
    assert hint in fault.hint
    assert document.broken
    check_positions(document)


RECOVERED = [
    # text, data, code, line, column
    ("a: !foo b\n", {"a": "b"}, "S107", 1, 4),
    ("a: !!python/object/apply:os.system [b]\n", {"a": ["b"]}, "S107", 1, 4),
    ("a: !!binary aGk=\n", {"a": "aGk="}, "S107", 1, 4),
    ("a: !!set {b, c}\n", {"a": {"b": None, "c": None}}, "S107", 1, 4),
    ("!foo a: b\n", {"a": "b"}, "S107", 1, 1),
    ("a: !!int b\n", {"a": "b"}, "S107", 1, 4),
    ("a: !!bool yes\n", {"a": "yes"}, "S107", 1, 4),
    ("a: !!null b\n", {"a": "b"}, "S107", 1, 4),
    ("a: !!float b\n", {"a": "b"}, "S107", 1, 4),
    ("a: !!seq {b: 1}\n", {"a": {"b": 1}}, "S107", 1, 4),
    ("a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n", {"a": {"b": 1}, "c": {"d": 1}}, "S107", 3, 3),
    ("a: 1\n---\nb: 2\n", {"a": 1}, "S107", 2, 1),
    ("a: .nan\n", {"a": ".nan"}, "S109", 1, 4),
    ("a: [-.INF]\n", {"a": ["-.INF"]}, "S109", 1, 5),
    ("a: 1e999\n", {"a": "1e999"}, "S109", 1, 4),
    ("a: " + "9" * 5000, {"a": "9" * 5000}, "S106", 1, 4),
    ("a: 0x" + "f" * 5000, {"a": "0x" + "f" * 5000}, "S106", 1, 4),
    ('a: "b\\0c"\n', {"a": "b\ufffdc"}, "S108", 1, 4),
    ("a: 1\nb: 2\na: 3\n", {"a": 3, "b": 2}, "S104", 3, 1),
    ("a: 1\n'a': 3\n", {"a": 3}, "S104", 2, 1),
]


@pytest.mark.parametrize(("text", "data", "code", "line", "column"), RECOVERED)
@pytest.mark.usefixtures("any_parser")
def test_what_json_cannot_say_is_reported_and_read_on(
    text: str, data: Any, code: str, line: int, column: int, codes: Any
) -> None:
    document = read(text.encode(), "profile.yaml")
    assert codes(document) == [(code, line, column)]
    assert document.data == data


def test_every_duplicate_is_reported_with_the_line_of_the_first() -> None:
    document = read(b"a: 1\nb:\n- c: 1\n  c: 2\na: 3\na:\n  d: 1\n", "profile.yaml")
    assert [(fault.pointer, fault.start.line, fault.hint[-21:]) for fault in document.faults] == [
        (("b", 0, "c"), 4, "line 3: keep one of them"[-21:]),
        (("a",), 5, "line 1: keep one of them"[-21:]),
        (("a",), 6, "line 1: keep one of them"[-21:]),
    ]
    assert document.data == {"a": {"d": 1}, "b": [{"c": 2}]}


def test_faults_before_a_break_are_reported_too(codes: Any) -> None:
    assert codes(read(b"a: !foo b\nc: @d\n", "profile.yaml")) == [("S107", 1, 4), ("S102", 2, 4)]


def test_a_quoted_merge_key_is_a_key() -> None:
    document = read(b'"<<": {a: 1}\n', "profile.yaml")
    assert document.data == {"<<": {"a": 1}}
    assert not document.faults


@pytest.mark.usefixtures("any_parser")
def test_places_are_those_of_the_text(shown: Any) -> None:
    text = """\
# a comment
"😀" : &x e\u0301   # another
work:
  - name: 'A B'
    summary: |
      one
      two

  - name: plain
      text

    none:
flow: [1, {a: "b"},
  *x]   # end

"""
    document = read(text.encode(), "profile.yaml")
    assert shown(document, ()) == (None, text[12:].partition("   # end")[0])
    assert shown(document, ("😀",)) == ('"😀"', "&x e\u0301")
    assert shown(document, ("work",))[1].startswith("- name: 'A B'")
    assert shown(document, ("work",))[1].endswith("none:")
    assert shown(document, ("work", 0)) == (None, "name: 'A B'\n    summary: |\n      one\n      two")
    assert shown(document, ("work", 0, "name")) == ("name", "'A B'")
    assert shown(document, ("work", 0, "summary")) == ("summary", "|\n      one\n      two")
    assert shown(document, ("work", 1, "name")) == ("name", "plain\n      text")
    assert shown(document, ("work", 1, "none")) == ("none", "")
    assert shown(document, ("flow",)) == ("flow", '[1, {a: "b"},\n  *x]')
    assert shown(document, ("flow", 1, "a")) == ("a", '"b"')
    assert shown(document, ("flow", 2)) == (None, "*x")


def test_what_an_alias_stands_for_has_its_places_where_it_was_written(shown: Any) -> None:
    document = read(b"a: &x {b: [1]}\nc: *x\n", "profile.yaml")
    assert document.data == {"a": {"b": [1]}, "c": {"b": [1]}}
    assert shown(document, ("c",)) == ("c", "*x")
    assert shown(document, ("c", "b", 0)) == (None, "1")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_mark_counts_characters(mark: str) -> None:
    document = read((mark + "😀: e\u0301\nb: 1\nb: 2\n").encode(), "profile.yaml")
    assert [fault.start for fault in document.faults] == [(3, 1)]


def test_the_pure_parser_is_there_if_libyaml_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "yaml._yaml", None)
    assert yaml_parser._parser_class() is yaml_parser.PureParser  # noqa: SLF001


def test_the_loader_knows_all_events_of_the_parser() -> None:
    events = {name for name in dir(yaml.events) if name.endswith("Event")}
    known = {name for name in dir(yaml_loader) if name.endswith("Event")}
    assert events - known == {"Event", "NodeEvent", "CollectionStartEvent", "CollectionEndEvent"}


@given(DATA)
def test_json_is_yaml(data: Any) -> None:
    written = json.dumps(data, ensure_ascii=False)
    document = read(written.encode(), "profile.yaml")
    assert not document.faults
    assert document.data == data


@given(DATA, st.sampled_from([True, False, None]), st.integers(20, 200))
def test_dumped_data_reads_back_equal(pointers: Any, data: Any, flow: bool | None, width: int) -> None:
    written = yaml.dump(data, Dumper=_Dumper, default_flow_style=flow, allow_unicode=True, width=width, sort_keys=False)
    document = read(written.encode(), "profile.yaml")
    assert not document.faults, written
    assert document.data == data
    document.place(())
    for pointer in pointers(data):
        key, span = document.place(pointer)
        assert (key is None) == (not pointer or isinstance(pointer[-1], int))
        assert 0 <= span.start <= span.end <= len(written)


class _Dumper(yaml.SafeDumper):
    """Quotes all texts: what needs no quotes differs between YAML 1.1 and 1.2."""

    def represent_text(self, text: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", text, style='"')

    def ignore_aliases(self, data: object) -> bool:
        return True


_Dumper.add_representer(str, _Dumper.represent_text)
