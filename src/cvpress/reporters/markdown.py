"""A job summary in GitHub's Markdown: the verdict, and a table of the findings.

https://github.github.com/gfm/#tables-extension-
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from cvpress.reporters.rulebook import rule_of
from cvpress.reporters.style import one_line, place, summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Screen, Totals

__all__ = ["MarkdownReporter"]

_ROWS: Final = 100
"""So that no summary comes near the 1 MiB that GitHub takes, and somebody reads it."""

_HEAD: Final = "| Place | Rule | What is wrong | How to mend it |\n|---|---|---|---|\n"
_ENTITIES: Final = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_~[]<>|&$#@"}
"""What has a meaning in a cell; as entities, these are signs and nothing else (CommonMark 6.2)."""


class MarkdownReporter:
    """Keeps the rows of the first findings until the verdict above them is known."""

    def __init__(self, screen: Screen) -> None:
        self._rows: list[str] = []

    def begin(self) -> str:
        """Nothing yet."""
        return ""

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """Nothing yet."""
        self._rows.extend(map(_row, islice(diagnostics, _ROWS - len(self._rows))))
        return ""

    def end(self, totals: Totals) -> str:
        """All of it."""
        heading = f"## cvpress: {summary(totals, color=False).strip() or 'no file was read'}\n"
        if not self._rows:
            return heading
        left_out = totals.errors + totals.warnings - len(self._rows)
        more = f"\nand {left_out:,} more\n" if left_out > 0 else ""
        return f"{heading}\n{_HEAD}{''.join(self._rows)}{more}"


def _row(diagnostic: Diagnostic) -> str:
    cells = (
        f"<code>{_escaped(one_line(place(diagnostic)))}</code>",
        f"{diagnostic.severity.value} {diagnostic.code} {rule_of(diagnostic).name}",
        _with_code(diagnostic.message),
        _with_code(diagnostic.hint),
    )
    return f"| {' | '.join(cells)} |\n"


def _with_code(text: str) -> str:
    """A text in which what stands between backticks is set as code."""
    *parts, last = one_line(text).split("`")
    marks = ("<code>", "</code>") * (len(parts) // 2) + ("&#96;",) * (len(parts) % 2)
    return "".join(_escaped(part) + mark for part, mark in zip(parts, marks, strict=True)) + _escaped(last)


def _escaped(text: str) -> str:
    return text.translate(_ENTITIES)
