"""A PDF, anybody's, as an artefact."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, TypeVar

import pikepdf
import pypdfium2

from cvpress.checking.artefact import Artefact, Link, Metadata, Painting, TextLine
from cvpress.checking.files.bombs import largest_stream
from cvpress.checking.files.drawings import painted_bytes
from cvpress.checking.files.extractors import PAGES, quiet, readings_of
from cvpress.checking.files.pdf_active import active_parts
from cvpress.checking.files.pdf_structure import bookmarks_of, fonts_of, link_annotations, metadata_of
from cvpress.checking.files.pdf_tags import structure_of
from cvpress.errors import CvpressError, FileError
from cvpress.measuring.boxes import Box
from cvpress.measuring.painted import painted
from cvpress.measuring.placing import box_in, placement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cvpress.measuring.boxes import Run

__all__ = ["read_pdf"]

T = TypeVar("T")

_LARGEST_STREAM: Final = 100_000_000
"""Bytes of a stream, unpacked; a megabyte is much for one that is no picture."""

_BROKEN: Final = (pikepdf.PdfError, pypdfium2.PdfiumError, pikepdf.DataDecodingError, RuntimeError)
"""What the libraries raise for files that they cannot open."""


def read_pdf(name: str, data: bytes) -> Artefact:
    """Take a PDF apart.

    A part of it that is broken is left out, and named in `Artefact.unread`; so are the pages beyond
    `cvpress.checking.files.extractors.PAGES`.

    Args:
        name: what the user calls the file.
        data: the file.

    Raises:
        FileError: it is no PDF, broken, opens with a password only, or would be too large when it is unpacked.
    """
    try:
        with quiet(), pikepdf.open(BytesIO(data)) as pdf, pypdfium2.PdfDocument(data) as document:
            if largest_stream(pdf, _LARGEST_STREAM) > _LARGEST_STREAM:
                raise FileError(f"{name} holds more than it can: a part of it unpacks to over 100 MB")
            if painted_bytes(pdf, _LARGEST_STREAM) > _LARGEST_STREAM:
                raise FileError(f"{name} holds more than it can: drawings within drawings come to over 100 MB")
            if not len(document):
                raise FileError(f"{name} has no pages")
            return _Reader(pdf, document).artefact(name, data)
    except pikepdf.PasswordError as error:
        raise FileError(f"{name} opens with a password only", "check the file that is sent, without one") from error
    except _BROKEN as error:
        raise FileError(f"{name} is not a PDF, or it is broken") from error


class _Reader:
    """Reads an open file part by part."""

    def __init__(self, pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument) -> None:
        self._pdf = pdf
        self._document = document
        self._sheets: list[tuple[float, float]] = []
        self._lines: list[TextLine] = []
        self._runs: list[Run] = []
        self._hidden: list[Run] = []
        self._pictures: list[Painting] = []
        self._links: list[Link] = []
        self._unread: list[str] = []

    def artefact(self, name: str, data: bytes) -> Artefact:
        """All of it."""
        pages = len(self._document)
        for number in range(1, min(pages, PAGES) + 1):
            self._sheets.append((0.0, 0.0))
            self._tried(f"page {number}", partial(self._read_page, number), None)
        if pages > PAGES:
            self._unread.append(f"pages {PAGES + 1} to {pages:,}")
        texts: dict[tuple[int, int], str] = {}
        for run in (*self._runs, *self._hidden):
            texts[run.page, run.mark] = texts.get((run.page, run.mark), "") + run.text
        return Artefact(
            name=name,
            kind="pdf",
            size=len(data),
            sheets=tuple(self._sheets),
            lines=tuple(self._lines),
            readings=readings_of(data),
            runs=tuple(self._runs),
            hidden=tuple(self._hidden),
            pictures=tuple(self._pictures),
            fonts=self._tried("the fonts", partial(fonts_of, self._pdf), ()),
            links=tuple(self._links),
            bookmarks=self._tried("the bookmarks", partial(bookmarks_of, self._pdf), ()),
            metadata=self._tried("the metadata", partial(metadata_of, self._pdf), Metadata()),
            root=self._tried("the tags", partial(structure_of, self._pdf, texts), None),
            active=self._tried("what is active", partial(active_parts, self._pdf), ()),
            may_extract=self._pdf.allow.extract,
            unread=tuple(self._unread),
        )

    def _tried(self, what: str, read: Callable[[], T], otherwise: T) -> T:
        """A part of the file; of a broken one what stands for it, and a note."""
        try:
            return read()
        except CvpressError:
            raise
        except Exception:  # noqa: BLE001  what libraries raise for a broken part is anybody's guess
            self._unread.append(what)
            return otherwise

    def _read_page(self, number: int) -> None:
        page = self._document[number - 1]
        width, height = self._sheets[number - 1] = page.get_size()
        place = placement(page)
        textpage = page.get_textpage()
        self._lines += _lines(textpage, place, number, len(self._lines))
        self._tried(f"the links of page {number}", partial(self._read_links, number, textpage, place), None)
        textpage.close()
        found = painted(page, number)
        self._runs += found.runs
        self._hidden += found.hidden
        self._pictures += (Painting(number, box, _share(box, width * height)) for box in found.pictures)
        page.close()

    def _read_links(self, number: int, textpage: pypdfium2.PdfTextPage, place: pypdfium2.PdfMatrix) -> None:
        for annotation in link_annotations(self._pdf.pages[number - 1]):
            text = " ".join(_plain(textpage.get_text_bounded(*annotation.box)).split())
            box = box_in(place, annotation.box)
            self._links.append(Link(number, box, text, annotation.target, annotation.description, annotation.number))


def _lines(textpage: pypdfium2.PdfTextPage, place: pypdfium2.PdfMatrix, page: int, before: int) -> Iterator[TextLine]:
    """The lines of a page as pdfium reads them; the number of those before is given."""
    text = _plain(textpage.get_text_range())
    start = 0
    for number, line in enumerate(text.split("\n"), before + 1):
        box = _box(textpage, start, len(line))
        yield TextLine(number, line.rstrip("\r"), page, box_in(place, box) if box else None)
        start += len(line) + 1


def _plain(text: str) -> str:
    """U+FFFE is pdfium's sign of a hyphen at the end of a line."""
    return text.replace("\ufffe", "-")


def _box(textpage: pypdfium2.PdfTextPage, start: int, count: int) -> Box | None:
    """The ink of some characters; of one that has none there is no box."""
    boxes: list[Any] = []
    for index in range(start, min(start + count, textpage.count_chars())):
        with suppress(pypdfium2.PdfiumError):
            boxes.append(textpage.get_charbox(index))
    return _around(Box(*box) for box in boxes if box[2] > box[0])


def _around(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around some others."""
    sides: Sequence[Any] = tuple(zip(*boxes, strict=True))
    return Box(min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])) if sides else None


def _share(box: Box, whole: float) -> float:
    return max(0.0, box.right - box.left) * max(0.0, box.top - box.bottom) / whole if whole else 0.0
