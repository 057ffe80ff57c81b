"""Names and values in the text of a .bib file, and the place that has been read up to."""

from __future__ import annotations

import re
from typing import Final

from cvpress.syntax.document import Fault, Span

__all__ = ["DEPTH", "IN_BRACES", "LONGEST", "NEXT_ENTRY", "Broken", "Cursor"]

LONGEST: Final = 20_000
"""Characters of one value; a long abstract has 3,000."""

DEPTH: Final = 50
"""Braces inside one another."""

_STRINGS_IN_ALL: Final = 5 * 1024 * 1024
"""Characters that strings may stand for, in one file: it must not grow without bounds when it is read."""

_NEXT: Final = r"^[ \t]*+@[ \t]*+[A-Za-z][\w-]*+[ \t]*+[{(]\s*+[^\s,{}()=\"#]*+\s*+[,=]"
NEXT_ENTRY: Final = re.compile(_NEXT, re.MULTILINE)
"""A line that begins an entry."""

IN_BRACES: Final = re.compile(rf"[{{}}]|(?P<next>{_NEXT})", re.MULTILINE)
"""What counts inside of braces; `next` is what should not stand there."""

_IN_QUOTES: Final = re.compile(rf"[{{}}\"]|(?P<next>{_NEXT})", re.MULTILINE)
_SPACE: Final = re.compile(r"\s*+")
_NAME: Final = re.compile(r"[^\s,{}()=\"#%@]++")

_MONTHS: Final = "January February March April May June July August September October November December"


class Broken(Exception):  # noqa: N818  an entry is broken; it never leaves the reader
    """An entry that cannot be read to its end; `fault` says why."""

    def __init__(self, message: str, hint: str, span: Span) -> None:
        super().__init__(message)
        self.fault = Fault("B101", message, hint, span)


class Cursor:
    """Reads names and values of one text.

    Attributes:
        faults: what was wrong with it so far.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._left = _STRINGS_IN_ALL
        self._name_span = self._value_span = Span(0, 0)
        self._strings = {month[:3].lower(): month for month in _MONTHS.split()}
        self.faults: list[Fault] = []

    def _value_after_equals(self, name: str) -> str:
        self._skip_space()
        if self._peek() != "=":
            message = f"`=` is missing after `{name[:40]}`"
            raise Broken(message, "a field is written as name = {value}", self._name_span)
        self._at += 1
        self._skip_space()
        start = self._at
        text = self._value()
        self._value_span = Span(start, self._at)
        return text

    def _value(self) -> str:
        """A value: pieces in braces, in quotes, numbers and strings, with # between them."""
        start = self._at
        pieces = [self._piece()]
        length = len(pieces[0])
        while True:
            end = self._at
            self._skip_space()
            if self._peek() != "#":
                self._at = end
                return pieces[0] if len(pieces) == 1 else "".join(pieces)
            self._at += 1
            self._skip_space()
            pieces.append(self._piece())
            length += len(pieces[-1])
            if length > LONGEST:
                raise Broken("the strings of this value make it too long", "", Span(start, start + 1))

    def _piece(self) -> str:
        char = self._peek()
        if char == "{":
            return self._delimited(IN_BRACES, "}")
        if char == '"':
            return self._delimited(_IN_QUOTES, '"')
        at = self._at
        name = self._name("a value")
        if name.isdecimal():
            return name
        text = self._strings.get(name.lower())
        if text is None:
            hint = f"write {{{name[:40]}}} if it is the text itself, or define it: @string{{{name[:40]} = {{…}}}}"
            self.faults.append(Fault("B101", f"there is no string `{name[:40]}`", hint, Span(at, self._at)))
        self._left -= len(text or "")
        if self._left < 0:
            raise Broken("the strings of this file make it too long", "", Span(at, self._at))
        return text or ""

    def _delimited(self, tokens: re.Pattern[str], closer: str) -> str:
        start, depth = self._at, 0
        limit = start + LONGEST + 2
        for token in tokens.finditer(self._text, start + 1, limit):
            if token["next"] is not None:
                break
            char = token[0]
            if char == closer and depth == 0:
                self._at = token.end()
                return self._text[start + 1 : token.start()]
            depth += (char == "{") - (char == "}")
            if depth > DEPTH:
                raise Broken(f"braces are nested more than {DEPTH} deep", "", Span(*token.span()))
            if depth < 0:
                hint = "close the quote before it, or take it out"
                raise Broken("a brace closes here that was not opened", hint, Span(*token.span()))
        else:
            if limit < len(self._text):
                message = f"this value is longer than {LONGEST:,} characters, or never closed"
                raise Broken(message, f"close it with `{closer}`", Span(start, start + 1))
        what = "brace" if closer == "}" else "quote"
        raise Broken(f"the {what} that opens here is never closed", f"close it with `{closer}`", Span(start, start + 1))

    def _name(self, what: str) -> str:
        name = self._matched(_NAME)
        if not name:
            char = self._peek()
            found = f"`{char}` does" if char else "the file ends"
            raise Broken(f"here should stand {what}, and {found}", "", self._here())
        self._name_span = Span(self._at - len(name), self._at)
        return name

    def _here(self) -> Span:
        at = min(self._at, max(len(self._text) - 1, 0))
        return Span(at, at + 1)

    def _matched(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return found[0] if found else ""

    def _skip_space(self) -> None:
        self._matched(_SPACE)

    def _skip_commas(self) -> bool:
        """Skip blanks and commas; returns whether there was a comma."""
        self._skip_space()
        start = self._at
        while self._peek() == ",":
            self._at += 1
            self._skip_space()
        return self._at > start

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]
