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

    from cvpress.views.mathematics import Formula

__all__ = ["COLUMN_GAP", "SCALES", "SIDE_WIDTH", "STAGE_WIDTH", "Type", "height", "room", "title_height"]

STAGE_WIDTH: Final = 848
"""Between the margins."""

SIDE_WIDTH: Final = 372
"""Of the column with what is to be looked at."""

COLUMN_GAP: Final = 40

SCALES: Final[Mapping[Size, float]] = {"large": 1.2, "normal": 1.0, "small": 0.9}
"""How much larger than usual a text of a size is set."""

_STAGE_HEIGHT: Final = 420
"""From the top of a title to the foot."""

_WIDEST_CHART: Final = 576
_TALLEST_CHART: Final = 272

_RULE: Final = 24
"""Between rows of publications."""

_ROOMY: Final = 600
"""From this width on, figures and publications stand in rows."""

_LETTER: Final = 0.53
"""The width of an average letter, in ems; of a Chinese one it is 1."""


_DRAWN: Final = re.compile(r'width="([\d.]+)em" height="([\d.]+)em"')
_FORMULA: Final = 1.1
"""How much larger a formula is set than the words."""

_ENDLESS: Final = 10_000


class Type(NamedTuple):
    """How large a text is set, and on how wide a column."""

    size: int
    line: int
    width: int

    def at(self, scale: float) -> Type:
        """The same type on a larger or smaller scale, measured in units of that scale."""
        return self._replace(width=int(self.width / scale))

    def text(self, text: Text) -> int:
        """The height of a text."""
        return sum(self._lines(part.plain) for part in text.paragraphs) * self.line

    def _lines(self, text: str) -> int:
        width = sum(1 if east_asian_width(char) in "WF" else _LETTER for char in text) * self.size
        loss = 1.04 if width > self.width else 1  # lines end at words
        return max(1, ceil(width * loss / max(self.width, 1)))


_TITLE: Final = Type(32, 38, STAGE_WIDTH)


def title_height(title: Text) -> int:
    """The height of a slide's title with what keeps it apart."""
    return 22 + _TITLE.text(title) + 24


def room(title: Text, scale: float = 1) -> int:
    """What is left for the rest of a slide, in units of a scale."""
    return int((_STAGE_HEIGHT + 22 - title_height(title)) / scale)


def height(parts: Iterable[object], kind: Type) -> int:
    """The height of some parts below each other."""
    return sum(_height(part, kind) for part in parts)


@singledispatch
def _height(part: object, _: Type) -> int:
    raise TypeError(type(part).__name__)


@_height.register
def _(part: Text, kind: Type) -> int:
    return kind.text(part) + 10


@_height.register
def _(part: Quote, kind: Type) -> int:
    inner = Type(17, 25, kind.width - 40)
    return inner.text(part.text) + (22 if part.label else 0) + 42


@_height.register
def _(part: Result, kind: Type) -> int:
    small = Type(16, 22, kind.width)
    return 72 + (small.text(part.label) if part.label else 0) + (small.text(part.context) if part.context else 0) + 14


@_height.register
def _(part: Entry, kind: Type) -> int:
    small = Type(15, 23, kind.width)
    lines = (
        Type(17, 24, kind.width).text(part.title),
        small.text(Text(", ".join(author.name for author in part.authors))) if part.authors else 0,
        small.line if part.organization or part.dates or part.note else 0,
        small.line if part.links else 0,
    )
    return sum(lines) + 18


@_height.register
def _(part: Figure, kind: Type) -> int:
    caption = Type(15, 21, kind.width).text(part.caption) + 10 if part.caption else 0
    if part.chart:
        width = min(kind.width, _WIDEST_CHART)
        return min(_TALLEST_CHART, ceil(part.chart.height * width / part.chart.width)) + caption + 16
    if part.picture:
        return min(260, ceil(part.picture.height * kind.width / max(part.picture.width, 1))) + caption + 16
    return Type(16, 22, kind.width).text(Text(part.alt)) + caption + 16


@_height.register
def _(part: Card, kind: Type) -> int:
    head = Type(20, 26, kind.width).text(part.title) + 26 if part.title else 0
    indented = kind._replace(width=kind.width - int(1.2 * kind.size))
    words = height(part.texts, kind) + height(part.points, indented)
    formulas = sum(_formula_height(formula, kind) for formula in part.formulas)
    notes = height(part.notes, Type(14, 20, kind.width))
    is_roomy = kind.width >= _ROOMY
    rest = height((*part.figures, *part.quotes), kind) + _rows(part.results, kind, 3 if is_roomy else 2)
    rest += _rows(part.publications, kind, 2, _RULE) if is_roomy else height(part.publications, kind)
    return head + words + formulas + rest + notes + (30 if part.links else 0)


def _formula_height(formula: Formula, kind: Type) -> int:
    """That of a formula on its tint; one that is wider than a column does not fit there, however long that is."""
    drawn = _DRAWN.search(formula.__html__())
    width, tall = map(float, drawn.groups()) if drawn else (0.0, 1.5)
    is_fitting = width * _FORMULA * kind.size <= kind.width - 36 or kind.width >= _ROOMY
    return ceil((tall + 1.2) * _FORMULA * kind.size) + 30 if is_fitting else _ENDLESS


def _rows(parts: Sequence[object], kind: Type, columns: int, between: int = 0) -> int:
    """The height of parts that stand beside each other where there is the width for it."""
    share = kind._replace(width=(kind.width - (columns - 1) * COLUMN_GAP) // columns)
    rows = [parts[start : start + columns] for start in range(0, len(parts), columns)]
    return sum(max(_height(part, share) for part in row) + between for row in rows)
