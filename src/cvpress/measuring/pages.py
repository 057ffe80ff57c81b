"""A PDF as boxes: what text stands where, how large, in what ink on what ground, and which element it belongs to.

The boxes are pdfium's, the elements are those of the tags (ISO 32000-1, 14.7 and 14.8): every piece
of text carries the number of its marked content, and the structure tree says which element that number is of.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pypdfium2

from cvpress.measuring.runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cvpress.measuring.runs import Box, Run

__all__ = ["Block", "Line", "Pages", "Sheet", "read_pages"]

_WORDS = frozenset({"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Sub", "Note"})
"""Elements that stand in a line; what holds them is the block."""


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
        painted: the text of the blocks in the order in which it is painted, which most extractors read it in.
        tags: the roles of all elements by their IDs.
    """

    sheets: tuple[Sheet, ...]
    blocks: tuple[Block, ...]
    painted: str
    tags: Mapping[str, str]

    @property
    def runs(self) -> Iterator[Run]:
        """All text but that of margin boxes."""
        return (run for block in self.blocks for run in block.runs)


def read_pages(data: bytes) -> Pages:
    """Take a PDF apart that was written `with_elements`."""
    runs: dict[tuple[int, int], list[Run]] = {}
    sheets = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            found, pictures = runs_of(page, number)
            for run in found:
                runs.setdefault((number, run.mark), []).append(run)
            sheets.append(Sheet(page.get_width(), page.get_height(), pictures, ()))
    with pikepdf.open(BytesIO(data)) as tagged:
        pages = {_key(page): number for number, page in enumerate(tagged.pages, 1)}
        reader = _TreeReader(pages, runs)
        reader.read(tagged.Root["/StructTreeRoot"], ())
    marginal = [run for key, found in runs.items() if key not in reader.read_marks for run in found]
    complete = (
        sheet._replace(marginal=tuple(run for run in marginal if run.page == number))
        for number, sheet in enumerate(sheets, 1)
    )
    painted = " ".join(run.text for key, found in runs.items() if key in reader.read_marks for run in found)
    return Pages(tuple(complete), tuple(reader.blocks()), painted, reader.tags)


class _TreeReader:
    """Walks the structure tree and gives every run to the block that it is of.

    What is left of an element on the next page has the same ID (see elements.py), and so have boxes within
    boxes of one element: both are one.
    """

    def __init__(self, pages: Mapping[tuple[int, int], int], runs: Mapping[tuple[int, int], Sequence[Run]]) -> None:
        self.tags: dict[str, str] = {}
        self.read_marks: set[tuple[int, int]] = set()
        self._pages = pages
        self._runs = runs
        self._found: dict[str, list[Run]] = {}
        self._paths: dict[str, tuple[str, ...]] = {}

    def blocks(self) -> Iterator[Block]:
        """All blocks, in the order of the source."""
        for name in sorted(self._found, key=_place):
            yield Block(self.tags[name], self._paths[name], tuple(self._found[name]))

    def read(self, element: Any, path: tuple[str, ...], *, is_link: bool = False) -> None:
        """Read an element and all below it.

        Args:
            element: the element.
            path: the IDs of the blocks and of what holds them, from the document down.
            is_link: whether it stands in a link.
        """
        path = self._entered(element, path)
        is_link = is_link or element.get("/S") == "/Link"
        for kid in _kids(element):
            if isinstance(kid, int):
                mark = self._pages[element.Pg.objgen], kid
                self.read_marks.add(mark)
                if texts := [run._replace(is_link=is_link) for run in self._runs.get(mark, ())]:
                    self._found.setdefault(path[-1], []).extend(texts)
            elif "/S" in kid:
                self.read(kid, path, is_link=is_link)

    def _entered(self, element: pikepdf.Dictionary, path: tuple[str, ...]) -> tuple[str, ...]:
        """The path to an element, if it is a block or holds blocks, else the path that it stands in."""
        tag, name = str(element.get("/S", "/Document"))[1:], str(element.get("/ID", "0"))
        is_word = tag in _WORDS or (tag == "NonStruct" and self.tags.get(path[-1]) in _WITH_TEXT)
        if is_word or (path and path[-1] == name):
            if tag == "LBody":  # an LI and its LBody are one element
                self.tags[name] = tag
            return path
        self.tags.setdefault(name, tag)
        self._paths.setdefault(name, (*path, name))
        return self._paths[name]


def _place(name: str) -> tuple[int, str]:
    """Where in the source an element is, by its ID."""
    number = name.rstrip("m")
    return int(number), name


_WITH_TEXT = frozenset({"P", "LBody", "Lbl", "TD", "TH", "Caption", "Figure", *(f"H{level}" for level in range(1, 7))})
"""Elements within which a NonStruct is a word in bold, say, and not a part of the page."""


def _key(page: Any) -> tuple[int, int]:
    """What tells a page from the others."""
    number, generation = page.objgen
    return number, generation


def _kids(element: Any) -> Iterator[Any]:
    kids: Any = element.get("/K", ())
    yield from kids if isinstance(kids, (pikepdf.Array, tuple)) else (kids,)
