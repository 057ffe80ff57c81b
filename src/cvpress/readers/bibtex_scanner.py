"""The text of a .bib file → its entries, and where it is broken.

Source: O. Patashnik, BibTeXing and "Designing BibTeX Styles" (1988), and what biber and BibTeX
do: all that stands outside of an entry is a comment; braces count also behind a backslash; a
string must be defined before it is used. A broken entry costs itself and not the rest: reading
goes on at the next line that begins one. Each character is looked at a bounded number of times.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cvpress.readers.bibtex_cursor import IN_BRACES, NEXT_ENTRY, Broken, Cursor
from cvpress.syntax.document import Fault, Span
from cvpress.syntax.limits import FAULTS

__all__ = ["ENTRIES", "FIELDS", "Entry", "Field", "scan"]

ENTRIES: Final = 5000
"""Entries in one file; the most prolific of researchers have about 2,000 publications."""

FIELDS: Final = 200
"""Fields of one entry; the longest of real ones have 40."""

_START: Final = re.compile(r"@\s*+(?P<type>[A-Za-z][\w-]*+)\s*+(?P<opener>[{(])")
_KEY: Final = re.compile(r"[^\s,{}=\"]*+")
_HEADLESS: Final = re.compile(r"^[ \t]*+@[ \t]*+(?:article|book|in\w{4,11}|misc|\w{3,7}thesis)\b", re.MULTILINE)
_SWALLOWED: Final = re.compile(r",[ \t]*+\r?\n\s*+(?P<name>[A-Za-z][\w-]*+)\s*+=\s*+[{\"\d]")
_LEFT_OVER: Final = re.compile(r"\s*+,?\s*+[A-Za-z][\w-]*+\s*+=\s*+[{\"\d]")


class Field(NamedTuple):
    """A field of an entry: its name in lower case, its text without the outer braces, where its value stands."""

    name: str
    text: str
    span: Span


class Entry(NamedTuple):
    """An entry: its type in lower case, its citation key, its fields in order."""

    type: str
    key: str
    type_span: Span
    key_span: Span
    fields: tuple[Field, ...]


def scan(text: str) -> tuple[list[Entry], list[Fault]]:
    """All entries of a .bib file that can be read, and a fault for each place that cannot."""
    scanner = _Scanner(text)
    scanner.run()
    return scanner.entries, scanner.faults


class _Scanner(Cursor):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.entries: list[Entry] = []

    def run(self) -> None:
        while start := _START.search(self._text, self._at):
            self._look_between(self._at, start.start())
            self._at = start.end()
            try:
                self._block(start)
            except Broken as broken:
                self.faults.append(broken.fault)
                self._go_on(broken.fault.span.start)
            if len(self.faults) > FAULTS:
                return
            if len(self.entries) > ENTRIES:
                message = f"the file has more than {ENTRIES:,} entries, and the others are not read"
                span = self.entries.pop().key_span
                self.faults.append(Fault("B104", message, "take out those that are not yours", span))
                return
        self._look_between(self._at, len(self._text))

    def _look_between(self, start: int, end: int) -> None:
        """What stands between entries is a comment, unless it was meant as an entry."""
        found = _HEADLESS.search(self._text, start, end)
        if found:
            hint = "an entry is written as @article{key, title = {…}}"
            message = f"no brace opens the entry after `{found[0].strip()}`"
            self.faults.append(Fault("B101", message, hint, Span(*found.span())))

    def _go_on(self, broken_at: int) -> None:
        """Go to the next line that begins an entry."""
        found = NEXT_ENTRY.search(self._text, max(broken_at, self._at))
        self._at = found.start() if found else len(self._text)

    def _block(self, start: re.Match[str]) -> None:
        kind = start["type"].lower()
        closer = "}" if start["opener"] == "{" else ")"
        if kind == "comment":
            self._comment(closer)
        elif kind == "preamble":
            self._value()
            self._close(closer, start)
        elif kind == "string":
            self._string(closer, start)
        else:
            self._entry(kind, closer, start)

    def _comment(self, closer: str) -> None:
        """Skip a comment as biber does; of one that is not closed only the word, as BibTeX does."""
        if closer == "}":
            self._at -= 1
            try:
                self._delimited(IN_BRACES, closer)
            except Broken as broken:
                self._at = max(self._at + 1, broken.fault.span.start)

    def _string(self, closer: str, start: re.Match[str]) -> None:
        self._skip_space()
        name = self._name("the name of a string")
        text = self._value_after_equals(name)
        self._strings[name.lower()] = text
        self._close(closer, start)

    def _entry(self, kind: str, closer: str, start: re.Match[str]) -> None:
        self._skip_space()
        key = self._matched(_KEY)
        key_span = Span(self._at - len(key), self._at) if key else Span(*start.span())
        self._skip_space()
        self._check_key(key, key_span, closer)
        fields = self._fields(closer, start)
        type_span = Span(start.start(), start.end("type"))
        self.entries.append(Entry(kind, key, type_span, key_span, tuple(fields)))
        if _LEFT_OVER.match(self._text, self._at):
            message = f"this brace closes the entry `{key}`, and more fields follow"
            span = Span(self._at - 1, self._at)
            self.faults.append(Fault("B101", message, "take out the brace that is too many", span))

    def _check_key(self, key: str, span: Span, closer: str) -> None:
        after = self._peek()
        if after == "=":
            hint = "write a key and a comma before the first field: @article{curie1898, title = {…}}"
            raise Broken("the entry has no citation key", hint, span)
        if after not in {",", closer}:
            found = f"`{after}`" if after else "the end of the file"
            message = f"a comma is missing after the citation key `{key[:40]}`: here stands {found}"
            raise Broken(message, "a citation key has no blanks, and a comma behind it", span)
        if not key:
            raise Broken("the entry has no citation key", "write one before the first comma", span)

    def _fields(self, closer: str, start: re.Match[str]) -> list[Field]:
        fields: list[Field] = []
        while True:
            has_comma = self._skip_commas()
            if self._peek() == closer:
                self._at += 1
                return fields
            if self._peek() in {"", "@"}:
                raise _swallowing(fields) or _unclosed(start)
            if len(fields) == FIELDS:
                raise Broken(f"the entry has more than {FIELDS} fields", "", self._here())
            name_at = self._at
            name = self._name("a field")
            if not has_comma:
                message = f"a comma is missing before `{name}`"
                self.faults.append(Fault("B101", message, "put one behind the field before", Span(name_at, self._at)))
            text = self._value_after_equals(name)
            fields.append(Field(name.lower(), text, self._value_span))

    def _close(self, closer: str, start: re.Match[str]) -> None:
        self._skip_space()
        if self._peek() != closer:
            raise _unclosed(start)
        self._at += 1


def _swallowing(fields: list[Field]) -> Broken | None:
    """The fault of a field that was closed so late that it holds the next one; None if none was."""
    for field in fields:
        found = _SWALLOWED.search(field.text)
        if found:
            message = f"what opens here is closed too late: it holds the field `{found['name'][:40]}`"
            return Broken(message, "close it before the comma", Span(field.span.start, field.span.start + 1))
    return None


def _unclosed(start: re.Match[str]) -> Broken:
    closer = "}" if start["opener"] == "{" else ")"
    hint = f"close it with `{closer}` before the next one begins"
    return Broken(f"the entry that `{start[0][:40]}` opens is never closed", hint, Span(*start.span()))
