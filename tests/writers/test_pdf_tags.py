"""The tags of PDFs, beyond what veraPDF can judge: order, headings, lists, links, pictures, decoration, languages."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from outputs import PROFILES, ROOT, Page, folded, prepared, squeezed
from pdf_tags import Tag, Tagged, tagged

import cvpress
from cvpress.model.profile import Profile
from cvpress.views.available import requests
from cvpress.views.request import Request

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

THEMES = ("academic", "compact", "formal", "modern", "online", "sidebar", "swiss", "timeline")
IN_EVERY_RUN = {
    ("data-scientist", "timeline", "cv"),
    ("marie-curie", "formal", "letter"),
    ("marie-curie", "compact", "portfolio"),
    ("marie-curie", "swiss", "stories"),
}
GROUPS = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "L", "LI", "Table", "TR"}


def _cases() -> list[Any]:
    cases = []
    for path in PROFILES:
        profile = Profile.model_validate(cvpress.load(path).data)
        for theme in THEMES:
            for request in requests(profile, ["all"], Request()):
                case = (path.parent.name, theme, request.document)
                marks = () if case in IN_EVERY_RUN else (pytest.mark.matrix,)
                cases.append(pytest.param(case, id="-".join(case), marks=marks))
    return cases


@cache
def rendering(name: str, theme: str, document: str) -> cvpress.Rendering:
    """A document of an example profile."""
    (path,) = ROOT.glob(f"profiles/{name}/profile.*")
    return cvpress.prepare(path, Request(document=document), theme=theme)


@pytest.mark.parametrize("case", _cases())
def test_tags(case: tuple[str, str, str]) -> None:
    rendered = rendering(*case)
    found = tagged(rendered.pdf())
    check_order(found, rendered.paper_html())
    check_headings(found)
    check_nesting(found.root)
    check_links(found)
    check_pictures(found)
    check_decoration(found, rendered)


def check_order(found: Tagged, html: str) -> None:
    """The order of the tags is that of the HTML, and nothing is missing, but for what HTML hides."""
    written = squeezed("".join(_spoken(Page(html).root.find("body")))).lower()
    position = 0
    for line in found.root.lines:
        text = squeezed(line).lower()
        if not any(map(str.isalnum, text)) and not written.startswith(text, position):
            continue  # a bullet
        place = written.find(text, position)
        if place < 0:  # what styles add: "Page 1", a label
            assert len(text) < 20, line
            continue
        assert place - position < 3, (written[position:place], line)
        position = place + len(text)
    assert len(written) - position < 3, written[position:]


def _spoken(element: Element | None) -> list[str]:
    """The texts of an element, without what is drawn or hidden."""
    assert element is not None
    if element.get("aria-hidden") == "true" or element.tag.endswith("svg"):
        return []
    texts = [element.text or ""]
    for child in element:
        texts += [*_spoken(child), child.tail or ""]
    return texts


def check_headings(found: Tagged) -> None:
    levels = [int(tag.kind[1]) for tag in found.root.all("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[:1] in ([], [1])
    assert all(after <= before + 1 for before, after in pairwise(levels))


def check_nesting(root: Tag) -> None:
    for tag in root.all():
        inner = {kid.kind for kid in tag.tags}
        assert tag.kids, f"an empty {tag.kind}"
        assert not inner & {"NonStruct", "Table", "TR", "TD"}, "a table for the sake of layout"
        if tag.kind in GROUPS:
            assert len(tag.tags) == len(tag.kids), f"text in a {tag.kind}: {tag.text}"
        if tag.kind == "L":
            assert inner <= {"LI", "L", "Caption"}
        if tag.kind == "LI":
            assert [kid.kind for kid in tag.tags] in (["LBody"], ["Lbl", "LBody"])
        assert ("LI" in inner, bool({"Lbl", "LBody"} & inner)) in {(False, False), (tag.kind == "L", tag.kind == "LI")}


def check_links(found: Tagged) -> None:
    for tag in found.root.all():
        assert bool(tag.annotations) == (tag.kind == "Link")
        for annotation in tag.annotations:
            told = folded(str(annotation.Contents))
            text = folded(tag.text)
            assert squeezed(text) in squeezed(told) or squeezed(told) in squeezed(text) or "/A" in annotation
            if "/A" in annotation:
                assert str(annotation.A.URI).rstrip("/") in told.replace(" ", "") + "/"


def check_pictures(found: Tagged) -> None:
    for tag in found.root.all("Figure", "Formula"):
        left, bottom, right, top = map(float, tag.entries["/A"].BBox)
        page = tag.entries["/Pg"].MediaBox
        assert str(tag.entries["/Alt"])
        assert 0 <= left < right <= float(page[2]) + 1
        assert 0 <= bottom < top <= float(page[3]) + 1


def check_decoration(found: Tagged, rendered: cvpress.Rendering) -> None:
    """Running heads and what has no letters stand outside of the tags; nothing else does."""
    running = squeezed(rendered.view.person.heading + rendered.view.title + "".join(rendered.view.page.words.values()))
    for _, text in found.untagged:
        letters = "".join(filter(str.isalpha, text))
        assert squeezed(letters) in running.replace(" ", "") or squeezed(text) in running, text


def test_an_element_goes_on_over_pages() -> None:
    text = "A paragraph that is long. " * 60
    data = {"basics": {"name": "A"}, "work": [{"name": "B", "position": "C", "highlights": [text] * 12}]}
    found = tagged(prepared(data).pdf())
    assert [tag.kind for tag in found.root.tags] == ["Part"]
    (bullets,) = found.root.all("L")
    assert [tag.text for tag in bullets.tags] == [f"• {text.strip()}"] * 12


def test_a_link_over_two_lines_is_one() -> None:
    name = "a name that is very long " * 8
    data = {"basics": {"name": "A"}, "projects": [{"name": name, "url": "https://example.org/x"}]}
    found = tagged(prepared(data).pdf())
    (link,) = found.root.all("Link")
    assert link.text == name.strip()
    assert len(link.annotations) > 1
    assert {str(one.Contents) for one in link.annotations} == {f"{name.strip()}: https://example.org/x"}


def test_what_a_picture_shows_is_where_it_is(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (300, 400), "red").save(tmp_path / "photo.png")
    pdf = prepared({"basics": {"name": "Marie Curie", "image": "photo.png"}}, tmp_path).pdf()
    found = tagged(pdf)
    (figure,) = found.root.all("Figure")
    edges = [float(edge) for edge in figure.entries["/A"].BBox]
    assert str(figure.entries["/Alt"]) == "Photo: Marie Curie"
    assert edges == pytest.approx(drawn(pdf), abs=1)


def drawn(pdf: bytes) -> list[float]:
    """Where the picture of a PDF is."""
    with pypdfium2.PdfDocument(pdf) as document:
        (picture,) = document[0].get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        bounds = picture.get_bounds() if hasattr(picture, "get_bounds") else picture.get_pos()
    return [*bounds]


def test_a_passage_in_another_language_says_so() -> None:
    data = {
        "meta": {"language": "en"},
        "basics": {"name": "A", "summary": "I build things."},
        "work": [{"name": "B", "position": "Engineer", "startDate": "2020-03"}],
    }
    request = Request(language="de")
    with_texts = data | {"translations": {"de": {"basics": {"summary": "Ich baue Dinge."}}}}
    found = tagged(prepared(data, request=request).pdf())
    (part,) = found.root.tags
    (heading,) = found.root.all("H2")
    assert str(part.entries["/Lang"]) == "en"
    assert (heading.text, str(heading.entries["/Lang"])) == ("Berufserfahrung", "de")
    for other in (prepared(with_texts, request=request), prepared(data)):
        assert not any("/Lang" in tag.entries for tag in tagged(other.pdf()).root.all())
