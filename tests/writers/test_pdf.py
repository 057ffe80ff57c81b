"""What machines read in a PDF: its text, its order, its tags, its metadata."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from outputs import NAMES, Page, example, example_pdf, folded, pdf_links, pdfium_text, pdfminer_text, prepared

from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cvpress.views.markup import Text
    from cvpress.views.view import View

EXTRACTORS: dict[str, Callable[[bytes], str]] = {"pdfium": pdfium_text, "pdfminer": pdfminer_text}
SIZES = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}


@pytest.fixture(params=[(name, page) for name in NAMES for page in SIZES], ids="-".join)
def rendered(request: pytest.FixtureRequest) -> tuple[str, str, bytes]:
    """Name, paper and PDF of each example."""
    name, page = request.param
    return name, page, example_pdf(name, page)


@pytest.fixture(params=NAMES)
def a4(request: pytest.FixtureRequest) -> tuple[View, bytes]:
    """View and PDF of each example."""
    return example(request.param).view, example_pdf(request.param)


def test_page_size(rendered: tuple[str, str, bytes]) -> None:
    _, paper, pdf = rendered
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            assert [float(edge) for edge in page.MediaBox] == pytest.approx([0, 0, *SIZES[paper]], abs=0.1)


def test_fonts_are_embedded_subsets(rendered: tuple[str, str, bytes]) -> None:
    with pikepdf.open(BytesIO(rendered[2])) as document:
        fonts = [thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary) and _is(thing, "/Font")]
        kinds = {str(font.Subtype) for font in fonts}
        descriptors = [thing.FontDescriptor for thing in fonts if "/FontDescriptor" in thing]
        assert kinds == {"/Type0", "/CIDFontType2"}
        assert all("/ToUnicode" in font for font in fonts if font.Subtype == "/Type0")
        assert descriptors
        for descriptor in descriptors:
            assert str(descriptor.FontName)[7:8] == "+", "not a subset"
            assert "Inter" in str(descriptor.FontName), "a font of this machine"
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def _is(thing: pikepdf.Dictionary, kind: str) -> bool:
    return str(thing.get("/Type", "")) == kind


def test_metadata(rendered: tuple[str, str, bytes]) -> None:
    name, _, pdf = rendered
    heading = example(name).view.person.heading
    with pikepdf.open(BytesIO(pdf)) as document, document.open_metadata() as xmp:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang) == "en"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert str(document.docinfo["/Title"]).startswith(heading)
        assert str(document.docinfo["/Author"]) == heading
        assert xmp["pdfuaid:part"] == "1"
        assert list(document.attachments) == ["profile.json"]
        assert "/OpenAction" not in document.Root


def test_tags(rendered: tuple[str, str, bytes]) -> None:
    with pikepdf.open(BytesIO(rendered[2])) as document:
        tags = list(_tags(document.Root.StructTreeRoot))
    assert tags.count("H1") == 1
    assert {"H2", "H3", "P", "L", "LI", "LBody"} <= set(tags)
    assert "Figure" not in tags, "there is no picture"
    assert "Table" not in tags


def _tags(node: Any) -> Iterator[str]:
    """The kinds of all structure elements, in reading order."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _tags(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)[1:]
        if "/K" in node:
            yield from _tags(node.K)


def test_bookmarks_are_the_sections(a4: tuple[View, bytes]) -> None:
    view, pdf = a4
    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as outline:
        (top,) = outline.root
        assert top.title == view.person.heading
        assert [item.title for item in top.children] == [section.title for section in view.sections]


def test_links_lead_where_those_of_the_page_do(rendered: tuple[str, str, bytes]) -> None:
    name, paper, pdf = rendered
    assert {link.target for link in pdf_links(pdf)} == set(Page(example(name, paper).html()).attributes("href"))


@pytest.mark.parametrize("extract", EXTRACTORS.values(), ids=EXTRACTORS)
def test_every_text_can_be_extracted(a4: tuple[View, bytes], extract: Callable[[bytes], str]) -> None:
    view, pdf = a4
    text = _readable(extract(pdf))
    texts = [plain for plain in map(_readable, _texts(view)) if plain]
    assert len(texts) > 20
    assert [plain for plain in texts if plain not in text] == []


