"""What a PDF is to the measures: sheets with boxes of text, and the blocks that the text is of."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.values.colors import Color


__all__ = ["Block", "Box", "Line", "Pages", "Run", "Sheet"]


class Box(NamedTuple):
    """A rectangle in points; tops and bottoms count from the foot of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: Box) -> tuple[float, float]:
        """How wide and how high the part is that two boxes have in common; negative where they are apart."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide, high


class Run(NamedTuple):
    """A piece of text that is painted in one go: at most a line, in one face, size and colour.

    Attributes:
        page: the number of its page, from 1.
        box: what its ink takes.
        ink: its colour, as it comes out on its ground.
        ground: what is painted behind it; of several colours the one with the least contrast.
        mark: the number of its marked content on its page.
        is_link: whether it leads elsewhere.
        font: the name of its face, without the mark of a subset.
    """

    page: int
    text: str
    box: Box
    baseline: float
    size: float
    ink: Color
    ground: Color
    mark: int
    is_link: bool = False
    font: str = ""


class Line(NamedTuple):
    """What stands on one baseline of a block; superscripts are among it."""

    runs: tuple[Run, ...]

    @property
    def page(self) -> int:
        """The number of its page, from 1."""
        return self.runs[0].page

    @property
    def main(self) -> Run:
        """The run with the most text."""
        return max(self.runs, key=lambda run: len(run.text))

    @property
    def text(self) -> str:
        """Its text, folded; a gap without a blank is one."""
        parts = [self.runs[0].text]
        for one, other in pairwise(self.runs):
            parts += [" " if other.box.left - one.box.right > 0.2 * other.size else "", other.text]
        return " ".join(unicodedata.normalize("NFKC", "".join(parts)).split())


@dataclass(frozen=True)
class Block:
    """An element with text of its own: a heading, a paragraph, an item's body.

    Attributes:
        tag: its role: "H2", "P", "LBody".
        path: the IDs of the elements from the document down to itself.
    """

    tag: str
    path: tuple[str, ...]
    runs: tuple[Run, ...]

    @property
    def level(self) -> int:
        """The level of a heading; 0 for what is none."""
        return int(self.tag[1:]) if self.tag[0] == "H" and self.tag[1:].isdigit() else 0

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines, in their order."""
        lines: list[list[Run]] = []
        for run in self.runs:
            line = lines[-1] if lines else []
            is_same = line and line[0].page == run.page
            if is_same and abs(line[0].baseline - run.baseline) < 0.5 * max(line[0].size, run.size):
                line.append(run)
            else:
                lines.append([run])
        return tuple(Line(tuple(line)) for line in lines)

    @property
    def text(self) -> str:
        """Its text, folded."""
        return " ".join(line.text for line in self.lines)


class Sheet(NamedTuple):
    """A page: its size, its pictures, and its text that no element claims: that of margin boxes."""

    width: float
    height: float
    pictures: tuple[Box, ...]
    marginal: tuple[Run, ...]


class Pages(NamedTuple):
    """A PDF.

    Attributes:
        blocks: in the order of the source, which is that of reading.
        stream: the text of the blocks in the order in which it is painted, which most extractors read it in.
        tags: the roles of all elements by their IDs.
    """

    sheets: tuple[Sheet, ...]
    blocks: tuple[Block, ...]
    stream: str
    tags: Mapping[str, str]

    @property
    def runs(self) -> Iterator[Run]:
        """All text but that of margin boxes."""
        return (run for block in self.blocks for run in block.runs)
