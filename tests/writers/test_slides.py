"""The deck as PDF and as a page: a slide a page, nothing lost, nothing outside."""

from __future__ import annotations

import re
from ctypes import c_uint
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from filled import filled
from outputs import ROOT, Page, folded, pdfium_text, prepared, squeezed

import cvpress
from cvpress.errors import InvalidProfile
from cvpress.views.portfolio.view import PortfolioView
from cvpress.views.request import Request

if TYPE_CHECKING:
    from cvpress.pipeline.rendering import Output

DECK = Request(document="portfolio")
LONG = "Words that go on and on. " * 120


@cache
def example() -> cvpress.Rendering:
    return cvpress.prepare(ROOT / "profiles/robust-ml-phd/profile.yaml", DECK)


@cache
def example_pdf() -> Output:
    return example().output("pdf")


def made(options: dict[str, str] | None = None, **fields: Any) -> tuple[PortfolioView, bytes, list[cvpress.Diagnostic]]:
    rendering = prepared({"basics": {"label": "Physicist"}, "portfolio": fields}, request=DECK, options=options or {})
    data, diagnostics = rendering.output("pdf")
    assert isinstance(rendering.view, PortfolioView)
    return rendering.view, data, list(diagnostics)


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [folded(page.get_textpage().get_text_bounded()) for page in document]


def test_a_slide_a_page() -> None:
    data, diagnostics = example_pdf()
    view = example().view
    assert isinstance(view, PortfolioView)
    assert [found.code for found in diagnostics] == []
    texts = pages(data)
    assert len(texts) == len(view.slides)
    for text, slide in zip(texts, view.slides, strict=True):
        assert slide.title.plain in text
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert [float(edge) for edge in pdf.pages[0].MediaBox] == [0, 0, 960, 540]
        assert [item.title for item in outline.root] == [slide.title.plain for slide in view.slides]


def test_nothing_is_outside_the_page() -> None:
    with pypdfium2.PdfDocument(example_pdf()[0]) as document:
        for page in document:
            text = page.get_textpage()
            boxes = [text.get_charbox(index) for index in range(text.count_chars())]
            assert min(min(left, bottom) for left, bottom, *_ in boxes) >= 10
            assert max(right for _, _, right, _ in boxes) <= 950
            assert max(top for *_, top in boxes) <= 530


def test_a_chart_has_alternative_text() -> None:
    with pikepdf.open(BytesIO(example_pdf()[0])) as pdf:
        figures = [
            str(thing.get("/Alt", ""))
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
        ]
    assert any("57.7%" in text and "99.3%" in text for text in figures)
    assert all(figures)


def test_one_paragraph_that_is_too_long_is_shown_and_told() -> None:
    view, data, diagnostics = made(learned=[{"title": "A", "text": LONG}, {"title": "B", "text": LONG}])
    assert [(found.code, found.pointer) for found in diagnostics] == [
        ("R106", ("portfolio", "learned", 0)),
        ("R106", ("portfolio", "learned", 1)),
    ]
    assert pdfium_text(data).count("on and on") + pdfium_text(data).count("on and\r\non") > 200
    assert len(view.slides) < len(pages(data))


@pytest.mark.parametrize(
    "topic",
    [
        {"points": [LONG[:700]] * 4},
        {"quotes": [{"text": LONG}]},
        {"results": [{"value": "9" * 60, "label": LONG[:500]}]},
        {"notes": [LONG]},
        {"figures": [{"values": [{"label": f"n{number}", "value": number} for number in range(500)]}]},
        {"title": LONG},
        {"points": ["x" * 400]},
        {"points": ["汉字" * 200] * 3},
    ],
    ids=lambda topic: next(iter(topic)),
)
def test_nothing_is_lost(topic: dict[str, Any]) -> None:
    try:
        _, data, _ = made(learned=[{"title": "T", **topic}])
    except InvalidProfile as error:
        if [found.code for found in error.diagnostics] == ["R109"]:
            pytest.skip("there is no font with Chinese letters")
        raise
    found = squeezed(pdfium_text(data)).replace("￾", "")
    for text in (
        *topic.get("points", ()),
        *topic.get("notes", ()),
        *(quote["text"] for quote in topic.get("quotes", ())),
        *(text for result in topic.get("results", ()) for text in result.values()),
        topic.get("title", ""),
    ):
        sample = squeezed(text)
        assert sample == "" or found.count(sample[:3]) >= sample.count(sample[:3])


