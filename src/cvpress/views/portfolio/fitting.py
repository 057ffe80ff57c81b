"""What of a card lies where, and charts as large as there is room for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from cvpress.views.portfolio.measure import COLUMN_GAP, SIDE_WIDTH, STAGE_WIDTH, TypeSize, chart_width, height, room
from cvpress.views.portfolio.slides import Card

if TYPE_CHECKING:
    from cvpress.views.markup import Text
    from cvpress.views.portfolio.slides import Figure, Layout

__all__ = ["HALF", "SIDE", "WIDE", "halved", "sides", "with_charts"]

WIDE: Final = TypeSize(20, 30, 800, beside=3)
"""The whole width."""

SIDE: Final = TypeSize(20, 29, SIDE_WIDTH)
"""The column beside words."""

HALF: Final = TypeSize(20, 29, (STAGE_WIDTH - COLUMN_GAP) // 2)
"""One of two columns below words."""

_SLACK: Final = 8


def sides(card: Card) -> tuple[Card, Card]:
    """A card's words, and what is to be looked at."""
    words = replace(card, formulas=(), figures=(), results=(), quotes=())
    return words, Card(formulas=card.formulas, figures=card.figures, results=card.results, quotes=card.quotes)


def halved(side: Card) -> tuple[Card, Card] | None:
    """Two figures, or a figure and something else, as they stand side by side; None if it is not that."""
    blocks = [Card(formulas=side.formulas)] if side.formulas else []
    blocks += [Card(figures=(figure,)) for figure in side.figures]
    blocks += [Card(results=side.results)] if side.results else []
    blocks += [Card(quotes=side.quotes)] if side.quotes else []
    return (blocks[0], blocks[1]) if side.figures and len(blocks) == 2 else None


def with_charts(card: Card, layout: Layout, title: Text, scale: float) -> Card:
    """A card whose charts take the width and the height that its slide has."""
    count = sum(1 for figure in card.figures if figure.chart)
    if not count:
        return card
    words, side = sides(card)
    column = {"halves": HALF, "split": SIDE}.get(layout, WIDE).at(scale)
    free = room(title, scale) - _SLACK
    if layout == "halves":
        free -= height([words], WIDE.at(scale)) + 16 if words != Card() else 0
        figures = [_as_tall(figure, column, free - _rest(Card(figures=(figure,)), column)) for figure in side.figures]
    else:
        rest = _rest(side if layout == "split" else card, column)
        figures = [_as_tall(figure, column, (free - rest) / count) for figure in card.figures]
    return replace(card, figures=tuple(figures))


def _rest(card: Card, column: TypeSize) -> float:
    """The height of all but the charts."""
    charts = sum(figure.chart.at(chart_width(column)).height / column.scale for figure in card.figures if figure.chart)
    return height([card], column) - charts


def _as_tall(figure: Figure, column: TypeSize, units: float) -> Figure:
    if not figure.chart:
        return figure
    return replace(figure, chart=figure.chart.at(chart_width(column), max(0.0, int(units * column.scale))))
