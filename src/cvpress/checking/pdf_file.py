"""A PDF, anybody's, as an artefact."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2

from cvpress.checking.artefact import Artefact, Link, Painting, TextLine
from cvpress.checking.extractors import readings_of
from cvpress.checking.pdf_active import active_parts
from cvpress.checking.pdf_structure import bookmarks_of, fonts_of, link_annotations, metadata_of
from cvpress.checking.pdf_tags import structure_of
from cvpress.errors import FileError
from cvpress.measuring.boxes import Box
from cvpress.measuring.painted import painted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cvpress.measuring.boxes import Run

__all__ = ["read_pdf"]


def read_pdf(name: str, data: bytes) -> Artefact:
    """Take a PDF apart.

    Args:
        name: what the user calls the file.
        data: the file.

    Raises:
        FileError: it is no PDF, broken, or opens with a password only.
    """
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _read(name, data, pdf)
    except pikepdf.PasswordError as error:
        raise FileError(f"{name} opens with a password only", "check the file that is sent, without one") from error
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise FileError(f"{name} is not a PDF, or it is broken") from error


def _read(name: str, data: bytes, pdf: pikepdf.Pdf) -> Artefact:
    sheets: list[tuple[float, float]] = []
    lines: list[TextLine] = []
    runs: list[Run] = []
    pictures: list[Painting] = []
    links: list[Link] = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            width, height = page.get_size()
            sheets.append((width, height))
            textpage = page.get_textpage()
            lines += _lines(textpage, number, len(lines))
            links += _links(pdf.pages[number - 1], textpage, number)
            textpage.close()
            found, boxes = painted(page, number)
            runs += found
            pictures += (Painting(number, box, _share(box, width * height)) for box in boxes)
    texts: dict[tuple[int, int], str] = {}
    for run in runs:
        texts[run.page, run.mark] = texts.get((run.page, run.mark), "") + run.text
    return Artefact(
        name=name,
        kind="pdf",
        size=len(data),
        sheets=tuple(sheets),
        lines=tuple(lines),
        readings=readings_of(data),
        runs=tuple(runs),
        pictures=tuple(pictures),
        fonts=fonts_of(pdf),
        links=tuple(links),
        bookmarks=bookmarks_of(pdf),
        metadata=metadata_of(pdf),
        root=structure_of(pdf, texts),
        active=active_parts(pdf),
    )


def _lines(textpage: pypdfium2.PdfTextPage, page: int, before: int) -> Iterator[TextLine]:
    """The lines of a page as pdfium reads them; the number of those before is given."""
    text = _plain(textpage.get_text_range())
    start = 0
    for number, line in enumerate(text.split("\n"), before + 1):
        yield TextLine(number, line.rstrip("\r"), page, _box(textpage, start, len(line)))
        start += len(line) + 1


def _plain(text: str) -> str:
    """U+FFFE is pdfium's sign of a hyphen at the end of a line."""
    return text.replace("\ufffe", "-")


def _box(textpage: pypdfium2.PdfTextPage, start: int, count: int) -> Box | None:
    boxes = [textpage.get_charbox(index) for index in range(start, min(start + count, textpage.count_chars()))]
    return _around(Box(*box) for box in boxes if box[2] > box[0])


def _around(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around some others."""
    sides: Sequence[Any] = tuple(zip(*boxes, strict=True))
    return Box(min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])) if sides else None


def _links(page: pikepdf.Page, textpage: pypdfium2.PdfTextPage, number: int) -> Iterator[Link]:
    for annotation in link_annotations(page):
        box = Box(*annotation.box)
        text = " ".join(_plain(textpage.get_text_bounded(*box)).split())
        yield Link(number, box, text, annotation.target, annotation.description, annotation.number)


def _share(box: Box, whole: float) -> float:
    return max(0.0, box.right - box.left) * max(0.0, box.top - box.bottom) / whole if whole else 0.0
