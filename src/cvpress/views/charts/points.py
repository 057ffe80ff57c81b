"""Charts whose values are points: lines, and dots on a common axis."""

from __future__ import annotations

from itertools import chain, pairwise
from math import dist
from typing import TYPE_CHECKING, Final

from cvpress.views.charts.shapes import (
    LINE,
    Box,
    Drawn,
    Label,
    Mark,
    Value,
    box_of,
    crosses,
    lines,
    scale,
    text_width,
    widest,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["dots", "line"]

_LOWEST: Final = 170
_FEW: Final = 8
"""So many points of a line have their names written, and their values,"""

_MANY: Final = 16
"""if there are no more in all lines together."""

_NAMES_SHARE: Final = 0.3
_ROW: Final = 26
_TALL_ROW: Final = 84


_Point = tuple[float, float, Value]
"""Where a value is."""


def line(values: Sequence[Value], series: Sequence[str], width: float, height: float) -> Drawn:
    """Lines over their names, each value where nothing else is; of a long one, the first and the last."""
    share, names = scale(values), list(dict.fromkeys(value.label for value in values))
    edge = widest(value.shown for value in values) + 14
    wide = max(80.0, width - 2 * edge)
    rows = max(len(lines(name, _room(len(names), wide))) for name in names)
    top, foot = LINE + 6.0, rows * LINE + 30.0
    left, tall = edge, max(_LOWEST, height - top - foot)
    zero = round(top + (1 - share(0)) * tall, 1)
    marks: list[Mark] = [Mark("rule", 0, zero, round(left + wide + 8, 1), 0)]
    points: list[list[_Point]] = []
    for number, name in enumerate(series):
        own = [value for value in values if value.series == name]
        spots = zip(_places(own, names), own, strict=True)
        row = [
            (round(left + place * wide, 1), round(top + (1 - share(value.number)) * tall, 1), value)
            for place, value in spots
        ]
        points.append(row)
        marks += [
            Mark("line", x, y, round(to_x - x, 1), round(to_y - y, 1), number)
            for (x, y, _), (to_x, to_y, _) in pairwise(row)
        ]
    marks += [Mark("dot", x, y, 4.5, 0, number) for number, row in enumerate(_told(points)) for x, y, _ in row]
    labels = _free_labels(_told(points), marks, Box(0, 0, width, top + tall + 26))
    return marks, [*labels, *_axis(points, wide, top + tall + LINE + 22)], top + tall + foot


def _told(points: list[list[_Point]]) -> list[list[_Point]]:
    """The points of each line whose values are written: all, or else the first and the last."""
    is_sparse = max(map(len, points)) <= _FEW and sum(map(len, points)) <= _MANY
    return [row if is_sparse or len(row) < 2 else [row[0], row[-1]] for row in points]


def _room(names: int, wide: float) -> float:
    """The width of a name under a line."""
    return wide / max(1, names - 1) - 10 if names <= _FEW else wide / 2 - 10


def _places(values: Sequence[Value], names: Sequence[str]) -> list[float]:
    """Where on the axis: by the label, where labels tell values apart; else one after the other."""
    if len({value.label for value in values}) == len(values):
        return [names.index(value.label) / max(1, len(names) - 1) for value in values]
    return [index / max(1, len(values) - 1) for index in range(len(values))]


def _free_labels(points: list[list[_Point]], marks: Sequence[Mark], frame: Box) -> list[Label]:
    """Each value at the first place around its point where it meets no line, dot or other value."""
    spots = [(mark.x, mark.y) for mark in marks if mark.shape == "dot"]
    taken = [Box(x - 6, y - 6, x + 6, y + 6) for x, y in spots]
    strokes = [mark for mark in marks if mark.shape != "dot"]
    placed: list[Label] = []
    for number, row in enumerate(points):
        for x, y, value in row:
            tries = [*_at_end(x, y, value.shown, number, row), *_around(x, y, value.shown, number)]
            costs = [
                _cost(box_of(label), taken, strokes, frame) + 5 * _is_astray(box_of(label), (x, y), spots)
                for label in tries
            ]
            best = tries[costs.index(min(costs))]
            placed.append(best)
            taken.append(box_of(best))
    return placed


def _at_end(x: float, y: float, text: str, number: int, row: list[_Point]) -> Iterator[Label]:
    """Behind the last point of a line, or before the first where above it is no room."""
    if (x, y) not in {row[0][:2], row[-1][:2]}:
        return
    if x == row[0][0]:
        yield Label("value", x, round(y - 11, 1), text, "middle", number)
    for aside in (0, -6, 6, -12, 12):
        if x == row[-1][0]:
            yield Label("value", x + 11, round(y + 5.5 + aside, 1), text, "start", number)
        else:
            yield Label("value", x - 11, round(y + 5.5 + aside, 1), text, "end", number)


def _around(x: float, y: float, text: str, number: int) -> Iterator[Label]:
    for away in (0, 10, 22):
        yield Label("value", x, round(y - 11 - away, 1), text, "middle", number)
        yield Label("value", x, round(y + 22 + away, 1), text, "middle", number)
        yield Label("value", x + 7, round(y - 8 - away, 1), text, "start", number)
        yield Label("value", x - 7, round(y - 8 - away, 1), text, "end", number)
        yield Label("value", x + 7, round(y + 20 + away, 1), text, "start", number)
        yield Label("value", x - 7, round(y + 20 + away, 1), text, "end", number)


def _cost(box: Box, taken: Sequence[Box], strokes: Sequence[Mark], frame: Box) -> int:
    """How much a label would cover: other labels are worse than lines."""
    is_outside = box.left < frame.left or box.right > frame.right or box.top < frame.top or box.bottom > frame.bottom
    wide = Box(box.left - 2, box.top - 0.5, box.right + 2, box.bottom + 0.5)
    crossed = sum((4 if mark.shape == "line" else 1) for mark in strokes if crosses(wide, mark))
    return 40 * is_outside + 30 * sum(map(wide.meets, taken)) + crossed


def _is_astray(box: Box, own: tuple[float, float], spots: Sequence[tuple[float, float]]) -> bool:
    """Whether a label is nearer to another point than to its own."""
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    return any(dist(middle, spot) < dist(middle, own) for spot in spots)


def _axis(points: list[list[_Point]], wide: float, y: float) -> Iterator[Label]:
    """The names under the points; where there is no room for all, the first and the last."""
    spots = {x: value.label for x, _, value in sorted(chain.from_iterable(points), key=lambda spot: spot[0])}
    places = list(spots)
    room = _room(len(places), wide)
    if len(places) <= _FEW:
        for x, name in spots.items():
            at_edge = 2 * places[0] if x in {places[0], places[-1]} else room
            parts = lines(name, min(room, max(at_edge, 60)))
            yield from (Label("name", x, y + LINE * row, part, "middle") for row, part in enumerate(parts))
        return
    for x, anchor in ((places[0], "start"), (places[-1], "end")):
        parts = lines(spots[x], room)
        yield from (Label("name", x, y + LINE * row, part, anchor) for row, part in enumerate(parts))


def dots(values: Sequence[Value], series: Sequence[str], width: float, height: float) -> Drawn:
    """The values of one label on one line: the least is written before its dot, the greatest behind, others above."""
    groups = {
        name: [value for value in values if value.label == name] for name in dict.fromkeys(v.label for v in values)
    }
    longest = widest(groups)
    is_beside = longest + 14 <= width * _NAMES_SHARE or width >= 600
    names = min(longest + 14, width * _NAMES_SHARE) if is_beside and longest else 0.0
    texts = [lines(name, names - 14 if is_beside else width) for name in groups]
    edge = widest(value.shown for value in values) + 16
    left = names + edge
    wide, share = max(60.0, width - left - edge), scale(values)
    crowns = [LINE * max(0, len(own) - 2) for own in groups.values()]
    heads = [0 if is_beside else LINE * len(text) for text in texts]
    least = [
        crown + head + max(_ROW, (LINE * len(text) if is_beside else 0))
        for crown, head, text in zip(crowns, heads, texts, strict=True)
    ]
    spare = max(0.0, min((height - sum(least)) / len(groups), _TALL_ROW - _ROW))
    marks: list[Mark] = []
    labels: list[Label] = []
    y = 0.0
    for own, text, head, crown, low in zip(groups.values(), texts, heads, crowns, least, strict=True):
        middle = round(y + head + crown + (low - head - crown + spare) / 2, 1)
        base = y + 15 if head else middle - len(text) * LINE / 2 + 15
        labels += [Label("name", 0, round(base + row * LINE, 1), part) for row, part in enumerate(text)]
        spots = [(round(left + share(value.number) * wide, 1), value) for value in own]
        places = [x for x, _ in spots]
        marks.append(Mark("rule", min(places), middle, round(max(places) - min(places), 1), 0))
        marks += [Mark("dot", x, middle, 7, 0, series.index(value.series)) for x, value in spots]
        labels += _dot_values(spots, series, middle)
        y += low + spare
    return marks, labels, y


def _dot_values(spots: Sequence[tuple[float, Value]], series: Sequence[str], y: float) -> Iterator[Label]:
    ordered = sorted(spots, key=lambda spot: spot[0])
    levels = _levels(ordered[1:-1])
    for x, value in spots:
        number = series.index(value.series)
        if value is ordered[-1][1]:
            yield Label("value", x + 12, y + 5.5, value.shown, "start", number)
        elif value is ordered[0][1]:
            yield Label("value", x - 12, y + 5.5, value.shown, "end", number)
        else:
            yield Label("value", x, y - 12 - LINE * levels[id(value)], value.shown, "middle", number)


def _levels(ordered: Sequence[tuple[float, Value]]) -> dict[int, int]:
    """How far up each of some neighbours is written, so that none meets another."""
    ends: list[float] = []
    levels: dict[int, int] = {}
    for x, value in ordered:
        half = text_width(value.shown) / 2 + 3
        level = next((level for level, end in enumerate(ends) if end < x - half), len(ends))
        ends[level : level + 1] = [x + half]
        levels[id(value)] = level
    return levels
