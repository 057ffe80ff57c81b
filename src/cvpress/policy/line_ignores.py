"""Exceptions for single lines, and for a whole file, that comments make."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cvpress.diagnostics import Diagnostic
    from cvpress.syntax.document import Document, Span

__all__ = ["WHOLE_FILE", "LineIgnore", "LineIgnores", "Remark"]

WHOLE_FILE: Final = 0
"""Stands for all lines, which are counted from 1."""


class Remark(NamedTuple):
    """Something that is to be said of a comment, or of a part of one."""

    span: Span
    message: str
    hint: str


class LineIgnore(NamedTuple):
    """One rule, or one prefix of rules, that does not count on a line.

    Attributes:
        line: the line's number, or WHOLE_FILE.
        prefix: the prefix of the codes.
        written: what the user wrote for it; empty for all rules.
        span: where that stands.
    """

    line: int
    prefix: str
    written: str
    span: Span


class LineIgnores:
    """The exceptions that the comments of one document make.

    Attributes:
        bad: what is wrong with comments that cannot be understood.
    """

    def __init__(self, document: Document, ignores: Sequence[LineIgnore], bad: Sequence[Remark]) -> None:
        self._document = document
        self.bad = tuple(bad)
        self._ignores = ignores
        self._targets = {(ignore.line, ignore.prefix) for ignore in ignores}
        self._hit: set[tuple[int, str]] = set()

    def hits(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is excepted; those that except it are used."""
        code = diagnostic.code
        prefixes = [code[:end] for end in range(len(code) + 1)]
        lines = (WHOLE_FILE, diagnostic.start.line, self._first_line(diagnostic))
        hit = self._targets.intersection(product(lines, prefixes))
        self._hit |= hit
        return bool(hit)

    def _first_line(self, diagnostic: Diagnostic) -> int:
        """Where the value begins of which a lower line is marked: in a block text there is no room for a comment."""
        start, end = (self._document.position(offset) for offset in self._document.place(diagnostic.pointer).value)
        is_inside = diagnostic.pointer and start < diagnostic.start < end
        return start.line if is_inside else diagnostic.start.line

    def unused(self, is_looked_for: Callable[[str], bool]) -> Iterator[Remark]:
        """What to say of exceptions that hit nothing, though the rules of their prefix were looked for."""
        for ignore in self._ignores:
            if (ignore.line, ignore.prefix) in self._hit or not is_looked_for(ignore.prefix):
                continue
            where = "in this file" if ignore.line == WHOLE_FILE else f"on line {ignore.line}"
            if ignore.written:
                hint = "remove it, or the comment if it names no other rule"
                yield Remark(ignore.span, f"`{ignore.written}` finds nothing {where}", hint)
            else:
                yield Remark(ignore.span, f"nothing is found {where}", "remove the comment")
