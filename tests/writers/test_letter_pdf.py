"""A letter on paper: what stands where, on how many pages, and what is said of one that is too long."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pytest
from letters import AMERICAN, GERMAN, in_language, research_statement, with_letter
from outputs import ROOT, folded, pdf_links, pdfium_text, pdfminer_text, prepared
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextContainer, LTTextLine

import cvpress
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTER = Request(document="letter")
MM = 72 / 25.4
SIZES = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}


class Line(NamedTuple):
    """A line of text and its box, in millimetres from the upper left corner of the paper."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def lines_of(pdf: bytes) -> list[Line]:
    """The lines on the first page."""
    (page,) = extract_pages(BytesIO(pdf), page_numbers=[0])
    height = page.height
    found = [line for box in page if isinstance(box, LTTextContainer) for line in box if isinstance(line, LTTextLine)]
    return [
        Line(line.get_text().strip(), line.x0 / MM, (height - line.y1) / MM, line.x1 / MM, (height - line.y0) / MM)
        for line in found
    ]


def line_of(pdf: bytes, text: str) -> Line:
    """The line that begins with a text."""
    return next(line for line in lines_of(pdf) if line.text.startswith(text))


def letter_pdf(data: dict[str, Any], **options: str) -> bytes:
    """The letter of a profile as PDF."""
    return prepared(data, request=LETTER, options=options).pdf()


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize(
    "basics",
    [
        {},
        {"phones": [f"+49 30 000000{number}" for number in range(6)], "urls": ["https://example.org/a-long-address"]},
        {"name": "", "label": ""},
    ],
    ids=["as it is", "many contacts", "no name"],
)
def test_the_address_is_in_the_window_of_an_envelope(paper: str, basics: dict[str, Any]) -> None:
    pdf = letter_pdf({**GERMAN, "basics": {**GERMAN["basics"], **basics}}, page=paper)
    sender = line_of(pdf, "Erika Beispiel ·" if "name" not in basics else "Musterweg 5 · ")
    first, last = line_of(pdf, "Institut für"), line_of(pdf, "01067 Dresden")
    assert 45 < sender.top < sender.bottom <= 62.8
    assert 62.6 <= first.top < last.bottom <= 90
    assert sender.left == pytest.approx(25, abs=0.5)
    assert first.left == pytest.approx(25, abs=0.5)
    assert max(sender.right, first.right, last.right) <= 105
    assert line_of(pdf, "Bewerbung").top == pytest.approx(98.5, abs=2)
    assert line_of(pdf, "Berlin, 1. Nov").left >= 110
    assert all(line.bottom <= 45 or line.top >= 57 for line in lines_of(pdf)), "the letterhead shows in the window"


def test_an_address_field_without_a_letterhead() -> None:
    pdf = letter_pdf({**GERMAN, "basics": {"label": "Physikerin"}})
    assert 62.6 <= line_of(pdf, "Institut für").top < line_of(pdf, "01067 Dresden").bottom <= 90


_END = ("Dear Mr.", "Sincerely,", "Jane")
ORDERS: dict[str, tuple[str, str, list[str]]] = {
    "America": ("en-US", "US", ["November 1, 2026", "John Sample", "Position in", *_END, "Enclosure"]),
    "Britain": (
        *("en-GB", "GB"),
        ["John Sample", "1 November 2026", "Dear Mr.", "Position in", *_END[1:], "Enclosure"],
    ),
    "France": (
        *("fr", "FR"),
        ["Example Lab", "de John Sample", "1er novembre", "Objet : Position", *_END, "Pièce jointe"],
    ),
    "Poland": ("pl", "PL", ["1 listopada", "John Sample", "Example Lab", "Dotyczy: Position", *_END, "Załącznik"]),
    "Turkey": ("tr", "TR", ["1 Kasım", "Example Lab", "John Sample", "Konu: Position", *_END, "Ek"]),
}


