"""Several documents as one PDF."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from letters import AMERICAN, GERMAN, research_statement, with_letter
from outputs import folded, pdf_links, pdfium_text, prepared

import cvpress
from cvpress.errors import UsageError
from cvpress.pipeline.merging import merged_output
from cvpress.views.request import Request

CV, LETTER = Request(), Request(document="letter")


def merged(*parts: tuple[dict[str, Any], Request]) -> bytes:
    """One PDF of several documents."""
    return cvpress.merge_pdf([prepared(data, request=request) for data, request in parts])


@pytest.mark.parametrize("requests", [(CV, LETTER), (LETTER, CV)], ids=["CV first", "letter first"])
def test_order_and_bookmarks(requests: tuple[Request, ...]) -> None:
    parts = [prepared(GERMAN, request=request) for request in requests]
    pdf = cvpress.merge_pdf(parts)
    texts = [folded(pdfium_text(part.pdf())) for part in parts]
    assert folded(pdfium_text(pdf)) == " ".join(texts)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.docinfo["/Title"]) == "Erika Beispiel – Bewerbung"
        assert str(document.Root.Lang) == "de"
        with document.open_outline() as outline:
            assert [item.title for item in outline.root] == [part.view.short_title for part in parts]
            assert [item.destination[0].objgen for item in outline.root] == [page.objgen for page in document.pages]


def test_names_that_two_documents_share() -> None:
    other = with_letter(
        GERMAN, works=[{"id": name, "title": f"Another {name}"} for name in ("essay", "prism", "secret")]
    )
    with pikepdf.open(BytesIO(merged((GERMAN, LETTER), (other, LETTER), (GERMAN, CV)))) as document:
        names = [str(name) for name in document.Root.Names.Dests.Names if isinstance(name, pikepdf.String)]
        links = [
            (number, str(note.Dest))
            for number, page in enumerate(document.pages)
            for note in page.Annots
            if "/Dest" in note
        ]
    assert {"1-note-1", "2-note-1", "3-publications"} <= {*names}
    assert len(names) == len({*names})
    assert links
    assert all(target.startswith(f"{number + 1}-") and target in names for number, target in links)


def test_page_numbers_begin_anew() -> None:
    text = folded(pdfium_text(merged((research_statement(), LETTER), (research_statement(), LETTER))))
    assert text.count("2 / 2") == 2
    assert "/ 4" not in text


def test_bookmarks_of_a_document_without_a_heading() -> None:
    pdf = merged((with_letter(AMERICAN, subject=""), LETTER), (AMERICAN, CV))
    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "Cover letter – Example Laboratories, Inc.",
            "Curriculum vitae",
        ]


def test_tags() -> None:
    with pikepdf.open(BytesIO(merged((GERMAN, LETTER), (AMERICAN, LETTER)))) as document:
        (root,) = document.Root.StructTreeRoot.K
        languages = [str(part.get("/Lang", "")) for part in root.K]
        assert [str(part.S) for part in root.K] == ["/Part", "/Part"]
        assert len(document.Root.StructTreeRoot.ParentTree.Nums) > 2 * len(document.pages)
        assert bool(document.Root.MarkInfo.Marked)
    assert languages == ["", "en-US"], "a part in another language says so"


def test_links_stay_on_their_pages() -> None:
    pages = {link.target: link.page for link in pdf_links(merged((AMERICAN, LETTER), (GERMAN, LETTER)))}
    assert pages["mailto:jane@example.org"] == 0
    assert pages["https://example.org/essay"] == 1


def test_what_is_noticed_of_each_part() -> None:
    data = with_letter(AMERICAN, body=[{"text": "A paragraph that says what others have said. " * 8}] * 12)
    parts = [prepared(data, request=request) for request in (CV, LETTER)]
    _, (finding,) = merged_output(parts)
    assert (finding.code, finding.pointer) == ("R105", ("letters", 0))


def test_the_same_input_gives_the_same_bytes() -> None:
    assert merged((GERMAN, LETTER), (GERMAN, CV)) == merged((GERMAN, LETTER), (GERMAN, CV))


def test_nothing_to_merge() -> None:
    with pytest.raises(UsageError, match="there is no document to merge"):
        cvpress.merge_pdf([])
