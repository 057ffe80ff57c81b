"""The text of a PDF as other programs take it out: three extractors that many parsers of CVs build on."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from cvpress.checking.artefact import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_by_pdfium", "read_by_pdfminer", "read_by_pypdf", "readings_of"]


def readings_of(data: bytes) -> tuple[Reading, ...]:
    """What each of the extractors makes of a PDF; one that fails gives no text.

    Args:
        data: the file.
    """
    return (read_by_pdfium(data), read_by_pypdf(data), read_by_pdfminer(data))


def read_by_pdfium(data: bytes) -> Reading:
    """What pdfium reads, the engine of Chromium."""
    import pypdfium2

    pages = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            textpage = page.get_textpage()
            # U+FFFE is its sign of a hyphen at the end of a line.
            pages.append(textpage.get_text_range().replace("\r\n", "\n").replace("\ufffe", "-"))
            textpage.close()
    return Reading("pdfium", tuple(pages))


def read_by_pypdf(data: bytes) -> Reading:
    """What pypdf reads."""
    import pypdf

    with _quiet("pypdf"):
        return Reading("pypdf", tuple(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages))


def read_by_pdfminer(data: bytes) -> Reading:
    """What pdfminer.six reads, with its analysis of the layout."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    with _quiet("pdfminer"):
        return Reading(
            "pdfminer.six",
            tuple(
                "".join(box.get_text() for box in page if isinstance(box, LTTextContainer))
                for page in extract_pages(BytesIO(data))
            ),
        )


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Keep a library's notes on broken files off the terminal."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
