"""A PDF as boxes: what text stands where, how large, in what ink on what ground, and which element it belongs to.

The boxes are pdfium's, the elements are those of the tags (ISO 32000-1, 14.7 and 14.8): every piece
of text carries the number of its marked content, and the structure tree says which element that number is of.
"""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PIL.Image import Image

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
_TEXTS_WITHIN = frozenset({"Span", "Link", "NonStruct", "Reference", "Quote", "Code", "Em", "Strong", "Sub", "Note"})
"""Elements that stand in a line; what holds them is the block."""


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
    """

    page: int
    text: str
    box: Box
    baseline: float
    size: float
    ink: Colour
    ground: Colour
    mark: int
    is_link: bool = False


class Line(NamedTuple):
    """What stands on one baseline of a block; superscripts are among it."""

    runs: tuple[Run, ...]

    @property
    def page(self) -> int:
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
        path: the numbers of the elements from the document down to itself, as they come in the source.
    """

    tag: str
    path: tuple[int, ...]
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
        tags: the roles of all elements by their numbers.
    """

    sheets: tuple[Sheet, ...]
    blocks: tuple[Block, ...]
    tags: tuple[str, ...]

    @property
    def runs(self) -> Iterator[Run]:
        """All text but that of margin boxes."""
        return (run for block in self.blocks for run in block.runs)


def read_pages(data: bytes) -> Pages:
    """Take a tagged PDF apart."""
    runs: dict[tuple[int, int], list[Run]] = {}
    sheets = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            found, pictures = _runs(page, number)
            for run in found:
                runs.setdefault((number, run.mark), []).append(run)
            sheets.append(Sheet(page.get_width(), page.get_height(), pictures, ()))
    with pikepdf.open(BytesIO(data)) as tagged:
        pages = {page.objgen: number for number, page in enumerate(tagged.pages, 1)}
        reader = _TreeReader(pages, runs)
        reader.read(tagged.Root.StructTreeRoot, (), -1, is_link=False)
    marginal = [run for key, found in runs.items() if key not in reader.read_marks for run in found]
    complete = (
        sheet._replace(marginal=tuple(run for run in marginal if run.page == number))
        for number, sheet in enumerate(sheets, 1)
    )
    return Pages(tuple(complete), tuple(reader.blocks()), tuple(reader.tags))


class _TreeReader:
    """Walks the structure tree and gives every run to the block that it is of."""

    def __init__(self, pages: Mapping[tuple[int, int], int], runs: Mapping[tuple[int, int], Sequence[Run]]) -> None:
        self.tags: list[str] = []
        self.read_marks: set[tuple[int, int]] = set()
        self._pages = pages
        self._runs = runs
        self._found: dict[int, list[Run]] = {}
        self._paths: dict[int, tuple[int, ...]] = {}

    def blocks(self) -> Iterator[Block]:
        for number in sorted(self._found):
            yield Block(self.tags[number], self._paths[number], tuple(self._found[number]))

    def read(self, element: pikepdf.Dictionary, path: tuple[int, ...], block: int, *, is_link: bool) -> None:
        """Read an element and all below it.

        Args:
            path: the numbers of the elements above it.
            block: the number of the block that it stands in, or -1.
            is_link: whether it stands in a link.
        """
        tag = str(element.get("/S", "/Root"))[1:]
        number = len(self.tags)
        self.tags.append(tag)
        path = (*path, number)
        is_block = tag not in _TEXTS_WITHIN
        if is_block or (tag == "NonStruct" and (block < 0 or self.tags[block] not in _WITH_TEXT)):
            block = number
            self._paths[number] = path
        for kid in _kids(element):
            if isinstance(kid, int):
                page = self._pages[element.Pg.objgen]
                link = is_link or tag == "Link"
                self.read_marks.add((page, kid))
                texts = [run._replace(is_link=link) for run in self._runs.get((page, kid), ())]
                self._found.setdefault(block, []).extend(texts) if texts else None
            elif "/S" in kid:
                self.read(kid, path, block, is_link=is_link or tag == "Link")


_WITH_TEXT = frozenset({"P", "LBody", "Lbl", "TD", "TH", "Caption", "Figure", *(f"H{level}" for level in range(1, 7))})
"""Elements within which a NonStruct is a word in bold, say, and not a part of the page."""


def _kids(element: pikepdf.Dictionary) -> Iterator[int | pikepdf.Dictionary]:
    kids = element.get("/K", ())
    return iter(kids if isinstance(kids, (pikepdf.Array, tuple)) else (kids,))


def _runs(page: pypdfium2.PdfPage, number: int) -> tuple[list[Run], tuple[Box, ...]]:
    """The texts and the pictures of a page."""
    textpage = page.get_textpage()
    objects = list(page.get_objects())
    texts = [thing for thing in objects if thing.type == pdfium.FPDF_PAGEOBJ_TEXT]
    pictures = [Box(*thing.get_bounds()) for thing in objects if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    contents = [_text(thing, textpage) for thing in texts]
    ground = _ground(page, texts) if len(texts) < len(objects) else None
    runs = [
        _run(thing, text, number, ground) for thing, text in zip(texts, contents, strict=True) if text.strip("\0 \xa0")
    ]
    textpage.close()
    return runs, tuple(pictures)


def _text(thing: pypdfium2.PdfObject, textpage: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(thing.raw, textpage.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(thing.raw, textpage.raw, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le").replace("\x02", "-")  # its sign of a hyphen at a line's end


def _run(thing: pypdfium2.PdfObject, text: str, page: int, ground: Image | None) -> Run:
    size, parts = ctypes.c_float(), [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFTextObj_GetFontSize(thing.raw, size)
    pdfium.FPDFPageObj_GetFillColor(thing.raw, *parts)
    red, green, blue, alpha = (part.value for part in parts)
    matrix, box = thing.get_matrix(), Box(*thing.get_bounds())
    mark = pdfium.FPDFPageObj_GetMarkedContentID(thing.raw)
    behind = _worst_ground(ground, box, (red, green, blue)) if ground else WHITE
    ink = _mixed((red, green, blue), behind, alpha / 255)
    return Run(page, text, box, matrix.f, size.value * hypot(matrix.c, matrix.d), ink, behind, mark)


def _ground(page: pypdfium2.PdfPage, texts: Sequence[pypdfium2.PdfObject]) -> Image:
    """What a page looks like without its texts, a pixel a point."""
    for thing in texts:
        pdfium.FPDFTextObj_SetTextRenderMode(thing.raw, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
    return page.render(scale=1).to_pil().convert("RGB")


def _worst_ground(ground: Image, box: Box, ink: Colour) -> Colour:
    """Of the colours that take a tenth of a box, the one on which an ink is read worst."""
    area = (int(box.left), int(ground.height - box.top), int(box.right) + 1, int(ground.height - box.bottom) + 1)
    part = ground.crop(area)
    colours = part.getcolors() or part.quantize(16).convert("RGB").getcolors() or []
    least = 0.1 * sum(count for count, _ in colours)
    return min(
        (colour for count, colour in colours if count >= least), key=lambda one: contrast(one, ink), default=WHITE
    )


def _mixed(ink: Colour, ground: Colour, alpha: float) -> Colour:
    red, green, blue = (round(over * alpha + under * (1 - alpha)) for over, under in zip(ink, ground, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
