"""What the tests of rendering share: rendered profiles, and what is in a page or in a PDF."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import Element  # for its type; tinyhtml5 builds the trees

import pikepdf
import pypdfium2
import tinyhtml5
from pdfminer.high_level import extract_text

import cvpress
from cvpress.model.profile import Profile
from cvpress.views.build import build_view
from cvpress.views.cv import CvView
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element


ROOT = Path(__file__).resolve().parent.parent
PROFILES = tuple(sorted(ROOT.glob("profiles/*/profile.*")))
NAMES = tuple(path.parent.name for path in PROFILES)
CV = Request()
LOADING_ATTRIBUTES = ("src", "srcset", "data", "poster", "background", "action", "formaction", "manifest", "ping")


def view_of(data: Mapping[str, Any], language: str = "") -> CvView:
    """The view of a profile given as plain data."""
    view = build_view(Profile.model_validate(data), Request(language=language))
    assert isinstance(view, CvView)
    return view


def prepared(
    data: Mapping[str, Any], folder: Path | str = "/nonexistent", request: Request = CV, **settings: Any
) -> cvpress.Rendering:
    """The whole way to a rendering, of a profile given as plain data."""
    document = cvpress.loads(json.dumps(data).encode(), "profile.json")
    return cvpress.prepare(document, request, folder=str(folder), **settings)


@cache
def example(name: str, page: str = "a4", language: str = "") -> cvpress.Rendering:
    """An example profile, ready to be written."""
    (path,) = ROOT.glob(f"profiles/{name}/profile.*")
    return cvpress.prepare(path, Request(language=language), options={"page": page})


@cache
def example_pdf(name: str, page: str = "a4") -> bytes:
    """An example profile as PDF."""
    return example(name, page).pdf()


class Page:
    """An HTML page as a browser parses it."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.root: Element = tinyhtml5.parse(html, namespace_html_elements=False)

    def all(self, *names: str) -> list[Element]:
        """All elements with one of these names, in their order."""
        return [element for element in self.root.iter() if element.tag in names]

    def attributes(self, *names: str) -> list[str]:
        """The values of these attributes, wherever they are."""
        return [value for element in self.root.iter() for key, value in element.attrib.items() if key in names]

    @property
    def text(self) -> str:
        """What a reader sees: the text of the body, folded."""
        return folded(" ".join(self.root.find("body").itertext()))  # type: ignore[union-attr]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text of each heading."""
        found = self.all("h1", "h2", "h3", "h4", "h5", "h6")
        return [(int(str(heading.tag)[1]), folded("".join(heading.itertext()))) for heading in found]


def folded(text: str) -> str:
    """A text after NFKC, each run of white space a single blank."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def squeezed(text: str) -> str:
    """A text after NFKC, without any white space: lines may break anywhere."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def pdfium_text(pdf: bytes) -> str:
    """The text that pypdfium2 extracts."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = []
        for page in document:
            textpage = page.get_textpage()
            texts.append(textpage.get_text_bounded())
            textpage.close()
            page.close()
    return "\n".join(texts)


def pdfminer_text(pdf: bytes) -> str:
    """The text that pdfminer.six extracts."""
    return str(extract_text(BytesIO(pdf)))


def pdf_contents(pdf: bytes) -> str:
    """Everything in a PDF that could hold a secret: strings, names, inflated streams, extracted text."""
    with pikepdf.open(BytesIO(pdf)) as document:
        parts = [part for thing in document.objects for part in _parts(thing)]
    return "\n".join((*parts, pdfium_text(pdf)))


def _parts(thing: Any) -> Iterator[str]:
    if isinstance(thing, pikepdf.Stream):
        try:
            data = thing.read_bytes()
        except pikepdf.PdfError:  # a picture's own compression
            data = thing.read_raw_bytes()
        yield data.decode("latin-1")
        yield data.decode("utf-8", "ignore")
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, value in thing.items():
            yield key
            if not value.is_indirect if isinstance(value, pikepdf.Object) else True:
                yield from _parts(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if not (isinstance(value, pikepdf.Object) and value.is_indirect):
                yield from _parts(value)
    else:
        yield str(thing)


class PdfLink(NamedTuple):
    """A link in a PDF: the page that it is on, and where it leads."""

    page: int
    target: str


def pdf_links(pdf: bytes) -> list[PdfLink]:
    """The targets of all link annotations."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [
            PdfLink(number, str(note.A.URI))
            for number, page in enumerate(document.pages)
            for note in page.get("/Annots", [])
            if note.Subtype == "/Link" and "/URI" in note.get("/A", {})
        ]


def attachment_names(pdf: bytes) -> set[str]:
    """The names of the files that a PDF carries."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return set(document.attachments)
