"""The texts of a page of a PDF: where each stands, how large, in what ink on what ground. The boxes are pdfium's."""

from __future__ import annotations

import ctypes
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from cvpress.values.colors import WHITE, contrast, mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pypdfium2
    from PIL.Image import Image

    from cvpress.values.colors import Color

__all__ = ["Box", "Run", "runs_of"]


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
    ink: Color
    ground: Color
    mark: int
    is_link: bool = False


def runs_of(page: pypdfium2.PdfPage, number: int) -> tuple[list[Run], tuple[Box, ...]]:
    """The texts and the boxes of the pictures of a page.

    Args:
        page: the page; its texts are invisible afterwards.
        number: its number, from 1.
    """
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
    ink = mixed((red, green, blue), behind, alpha / 255)
    return Run(page, text, box, matrix.f, size.value * hypot(matrix.c, matrix.d), ink, behind, mark)


def _ground(page: pypdfium2.PdfPage, texts: Sequence[pypdfium2.PdfObject]) -> Image:
    """What a page looks like without its texts, a pixel a point."""
    for thing in texts:
        pdfium.FPDFTextObj_SetTextRenderMode(thing.raw, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
    ground: Image = page.render(scale=1).to_pil().convert("RGB")
    return ground


def _worst_ground(ground: Image, box: Box, ink: Color) -> Color:
    """Of the colours that take a tenth of a box, the one on which an ink is read worst."""
    area = (int(box.left), int(ground.height - box.top), int(box.right) + 1, int(ground.height - box.bottom) + 1)
    part = ground.crop(area)
    colors: Any = part.getcolors() or part.quantize(16).convert("RGB").getcolors() or []
    least = 0.1 * sum(count for count, _ in colors)
    found: list[Color] = [color for count, color in colors if count >= least]
    return min(found, key=lambda color: contrast(color, ink), default=WHITE)
