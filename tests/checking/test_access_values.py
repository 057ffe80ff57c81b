"""What is an address and where it leads, what is a language, and tags that were made to harm: on data alone."""

from __future__ import annotations

from io import BytesIO
from time import process_time
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from cvpress.checking.checks.addresses import is_local, mismatch
from cvpress.checking.checks.tongues import is_language, other_language
from cvpress.checking.files.pdf_active import active_parts
from cvpress.checking.files.pdf_structure import bookmarks_of, fonts_of, link_annotations
from cvpress.checking.files.pdf_tags import structure_of
from cvpress.values.language_tags import is_language_tag

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("GitHub", "https://github.com/marie"),
        ("github.com/marie", "https://github.com/marie"),
        ("https://www.example.org/", "https://example.org"),
        ("EXAMPLE.org", "https://example.org"),
        ("https://exam ple.org/long", "https://example.org/long"),
        ("example.org/very/lo…", "https://example.org/very/long/way"),
        ("example.org", "https://blog.example.org/2020"),
        ("https://example.org/very/ long/way", "https://example.org/very/long/way"),
        ("example.org/zażółć", "https://example.org/za%C5%BC%C3%B3%C5%82%C4%87"),
        ("bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("twitter.com/marie", "https://x.com/marie"),
        ("marie@example.org", "mailto:marie@example.org?subject=CV"),
        ("Marie <marie@example.org>", "mailto:Marie@Example.org"),
        ("@marie@mastodon.social", "https://mastodon.social/@marie"),
        ("+33 (0)1 23 45 67 89", "tel:+33123456789"),
        ("01 23 45 67 89", "tel:+33-1-23-45-67-89"),
        ("+١٢٣٤٥٦٧٨٩", "tel:+123456789"),
        ("john.doe", "https://github.com/john.doe"),
        ("ASP.NET", "https://microsoft.com/aspnet"),
        ("setup.py", "https://github.com/marie/x"),
        ("socket.io", "https://github.com/socketio/socket.io"),
        ("Node.js and Vue.js", "https://github.com/marie"),
        ("Version 2.0.1 of 12.3.2020", "https://github.com/marie"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("example.org", "mailto:marie@example.org"),
        ("1903 to 1911", "https://example.org"),
        ("anything", "ftp://example.org"),
        ("", "https://example.org"),
    ],
)
def test_what_is_printed_is_where_the_link_leads(text: str, target: str) -> None:
    assert mismatch(text, target) == ""


@pytest.mark.parametrize(
    ("text", "target", "printed"),
    [
        ("github.com/marie", "https://github.com/pierre", "github.com/marie"),
        ("My page: https://example.org", "https://example.com", "https://example.org"),
        ("paypal.com", "https://paypal.com.evil.example/login", "paypal.com"),
        ("example.org", "https://notexample.org", "example.org"),
        ("marie@example.org", "mailto:pierre@example.org", "marie@example.org"),
        ("marie@example.org", "https://example.org", "marie@example.org"),
        ("+33 1 23 45 67 89", "tel:+33123456780", "+33 1 23 45 67 89"),
        ("www.example.org", "https://[broken", "www.example.org"),
    ],
)
def test_another_address_is_printed(text: str, target: str, printed: str) -> None:
    assert mismatch(text, target) == printed


@pytest.mark.parametrize(
    ("target", "is_page", "expected"),
    [
        ("https://example.org", False, False),
        ("mailto:a@example.org", False, False),
        ("tel:+123", False, False),
        ("cv.html", True, False),
        ("cv.html", False, True),
        ("www.example.org", True, True),
        ("file:///home/marie/cv.pdf", True, True),
        ("C:\\cv.pdf", True, True),
        ("http://localhost:4000/cv", False, True),
        ("http://192.168.0.7/", False, True),
        ("https://10.example.org/", False, False),
        ("http://", False, True),
        ("javascript:alert(1)", True, True),
        ("mailto:", False, True),
        ("http://[::1", False, True),
    ],
)
def test_local(target: str, *, is_page: bool, expected: bool) -> None:
    assert is_local(target, is_page=is_page) == expected


@pytest.mark.parametrize(
    "tag", ["en", "en-GB", "zh-Hant-TW", "sr-Latn", "de-CH-1996", "x-own", "es-419", "ast", "en-u-nu-latn"]
)
def test_language_tags(tag: str) -> None:
    assert is_language_tag(tag)
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["english", "en_US", "", "e", "en-", "de-DE-", "en US", "C.UTF-8"])
def test_no_language_tags(tag: str) -> None:
    assert not is_language_tag(tag)


@pytest.mark.parametrize("tag", ["jp", "cz", "gr", "xx-US"])
def test_codes_of_no_language(tag: str) -> None:
    assert not is_language(tag)


ENGLISH = "She led the team that built the engine of the shop, and she was one of its first three members. " * 4
POLISH = "Pracowała w zespole i na uczelni oraz w laboratorium, a po roku przeszła do innego działu za granicą. " * 4
RUSSIAN = "Она руководила лабораторией и кафедрой физики в университете. " * 4
JAPANESE = "東京大学で物理学を学び、研究所で働いた。" * 12


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        (ENGLISH, "en-GB", ""),
        (ENGLISH, "de", "en"),
        (POLISH, "pl", ""),
        (POLISH, "en-US", "pl"),
        (RUSSIAN, "ru", ""),
        (RUSSIAN, "en", "Cyrillic"),
        (ENGLISH, "ru", "Latin"),
        (JAPANESE, "ja", ""),
        (ENGLISH, "sr-Latn", ""),
        (ENGLISH, "eo", ""),
        ("Python, Rust, SQL, Docker, Linux. " * 30, "de", ""),
        ("The short text of a card", "de", ""),
    ],
)
def test_the_language_of_a_text(text: str, tag: str, expected: str) -> None:
    assert other_language(text, tag) == expected