def _readable(text: str) -> str:
    """Folded; a line may end after a hyphen or a slash, which pdfium marks in its own way."""
    folds = folded(text.replace("\ufffe", "-").replace("\x02", "-"))
    return folds.replace("- ", "-").replace("/ ", "/").replace("– ", "–").replace(" –", "–")


def _texts(view: View) -> list[str]:
    """All texts of the entries of a view."""
    found = [view.person.heading, view.person.label.plain, *(part.plain for part in view.summary.paragraphs)]
    found += [contact.link.label for contact in view.person.contacts]
    for section in view.sections:
        found.append(section.title)
        for entry in section.entries:
            for part in (entry, *entry.roles, *entry.projects):
                texts: list[Text] = [part.title, part.organization, part.description, part.note, *part.highlights]
                texts += [fact.value for fact in part.facts]
                found += [text.plain for text in texts]
                found += [paragraph.plain for paragraph in part.summary.paragraphs]
                found += [part.location, *part.keywords, *(author.name for author in part.authors)]
                found += [part.dates.text] if part.dates else []
                found += [value for result in part.results for value in (result.figure, result.label.plain)]
    return found


@pytest.mark.parametrize("extract", EXTRACTORS.values(), ids=EXTRACTORS)
def test_no_odd_characters(a4: tuple[View, bytes], extract: Callable[[bytes], str]) -> None:
    text = extract(a4[1])
    odd = {
        char for char in text if "\ufb00" <= char <= "\ufb06" or char in "\u00ad\ufffd" or "\ue000" <= char <= "\uf8ff"
    }
    assert odd == set()


@pytest.mark.parametrize("extract", EXTRACTORS.values(), ids=EXTRACTORS)
def test_reading_order(a4: tuple[View, bytes], extract: Callable[[bytes], str]) -> None:
    view, pdf = a4
    lines = [folded(line) for line in extract(pdf).splitlines() if line.strip()]
    titles = [section.title for section in view.sections]
    assert lines[0] == view.person.heading
    assert [line for line in lines if line in titles] == titles


def test_an_entrys_head_stands_together(a4: tuple[View, bytes]) -> None:
    view, pdf = a4
    text = _readable(pdfium_text(pdf))
    entries = [entry for section in view.sections if section.layout == "entries" for entry in section.entries]
    assert entries
    for entry in entries:
        head = (entry.title.plain, entry.dates.text if entry.dates else "", entry.organization.plain)
        together = " ?".join(re.escape(_readable(part)) for part in head if part)
        assert re.search(together, text), head


@pytest.mark.parametrize("language", ["en", "de"])
def test_language_of_the_document(language: str) -> None:
    pdf = prepared(
        {"basics": {"name": "A"}, "work": [{"name": "B", "position": "c"}]}, request=Request(language=language)
    ).pdf()
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.Root.Lang) == language


def test_a_photo_is_a_figure_with_its_text(tmp_path: Any) -> None:
    from PIL import Image

    Image.new("RGB", (300, 400), "red").save(tmp_path / "photo.png")
    pdf = prepared({"basics": {"name": "Marie Curie", "image": "photo.png"}}, tmp_path).pdf()
    with pikepdf.open(BytesIO(pdf)) as document:
        assert "Figure" in list(_tags(document.Root.StructTreeRoot))
        pictures = [thing for thing in document.objects if isinstance(thing, pikepdf.Stream) and "/Width" in thing]
        assert [(int(picture.Width), int(picture.Height)) for picture in pictures] == [(300, 375)]


def test_a_character_that_no_font_has_is_noticed() -> None:
    data = {
        "basics": {"name": "Marie"},
        "work": [{"position": "A", "highlights": ["B", "C \U000f0001 and \U000f0002"]}],
    }
    rendering = prepared(data)
    (finding,) = rendering.output("pdf")[1]
    assert (finding.code, finding.pointer) == ("R104", ("work", 0, "highlights", 1))
    assert "\U000f0001 \U000f0002" in finding.message


def test_what_the_fonts_have_is_not() -> None:
    data = {"basics": {"name": "Marie Skłodowska", "summary": "Ελληνικά, українська, Tiếng Việt, 40 € → ×"}}
    assert prepared(data).output("pdf")[1] == ()
