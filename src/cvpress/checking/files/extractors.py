"""The text of a PDF as other programs take it out: three extractors that many parsers of CVs build on."""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final

from cvpress.checking.artefact import Reading
from cvpress.errors import CvpressError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["EXTRACTORS", "PAGES", "quiet", "reading_by", "readings_of"]

PAGES: Final = 200
"""Pages of a file that are read."""


def readings_of(data: bytes) -> tuple[Reading, ...]:
    """What each of the extractors makes of a PDF.

    Args:
        data: the file.
    """
    return tuple(reading_by(name, data) for name in EXTRACTORS)


def reading_by(name: str, data: bytes) -> Reading:
    """What an extractor makes of a PDF; of one that fails, what it made of the pages before, and why.

    Args:
        name: one of EXTRACTORS.
        data: the file.
    """
    pages: list[str] = []
    try:
        with quiet():
            pages.extend(EXTRACTORS[name](data))
    except CvpressError:
        raise
    except Exception as error:  # noqa: BLE001  each has its own ways to fail with a broken file
        return Reading(name, tuple(pages), type(error).__name__)
    return Reading(name, tuple(pages))


def _by_pdfium(data: bytes) -> Iterator[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for number in range(min(len(document), PAGES)):
            page = document[number]
            textpage = page.get_textpage()
            # U+FFFE is its sign of a hyphen at the end of a line.
            yield textpage.get_text_range().replace("\r\n", "\n").replace("\ufffe", "-")
            textpage.close()
            page.close()


def _by_pypdf(data: bytes) -> Iterator[str]:
    import pypdf

    pages = pypdf.PdfReader(BytesIO(data)).pages
    for number in range(min(len(pages), PAGES)):
        yield pages[number].extract_text()


def _by_pdfminer(data: bytes) -> Iterator[str]:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    for page in extract_pages(BytesIO(data), maxpages=PAGES):
        yield "".join(box.get_text() for box in page if isinstance(box, LTTextContainer))


EXTRACTORS: Final[Mapping[str, Callable[[bytes], Iterator[str]]]] = {
    "pdfium": _by_pdfium,
    "pypdf": _by_pypdf,
    "pdfminer.six": _by_pdfminer,
}
"""The engine of Chromium, a library in Python, and one with an analysis of the layout: text, page by page."""


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the libraries' notes on broken files off the terminal."""
    loggers = [logging.getLogger(name) for name in ("pikepdf", "pypdf", "pdfminer")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
