"""Why a text is not TOML, in plain words instead of tomllib's: S103 and S108."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cvpress.syntax.document import Fault, Span
from cvpress.syntax.faults import TYPOGRAPHIC_QUOTES, merge_conflict, shorten
from cvpress.syntax.toml_tree import end_of_toml

if TYPE_CHECKING:
    import tomllib
    from collections.abc import Callable

__all__ = ["explain", "is_about_duplicates"]

_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_ABOUT_DUPLICATES = ("Cannot ", "Duplicate ")
_QUOTE_IT = 'if it is a text, put it in quotes: `"…"`'
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?![\w.-])")
_OTHER_DATE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?(?![\w.-])")
_WORD = re.compile(r"[^\s,\[\]{}#=]+")


def is_about_duplicates(error: tomllib.TOMLDecodeError) -> bool:
    """Whether tomllib complains that a key or a table is there already."""
    return str(error).startswith(_ABOUT_DUPLICATES)


def explain(text: str, error: tomllib.TOMLDecodeError) -> Fault:
    """Say why tomllib stopped, and what to do about it."""
    conflict = merge_conflict(text, "S103")
    if conflict:
        return conflict
    message = str(error)
    offset = _offset(text, message)
    for words, explanation in _EXPLANATIONS:
        if message.startswith(words):
            return explanation(text, offset)
    return _fault(f"the TOML cannot be read here: {_POSITION.sub('', message)}", "", _mark(text, offset))


def _offset(text: str, message: str) -> int:
    found = _POSITION.search(message)
    if not found or not found[1]:
        return len(text)
    start = 0
    for _ in range(int(found[1]) - 1):
        start = text.find("\n", start) + 1
    return min(start + int(found[2]) - 1, len(text))


def _fault(message: str, hint: str, span: Span, code: str = "S103") -> Fault:
    return Fault(code, message, hint, span)


def _mark(text: str, start: int, end: int | None = None) -> Span:
    """A span inside the text, of one character if it has no end."""
    return Span(start, min(start + 1 if end is None else end, len(text)))


def _char(text: str, offset: int) -> str:
    return text[offset : offset + 1]


def _line_before(text: str, offset: int) -> str:
    return text[text.rfind("\n", 0, offset) + 1 : offset]


def _value(text: str, offset: int) -> Fault:
    word = _WORD.match(text, offset)
    if not word:
        what = f"the `{_char(text, offset)}` is no value" if _char(text, offset).strip() else "a value is missing"
        return _fault(what, 'add one after the `=`, such as `"…"`', _mark(text, offset))
    written = word[0]
    if written.lower() in ("true", "false"):
        return _fault(f"`{written}` is not TOML", f"write `{written.lower()}`", _mark(text, offset, word.end()))
    if written.lower() in ("null", "none", "nil", "~"):
        return _fault("TOML has no empty value", "leave the key out", _mark(text, offset, word.end()))
    if written[0] in TYPOGRAPHIC_QUOTES:
        hint = 'write the straight quote `"`'
        return _fault(f"a typographic quote `{written[0]}` stands where a text begins", hint, _mark(text, offset))
    return _fault(
        f"the text `{shorten(written)}` is not in quotes", 'write it as `"…"`', _mark(text, offset, word.end())
    )


def _after_statement(text: str, offset: int) -> Fault:
    date = _bare_date(text, offset)
    if date:
        return date
    before = _line_before(text, offset).rstrip()
    if before.endswith('"'):
        hint = 'write `\\"` for a quote inside a text, and each key on a line of its own'
        return _fault("the text ended at the quote before this", hint, _mark(text, offset))
    if before.endswith("'"):
        hint = "put a text with an apostrophe in double quotes, and each key on a line of its own"
        return _fault("the text ended at the quote before this", hint, _mark(text, offset))
    hint = "put each key on a line of its own, and a value in quotes if it is a text"
    return _fault("the line should end before this", hint, _mark(text, offset))


def _bare_date(text: str, offset: int) -> Fault | None:
    """A date that is none of TOML's, behind whose year tomllib stopped."""
    start = offset - len("2019")
    if start < 0 or not text[start:offset].isdigit():
        return None
    if _DATE.match(text, start):
        return _date(text, start)
    found = _OTHER_DATE.match(text, start)
    if not found:
        return None
    message = f"TOML has dates such as 2019-06-01 only, not `{found[0]}`"
    return _fault(message, f'put it in quotes: `"{found[0]}"`', Span(*found.span()))