def test_steps_show_a_point_more_a_page() -> None:
    view, data, diagnostics = made({"steps": "on"}, learned=[{"title": "T", "points": ["One", "Two", "Three"]}])
    assert [re.findall("One|Two|Three", text) for text in pages(data)[1:]] == [
        ["One"],
        ["One", "Two"],
        ["One", "Two", "Three"],
    ]
    assert [text[-1] for text in pages(data)[1:]] == ["2", "2", "2"]
    assert (len(view.slides), list(diagnostics)) == (2, [])
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert len(outline.root) == 2


def test_the_foot_tells_how_many_slides_there_are() -> None:
    _, data, _ = made(learned=[{"title": "A", "text": LONG[:900]}, {"title": "B", "text": LONG[:900]}])
    assert [text.split()[-3:] for text in pages(data)[1:]] == [["2", "/", "3"], ["3", "/", "3"]]


def inks(data: bytes, page: int) -> set[tuple[int, ...]]:
    """The colours of the texts of a page."""
    raw, found = pypdfium2.raw, set()
    with pypdfium2.PdfDocument(data) as document:
        for thing in document[page].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            parts = [c_uint() for _ in range(4)]
            assert raw.FPDFPageObj_GetFillColor(thing.raw, *parts)
            found.add(tuple(part.value for part in parts[:3]))
    return found


def test_what_stands_on_the_accent_can_be_read() -> None:
    paper = {"id": "p", "name": "Rays", "authors": ["Marie Curie", "Pierre Curie"], "venue": "Comptes rendus"}
    data = {
        "basics": {"name": "Marie Curie"},
        "publications": [{**paper, "doi": "10.1000/182", "releaseDate": "1898"}],
        "portfolio": {"deepDive": {"entry": "p", "summary": "A question about `rays`."}},
    }
    pdf, _ = prepared(data, request=DECK).output("pdf")
    assert inks(pdf, 1) == {(255, 255, 255)}


def test_steps_do_not_hide_what_is_too_full() -> None:
    _, _, diagnostics = made({"steps": "on"}, learned=[{"title": "T", "points": ["One", LONG]}])
    assert {found.code for found in diagnostics} == {"R106"}


def test_the_page_is_whole_without_its_script() -> None:
    page = Page(example().html())
    view = example().view
    assert isinstance(view, PortfolioView)
    slides = [element for element in page.all("section") if "slide" in str(element.get("class")).split()]
    assert [slide.get("id") for slide in slides] == [slide.id for slide in view.slides]
    assert not [value for value in page.attributes("class") if "is-later" in value]
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))
    assert set(page.attributes("aria-labelledby")) <= set(ids)


def test_right_to_left() -> None:
    data = {"basics": {"name": "ماري كوري"}, "portfolio": {"learned": [{"title": "درس", "points": ["نقطة"]}]}}
    html = prepared({**data, "meta": {"language": "ar"}}, request=DECK).html()
    assert 'class="points"' in html


def test_hostile_texts_are_texts() -> None:
    attack = "</title></script><script>alert(1)</script>"
    figure = {"values": [{"label": attack, "value": 1, "unit": attack}], "caption": attack}
    data = {"portfolio": {"title": attack, "learned": [{"title": attack, "formulas": [attack], "figures": [figure]}]}}
    page = Page(prepared(data, request=DECK).html())
    assert len(page.all("script")) == 1
    assert "alert" not in "".join(page.all("script")[0].itertext())


def test_every_field_is_on_a_slide() -> None:
    made = filled()
    with_areas = [
        leaf for leaf in made.leaves if leaf.path[0] == "portfolio" or leaf.path[:2] == ("research", "topics")
    ]
    leaves = [leaf for leaf in with_areas if leaf.path[-1] not in {"image", "chart", "url"}]
    page = Page(prepared(made.data, request=DECK).html())
    assert len(leaves) > 80
    assert [leaf for leaf in leaves if leaf.token not in page.text] == []
    links = [leaf.token for leaf in with_areas if leaf.path[-1] == "url"]
    assert [token for token in links if f"{token}/" not in page.attributes("href")] == []


def test_a_full_slide_of_an_area_is_found_behind_a_private_one() -> None:
    areas = [
        {"id": "a", "name": "Secret", "visibility": "private"},
        {"id": "b", "name": "Open", "topics": [{"title": "T", "text": LONG}]},
    ]
    rendering = prepared(
        {"basics": {"label": "P"}, "research": areas, "portfolio": {"areas": ["a", "b"]}}, request=DECK
    )
    assert [found.pointer for found in rendering.output("pdf")[1]] == [("research", 1, "topics", 0)]
