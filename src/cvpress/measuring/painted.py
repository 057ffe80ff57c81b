"""What is painted on a page, by pdfium: texts with their boxes, inks and grounds, and pictures."""

from __future__ import annotations

import ctypes
from math import hypot
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from cvpress.measuring.boxes import Box, Run
from cvpress.values.colors import WHITE, contrast, mixed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2
    from PIL.Image import Image

    from cvpress.values.colors import Color


__all__ = ["painted"]


def painted(page: pypdfium2.PdfPage, number: int) -> tuple[list[Run], tuple[Box, ...]]:
    """The texts and the pictures of a page.

    Args:
        page: the page; its texts are invisible afterwards.
        number: that of the page, from 1.
    """
    textpage = page.get_textpage()
    objects = list(page.get_objects())
    texts = [thing for thing in objects if thing.type == pdfium.FPDF_PAGEOBJ_TEXT]
    pictures = [_shown_part(thing) for thing in objects if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    contents = [_text(thing, textpage) for thing in texts]
    ground = _ground(page, texts) if len(texts) < len(objects) else None
    runs = [
        _run(thing, text, number, ground) for thing, text in zip(texts, contents, strict=True) if text.strip("\0 \xa0")
    ]
    textpage.close()
    return runs, tuple(pictures)


def _shown_part(picture: pypdfium2.PdfObject) -> Box:
    """What is left of a picture's box by the paths that clip it: a cropped photo is drawn whole."""
    left, bottom, right, top = picture.get_bounds()
    clip = pdfium.FPDFPageObj_GetClipPath(picture.raw)
    for path in range(pdfium.FPDFClipPath_CountPaths(clip)):
        points = list(_points(clip, path))
        left, right = max(left, min(x for x, _ in points)), min(right, max(x for x, _ in points))
        bottom, top = max(bottom, min(y for _, y in points)), min(top, max(y for _, y in points))
    return Box(left, bottom, right, top)


def _points(clip: pdfium.FPDF_CLIPPATH, path: int) -> Iterator[tuple[float, float]]:
    for number in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, number), x, y)
        yield x.value, y.value


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
    size_on_page = size.value * hypot(matrix.c, matrix.d)
    return Run(page, text, box, matrix.f, size_on_page, ink, behind, mark, font=_font(thing))


def _font(thing: pypdfium2.PdfObject) -> str:
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(thing.raw), buffer, len(buffer))
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]


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
