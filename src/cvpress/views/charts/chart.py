"""Simple charts of a few numbers, as shapes to draw.

From zero, without a grid, and with every value written where it is: a reader need not
measure. What is no number is not drawn; `drawable` tells what is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING, Final

from cvpress.views.charts.bars import bars, columns
from cvpress.views.charts.points import dots, line
from cvpress.views.charts.shapes import Drawn, Label, Mark, Value, lines, text_width

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["MOST_VALUES", "Chart", "Value", "chart", "drawable"]

MOST_VALUES: Final[Mapping[str, int]] = {"bars": 12, "columns": 12, "line": 200, "dots": 24}
"""How many values a chart of each kind shows; more of them nobody reads."""

_WIDTH: Final = 800
_LEGEND_LINE: Final = 22

_NUMBER: Final = re.compile(r"[-+]?\d{1,15}(\.\d{1,15})?", re.ASCII)
_HYPHEN: Final = re.compile(r"^-(?=\d)")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart on an area from 0, 0 to its width and height.

    Attributes:
        text: all of its values, for those who do not see it.
        values: what is drawn.
    """

    kind: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    text: str
    values: tuple[Value, ...]

    def at(self, width: float, height: float = 0) -> Chart:
        """The same, drawn anew for another room."""
        return self if (width, height) == (self.width, self.height) else chart(self.kind, self.values, width, height)


def drawable(value: str | float) -> float | None:
    """The number that a value is, also where it is written as a text; None if it is none."""
    if isinstance(value, str):
        return float(value) if _NUMBER.fullmatch(value.strip()) else None
    return float(value) if isfinite(value) else None


def chart(kind: str, values: Sequence[Value], width: float = _WIDTH, height: float = 0) -> Chart:
    """Draw some numbers.

    Args:
        kind: "bars", "columns", "line" or "dots".
        values: what is drawn, at least one; no more than `MOST_VALUES` are.
        width: that of the chart.
        height: what there is; the chart takes what it has use for, and no less than it needs.
    """
    shown = tuple(replace(value, shown=_HYPHEN.sub("\N{MINUS SIGN}", value.shown)) for value in values)
    shown = shown[: MOST_VALUES[kind]]
    series = tuple(dict.fromkeys(value.series for value in shown))
    key, used = _legend(series, width) if len(series) > 1 else (([], []), 0.0)
    marks, labels, taken = _KINDS[kind](shown, series, width, max(0.0, height - used))
    moved = (replace(mark, y=round(mark.y + used, 1)) for mark in marks)
    texts = (replace(label, y=round(label.y + used, 1)) for label in labels)
    text = "; ".join(filter(None, map(_told, shown)))
    return Chart(kind, width, round(taken + used, 1), (*key[0], *moved), (*key[1], *texts), text, shown)


def _told(value: Value) -> str:
    return ": ".join(filter(None, [", ".join(filter(None, [value.label, value.series])), value.shown]))


def _legend(series: Sequence[str], width: float) -> tuple[tuple[list[Mark], list[Label]], float]:
    """The names of the series, with their dots, and the height of that; a series without a name has no dot."""
    marks, labels, x, y = [], [], 0.0, 15.0
    for number, name in enumerate(series):
        text = next(iter(lines(name, width - 30, most=1)), "")
        if not text:
            continue
        wide = text_width(text) + 44
        if x and x + wide - 20 > width:
            x, y = 0.0, y + _LEGEND_LINE
        marks.append(Mark("dot", round(x + 7, 1), y - 5.5, 6, 0, number))
        labels.append(Label("legend", round(x + 20, 1), y, text, series=number))
        x += wide
    return (marks, labels), y + 17


_KINDS: Final[Mapping[str, Callable[[Sequence[Value], Sequence[str], float, float], Drawn]]] = {
    "bars": bars,
    "columns": columns,
    "line": line,
    "dots": dots,
}