def _no_equals(text: str, offset: int) -> Fault:
    if _char(text, offset) == ":":
        return _fault("a `:` stands between key and value", "write `=`", _mark(text, offset))
    start = offset - len(_line_before(text, offset).lstrip())
    hint = 'write `key = value`; a text of several lines stands between `"""`'
    return _fault("this line has no `=` after its key", hint, _mark(text, start, max(offset, start + 1)))


def _key_part(text: str, offset: int) -> Fault:
    before = text[:offset].rstrip()
    if _char(text, offset) == "}" and before.endswith(","):
        comma = len(before) - 1
        return _fault("a comma stands after the last key", "remove the comma", _mark(text, comma))
    if _char(text, offset) in ("\n", "\r", "") and before.endswith(("{", ",")):
        return _inline_table(text, offset)
    hint = "a key is made of letters, digits, `-` and `_`; put any other in quotes"
    return _fault("expected a key here", hint, _mark(text, offset))


def _statement(text: str, offset: int) -> Fault:
    if _char(text, offset) in ("{", "}", "]"):
        hint = "a TOML file begins with `key = value` or `[table]`"
        return _fault(f"the `{_char(text, offset)}` cannot stand here", hint, _mark(text, offset))
    hint = "a key is made of letters, digits, `-` and `_`; put any other in quotes"
    return _fault("expected a key or a `[table]` here", hint, _mark(text, offset))


def _array(text: str, offset: int) -> Fault:
    still_open = _fault("expected `,` or `]`: the list is still open", _QUOTE_IT, _mark(text, offset))
    return _bare_date(text, offset) or still_open


def _inline_table(text: str, offset: int) -> Fault:
    if _char(text, offset) in ("\n", "\r", ""):
        hint = "close it with `}` on the same line, or write it as a `[table]`"
        return _fault("the `{…}` does not end on its line", hint, _mark(text, offset))
    return _bare_date(text, offset) or _fault("expected `,` or `}` here", _QUOTE_IT, _mark(text, offset))


def _header(text: str, offset: int) -> Fault:
    hint = "a header is `[table]`, or `[[table]]` for one of many"
    return _fault("expected `]`: the header is still open", hint, _mark(text, offset))


def _unclosed_string(text: str) -> Fault:
    start = end_of_toml(text)
    hint = "close it with the quote that it began with, three of them if it has several lines"
    end = text.find("\n", start)
    return _fault("a text in quotes is never closed", hint, _mark(text, start, len(text) if end < 0 else end))


def _in_string(text: str, offset: int) -> Fault:
    char = _char(text, offset)
    if char in ("", "\n", "\r"):
        return _unclosed_string(text)
    message = f"the invisible character U+{ord(char):04X} may not stand in TOML"
    return _fault(message, "remove it", _mark(text, offset), "S108")


def _escape(text: str, offset: int) -> Fault:
    start = max(text.rfind("\\", 0, offset), 0)
    hint = "write `\\\\` for a backslash, or put the text in single quotes"
    return _fault(f"`{text[start : start + 2]}` is not an escape that TOML knows", hint, _mark(text, start, start + 2))


def _character_code(text: str, offset: int) -> Fault:
    start = max(text.rfind("\\", 0, offset + 1), 0)
    hint = "`\\u` wants 4 hexadecimal digits and `\\U` 8, and half of a surrogate pair is no character"
    return _fault("this escape stands for no character", hint, _mark(text, start, start + 2))


def _date(text: str, offset: int) -> Fault:
    word = _WORD.match(text, offset)
    written = word[0] if word else ""
    hint = "correct it, or put it in quotes if it is a text"
    return _fault(f"the calendar has no `{shorten(written)}`", hint, _mark(text, offset, offset + len(written)))


def _already(text: str, offset: int) -> Fault:
    return _fault("a key or a table up to here is there already", "keep one of them", _mark(text, offset), "S104")


_EXPLANATIONS: tuple[tuple[str, Callable[[str, int], Fault]], ...] = (
    ("Invalid value", _value),
    ("Expected newline or end", _after_statement),
    ("Expected '=' after", _no_equals),
    ("Invalid initial character", _key_part),
    ("Invalid statement", _statement),
    ("Unclosed array", _array),
    ("Unclosed inline table", _inline_table),
    ("Expected ']", _header),
    ("Unterminated string", _in_string),
    ("Illegal character", _in_string),
    ("Found invalid character", _in_string),
    ("Expected \"'", _in_string),
    ("Unescaped", _escape),
    ("Invalid hex value", _character_code),
    ("Escaped character is not", _character_code),
    ("Invalid date", _date),
    *((words, _already) for words in _ABOUT_DUPLICATES),
)
