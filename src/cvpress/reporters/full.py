"""Findings with the lines that they are in, a caret under the place, and the hint beside it.

Of a file that is no text, the lines are those that are read of it; what is about none of them has no frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from cvpress.reporters.columns import columns, fitting
from cvpress.reporters.style import headline, one_line, painted, summary, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Screen, Totals

__all__ = ["FullReporter"]

_TAB: Final = 4
_NARROWEST: Final = 40
"""On a terminal of fewer columns, lines wrap."""


class FullReporter:
    """A headline and a code frame a finding."""

    def __init__(self, screen: Screen) -> None:
        self._color = screen.color
        self._width = max(screen.width, _NARROWEST)

    def begin(self) -> str:
        """Nothing."""
        return ""

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """A frame a finding, each followed by an empty line."""
        lines = text.split("\n") if diagnostics else []
        return "".join(f"{self._framed(diagnostic, lines)}\n" for diagnostic in diagnostics)

    def end(self, totals: Totals) -> str:
        """The sums."""
        return summary(totals, color=self._color)

    def _framed(self, diagnostic: Diagnostic, lines: list[str]) -> str:
        if not diagnostic.start.line:
            below = self._below(one_line(diagnostic.hint), diagnostic, 0)
            return "\n".join([headline(diagnostic, color=self._color), *below]) + "\n"
        marked = min(diagnostic.start.line, len(lines))
        numbers = _numbers_around(marked, lines)
        margin = len(str(numbers[-1]))
        room = self._width - margin - len(" | ")
        mark = _Mark.of(diagnostic, lines[marked - 1].rstrip("\r"), room)
        hint = one_line(diagnostic.hint)
        is_beside = mark.end + 1 + columns(hint) <= room
        out = [headline(diagnostic, color=self._color), self._gutter("", margin)]
        for number in numbers:
            source = mark.window.shown(lines[number - 1].rstrip("\r"))
            out.append(f"{self._gutter(str(number), margin)} {source}".rstrip())
            if number == marked:
                carets = f"{'^' * mark.width} {hint if is_beside else ''}".rstrip()
                out.append(f"{self._gutter('', margin)} {' ' * mark.start}{self._painted(carets, diagnostic)}")
        if not is_beside:
            out.extend(self._below(hint, diagnostic, margin))
        return "\n".join(out) + "\n"

    def _below(self, hint: str, diagnostic: Diagnostic, margin: int) -> Iterator[str]:
        """A hint that has no room beside the caret."""
        from textwrap import wrap

        lead = painted(f"{'':>{margin}} =", "frame", color=self._color)
        indent = margin + len(" = ")
        for line in wrap(hint, self._width - indent, break_long_words=False, break_on_hyphens=False):
            yield f"{lead} {self._painted(line, diagnostic)}"
            lead = " " * (indent - 1)

    def _gutter(self, number: str, margin: int) -> str:
        return painted(f"{number:>{margin}} |", "frame", color=self._color)

    def _painted(self, text: str, diagnostic: Diagnostic) -> str:
        return painted(text, diagnostic.severity.value, color=self._color)


class _Window(NamedTuple):
    """The part of the lines that a frame shows, so that none wraps."""

    cut: int
    width: int

    @classmethod
    def around(cls, line: str, column: int, room: int) -> _Window:
        """The window that has a column in view, counted from 0.

        Of a line that may be the whole file, no more is looked at than is needed.
        """
        if len(line) < room and columns(_expanded(line)) < room:
            return cls(0, room)
        width = room - 2  # an ellipsis at either end
        before = line[max(0, column - width // 2) : column]
        while columns(_expanded(before)) > width // 2:
            before = before[1:]
        return cls(column - len(before), width)

    def shown(self, line: str) -> str:
        """What is to be seen of a line."""
        part = _expanded(line[self.cut : self.cut + self.width])
        text = fitting(part, self.width)
        is_cut = len(text) < len(part) or len(line) > self.cut + self.width
        return f"{self.lead(line)}{text}{'…' if is_cut else ''}"

    def lead(self, line: str) -> str:
        """What stands for the left-out start of a line."""
        return "…" if self.cut and line else ""


class _Mark(NamedTuple):
    """Where the carets stand under a line, in columns of its window."""

    window: _Window
    start: int
    width: int

    @classmethod
    def of(cls, diagnostic: Diagnostic, line: str, room: int) -> _Mark:
        """The mark of a finding: to the end of its first line where it has several, one column at least."""
        first = min(diagnostic.start.column - 1, len(line))
        is_one_line = diagnostic.end.line == diagnostic.start.line
        last = min(diagnostic.end.column - 1, len(line)) if is_one_line else len(line)
        window = _Window.around(line, first, room)
        start = columns(window.lead(line) + _expanded(line[window.cut : first]))
        width = columns(_expanded(line[first : min(last, first + window.width)]))
        return cls(window, start, max(1, min(width, window.width - start)))

    @property
    def end(self) -> int:
        """The column behind the carets."""
        return self.start + self.width


def _numbers_around(marked: int, lines: list[str]) -> range:
    """The marked line, the one before and the one after; not what is behind the last line break."""
    count = len(lines) if lines[-1] else len(lines) - 1
    return range(max(1, marked - 1), max(marked, min(marked + 1, count)) + 1)


def _expanded(text: str) -> str:
    """Tabs as blanks, other control characters as their pictures."""
    return visible(text.replace("\t", " " * _TAB))
