"""How much room the parts of a slide take: an estimate, in pixels of a stage of 960 × 540.

Looks are free to set a slide as they like, but not much wider or larger than this; what
takes more room all the same is noticed once the PDF is set (R106).
"""

from __future__ import annotations

import re
from functools import singledispatch
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import east_asian_width

from cvpress.views.markup import Text
from cvpress.views.portfolio.slides import Card, Figure, Quote, Size
from cvpress.views.view import Entry, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cvpress.views.mathematics.formula import Formula

__all__ = ["COLUMN_GAP", "SCALES", "SIDE_WIDTH", "STAGE_WIDTH", "TypeSize", "chart_width", "height", "room"]

STAGE_WIDTH: Final = 848
"""Between the margins."""

SIDE_WIDTH: Final = 372
"""Of the column with what is to be looked at."""

COLUMN_GAP: Final = 40

SCALES: Final[Mapping[Size, float]] = {"large": 1.2, "normal": 1.0, "small": 0.9}
"""How much larger than usual a text of a size is set."""

_STAGE_HEIGHT: Final = 420
"""From the top of a title to the foot."""

_WIDEST_CHART: Final = 800
_TALLEST_CHART: Final = 336
_TALLEST_PICTURE: Final = 272

_RULE: Final = 24
"""Between rows of publications."""

_ROOMY: Final = 600
"""From this width on, figures and publications stand in rows."""

_LETTER: Final = 0.53
"""The width of an average letter, in ems; of a Chinese one it is 1."""


_DRAWN: Final = re.compile(r'width="([\d.]+)em" height="([\d.]+)em"')
_FORMULA: Final = 1.1
"""How much larger a formula is set than the words."""

_FIGURE: Final = 2.6
"""How much larger a headline figure is set than the words."""

_ENDLESS: Final = 10_000


class TypeSize(NamedTuple):
    """How large a text is set, how far apart its lines are, and how wide its column is.

    Attributes:
        beside: how many headline figures stand beside each other; if 0, as many as there is room for.
        scale: how many pixels a unit has.
    """

    em: int
    line: int
    width: int
    beside: int = 0
    scale: float = 1

    def at(self, scale: float) -> TypeSize:
        """The same on a larger or smaller scale, measured in units of that scale."""
        return self._replace(width=int(self.width / scale), scale=scale)

    def text(self, text: Text) -> int:
        """The height of a text."""
        return sum(self._lines(part.plain) for part in text.paragraphs) * self.line

    def natural_width(self, text: str) -> float:
        """The width of a text on a single line."""
        return sum(1 if east_asian_width(char) in "WF" else _LETTER for char in text) * self.em

    def _lines(self, text: str) -> int:
        width = self.natural_width(text)
        loss = 1.04 if width > self.width else 1  # lines end at words
        return max(1, ceil(width * loss / max(self.width, 1)))


_TITLE: Final = TypeSize(32, 38, STAGE_WIDTH)
_BELOW_TITLE: Final = 24


def chart_width(size: TypeSize) -> int:
    """How wide a chart is drawn in a column: its type is of one size, whatever that of the words is."""
    return min(int(size.width * size.scale + 1), _WIDEST_CHART)


def room(title: Text, scale: float = 1) -> int:
    """What is left for the rest of a slide, in units of a scale."""
    return int((_STAGE_HEIGHT - _TITLE.text(title) - _BELOW_TITLE) / scale)


def height(parts: Iterable[object], size: TypeSize) -> int:
    """The height of some parts below each other."""
    return sum(_height(part, size) for part in parts)


@singledispatch
def _height(part: object, _: TypeSize) -> int:
    raise TypeError(type(part).__name__)


@_height.register
def _(part: Text, size: TypeSize) -> int:
    return size.text(part) + 10


@_height.register
def _(part: Quote, size: TypeSize) -> int:
    inner = TypeSize(17, 25, size.width - 40)
    return inner.text(part.text) + (22 if part.label else 0) + 42


