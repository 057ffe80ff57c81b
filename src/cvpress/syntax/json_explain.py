"""Why a text is not JSON, in plain words: S101."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cvpress.syntax.document import Fault, Span, line_of, line_starts
from cvpress.syntax.faults import TYPOGRAPHIC_QUOTES, merge_conflict, shorten

if TYPE_CHECKING:
    from cvpress.syntax.json_tree import Break

__all__ = ["explain"]

_NAME = re.compile(r"[^\W\d][\w$-]*")
_NUMBER = re.compile(r"[-+.]?\w[\w.+-]*|[-+.]")
_STRING_PART = re.compile(r'(?>(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)')  # as in json_tree
_COMMENT = re.compile(r"//[^\n]*|#[^\n]*|/\*(?:(?!\*/)[^\n])*(?:\*/)?")
_PYTHON_CONSTANTS = {"True": "true", "False": "false", "None": "null"}


def explain(text: str, at: Break) -> Fault:
    """Say what stands at the point where a text stops being JSON, and what should."""
    conflict = merge_conflict(text, "S101")
    if conflict:
        return conflict
    if at.kind == "end":
        return _too_short(text, at)
    for look in (_trailing_comma, _wrong_character, _mark):
        fault = look(text, at)
        if fault:
            return fault
    return _missing(text, at)


def _fault(message: str, hint: str, start: int, end: int) -> Fault:
    return Fault("S101", message, hint, Span(start, end))


def _too_short(text: str, at: Break) -> Fault:
    if at.open is None:
        end = len(text.rstrip())
        return _fault("the text ends where a value was expected", "add the value", end, end)
    start = at.open.start
    closing = _closing(text[start])
    hint = f"add `{closing}` where it ends"
    return _fault(f"this `{text[start]}` is never closed", hint, start, start + 1)


def _trailing_comma(text: str, at: Break) -> Fault | None:
    before = at.previous
    if before is None or text[before.start] != "," or text[at.offset] not in "]}":
        return None
    last = "key" if at.wanted == "key" else "item"
    return _fault(f"a comma stands after the last {last}", "remove the comma", before.start, before.end)


def _wrong_character(text: str, at: Break) -> Fault | None:
    """What no JSON text has at any place, whatever was expected."""
    if at.kind != "other":
        return None
    start, char = at.offset, text[at.offset]
    comment = _COMMENT.match(text, start)
    if comment:
        return _fault("JSON has no comments", "remove it, or write the file in YAML or TOML", *comment.span())
    if char.isdigit() or (char in "-+." and at.wanted in ("value", "item")):
        return _broken_number(text, start)
    name = _NAME.match(text, start)
    if name:
        return _quote_inside(text, at) or _bare_word(name[0], start, at)
    return _wrong_quote(text, start) or _stray_character(char, start, at)


def _wrong_quote(text: str, start: int) -> Fault | None:
    char = text[start]
    if char == '"':
        return _broken_string(text, start)
    if char == "'":
        return _single_quotes(text, start)
    if char not in TYPOGRAPHIC_QUOTES:
        return None
    hint = 'write the straight quote `"`'
    return _fault(f"a typographic quote `{char}` stands where a text begins or ends", hint, start, start + 1)


def _single_quotes(text: str, start: int) -> Fault:
    closing = re.compile(r"'[^'\n]*+'").match(text, start)
    end = closing.end() if closing else start + 1
    return _fault("a text is in single quotes", 'JSON wants double quotes: `"…"`', start, end)


def _quote_inside(text: str, at: Break) -> Fault | None:
    """A word right behind a text: the quote before it was meant as part of the text."""
    if at.wanted != "comma" or at.previous is None or text[at.offset - 1] != '"':
        return None
    quote = at.offset - 1
    return _fault("a quote inside a text ends it here", 'write `\\"` for a quote inside a text', quote, quote + 1)


def _bare_word(word: str, start: int, at: Break) -> Fault:
    end = start + len(word)
    if at.previous is None:
        return _fault("the file does not begin as JSON does", "it begins with `{`, or `[` for a list", start, end)
    constant = _PYTHON_CONSTANTS.get(word) or (word.lower() if word.lower() in ("true", "false", "null") else None)
    if constant and at.wanted in ("value", "item"):
        return _fault(f"`{word}` is not JSON", f"write `{constant}`", start, end)
    what = "key" if at.wanted in ("key", "first key") else "text"
    return _fault(f"the {what} `{shorten(word)}` is not in quotes", f'write `"{shorten(word)}"`', start, end)


def _stray_character(char: str, start: int, at: Break) -> Fault:
    if char == "=" and at.wanted == "colon":
        return _fault("a `=` stands between key and value", "write `:`", start, start + 1)
    if char == ";":
        return _fault("a `;` stands in the text", "write `,` between values, and nothing at the end", start, start + 1)
    shown = f"`{char}`" if char.isprintable() and not char.isspace() else _unicode_name(char)
    return _fault(f"the character {shown} cannot stand here", f"expected {_wish(at)}", start, start + 1)


def _unicode_name(char: str) -> str:
    from unicodedata import name

    return f"U+{ord(char):04X} ({name(char, 'a control character').lower()})"


def _broken_string(text: str, start: int) -> Fault:
    found = _STRING_PART.match(text, start + 1)
    stop = found.end() if found else start + 1
    if stop == len(text) or text[stop] in "\r\n":
        hint = 'add `"` at its end; a line break inside a text is written `\\n`'
        return _fault("this text is not closed on its line", hint, start, stop)
    if text[stop] == "\\":
        return _broken_escape(text, stop)
    escape = "\\t" if text[stop] == "\t" else f"\\u{ord(text[stop]):04x}"
    what = "tab" if text[stop] == "\t" else "control character"
    return _fault(f"a {what} stands in a text", f"write `{escape}`, or remove it", stop, stop + 1)


def _broken_escape(text: str, start: int) -> Fault:
    if text[start : start + 2] == "\\u":
        hint = "`\\u` wants four hexadecimal digits, as in `\\u00e9`"
        return _fault("an escape is incomplete", hint, start, start + 2)
    char = text[start + 1 : start + 2]
    if not char.isprintable() or not char:
        return _fault("a backslash stands at the end of the line", "write `\\\\` for a backslash", start, start + 1)
    return _fault(f"JSON has no escape `\\{char}`", "write `\\\\` for a backslash", start, start + 2)


def _broken_number(text: str, start: int) -> Fault:
    found = _NUMBER.match(text, start)
    written = found[0] if found else text[start]
    hint = 'if it is a text, put it in quotes: `"…"`'
    if re.fullmatch(r"-?0\d+", written):
        return _fault("a number cannot begin with a zero", hint, start, start + len(written))
    if written[0] == "+":
        return _fault("a number cannot begin with a plus sign", hint, start, start + len(written))
    return _fault(f"`{shorten(written)}` is not a number", hint, start, start + len(written))


def _mark(text: str, at: Break) -> Fault | None:
    """A bracket, comma or colon that is JSON, but not here."""
    if at.kind != "mark":
        return None
    start, char = at.offset, text[at.offset]
    if char in "]}" and at.open is None:
        return _fault(f"this `{char}` closes nothing", "remove it", start, start + 1)
    if char in "]}" and at.open is not None and _closing(text[at.open.start]) != char:
        opening = text[at.open.start]
        line = line_of(line_starts(text), at.open.start)
        hint = f"expected `{_closing(opening)}`: the `{opening}` on line {line} is still open"
        return _fault(f"this `{char}` closes the wrong bracket", hint, start, start + 1)
    if char in "[{" and at.wanted in ("comma", "colon", "end"):
        return None
    return _fault(f"the `{char}` cannot stand here", f"expected {_wish(at)}", start, start + 1)


def _missing(text: str, at: Break) -> Fault:
    """What stands here is well written, but something is missing before it."""
    start = at.offset
    before = at.previous
    line = line_of(line_starts(text), before.start) if before else 1
    if at.wanted == "colon":
        return _fault("a `:` is missing after the key", f"add `:` after the key on line {line}", start, start + 1)
    if at.wanted == "end":
        hint = f"remove it, or the bracket on line {line} if that closes the data too early"
        return _fault("there is more text after the end of the data", hint, start, start + 1)
    if at.wanted == "comma":
        what = "key" if at.open and text[at.open.start] == "{" else "item"
        hint = f"add `,` after the value on line {line}"
        return _fault(f"a comma is missing before the next {what}", hint, start, start + 1)
    return _fault("a key must be a text in double quotes", 'write it as `"…"`', start, start + 1)


def _wish(at: Break) -> str:
    return {
        "value": "a value",
        "item": "an item of the list or `]`",
        "first key": "a key in double quotes or `}`",
        "key": "a key in double quotes",
        "colon": "`:` after the key",
        "comma": "`,` or the end of the list or mapping",
        "end": "the end of the file",
    }[at.wanted]


def _closing(bracket: str) -> str:
    return "]" if bracket == "[" else "}"
