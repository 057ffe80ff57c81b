"""Every field of a letter is in the outputs, or in a table here with the reason why not."""

from __future__ import annotations

from functools import cache

import pytest
from filled import Leaf, filled
from outputs import Page, pdf_links, pdfium_text, pdfminer_text, prepared, squeezed

from cvpress.views.request import Request

ABSENT = {
    "letters/visibility": "for cvpress",
    "letters/language": "decides on words and form",
    "letters/tags": "for variants",
    "letters/priority": "for variants",
    "letters/purpose": "says which rules hold",
    "letters/recipient/email": "the postal address is there",
    "letters/works/visibility": "for cvpress",
    "letters/works/tags": "for variants",
    "letters/works/priority": "for variants",
    "letters/works/links/label": "a work has one link, its url",
    "letters/works/links/url": "a work has one link, its url",
}
LEAVES = {"/".join(leaf.path): leaf for leaf in filled().leaves if leaf.path[0] == "letters"}
IDS = {"letters/id", "letters/works/id", "letters/body/entries", "letters/body/works"}
URLS = {"letters/links/url", "letters/works/url"}
UNTOLD = {"letters/language", "letters/visibility", "letters/works/visibility", "letters/purpose"}


@cache
def outputs() -> tuple[Page, tuple[str, str], tuple[str, ...]]:
    """The letter of the filled profile: as a page, the texts of its PDF, and where the PDF's links lead."""
    rendering = prepared(filled().data, request=Request(document="letter"))
    pdf = rendering.pdf()
    texts = squeezed(pdfium_text(pdf)), squeezed(pdfminer_text(pdf))
    return Page(rendering.html()), texts, tuple(link.target for link in pdf_links(pdf))


def test_the_table_covers_the_format() -> None:
    assert ABSENT.keys() <= LEAVES.keys()
    assert len(LEAVES) > 30


@pytest.mark.parametrize("name", sorted(LEAVES.keys() - ABSENT.keys() - IDS - URLS))
def test_a_field_is_shown(name: str) -> None:
    page, texts, _ = outputs()
    leaf: Leaf = LEAVES[name]
    assert leaf.token in page.text
    assert all(squeezed(leaf.token) in text for text in texts)


@pytest.mark.parametrize("name", sorted(URLS))
def test_a_url_is_where_a_link_leads(name: str) -> None:
    page, _, targets = outputs()
    assert f"{LEAVES[name].token}/" in page.attributes("href")
    assert f"{LEAVES[name].token}/" in targets


@pytest.mark.parametrize("name", sorted(ABSENT.keys() - UNTOLD))
def test_a_field_is_not_shown(name: str) -> None:
    page, _, _ = outputs()
    assert LEAVES[name].token not in page.html
