from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cvpress
from cvpress.diagnostics import Severity
from cvpress.syntax import SYNTAXES, limits, read, syntax_of

SYNTAX = st.sampled_from(["json", "yaml", "toml", None])
SNIPPETS = st.sampled_from(
    [
        *"{}[]()<>\"'`,:;=#&*!|>%@-?.~\\\n\r\t a0é😀\ufeff\x00\x85\u2028",
        *("  ", "- ", ": ", " = ", "a: 1\n", "[a]\n", "[[a]]\n", '"a": ', "'''", '"""', "<<: ", "&x ", "*x", "!!int "),
        *("---\n", "2024-03-01", "null", "true", "1e999", ".nan", "0x1F", "\\u00e9", "\\ud83d", "//", "/*", "nan"),
    ]
)


@pytest.mark.parametrize(
    ("name", "syntax"),
    [
        ("a.json", "json"),
        ("A.JSON", "json"),
        ("x/a.b.yaml", "yaml"),
        ("a.yml", "yaml"),
        ("a.toml", "toml"),
        ("a.txt", None),
        ("-", None),
        ("", None),
        ("json", None),
        ("a.json/b", None),
    ],
)
def test_the_ending_of_a_name_says_the_syntax(name: str, syntax: str | None) -> None:
    assert syntax_of(name) == syntax


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ('\n {"a": 1}', {"a": 1}),
        ("a: 1\n", {"a": 1}),
        ("# a\n---\na: 1\n", {"a": 1}),
        ("# a = 1\na = 1\n", {"a": 1}),
        ("a.b = 1\n", {"a": {"b": 1}}),
        ('"a b" = 1\n', {"a b": 1}),
        ('"a b" . c-d = 1\n', {"a b": {"c-d": 1}}),
        ('"a\x85b" = 1\n', {"a\x85b": 1}),
        ("\n[a] # b\nb = 1\n", {"a": {"b": 1}}),
        ("[[a]]\n", {"a": [{}]}),
        ("a: b = c\n", {"a": "b = c"}),
    ],
)
@pytest.mark.parametrize("name", ["-", "profile", "profile.txt"])
def test_without_a_known_ending_the_text_says_the_syntax(text: str, data: Any, name: str) -> None:
    assert read(text.encode(), name).data == data


@pytest.mark.parametrize(("text", "code"), [('[{"a": 1}]', "S110"), ('// x\n{"a": 1}', "S101"), ("", "S110")])
def test_what_looks_like_json_is_read_as_json(text: str, code: str, codes: Any) -> None:
    assert codes(read(text.encode(), "-")) == [(code, 1, 1)]


def test_a_given_syntax_comes_before_the_name() -> None:
    assert read(b"a = 1", "profile.json", "toml").data == {"a": 1}


def test_an_unknown_syntax_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="xml"):
        read(b"", "-", "xml")


@pytest.mark.parametrize(
    ("source", "code", "line", "column", "message", "hint"),
    [
        ('{"é":\n "'.encode() + b'\xe9"}', "S105", 2, 3, "byte 9 of the file, 0xe9", "“é”"),
        (b'{"a": "\xff', "S105", 1, 8, "0xff", "“ÿ”"),
        (b'{"a": "\xc3"}', "S105", 1, 8, "0xc3", ""),
        (b'{"a": "\x81"}', "S105", 1, 8, "0x81", "save the file as UTF-8"),
        (b'{"a": "\xed\xa0\x80"}', "S105", 1, 8, "0xed", ""),
        ('{"a": 1}'.encode("utf-16"), "S105", 1, 1, "UTF-16", "UTF-8"),
        ('{"a": 1}'.encode("utf-32"), "S105", 1, 1, "UTF-32", "UTF-8"),
        ('{"a": 1}'.encode("utf-16-le"), "S105", 1, 1, "UTF-16", "UTF-8"),
        ('{"a": 1}'.encode("utf-16-be"), "S105", 1, 1, "UTF-16", "UTF-8"),
        (b'{"a":\n "b\x00"}', "S108", 2, 4, "NUL", "remove"),
        (b" " * (limits.BYTES + 1), "S106", 1, 1, "10,485,761 bytes", "pictures"),
    ],
)
@pytest.mark.parametrize("syntax", ["json", "yaml", "toml", None])
def test_what_is_not_utf8_is_said_before_any_syntax(  # noqa: PLR0913, PLR0917  the columns of the table
    source: bytes, code: str, line: int, column: int, message: str, hint: str, syntax: str | None, check_positions: Any
) -> None:
    document = read(source, "profile", syntax)
    (fault,) = document.faults
    assert (fault.code, fault.start, fault.severity) == (code, (line, column), Severity.ERROR)
    assert message in fault.message
    assert hint in fault.hint
    assert document.broken
    check_positions(document)


@pytest.mark.parametrize(("text", "syntax"), [('{"a": 1}', "json"), ("a: 1", "yaml"), ("a = 1", "toml")])
def test_a_byte_order_mark_is_accepted(text: str, syntax: str) -> None:
    document = read(b"\xef\xbb\xbf" + text.encode(), "-", syntax)
    assert document.data == {"a": 1}
    assert document.text == text


@given(st.binary(max_size=60), SYNTAX)
def test_no_bytes_raise(check_positions: Any, source: bytes, syntax: str | None) -> None:
    check_positions(read(source, "profile", syntax))


@given(st.text(max_size=60), SYNTAX)
def test_no_text_raises(check_positions: Any, text: str, syntax: str | None) -> None:
    check_positions(read(text.encode(errors="replace"), "profile", syntax))


@given(st.lists(SNIPPETS, max_size=25).map("".join), SYNTAX)
def test_nothing_that_looks_like_a_profile_raises(
    check_positions: Any, pointers: Any, text: str, syntax: str | None
) -> None:
    document = read(text.encode(), "profile", syntax)
    check_positions(document)
    if document.data is not None:
        str(document.data).encode()
        for pointer in pointers(document.data):
            key, span = document.place(pointer)
            assert 0 <= span.start <= span.end <= len(document.text)
            assert (key is None) == (not pointer or isinstance(pointer[-1], int)), (pointer, document.text)


@pytest.mark.parametrize(
    ("syntax", "unwanted"),
    [("json", {"yaml", "tomllib", "cvpress.syntax.tree"}), ("yaml", {"tomllib"}), ("toml", {"yaml"})],
)
def test_only_the_syntax_that_is_read_is_imported(syntax: str, unwanted: set[str]) -> None:
    source = {"json": '{"a": 1}', "yaml": "a: 1", "toml": "a = 1"}[syntax]
    program = f"""
import sys
from cvpress.syntax import read
assert read({source.encode()!r}, "profile.{syntax}").data == {{"a": 1}}
print(*sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert not unwanted & set(run.stdout.split())


def test_every_ending_belongs_to_one_of_the_three_syntaxes() -> None:
    assert set(SYNTAXES.values()) == {"json", "yaml", "toml"}


def test_no_group_is_repeated_possessively() -> None:
    # Before Python 3.11.5 it matches too much (https://github.com/python/cpython/issues/106052).
    possessive = re.compile(r"(?<!\\)\)(?:[*+?]|\{+[\d,]+\}+)\+")
    assert possessive.search(r"(?:ab?c)*+")
    for source in Path(cvpress.__file__).parent.rglob("*.py"):
        lines = source.read_text(encoding="utf-8").splitlines()
        assert not [line for line in lines if possessive.search(line) and not line.startswith("#")], source