@_height.register
def _(part: Result, size: TypeSize) -> int:
    small = TypeSize(16, 22, size.width)
    texts = sum(small.text(text) for text in (part.label, part.context) if text)
    return int(1.4 * _FIGURE * size.em) + texts + 14


@_height.register
def _(part: Entry, size: TypeSize) -> int:
    small = TypeSize(15, 23, size.width)
    lines = (
        TypeSize(17, 24, size.width).text(part.title),
        small.text(Text(", ".join(author.name for author in part.authors))) if part.authors else 0,
        small.line if part.organization or part.dates or part.note else 0,
        small.line if part.links else 0,
    )
    return sum(lines) + 18


@_height.register
def _(part: Figure, size: TypeSize) -> int:
    caption = TypeSize(15, 21, size.width).text(part.caption) + 10 if part.caption else 0
    if part.chart:
        width = chart_width(size)
        drawn = part.chart if part.chart.width <= width else part.chart.at(width)
        return ceil(min(_TALLEST_CHART, drawn.height) / size.scale) + caption + 16
    if part.picture:
        tall = part.picture.height * size.width / max(part.picture.width, 1)
        return ceil(min(_TALLEST_PICTURE / size.scale, tall)) + caption + 16
    return TypeSize(16, 22, size.width).text(Text(part.alt)) + caption + 16


@_height.register
def _(part: Card, size: TypeSize) -> int:
    head = TypeSize(20, 26, size.width).text(part.title) + 26 if part.title else 0
    indented = size._replace(width=size.width - int(1.2 * size.em))
    words = height(part.texts, size) + height(part.points, indented)
    formulas = sum(_formula_height(formula, size) for formula in part.formulas)
    notes = height(part.notes, TypeSize(14, 20, size.width))
    is_roomy = size.width >= _ROOMY
    results = _rows(part.results, size, size.beside) if size.beside else _wrapped(part.results, size)
    rest = height((*part.figures, *part.quotes), size) + results
    rest += _rows(part.publications, size, 2, _RULE) if is_roomy else height(part.publications, size)
    return head + words + formulas + rest + notes + (30 if part.links else 0)


def _formula_height(formula: Formula, size: TypeSize) -> int:
    """That of a formula on its tint; one that is wider than a column does not fit there, however long that is."""
    drawn = _DRAWN.search(formula.__html__())
    width, tall = map(float, drawn.groups()) if drawn else (0.0, 1.5)
    is_fitting = width * _FORMULA * size.em <= size.width - 36 or size.width >= _ROOMY
    return ceil((tall + 1.2) * _FORMULA * size.em) + 30 if is_fitting else _ENDLESS


def _rows(parts: Sequence[object], size: TypeSize, columns: int, between: int = 0) -> int:
    """The height of parts that stand beside each other where there is the width for it."""
    share = size._replace(width=(size.width - (columns - 1) * COLUMN_GAP) // columns)
    rows = [parts[start : start + columns] for start in range(0, len(parts), columns)]
    return sum(max(_height(part, share) for part in row) + between for row in rows)


def _wrapped(results: Sequence[Result], size: TypeSize) -> int:
    """The height of headline figures that stand beside each other where their texts leave the width for it."""
    rows: list[list[Result]] = []
    taken = 0.0
    for result in results:
        width = min(_natural_width(result, size), size.width)
        if rows and taken + 2 * size.em + width <= size.width:
            rows[-1].append(result)
            taken += 2 * size.em + width
        else:
            rows.append([result])
            taken = width
    return sum(max(_height(result, size) for result in row) for row in rows)


def _natural_width(result: Result, size: TypeSize) -> float:
    label, note = size._replace(em=int(0.9 * size.em)), size._replace(em=int(0.75 * size.em))
    figure = size._replace(em=int(_FIGURE * size.em))
    return max(
        figure.natural_width(result.figure),
        label.natural_width(result.label.plain),
        note.natural_width(result.context.plain),
    )
