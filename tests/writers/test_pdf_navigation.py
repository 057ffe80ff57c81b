"""How one finds one's way in a PDF, and what it says of itself."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from letters import AMERICAN, GERMAN
from outputs import ROOT, folded, prepared, squeezed
from pdf_tags import tagged

import cvpress
from cvpress.views.cv import CvView
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENTS = ("cv", "letter", "portfolio", "stories")


@cache
def rendering(document: str) -> cvpress.Rendering:
    """A document of the fullest example."""
    return cvpress.prepare(ROOT / "profiles/marie-curie/profile.yaml", Request(document=document))


@cache
def pdf(document: str) -> bytes:
    """The same as PDF."""
    return rendering(document).pdf()


def test_bookmarks_are_sections_and_entries() -> None:
    view = rendering("cv").view
    assert isinstance(view, CvView)
    with pikepdf.open(BytesIO(pdf("cv"))) as document, document.open_outline() as outline:
        (top,) = outline.root
        sections = {section.title: section for section in top.children}
        entries = [entry for section in top.children for entry in section.children]
        assert list(sections) == [section.title for section in view.sections]
        assert all(not section.is_closed for section in (top, *top.children))
        assert all(entry.is_closed for entry in entries if entry.children)
        work = next(section for section in view.sections if section.name == "work")
        assert [entry.title for entry in sections[work.title].children] == [entry.title.plain for entry in work.entries]
        assert any(entry.children for entry in entries), "roles and projects, which are shown on request"
        for section in view.sections:
            if section.layout in {"terms", "lines"}:
                assert not sections[section.title].children


def test_bookmarks_of_the_stories_are_not_said_twice() -> None:
    with pikepdf.open(BytesIO(pdf("stories"))) as document, document.open_outline() as outline:
        (top,) = outline.root
        titles = [bookmark.title for section in top.children for bookmark in section.children]
    assert titles
    assert all(re.match(r"\d+ ", title) for title in titles), "only the stories themselves"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_metadata(document: str) -> None:
    view = rendering(document).view
    with pikepdf.open(BytesIO(pdf(document))) as opened, opened.open_metadata() as xmp:
        info = {key: str(value) for key, value in opened.docinfo.items()}
        assert info["/Title"] == xmp["dc:title"] == view.title
        assert [info["/Author"]] == xmp["dc:creator"] == [view.person.heading]
        assert info["/Creator"] == xmp["xmp:CreatorTool"] == "cvpress"
        assert info["/Producer"] == xmp["pdf:Producer"]
        assert info["/Producer"].startswith("WeasyPrint ")
        assert info.get("/Subject", "") == xmp.get("dc:description", "")
        assert info.get("/Keywords", "") == xmp.get("pdf:Keywords", "") == ", ".join(view.keywords)
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
        for key, date in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
            assert re.sub(r"\D", "", info[key]) == re.sub(r"\D", "", xmp[date])
        assert opened.Root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712  # pikepdf's own kind of truth


def test_keywords() -> None:
    assert "quadrant electrometer" in rendering("cv").view.keywords
    assert "New elements" in rendering("portfolio").view.keywords


@pytest.mark.parametrize("document", DOCUMENTS)
def test_page_labels(document: str) -> None:
    with pikepdf.open(BytesIO(pdf(document))) as opened:
        pages = [page.label for page in opened.pages]
        assert pages == [str(number + 1) for number in range(len(pages))]
        assert ("/PageLabels" in opened.Root) == (len(pages) > 1)


def test_page_labels_of_several_documents() -> None:
    parts = [prepared(GERMAN, request=Request(document="letter")), prepared(AMERICAN), rendering("cv")]
    with pikepdf.open(BytesIO(cvpress.merge_pdf(parts))) as opened:
        labels = [page.label for page in opened.pages]
    assert labels[0] == f"{parts[0].view.short_title} 1"
    assert labels[-2:] == ["Curriculum vitae 2", "Curriculum vitae 3"]
    assert labels.count("Curriculum vitae 1") == 2


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_printed_is_where_a_link_leads(document: str) -> None:
    """An address that is printed, in whole or without its scheme, is the one that is opened."""
    seen = 0
    for text, target in links(pdf(document)):
        if re.fullmatch(r"[\w.+-]+@[\w.-]+", text):
            assert target == f"mailto:{text}"
            seen += 1
        elif re.fullmatch(r"\+?[\d ()-]{6,}", text):
            assert target == f"tel:{re.sub(r'[^+0-9]', '', text)}"
        elif re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", text):
            assert re.sub(r"^https?://(www\.)?|/$", "", target) == text
            seen += 1
    assert seen or document == "stories"


def links(data: bytes) -> Iterator[tuple[str, str]]:
    """The texts of links, and where they lead."""
    found = tagged(data)
    for tag in found.root.all("Link"):
        for annotation in tag.annotations:
            if "/A" in annotation:
                yield squeezed(tag.text), str(annotation.A.URI)


def test_a_link_within_a_document_says_its_text() -> None:
    found = tagged(pdf("stories"))
    told: dict[str, Any] = {
        folded(str(note.Contents)): note
        for tag in found.root.all("Link")
        for note in tag.annotations
        if "/Dest" in note
    }
    assert "1 Which project are you proudest of?" in told
    assert not any(text.startswith(("story-", "kind-")) for text in told)