def pdf_with(make: Callable[[pikepdf.Pdf], None]) -> pikepdf.Pdf:
    """A PDF of one empty page after something was done to it, saved and opened again."""
    buffer = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        make(pdf)
        pdf.save(buffer)
    return pikepdf.open(buffer)


def with_tree(kids: object, **entries: object) -> Callable[[pikepdf.Pdf], None]:
    def make(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/StructTreeRoot"] = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=kids, **entries))

    return make


def circle(pdf: pikepdf.Pdf) -> None:
    one = pdf.make_indirect(Dictionary(S=Name.Sect))
    other = pdf.make_indirect(Dictionary(S=Name.P, K=Array([one, one, 0])))
    one["/K"] = Array([other, other])
    with_tree(one)(pdf)


def deep(pdf: pikepdf.Pdf) -> None:
    inner = pdf.make_indirect(Dictionary(S=Name.P))
    for _ in range(5_000):
        inner = pdf.make_indirect(Dictionary(S=Name.Div, K=inner))
    with_tree(inner)(pdf)


@pytest.mark.parametrize(
    ("make", "roles"),
    [
        (circle, ["Document", "Sect", "P"]),
        (
            with_tree(Dictionary(S=Name.Title1), RoleMap=Dictionary(Title1=Name.Title2, Title2=Name.H1)),
            ["Document", "H1"],
        ),
        (with_tree(Dictionary(S=Name.A), RoleMap=Dictionary(A=Name.B, B=Name.A)), ["Document", "A"]),
        (with_tree(Dictionary(S=Name.P), RoleMap=Dictionary(P=Name.H1)), ["Document", "P"]),
        (with_tree(Array([None, 1.5, String("x"), Array([]), Dictionary(), Dictionary(S=1)])), ["Document", "1"]),
        (with_tree(Dictionary(S=Name.P, Pg=3, Lang=7, Alt=Array([]))), ["Document", "P"]),
        (with_tree(Dictionary(S=Name.P), RoleMap=Array([])), ["Document", "P"]),
    ],
)
def test_odd_trees(make: Callable[[pikepdf.Pdf], None], roles: list[str]) -> None:
    root = structure_of(pdf_with(make), {})
    assert root
    assert [element.role for element in root.walk()] == roles


def test_a_text_around_an_element_keeps_its_place() -> None:
    span = Dictionary(S=Name.Link, K=1)
    mark = Dictionary(Type=Name.MCR, MCID=2)
    root = structure_of(
        pdf_with(lambda pdf: with_tree(Dictionary(S=Name.P, Pg=pdf.pages[0].obj, K=Array([0, span, mark])))(pdf)),
        {(1, 0): "See ", (1, 1): "there", (1, 2): " for more"},
    )
    assert root
    assert root.whole_text == "See there for more"
    assert [mark for element in root.walk() for mark in element.marks] == [(1, 0), (1, 1), (1, 2)]


def test_a_tree_without_kids_is_none() -> None:
    assert structure_of(pdf_with(lambda pdf: pdf.Root.__setitem__("/StructTreeRoot", Dictionary())), {}) is None


@pytest.mark.parametrize(
    "make",
    [
        deep,
        with_tree(Array(list(range(200_000)))),
        with_tree(Dictionary(S=Name.P, K=Array([Dictionary(S=Name.P)] * 100_000))),
    ],
    ids=["deep", "wide", "many elements"],
)
@pytest.mark.slow
def test_a_tree_that_was_made_to_harm(make: Callable[[pikepdf.Pdf], None]) -> None:
    pdf = pdf_with(make)
    start = process_time()
    root = structure_of(pdf, {})
    assert root
    assert sum(1 for _ in root.walk()) <= 50_001
    assert process_time() - start < 5


def test_an_outline_that_is_a_circle() -> None:
    def make(pdf: pikepdf.Pdf) -> None:
        one = pdf.make_indirect(Dictionary(Title=String(" One\n more ")))
        other = pdf.make_indirect(Dictionary(Title=String("Two"), Next=one, First=one))
        one["/Next"] = other
        pdf.Root["/Outlines"] = Dictionary(First=one)

    assert [tuple(mark) for mark in bookmarks_of(pdf_with(make))] == [(1, "One more"), (1, "Two")]


def test_annotations_and_fonts_that_are_none() -> None:
    def make(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page["/Annots"] = Array(
            [1, Dictionary(Subtype=Name.Link, Rect=Array([3, 4, 1, 2]), A=5), Dictionary(Subtype=Name.Link)]
        )
        page["/Resources"] = Dictionary(Font=Dictionary(A=1, B=Dictionary(DescendantFonts=Array([]))), XObject=3)

    pdf = pdf_with(make)
    assert [link.box for link in link_annotations(pdf.pages[0])] == [(1, 2, 3, 4), (0, 0, 0, 0)]
    assert [(font.name, font.is_embedded) for font in fonts_of(pdf)] == [("", False)]


def test_actions_that_follow_each_other_for_ever() -> None:
    def make(pdf: pikepdf.Pdf) -> None:
        one = pdf.make_indirect(Dictionary(S=Name.URI))
        one["/Next"] = pdf.make_indirect(Dictionary(S=Name.Launch, Next=one))
        pdf.pages[0].obj["/Annots"] = Array([Dictionary(Subtype=Name.Screen, A=one), 1])
        pdf.pages[0].obj["/AA"] = Dictionary(O=Array([]))

    found = [tuple(part) for part in active_parts(pdf_with(make))]
    assert found == [(1, "film or sound"), (1, "a program that is started")]
