"""Why a text is not YAML, in plain words instead of libyaml's: S102 and S108."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yaml.error import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from cvpress.syntax.document import Fault, Span, line_of, line_starts

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["explain"]

_QUOTE_IT = 'if it is a text, put it in quotes: `"…"`'
_SURROGATES = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)

_COLON_WITHOUT_SPACE = re.compile(r"[ \t-]*[\w-]+:[^\s:/]")


class _Trouble(NamedTuple):
    """A complaint of the parser.

    Attributes:
        text: the whole text.
        problem: what the parser says.
        context: what it says it was doing.
        offset: where it stopped.
        began: where that which it was doing began; `offset` if it does not say.
    """

    text: str
    problem: str
    context: str
    offset: int
    began: int


def explain(text: str, error: YAMLError) -> Fault:
    """Say why PyYAML stopped, and what to do about it."""
    if isinstance(error, ReaderError):
        return _forbidden_character(text, error)
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _fault(f"the YAML cannot be read: {error}", "", _mark(text, 0, 1))
    offset = error.problem_mark.index
    began = error.context_mark.index if error.context_mark else offset
    trouble = _Trouble(text, error.problem or "", error.context or "", offset, began)
    if text[offset : offset + 1] == "\t":
        return _tab(trouble)
    for words, explanation in _EXPLANATIONS:
        if words in trouble.problem:
            return explanation(trouble)
    if trouble.context.startswith(("while scanning an alias", "while scanning an anchor")):
        return _indicator(trouble)
    return _at(trouble, f"the YAML cannot be read here: {trouble.problem}", "")


def _fault(message: str, hint: str, span: Span, code: str = "S102") -> Fault:
    return Fault(code, message, hint, span)


def _mark(text: str, start: int, end: int) -> Span:
    """A span inside the text: the parser may stop a line behind its end."""
    start = min(start, len(text))
    return Span(start, max(start, min(end, len(text))))


def _at(trouble: _Trouble, message: str, hint: str) -> Fault:
    return _fault(message, hint, _mark(trouble.text, trouble.offset, trouble.offset + 1))


def _since(trouble: _Trouble, message: str, hint: str) -> Fault:
    """Mark the line on which that begins which went wrong later."""
    end = trouble.text.find("\n", trouble.began)
    end = len(trouble.text) if end < 0 else end
    return _fault(message, hint, _mark(trouble.text, trouble.began, max(end, trouble.began + 1)))


def _line(trouble: _Trouble) -> str:
    """The line up to the point where the parser stopped."""
    start = trouble.text.rfind("\n", 0, trouble.offset) + 1
    return trouble.text[start : trouble.offset]


def _forbidden_character(text: str, error: ReaderError) -> Fault:
    code = error.character if isinstance(error.character, int) else ord(error.character)
    start = text.find(chr(code))
    message = f"the invisible character U+{code:04X} may not stand in YAML"
    return _fault(message, "remove it", _mark(text, start, start + 1), "S108")


def _tab(trouble: _Trouble) -> Fault:
    if _line(trouble).strip():
        return _at(trouble, "a tab cannot stand here", "replace it by a space")
    return _at(trouble, "a tab is used for indentation", "YAML wants spaces: replace each tab by two of them")


def _colon(trouble: _Trouble) -> Fault:
    before = _line(trouble)
    if ": " in before:
        hint = 'if it belongs to the value, put the value in quotes: `"…"`'
        return _at(trouble, "a second `:` stands on the line", hint)
    above = trouble.text[: trouble.offset - len(before)].rstrip().rsplit("\n", 1)[-1]
    hint = "indent it just as the key before it"
    if _COLON_WITHOUT_SPACE.match(above):
        hint = "put a space after the `:` on the line above"
    elif ":" not in above:
        hint = "the line above it has no `:` after its key"
    return _at(trouble, "a key stands where none can be", hint)


def _no_colon(trouble: _Trouble) -> Fault:
    hint = "write `key: value`; a text that goes on from the line above is indented more than its key"
    return _since(trouble, "this line has no `:` after its key", hint)


def _unclosed_flow(trouble: _Trouble) -> Fault:
    bracket = trouble.text[trouble.began : trouble.began + 1]
    closing = "]" if bracket == "[" else "}"
    line = line_of(line_starts(trouble.text), trouble.began)
    message = f"expected `,` or `{closing}`, for the `{bracket}` on line {line} is still open"
    return _at(trouble, message, _QUOTE_IT.replace("it is", f"the `{bracket}` begins"))


def _unclosed_quote(trouble: _Trouble) -> Fault:
    quote = trouble.text[trouble.began : trouble.began + 1]
    return _since(trouble, f"the quote `{quote}` is never closed", f"add `{quote}` at the end of the text")


def _no_key(trouble: _Trouble) -> Fault:
    before = _line(trouble).rstrip()
    found = trouble.text[trouble.offset : trouble.offset + 1]
    if found == ",":
        return _at(trouble, "a comma stands between keys", "put each key on a line of its own, or all in `{…}`")
    if before.endswith("'"):
        hint = "write `''` for an apostrophe in such a text, or put the text in double quotes"
        return _at(trouble, "the text ended at the quote before this", hint)
    if before.endswith('"'):
        return _at(trouble, "the text ended at the quote before this", 'write `\\"` for a quote inside a text')
    if found in ("]", "}"):
        return _at(trouble, f"this `{found}` closes nothing", "remove it")
    if found == "-":
        return _at(trouble, "a list item stands between keys", "indent the `-` under the key that it belongs to")
    return _at(trouble, "expected a key here", "indent it just as the keys before it")


def _no_dash(trouble: _Trouble) -> Fault:
    line = line_of(line_starts(trouble.text), trouble.began)
    hint = f"begin it with `-` as on line {line}, or change its indentation"
    return _at(trouble, "expected another item of the list, or its end", hint)


def _dash(trouble: _Trouble) -> Fault:
    return _at(trouble, "a list item cannot stand here", "put the `-` on a line of its own, under its key")


def _indicator(trouble: _Trouble) -> Fault:
    char = trouble.text[trouble.began : trouble.began + 1]
    end = max(trouble.offset, trouble.began + 1)
    return _fault(f"a text cannot begin with `{char}`", _QUOTE_IT, _mark(trouble.text, trouble.began, end))


def _tag(trouble: _Trouble) -> Fault:
    end = max(trouble.offset, trouble.began + 1)
    hint = "remove the tag, or put the value in quotes if it is a text"
    return _fault("the tag that begins here cannot be read", hint, _mark(trouble.text, trouble.began, end), "S107")


def _directive(trouble: _Trouble) -> Fault:
    return _at(trouble, "this line is no directive of YAML 1.2", "remove the line, or indent it if it is a text")


def _block_header(trouble: _Trouble) -> Fault:
    return _at(trouble, "a text cannot begin on the line of its `|` or `>`", "begin it on the next line, indented")


def _bad_start(trouble: _Trouble) -> Fault:
    char = trouble.text[trouble.offset : trouble.offset + 1]
    shown = "a backtick" if char == "`" else f"`{char}`"
    return _at(trouble, f"a text cannot begin with {shown}", _QUOTE_IT)


def _no_content(trouble: _Trouble) -> Fault:
    char = trouble.text[trouble.offset : trouble.offset + 1].strip()
    what = f"the `{char}` cannot stand here" if char else "a value is missing"
    return _at(trouble, what, _QUOTE_IT if char else "add the value")


def _escape(trouble: _Trouble) -> Fault:
    start = trouble.text.rfind("\\", 0, trouble.offset + 1)
    pair = _SURROGATES.match(trouble.text, start) or _SURROGATES.match(trouble.text, max(start - 6, 0))
    if pair:
        char = bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")
        message = f"YAML does not know the surrogate pair `{pair[0]}`"
        return _fault(message, f"write {char} itself, or `\\U{ord(char):08x}`", _mark(trouble.text, *pair.span()))
    written = trouble.text[start : start + 2]
    if written[1:] in ("x", "u", "U"):
        hint = "`\\x` wants 2 hexadecimal digits, `\\u` 4 and `\\U` 8"
        return _fault("this escape stands for no character", hint, _mark(trouble.text, start, start + 2))
    hint = "write `\\\\` for a backslash, or put the text in single quotes"
    return _fault(f"`{written}` is not an escape that YAML knows", hint, _mark(trouble.text, start, start + 2))


def _second_root(trouble: _Trouble) -> Fault:
    hint = "indent it just as the lines before it"
    return _at(trouble, "the data ended before this", hint)


_EXPLANATIONS: tuple[tuple[str, Callable[[_Trouble], Fault]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("expected ',' or", _unclosed_flow),
    ("unexpected end of stream", _unclosed_quote),
    ("unexpected document indicator", _unclosed_quote),
    ("expected key", _no_key),
    ("expected <block end>", _no_key),
    ("expected '-' indicator", _no_dash),
    ("block sequence entries are not allowed", _dash),
    ("cannot start any token", _bad_start),
    ("escape", _escape),
    ("hexdecimal", _escape),
    ("hexadecimal", _escape),
    ("expected alphabetic or numeric", _indicator),
    ("expected node content", _no_content),
    ("expected <document start>", _second_root),
    ("tag", _tag),
    ("expected '>'", _tag),
    ("directive", _directive),
    ("incompatible YAML", _directive),
    ("expected comment or line break", _block_header),
)
