"""What slides are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cvpress.views.markup import EMPTY, Text

if TYPE_CHECKING:
    from cvpress.diagnostics import Pointer
    from cvpress.views.charts.chart import Chart
    from cvpress.views.mathematics.formula import Formula
    from cvpress.views.view import Entry, Link, Picture, Result

__all__ = ["Card", "Figure", "Layout", "Line", "Quote", "Size", "Slide"]

Layout = Literal["flow", "split", "halves", "panels", "columns", "grid", "statement"]
"""How things lie.

Below each other, figures beside words, two figures (or a figure and quotes) side by side below
the words, quotes side by side, cards side by side, cards two by two, nothing but a few words.
"""

Size = Literal["large", "normal", "small"]
"""How large the text is set."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What was said, and who said it."""

    label: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture, or a chart with its bounds."""

    picture: Picture | None = None
    alt: str = ""
    chart: Chart | None = None
    caption: Text = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A topic, or what of it stands on one slide.

    Attributes:
        before: how many points stand on the slide before it.
    """

    title: Text = EMPTY
    texts: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()
    formulas: tuple[Formula, ...] = ()
    figures: tuple[Figure, ...] = ()
    results: tuple[Result, ...] = ()
    quotes: tuple[Quote, ...] = ()
    publications: tuple[Entry, ...] = ()
    notes: tuple[Text, ...] = ()
    links: tuple[Link, ...] = ()
    before: int = 0

    @property
    def has_side(self) -> bool:
        """Whether there is something to look at beside its words."""
        return bool(self.formulas or self.figures or self.results or self.quotes)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an agenda, and whether it is what comes next."""

    text: Text
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide.

    Attributes:
        kind: "title", "agenda", "overview", "area", "opener", "topic", "publications" or "closing".
        number: from 1; `slide-N` is its id.
        labels: what runs above its title: the part of the deck that it belongs to.
        turn: the how-manieth slide of its topic it is, from 1.
        lines: those of a title, an agenda or a closing.
        origin: what of the profile it is made from; an area of research by its id.
    """

    kind: str
    origin: Pointer
    title: Text = EMPTY
    labels: tuple[Text, ...] = ()
    layout: Layout = "flow"
    size: Size = "normal"
    cards: tuple[Card, ...] = ()
    lines: tuple[Line, ...] = ()
    turn: int = 1
    number: int = 0

    @property
    def id(self) -> str:
        """What links lead to."""
        return f"slide-{self.number}"

    @property
    def steps(self) -> int:
        """How many points can be shown one after the other; 1 where there are none."""
        return max(1, sum(len(card.points) for card in self.cards))
