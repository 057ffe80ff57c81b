"""Why a text is not YAML, in plain words instead of libyaml's: S102 and S108."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from cvpress.syntax.document import Fault, Span, line_of, line_starts
from cvpress.syntax.faults import merge_conflict
from cvpress.syntax.yaml_brackets import text_in_brackets, unclosed, unclosed_at_end
from cvpress.syntax.yaml_key_slips import key_slip
from cvpress.syntax.yaml_trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["explain"]

_QUOTE_IT = 'if it is a text, put it in quotes: `"…"`'
_QUOTES_INSIDE = {
    "'": "write `''` for an apostrophe in such a text, or put the text in double quotes",
    '"': 'write `\\"` for a quote inside a text',
}
_SURROGATES = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)

_COLON_WITHOUT_SPACE = re.compile(r"[ \t-]*[\w-]+:[^\s:/]")
_REST_IS_BLANK = re.compile(r"[ \t]*+(?:#|\r?\n|\Z)")


def explain(text: str, error: YAMLError) -> Fault:
    """Say why PyYAML stopped, and what to do about it."""
    return merge_conflict(text, "S102") or _why_not(text, error)


def _why_not(text: str, error: YAMLError) -> Fault:
    if isinstance(error, ReaderError):
        return _forbidden_character(text, error)
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Fault("S102", f"the YAML cannot be read: {error}", "", Span(0, min(1, len(text))))
    offset = error.problem_mark.index
    began = error.context_mark.index if error.context_mark else offset
    trouble = Trouble(text, error.problem or "", error.context or "", offset, began)
    if trouble.char == "\t":
        return _tab(trouble)
    for words, explanation in _EXPLANATIONS:
        if words in trouble.problem:
            return explanation(trouble)
    if trouble.context.startswith(("while scanning an alias", "while scanning an anchor")):
        return _indicator(trouble)
    return trouble.at(f"the YAML cannot be read here: {trouble.problem}", "")


def _forbidden_character(text: str, error: ReaderError) -> Fault:
    code = error.character if isinstance(error.character, int) else ord(error.character)
    start = text.find(chr(code))
    message = f"the invisible character U+{code:04X} may not stand in YAML"
    return Fault("S108", message, "remove it", Span(start, start + 1))


def _tab(trouble: Trouble) -> Fault:
    if trouble.before.strip():
        return trouble.at("a tab cannot stand here", "replace it by a space")
    return trouble.at("a tab is used for indentation", "YAML wants spaces: replace each tab by two of them")


def _colon(trouble: Trouble) -> Fault:
    if ": " in trouble.before:
        hint = 'if it belongs to the value, put the value in quotes: `"…"`'
        return trouble.at("a second `:` stands on the line", hint)
    slip = key_slip(trouble, trouble.line_above)
    if slip:
        return slip
    above = trouble.line(trouble.line_above)
    hint = "indent it just as the key before it"
    if _COLON_WITHOUT_SPACE.match(above):
        hint = "put a space after the `:` on the line above"
    elif ":" not in above:
        hint = "the line above it has no `:` after its key"
    return trouble.at("a key stands where none can be", hint)


def _no_colon(trouble: Trouble) -> Fault:
    slip = key_slip(trouble, trouble.text.rfind("\n", 0, trouble.began) + 1)
    if slip:
        return slip
    hint = "write `key: value`; a text that goes on from the line above is indented more than its key"
    return trouble.since("this line has no `:` after its key", hint)


def _unclosed_quote(trouble: Trouble) -> Fault:
    quote = trouble.text[trouble.began : trouble.began + 1]
    return trouble.since(f"the quote `{quote}` is never closed", f"add `{quote}` at the end of the text")


def _no_key(trouble: Trouble) -> Fault:
    found = trouble.char
    slip = _comma_at_end(trouble) or text_in_brackets(trouble)
    if slip:
        return slip
    if found == ",":
        return trouble.at("a comma stands between keys", "put each key on a line of its own, or all in `{…}`")
    hint = _QUOTES_INSIDE.get(trouble.before.rstrip()[-1:])
    if hint:
        return trouble.at("the text ended at the quote before this", hint)
    if found in ("]", "}"):
        return trouble.at(f"this `{found}` closes nothing", "remove it")
    if found == "-":
        return trouble.at("a list item stands between keys", "indent the `-` under the key that it belongs to")
    return trouble.at("expected a key here", "indent it just as the keys before it")


def _comma_at_end(trouble: Trouble) -> Fault | None:
    if trouble.char != "," or not _REST_IS_BLANK.match(trouble.text, trouble.offset + 1):
        return None
    return trouble.at("a comma stands at the end of the line", "remove the comma")


def _no_dash(trouble: Trouble) -> Fault:
    slip = _comma_at_end(trouble) or text_in_brackets(trouble)
    if slip:
        return slip
    line = line_of(line_starts(trouble.text), trouble.began)
    hint = f"begin it with `-` as on line {line}, or change its indentation"
    return trouble.at("expected another item of the list, or its end", hint)


def _dash(trouble: Trouble) -> Fault:
    misplaced = trouble.at("a list item cannot stand here", "put the `-` on a line of its own, under its key")
    return text_in_brackets(trouble) or misplaced


def _indicator(trouble: Trouble) -> Fault:
    char = trouble.text[trouble.began : trouble.began + 1]
    end = max(trouble.offset, trouble.began + 1)
    return trouble.fault(f"a text cannot begin with `{char}`", _QUOTE_IT, trouble.began, end)


def _tag(trouble: Trouble) -> Fault:
    end = max(trouble.offset, trouble.began + 1)
    hint = "remove the tag, or put the value in quotes if it is a text"
    return trouble.fault("the tag that begins here cannot be read", hint, trouble.began, end, "S107")


def _directive(trouble: Trouble) -> Fault:
    return trouble.at("this line is no directive of YAML 1.2", "remove the line, or indent it if it is a text")


def _block_header(trouble: Trouble) -> Fault:
    return trouble.at("a text cannot begin on the line of its `|` or `>`", "begin it on the next line, indented")


def _bad_start(trouble: Trouble) -> Fault:
    char = trouble.char
    shown = "a backtick" if char == "`" else f"`{char}`"
    return trouble.at(f"a text cannot begin with {shown}", _QUOTE_IT)


def _no_content(trouble: Trouble) -> Fault:
    opened = unclosed_at_end(trouble)
    if opened:
        return opened
    char = trouble.char.strip()
    what = f"the `{char}` cannot stand here" if char else "a value is missing"
    return trouble.at(what, _QUOTE_IT if char else "add the value")


def _escape(trouble: Trouble) -> Fault:
    start = trouble.text.rfind("\\", 0, trouble.offset + 1)
    pair = _SURROGATES.match(trouble.text, start) or _SURROGATES.match(trouble.text, max(start - 6, 0))
    if pair:
        char = bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")
        message = f"YAML does not know the surrogate pair `{pair[0]}`"
        return trouble.fault(message, f"write {char} itself, or `\\U{ord(char):08x}`", *pair.span())
    written = trouble.text[start : start + 2]
    if written[1:] in ("x", "u", "U"):
        hint = "`\\x` wants 2 hexadecimal digits, `\\u` 4 and `\\U` 8"
        return trouble.fault("this escape stands for no character", hint, start, start + 2)
    hint = "write `\\\\` for a backslash, or put the text in single quotes"
    return trouble.fault(f"`{written}` is not an escape that YAML knows", hint, start, start + 2)


def _second_root(trouble: Trouble) -> Fault:
    hint = "indent it just as the lines before it"
    return trouble.at("the data ended before this", hint)


_EXPLANATIONS: tuple[tuple[str, Callable[[Trouble], Fault]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("expected ',' or", unclosed),
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
