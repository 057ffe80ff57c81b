"""What a piece of text on a page says of itself, by pdfium: which content it is of, and its face."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

__all__ = ["face_of", "is_artifact", "mark_of"]


def mark_of(thing: pypdfium2.PdfObject) -> int:
    """The number of its marked content, or of that which its form is drawn in; -1 if it is in none."""
    numbers = (pdfium.FPDFPageObj_GetMarkedContentID(each.raw) for each in _with_forms(thing))
    return next((number for number in numbers if number >= 0), -1)


def is_artifact(thing: pypdfium2.PdfObject) -> bool:
    """Whether it, or the form that it is in, is marked as a part of no content (ISO 32000-1, 14.8.2.2)."""
    return any(name == "Artifact" for each in _with_forms(thing) for name in _mark_names(each))


def face_of(thing: pypdfium2.PdfObject) -> str:
    """The name of its font, without the mark of a subset."""
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(thing.raw), buffer, len(buffer))
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]


def _with_forms(thing: pypdfium2.PdfObject) -> Iterator[pypdfium2.PdfObject]:
    """It, and the forms that it is in, from within."""
    each = thing
    while each is not None:
        yield each
        each = each.container


def _mark_names(thing: pypdfium2.PdfObject) -> Iterator[str]:
    for number in range(pdfium.FPDFPageObj_CountMarks(thing.raw)):
        buffer, size = ctypes.create_string_buffer(64), ctypes.c_ulong()
        units = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
        pdfium.FPDFPageObjMark_GetName(pdfium.FPDFPageObj_GetMark(thing.raw, number), units, len(buffer), size)
        yield buffer.raw[: max(0, min(size.value, len(buffer)) - 2)].decode("utf-16-le", "replace")