@pytest.mark.parametrize(("language", "country", "order"), ORDERS.values(), ids=ORDERS)
def test_order(language: str, country: str, order: list[str]) -> None:
    pdf = letter_pdf(in_language(AMERICAN, language, country))
    text = folded(pdfium_text(pdf))
    body = text[text.index("Physicist") :]
    places = [body.index(part) for part in order]
    assert places == sorted(places)
    assert (line_of(pdf, "500 Sample").left > 100) == (country in {"FR", "PL"})


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("name", ["genomics-student", "summer-school-applicant"])
def test_examples_fill_one_page(name: str, paper: str) -> None:
    (path,) = ROOT.glob(f"profiles/{name}/profile.*")
    pdf, diagnostics = cvpress.prepare(path, LETTER, options={"page": paper}).output("pdf")
    assert diagnostics == ()
    with pikepdf.open(BytesIO(pdf)) as document:
        (page,) = document.pages
        assert [float(edge) for edge in page.MediaBox] == pytest.approx([0, 0, *SIZES[paper]], abs=0.1)


def test_no_line_is_too_long() -> None:
    text = "It is the mean of many words that makes a line as long as it is, or so one says of lines. " * 9
    for closing in (1, 6):  # as it is, and closed up
        pdf = letter_pdf(with_letter(AMERICAN, body=[{"text": text}] * closing))
        assert max(len(line.text) for line in lines_of(pdf)) <= 92


def test_what_runs_over_by_a_few_lines_is_closed_up() -> None:
    short, full = (
        letter_pdf(with_letter(AMERICAN, body=[{"text": f"Line {number}."} for number in range(count)]))
        for count in (5, 21)
    )
    distances = [line_of(pdf, "Line 1.").top - line_of(pdf, "Line 0.").top for pdf in (short, full)]
    assert distances[1] < distances[0]
    assert page_count(full) == 1


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def test_a_long_letter() -> None:
    body = [{"text": "A paragraph that says what others have said. " * 8}] * 12
    data = with_letter(AMERICAN, body=body)
    data["letters"].insert(0, {"visibility": "private"})
    _, (finding,) = prepared(data, request=LETTER).output("pdf")
    assert (finding.code, finding.pointer) == ("R105", ("letters", 1))
    assert finding.message == "the letter is 2 pages long, and a cover letter has one"


def test_a_research_statement_may_be_long() -> None:
    pdf, diagnostics = prepared(research_statement(), request=LETTER).output("pdf")
    assert diagnostics == ()
    text = folded(pdfminer_text(pdf))
    assert "2 / 2" in text
    for title in ("Thin films", "What was found", "What is open", "Plans for five years"):
        assert title in text


def test_tags_and_bookmarks() -> None:
    with pikepdf.open(BytesIO(letter_pdf(research_statement()))) as document:
        tags = list(_tags(document.Root.StructTreeRoot.K))
        with document.open_outline() as outline:
            (subject,) = outline.root
        assert str(document.docinfo["/Title"]) == "Jane Example – Research statement – Example Laboratories, Inc."
    assert (tags.count("H1"), tags.count("H2")) == (1, 4)
    assert (subject.title, next(child.title for child in subject.children)) == ("Research statement", "Thin films")


def _tags(thing: Any) -> Iterator[str]:
    if isinstance(thing, pikepdf.Array):
        for child in thing:
            yield from _tags(child)
    elif isinstance(thing, pikepdf.Dictionary) and "/S" in thing:
        yield str(thing.S)[1:]
        yield from _tags(thing.get("/K", pikepdf.Array()))


def test_links() -> None:
    targets = [link.target for link in pdf_links(letter_pdf(GERMAN))]
    assert {"https://example.org/essay", "https://doi.org/10.1000/182", "https://example.org/spectrometer"} <= {
        *targets
    }


@pytest.mark.parametrize("references", ["notes", "inline", "none"])
def test_what_is_private_is_in_no_byte(references: str) -> None:
    text = pdfium_text(letter_pdf(GERMAN, references=references))
    assert "Not yet out" not in text
    assert "Hidden work" not in text


def test_the_same_input_gives_the_same_bytes() -> None:
    assert letter_pdf(GERMAN) == letter_pdf(GERMAN)
