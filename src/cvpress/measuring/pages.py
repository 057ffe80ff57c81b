"""A PDF as boxes: what text stands where, how large, in what ink on what ground, and which element it belongs to.

The boxes are pdfium's, the elements are those of the tags (ISO 32000-1, 14.7 and 14.8): every piece
of text carries the number of its marked content, and the structure tree says which element that number is of.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pypdfium2

from cvpress.measuring.boxes import Block, Pages, Run, Sheet
from cvpress.measuring.painted import painted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["read_pages"]

_WORDS = frozenset({"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Sub", "Note"})
"""Elements that stand in a line; what holds them is the block."""

_WITH_TEXT = frozenset({"P", "LBody", "Lbl", "TD", "TH", "Caption", "Figure", *(f"H{level}" for level in range(1, 7))})
"""Elements within which a NonStruct is a word in bold, say, and not a part of the page."""


def read_pages(data: bytes) -> Pages:
    """Take a PDF apart that was written `with_elements`."""
    runs: dict[tuple[int, int], list[Run]] = {}
    sheets = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            found = painted(page, number)
            for run in (*found.runs, *found.hidden):
                runs.setdefault((number, run.mark), []).append(run)
            sheets.append(Sheet(page.get_width(), page.get_height(), found.pictures, ()))
    with pikepdf.open(BytesIO(data)) as tagged:
        pages = {_key(page): number for number, page in enumerate(tagged.pages, 1)}
        reader = _TreeReader(pages, runs)
        reader.read(tagged.Root["/StructTreeRoot"], ())
    marginal = [run for key, found in runs.items() if key not in reader.read_marks for run in found]
    complete = (
        sheet._replace(marginal=tuple(run for run in marginal if run.page == number))
        for number, sheet in enumerate(sheets, 1)
    )
    stream = " ".join(run.text for key, found in runs.items() if key in reader.read_marks for run in found)
    return Pages(tuple(complete), tuple(reader.blocks()), stream, reader.tags)


class _TreeReader:
    """Walks the structure tree and gives every run to the block that it is of.

    What is left of an element on the next page has the same ID (see `cvpress.writers.element_ids`), and
    so have boxes within boxes of one element: both are one.
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
            if isinstance(kid, int) or "/MCID" in kid:
                mark = _mark(kid, element)
                page = self._pages[mark.page]
                self.read_marks.add((page, mark.number))
                if texts := [run._replace(is_link=is_link) for run in self._runs.get((page, mark.number), ())]:
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


class _Mark(NamedTuple):
    """A piece of marked content: the page that it is on, and its number there."""

    page: tuple[int, int]
    number: int


def _mark(kid: Any, element: Any) -> _Mark:
    """The mark of a kid: a number on the page of its element, or one with a page of its own (ISO 32000-1, 14.7.4.2)."""
    if isinstance(kid, int):
        return _Mark(element.Pg.objgen, kid)
    return _Mark(kid.get("/Pg", element.get("/Pg")).objgen, int(kid.MCID))


def _place(name: str) -> tuple[int, str]:
    """Where in the source an element is, by its ID."""
    number = name.rstrip("m")
    return int(number), name


def _key(page: Any) -> tuple[int, int]:
    """What tells a page from the others."""
    number, generation = page.objgen
    return number, generation


def _kids(element: Any) -> Iterator[Any]:
    kids: Any = element.get("/K", ())
    yield from kids if isinstance(kids, (pikepdf.Array, tuple)) else (kids,)
