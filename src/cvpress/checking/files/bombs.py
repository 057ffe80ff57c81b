"""How large the streams of a PDF are when they are unpacked: some are a thousand times as large, twice over."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["largest_stream"]

_RATIO: Final = 1032
"""By which deflate packs at best (https://zlib.net/zlib_tech.html)."""


def largest_stream(pdf: pikepdf.Pdf, limit: int) -> int:
    """How many bytes the largest stream that is no picture has, counted up to a little over a limit.

    Pictures are unpacked by pdfium alone, which has bounds of its own.

    Args:
        pdf: the file.
        limit: what is too large; no more is unpacked at a time.
    """
    return max((_size(stream, limit) for stream in _streams(pdf)), default=0)


def _streams(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image":
            yield thing


def _size(stream: Any, limit: int) -> int:
    data = stream.read_raw_bytes()
    filters = stream.get("/Filter", ())
    names = [str(filters)] if isinstance(filters, pikepdf.Name) else [str(name) for name in filters]
    for name in names:
        if name not in {"/FlateDecode", "/Fl"} or len(data) * _RATIO ** names.count(name) <= limit:
            break
        try:
            data = zlib.decompressobj().decompress(data, limit + 1)
        except zlib.error:
            break
    return len(data)
