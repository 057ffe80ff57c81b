"""What the rules of typography allow, and what a breach of one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cvpress.measuring.boxes import Pages, Run

__all__ = ["MM", "PAPER", "SLIDES", "Bounds", "Violation", "violation"]

MM = 72 / 25.4


@dataclass(frozen=True)
class Bounds:
    """How large and how near to the edge, in points; at most how many sizes in a document, or on a slide."""

    body: float
    least: float
    marginal: float
    superscript: float
    edge: float
    marginal_edge: float
    sizes: int
    is_slides: bool = False


PAPER = Bounds(body=9, least=8, marginal=7.5, superscript=6, edge=10 * MM, marginal_edge=5 * MM, sizes=4)
SLIDES = Bounds(body=16, least=12, marginal=10, superscript=10, edge=20, marginal_edge=10, sizes=6, is_slides=True)


class Violation(NamedTuple):
    """What breaks a rule, where, and by how much; the place counts in mm from the page's upper left corner."""

    rule: str
    page: int
    place: tuple[int, int]
    text: str
    figure: str

    def __str__(self) -> str:
        return (
            f"{self.rule}: page {self.page} at {self.place[0]}, {self.place[1]} mm: {self.figure}: {self.text[:60]!r}"
        )


def violation(rule: str, pages: Pages, run: Run, figure: str, text: str = "") -> Violation:
    """A breach of a rule where a run is; the text is the run's if none is given."""
    place = round(run.box.left / MM), round((pages.sheets[run.page - 1].height - run.box.top) / MM)
    return Violation(rule, run.page, place, text or run.text, figure)
