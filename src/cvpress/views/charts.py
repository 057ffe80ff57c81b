"""Simple charts of a few numbers, as shapes to draw.

From zero, without a grid, and with every value written where it is: a reader need not
measure. What is no number is not drawn; `drawable` tells what is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from textwrap import wrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["MOST_VALUES", "Chart", "Label", "Mark", "Value", "chart", "drawable"]

MOST_VALUES: Final[Mapping[str, int]] = {"bars": 12, "columns": 12, "line": 200, "dots": 24}
"""How many values a chart of each kind shows; more of them nobody reads."""

_WIDTH: Final = 320
_TEXT: Final = 15
_LETTER: Final = 0.55
"""The width of a letter, in ems."""

_NUMBER: Final = re.compile(r"[-+]?\d{1,15}(\.\d{1,15})?", re.ASCII)
_LABEL_LINES: Final = 2
_FEW: Final = 5
"""So many bars have room for labels on lines of their own."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number: what it is of, which series it belongs to, how it is written."""

    label: str
    number: float
    shown: str
    series: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape: "bar" (a rectangle), "dot" (middle, and radius as width), "line" or "rule" (to x + width, y + height).

    Attributes:
        series: the number of its series, from 0.
    """

    shape: str
    x: float
    y: float
    width: float
    height: float
    series: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A text: "name", "value" or "legend"; its anchor is "start", "middle" or "end" of its base line."""

    kind: str
    x: float
    y: float
    text: str
    anchor: str = "start"
    series: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart on an area from 0, 0 to its width and height.

    Attributes:
        text: all of its values, for those who do not see it.
    """

    kind: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    text: str


def drawable(value: str | float) -> float | None:
    """The number that a value is, also where it is written as a text; None if it is none."""
    if isinstance(value, str):
        return float(value) if _NUMBER.fullmatch(value.strip()) else None
    return float(value) if isfinite(value) else None


def chart(kind: str, values: Sequence[Value]) -> Chart:
    """Draw some numbers.

    Args:
        kind: "bars", "columns", "line" or "dots".
        values: what is drawn, at least one; no more than `MOST_VALUES` are.
    """
    shown = tuple(values[: MOST_VALUES[kind]])
    series = tuple(dict.fromkeys(value.series for value in shown))
    marks, labels, height = _KINDS[kind](shown, series)
    if len(series) > 1:
        labels, marks, height = _with_legend(series, labels, marks, height)
    text = "; ".join(filter(None, map(_told, shown)))
    return Chart(kind, _WIDTH, round(height, 1), tuple(marks), tuple(labels), text)


_Drawn = tuple[list[Mark], list[Label], float]


def _told(value: Value) -> str:
    return ": ".join(filter(None, [", ".join(filter(None, [value.label, value.series])), value.shown]))


def _scale(values: Sequence[Value]) -> Callable[[float], float]:
    """From numbers to the share of the axis, which holds zero: 0 for the least, 1 for the greatest."""
    most = max(abs(value.number) for value in values) or 1.0
    shares = [0.0, *(value.number / most for value in values)]
    low, span = min(shares), (max(shares) - min(shares)) or 1.0
    return lambda number: (number / most - low) / span


def _lines(text: str, width: float) -> list[str]:
    """A label in lines of a width; what does not fit in two ends with an ellipsis."""
    return wrap(text, max(4, int(width / (_TEXT * _LETTER))), max_lines=_LABEL_LINES, placeholder=" …")


def _text_width(text: str) -> float:
    return len(text) * _TEXT * _LETTER


def _bars(values: Sequence[Value], series: Sequence[str]) -> _Drawn:
    """Bars under their labels; many bars of one series beside them, if these are short."""
    names = max(_text_width(value.label) for value in values) + 10
    if len(values) > _FEW and len(series) == 1 and names <= _WIDTH * 0.45:
        return _bars_beside_names(values, names)
    return _bars_under_names(values, series)


def _bars_beside_names(values: Sequence[Value], names: float) -> _Drawn:
    share, reserve = _scale(values), max(_text_width(value.shown) for value in values) + 10
    length = max(60.0, _WIDTH - names - reserve)
    marks, labels = [], []
    for row, value in enumerate(values):
        start, end = sorted((names + share(0) * length, names + share(value.number) * length))
        marks.append(Mark("bar", round(start, 1), row * 25, round(max(end - start, 1), 1), 18))
        labels.append(Label("name", 0, row * 25 + 14.5, value.label))
        labels.append(Label("value", round(end + 7, 1), row * 25 + 14.5, value.shown))
    return marks, labels, len(values) * 25


def _bars_under_names(values: Sequence[Value], series: Sequence[str]) -> _Drawn:
    share, reserve = _scale(values), max(_text_width(value.shown) for value in values) + 10
    length = max(80.0, _WIDTH - reserve)
    marks: list[Mark] = []
    labels: list[Label] = []
    y, last = 0.0, ""
    for value in values:
        if value.label != last or not marks or len(series) < 2:
            y += 8 if marks else 0
            for line in _lines(value.label, _WIDTH):
                y += 19
                labels.append(Label("name", 0, y, line))
            y += 6 if value.label else 0
        last = value.label
        start, end = sorted((share(0) * length, share(value.number) * length))
        marks.append(Mark("bar", round(start, 1), y, round(max(end - start, 1), 1), 18, series.index(value.series)))
        labels.append(Label("value", round(end + 7, 1), y + 14.5, value.shown, series=series.index(value.series)))
        y += 22
    return marks, labels, y + 2


def _columns(values: Sequence[Value], series: Sequence[str]) -> _Drawn:
    share, room = _scale(values), _WIDTH / len(values)
    top, tall = 22.0, 190.0
    zero = top + (1 - share(0)) * tall
    marks, labels = [Mark("rule", 0, round(zero, 1), _WIDTH, 0)], []
    for index, value in enumerate(values):
        middle, number = round((index + 0.5) * room, 1), series.index(value.series)
        high, low = sorted((zero, top + (1 - share(value.number)) * tall))
        width = round(min(64, room * 0.62), 1)
        marks.append(
            Mark("bar", round(middle - width / 2, 1), round(high, 1), width, round(max(low - high, 1), 1), number)
        )
        labels.append(Label("value", middle, round(high - 6, 1), value.shown, "middle", number))
        for line, text in enumerate(_lines(value.label, room)):
            labels.append(Label("name", middle, top + tall + 20 + 18 * line, text, "middle"))
    return marks, labels, top + tall + 46


def _line(values: Sequence[Value], series: Sequence[str]) -> _Drawn:
    share, names = _scale(values), list(dict.fromkeys(value.label for value in values))
    left, top, wide, tall = 24.0, 24.0, _WIDTH - 48.0, 180.0
    zero = round(top + (1 - share(0)) * tall, 1)
    marks, labels = [Mark("rule", 0, zero, _WIDTH, 0)], []
    for number, name in enumerate(series):
        own = [value for value in values if value.series == name]
        places = _places(own, names)
        points = [
            (round(left + place * wide, 1), round(top + (1 - share(value.number)) * tall, 1))
            for place, value in zip(places, own, strict=True)
        ]
        for (x, y), (to_x, to_y) in pairwise(points):
            marks.append(Mark("line", x, y, round(to_x - x, 1), round(to_y - y, 1), number))
        is_sparse = len(own) <= 8
        for index, ((x, y), value) in enumerate(zip(points, own, strict=True)):
            if is_sparse or index in {0, len(own) - 1}:
                marks.append(Mark("dot", x, y, 4, 0, number))
                labels.append(Label("value", x, y - 10, value.shown, "middle", number))
                if number == 0:
                    anchor = "middle" if is_sparse else "start" if index == 0 else "end"
                    labels.append(Label("name", x, top + tall + 24, _first(value.label, wide / 8), anchor))
    return marks, labels, top + tall + 34


def _places(values: Sequence[Value], names: Sequence[str]) -> list[float]:
    """Where on the axis: by the label, where labels tell values apart; else one after the other."""
    if len({value.label for value in values}) == len(values):
        return [names.index(value.label) / max(1, len(names) - 1) for value in values]
    return [index / max(1, len(values) - 1) for index in range(len(values))]


def _first(text: str, width: float) -> str:
    return next(iter(_lines(text, width)), "")


def _dots(values: Sequence[Value], series: Sequence[str]) -> _Drawn:
    share = _scale(values)
    marks, labels, y = [], [], 0.0
    left, wide = 24.0, _WIDTH - 48.0
    for name in dict.fromkeys(value.label for value in values):
        own = [value for value in values if value.label == name]
        for line in _lines(name, _WIDTH):
            y += 19
            labels.append(Label("name", 0, y, line))
        y += 34
        places = [round(left + share(value.number) * wide, 1) for value in own]
        marks.append(Mark("rule", min(places), y, round(max(places) - min(places), 1), 0))
        for x, value in zip(places, own, strict=True):
            number = series.index(value.series)
            marks.append(Mark("dot", x, y, 7, 0, number))
            labels.append(Label("value", x, y - 12, value.shown, "middle", number))
        y += 16
    return marks, labels, y + 2


def _with_legend(
    series: Sequence[str], labels: Sequence[Label], marks: Sequence[Mark], height: float
) -> tuple[list[Label], list[Mark], float]:
    """A chart moved down, under the names of its series."""
    legend, dots, x, y = [], [], 0.0, 14.0
    for number, name in enumerate(series):
        text = _first(name, _WIDTH - 30)
        width = _text_width(text) + 40
        if x and x + width > _WIDTH:
            x, y = 0.0, y + 22
        dots.append(Mark("dot", round(x + 6, 1), y - 5, 6, 0, number))
        legend.append(Label("legend", round(x + 18, 1), y, text))
        x += width
    down = y + 12
    moved = [Label(one.kind, one.x, one.y + down, one.text, one.anchor, one.series) for one in labels]
    shapes = [Mark(one.shape, one.x, one.y + down, one.width, one.height, one.series) for one in marks]
    return legend + moved, dots + shapes, height + down


_KINDS: Final[Mapping[str, Callable[[Sequence[Value], Sequence[str]], _Drawn]]] = {
    "bars": _bars,
    "columns": _columns,
    "line": _line,
    "dots": _dots,
}
