"""Findings with the lines that they are in, a caret under the place, and the hint beside it."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from cvpress.reporters.style import headline, one_line, painted, summary, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Totals

__all__ = ["FullReporter"]

_TAB: Final = 4
_WIDTH: Final = 100
"""Columns of source that a frame shows; a longer line is cut around the place."""


class FullReporter:
    """A headline and a code frame a finding."""

    def __init__(self, *, color: bool) -> None:
        self._color = color

    def begin(self) -> str:
        """Nothing."""
        return ""

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """A frame a finding, each followed by an empty line."""
        lines = text.removesuffix("\n").split("\n") if diagnostics else []
        return "".join(f"{self._framed(diagnostic, lines)}\n" for diagnostic in diagnostics)

    def end(self, totals: Totals) -> str:
        """The sums."""
        return summary(totals, color=self._color)

    def _framed(self, diagnostic: Diagnostic, lines: list[str]) -> str:
        start = diagnostic.start
        numbers = range(max(1, start.line - 1), min(len(lines), start.line + 1) + 1)
        margin = len(str(numbers[-1])) if numbers else 1
        out = [headline(diagnostic, color=self._color), self._gutter("", margin)]
        cut = _cut(lines[start.line - 1], start.column - 1) if start.line <= len(lines) else 0
        for number in numbers:
            source = lines[number - 1].rstrip("\r")
            out.append(f"{self._gutter(str(number), margin)} {_shown(source, cut)}".rstrip())
            if number == start.line:
                out.append(f"{self._gutter('', margin)} {self._caret(diagnostic, source, cut)}")
        return "\n".join(out) + "\n"

    def _gutter(self, number: str, margin: int) -> str:
        return painted(f"{number:>{margin}} |", "frame", color=self._color)

    def _caret(self, diagnostic: Diagnostic, source: str, cut: int) -> str:
        first = diagnostic.start.column - 1
        is_one_line = diagnostic.end.line == diagnostic.start.line
        last = diagnostic.end.column - 1 if is_one_line else len(source)
        last = min(max(last, first + 1), max(len(source), first + 1))
        lead = _ellipsis(cut) + _expanded(source[cut:first])
        width = max(1, _columns(_expanded(source[first : min(last, first + _WIDTH)])))
        mark = "^" * min(width, max(1, _WIDTH - _columns(lead)))
        hint = f" {one_line(diagnostic.hint)}" if diagnostic.hint else ""
        return " " * _columns(lead) + painted(mark + hint, diagnostic.severity.value, color=self._color)


def _cut(line: str, column: int) -> int:
    """How many characters to leave out at the start of a line so that the column is in view.

    Of a line that may be the whole file, no more is looked at than is needed.
    """
    if len(line) <= _WIDTH and _columns(_expanded(line)) <= _WIDTH:
        return 0
    before = line[max(0, column - _WIDTH // 2) : column]
    while _columns(_expanded(before)) > _WIDTH // 2:
        before = before[1:]
    return column - len(before)


def _shown(line: str, cut: int) -> str:
    text = _expanded(line[cut : cut + _WIDTH])
    fitting = text[: sum(end <= _WIDTH for end in accumulate(map(_columns, text)))]
    more = "…" if len(fitting) < len(text) or len(line) > cut + _WIDTH else ""
    return _ellipsis(cut) + fitting + more


def _ellipsis(cut: int) -> str:
    return "…" if cut else ""


def _expanded(text: str) -> str:
    """Tabs as blanks, other control characters as their pictures."""
    return visible(text.replace("\t", " " * _TAB))


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
