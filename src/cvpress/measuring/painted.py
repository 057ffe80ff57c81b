"""What is painted on a page, by pdfium: texts with their boxes, inks and grounds, and pictures."""

from __future__ import annotations

import ctypes
from math import hypot
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from cvpress.measuring.boxes import Box, Run
from cvpress.measuring.marks import face_of, is_artifact, mark_of
from cvpress.measuring.placing import box_in, matrix_of, placement
from cvpress.values.colors import WHITE, contrast, mixed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2
    from PIL.Image import Image

    from cvpress.values.colors import Color


__all__ = ["Painted", "painted"]

_MOST_PIXELS: Final = 16_000_000
"""Of a ground: twice an A0 sheet; larger pages are looked at from farther away."""

_LEAST_SIZE: Final = 0.5
"""Points below which nobody sees that there is a text."""

_UNPAINTED: Final = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
_OUTLINED: Final = pdfium.FPDF_TEXTRENDERMODE_STROKE

_ENOUGH_PIXELS: Final = 30
"""Below, a colour may be no more than the edge of a line that was drawn nearby."""


class Painted(NamedTuple):
    """What stands on a page.

    Attributes:
        runs: the texts that are to be seen.
        hidden: those that are not: painted in no ink, in no size, outside the page or what is clipped to.
        pictures: what is to be seen of each.
    """

    runs: tuple[Run, ...]
    hidden: tuple[Run, ...]
    pictures: tuple[Box, ...]


class _Ground(NamedTuple):
    """What a page looks like without its texts, and how many pixels of it a point has."""

    image: Image
    scale: float


def painted(page: pypdfium2.PdfPage, number: int) -> Painted:
    """The texts and the pictures of a page.

    Args:
        page: the page; its texts are invisible afterwards.
        number: that of the page, from 1.
    """
    textpage = page.get_textpage()
    place, sheet = placement(page), Box(0, 0, *page.get_size())
    objects = list(page.get_objects())
    texts = [thing for thing in objects if thing.type == pdfium.FPDF_PAGEOBJ_TEXT]
    pictures = [_shown_part(thing, place) for thing in objects if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    contents = [_text(thing, textpage) for thing in texts]
    modes = [pdfium.FPDFTextObj_GetTextRenderMode(thing.raw) for thing in texts]
    ground = _ground(page, texts) if len(texts) < len(objects) else None
    runs: list[Run] = []
    hidden: list[Run] = []
    for thing, text, mode in zip(texts, contents, modes, strict=True):
        if text.strip("\0 \xa0"):
            painter = _Painter(thing, mode, matrix_of(thing, place))
            run = painter.run(text, number, ground)
            (hidden if painter.is_hidden(run, sheet) else runs).append(run)
    textpage.close()
    return Painted(tuple(runs), tuple(hidden), tuple(pictures))


def _shown_part(picture: pypdfium2.PdfObject, place: pypdfium2.PdfMatrix) -> Box:
    """What is left of a picture's box by the paths that clip it: a cropped photo is drawn whole."""
    left, bottom, right, top = _clipped(Box(*picture.get_bounds()), picture)
    return box_in(matrix_of(picture, place), (left, bottom, max(left, right), max(bottom, top)))


def _clipped(box: Box, thing: pypdfium2.PdfObject) -> Box:
    """What the paths that clip a thing leave of a box; where they leave nothing, its right is left of its left."""
    left, bottom, right, top = box
    clip = pdfium.FPDFPageObj_GetClipPath(thing.raw)
    for path in range(pdfium.FPDFClipPath_CountPaths(clip)):
        points = list(_points(clip, path))
        if points:
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
    text = buffer.raw[: size - 2].decode("utf-16-le", "replace")
    return text.replace("\x02", "-")  # its sign of a hyphen at a line's end


class _Painter:
    """How a text is painted."""

    def __init__(self, thing: pypdfium2.PdfObject, mode: int, matrix: pypdfium2.PdfMatrix) -> None:
        self._thing = thing
        self._mode = mode
        self._matrix = matrix
        parts = [ctypes.c_uint() for _ in range(4)]
        color = pdfium.FPDFPageObj_GetStrokeColor if mode == _OUTLINED else pdfium.FPDFPageObj_GetFillColor
        color(thing.raw, *parts)
        red, green, blue, alpha = (part.value for part in parts)
        self._color, self._opacity = (red, green, blue), alpha / 255

    def run(self, text: str, page: int, ground: _Ground | None) -> Run:
        """It as a run."""
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(self._thing.raw, size)
        matrix = self._thing.get_matrix().multiply(self._matrix)
        box = box_in(self._matrix, self._thing.get_bounds())
        behind = _worst_ground(ground, box, self._color) if ground else WHITE
        ink = mixed(self._color, behind, self._opacity)
        height, mark = size.value * hypot(matrix.c, matrix.d), mark_of(self._thing)
        is_loose = mark < 0 and is_artifact(self._thing)
        face = face_of(self._thing)
        return Run(page, text, box, matrix.f, height, ink, behind, mark, is_artifact=is_loose, face=face)

    def is_hidden(self, run: Run, sheet: Box) -> bool:
        """Whether nobody sees it."""
        if self._mode in _UNPAINTED or self._opacity == 0 or run.size < _LEAST_SIZE:
            return True
        left, bottom, right, top = _clipped(Box(*self._thing.get_bounds()), self._thing)
        return _is_apart(run.box, sheet) or right < left - 1 or top < bottom - 1


def _is_apart(box: Box, other: Box) -> bool:
    """Whether there is more than a point between two boxes."""
    return min(box.overlap(other)) < -1


def _ground(page: pypdfium2.PdfPage, texts: Sequence[pypdfium2.PdfObject]) -> _Ground:
    """What a page looks like without its texts, a pixel a point where it is no giant."""
    for thing in texts:
        pdfium.FPDFTextObj_SetTextRenderMode(thing.raw, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
    width, height = page.get_size()
    scale = min(1.0, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5, _MOST_PIXELS / max(1.0, width, height))
    return _Ground(page.render(scale=scale).to_pil().convert("RGB"), scale)


def _worst_ground(ground: _Ground, box: Box, ink: Color) -> Color:
    """Of the colours that take a tenth of the middle of a box, the one on which an ink is read worst.

    Lines under and over a text are none of its ground, though in its box; of a few points a line through it is half.
    """
    image, scale = ground
    inset = (box.top - box.bottom) / 4
    left, right = _pixel(box.left * scale, image.width), _pixel(box.right * scale + 1, image.width)
    top, bottom = image.height - (box.top - inset) * scale, image.height - (box.bottom + inset) * scale + 1
    part = image.crop((left, _pixel(top, image.height), right, _pixel(bottom, image.height)))
    colors: Any = part.getcolors() or (part.width and part.height and part.quantize(16).convert("RGB").getcolors())
    pixels = sum(count for count, _ in colors or ())
    least = (0.1 if pixels >= _ENOUGH_PIXELS else 0.5) * pixels
    found: list[Color] = [color for count, color in colors or () if count >= least]
    return min(found, key=lambda color: contrast(color, ink), default=WHITE)


def _pixel(value: float, limit: int) -> int:
    """A whole number from 0 to a limit, also of what is no number."""
    return int(value) if 0 <= value < limit else 0 if value < 0 else limit
