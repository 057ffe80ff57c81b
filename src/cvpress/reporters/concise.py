"""One finding a line: for people who read many, and for editors that jump to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.reporters.style import headline, one_line, summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Screen, Totals

__all__ = ["ConciseReporter"]


class ConciseReporter:
    """file:line:column: severity[code]: message (hint)."""

    def __init__(self, screen: Screen) -> None:
        self._color = screen.color

    def begin(self) -> str:
        """Nothing."""
        return ""

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """A line a finding."""
        return "".join(f"{self._line(diagnostic)}\n" for diagnostic in diagnostics)

    def end(self, totals: Totals) -> str:
        """The sums."""
        return summary(totals, color=self._color)

    def _line(self, diagnostic: Diagnostic) -> str:
        hint = f" ({one_line(diagnostic.hint)})" if diagnostic.hint else ""
        return headline(diagnostic, color=self._color) + hint
