"""Charts whose values are lengths: bars and columns, from zero."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from cvpress.views.charts.shapes import LINE, Drawn, Label, Mark, Value, lines, scale, widest

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["bars", "columns"]

_THIN: Final = 22
"""The least from one bar to the next."""

_THICK: Final = 46
_BETWEEN: Final = 10
"""Between groups of bars."""

_NAMES_SHARE: Final = 0.36
"""How much of the width names may take beside their bars."""

_LOWEST: Final = 150
_WIDEST: Final = 110
"""Of a column."""


def bars(values: Sequence[Value], series: Sequence[str], width: float, height: float) -> Drawn:
    """Lying bars, beside their names if these are short, else under them; the bars of one name stand together."""
    groups = _groups(values, series)
    longest = widest(value.label for value in values)
    is_beside = longest + 14 <= width * _NAMES_SHARE or (longest and width >= 600)
    return (_beside_names if is_beside else _under_names)(groups, series, width, height)


def _groups(values: Sequence[Value], series: Sequence[str]) -> list[list[Value]]:
    """Values of several series by their labels, else each by itself."""
    if len(series) < 2:
        return [[value] for value in values]
    return [list(group) for _, group in groupby(_by_label(values), key=lambda value: value.label)]


def _by_label(values: Sequence[Value]) -> list[Value]:
    labels = list(dict.fromkeys(value.label for value in values))
    return sorted(values, key=lambda value: labels.index(value.label))


def _beside_names(groups: list[list[Value]], series: Sequence[str], width: float, height: float) -> Drawn:
    longest = widest(group[0].label for group in groups)
    names = min(longest + 14, width * _NAMES_SHARE)
    texts = [lines(group[0].label, names - 14) for group in groups]
    least = [max(len(group) * _THIN, len(text) * LINE) for group, text in zip(groups, texts, strict=True)]
    gaps = (len(groups) - 1) * _BETWEEN
    stretch = (height - gaps) / sum(least) if height > gaps else 1.0
    rows = [max(low, min(low * stretch, len(group) * _THICK)) for low, group in zip(least, groups, strict=True)]
    marks: list[Mark] = []
    labels: list[Label] = []
    y = 0.0
    lengths = _Lengths([value for group in groups for value in group], names, width)
    for group, text, row in zip(groups, texts, rows, strict=True):
        top = y + row / 2 - len(text) * LINE / 2 + 15
        labels += [Label("name", 0, round(top + index * LINE, 1), line) for index, line in enumerate(text)]
        step = min(row / len(group), _THICK)
        start = y + (row - step * len(group)) / 2
        for index, value in enumerate(group):
            mark, label = lengths.bar(value, start + index * step, step - 4, series.index(value.series))
            marks.append(mark)
            labels.append(label)
        y += row + _BETWEEN
    return marks, labels, y - _BETWEEN


def _under_names(groups: list[list[Value]], series: Sequence[str], width: float, height: float) -> Drawn:
    marks: list[Mark] = []
    labels: list[Label] = []
    texts = [lines(group[0].label, width) for group in groups]
    count = sum(map(len, groups))
    words = sum(len(text) * LINE + (4 if text else 0) for text in texts) + (len(groups) - 1) * _BETWEEN
    step = max(_THIN, min((height - words) / count, _THICK))
    lengths = _Lengths([value for group in groups for value in group], 0, width)
    y = 0.0
    for group, text in zip(groups, texts, strict=True):
        for line in text:
            y += LINE
            labels.append(Label("name", 0, round(y - 5, 1), line))
        for value in group:
            mark, label = lengths.bar(value, y, step - 4, series.index(value.series))
            marks.append(mark)
            labels.append(label)
            y += step
        y += _BETWEEN
    return marks, labels, y - _BETWEEN


class _Lengths:
    """Where bars of some values begin and end, so that the values have room behind them, on either side of zero."""

    def __init__(self, values: Sequence[Value], left: float, width: float) -> None:
        self._share = scale(values)
        before = widest(value.shown for value in values if value.number < 0)
        after = widest(value.shown for value in values if value.number >= 0)
        self._left = left + (before + 8 if before else 0)
        self._length = max(40.0, width - self._left - (after + 8 if after else 0))

    def bar(self, value: Value, y: float, thick: float, number: int) -> tuple[Mark, Label]:
        """The bar of a value, and what is written at its end."""
        zero, end = (self._left + self._share(place) * self._length for place in (0, value.number))
        low, high = sorted((zero, end))
        mark = Mark("bar", round(low, 1), round(y, 1), round(max(high - low, 1), 1), round(thick, 1), number)
        base = round(y + thick / 2 + 6, 1)
        if value.number < 0:
            return mark, Label("value", round(low - 7, 1), base, value.shown, "end", number)
        return mark, Label("value", round(high + 7, 1), base, value.shown, "start", number)


def columns(values: Sequence[Value], series: Sequence[str], width: float, height: float) -> Drawn:
    """Standing columns, those of one name side by side; lying ones where their labels have no room."""
    groups = _groups(values, series)
    room, most = width / len(groups), max(map(len, groups))
    slot = min(room * 0.84 / most, _WIDEST)
    longest_word = widest(word for value in values for word in value.label.split())
    if widest(value.shown for value in values) + 4 > room * 0.94 / most or longest_word + 8 > room:
        return bars(values, series, width, height)
    texts = [lines(group[0].label, room - 8) for group in groups]
    is_below = any(value.number < 0 for value in values)
    top, below = float(LINE), LINE if is_below else 0
    foot = max(map(len, texts)) * LINE + 6 + below
    tall = max(_LOWEST, height - top - foot)
    share = scale(values)
    zero = top + (1 - share(0)) * tall
    marks, labels = [Mark("rule", 0, round(zero, 1), width, 0)], []
    for index, (group, text) in enumerate(zip(groups, texts, strict=True)):
        middle = (index + 0.5) * room
        for place, value in enumerate(group):
            x, end = middle + (place - len(group) / 2) * slot, top + (1 - share(value.number)) * tall
            mark, label = _column(value, (x + 2, slot - 4), (zero, end), series.index(value.series))
            marks.append(mark)
            labels.append(label)
        base = top + tall + below + LINE
        labels += [
            Label("name", round(middle, 1), round(base + line * LINE, 1), part, "middle")
            for line, part in enumerate(text)
        ]
    return marks, labels, top + tall + foot


def _column(value: Value, across: tuple[float, float], down: tuple[float, float], number: int) -> tuple[Mark, Label]:
    (x, wide), (high, low) = across, sorted(down)
    mark = Mark("bar", round(x, 1), round(high, 1), round(wide, 1), round(max(low - high, 1), 1), number)
    y = low + 17 if value.number < 0 else high - 6
    return mark, Label("value", round(x + wide / 2, 1), round(y, 1), value.shown, "middle", number)
