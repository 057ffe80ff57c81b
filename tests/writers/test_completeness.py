"""Every field of the format is in the outputs, or in a table here with the reason why not."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from functools import cache
from typing import NamedTuple

import pytest
from filled import Leaf, filled
from outputs import Page, pdf_links, pdfium_text, pdfminer_text, prepared, squeezed

ABSENT = {
    "$schema": "for editors",
    "*/visibility": "for cvpress",
    "*/tags": "for variants",
    "*/priority": "for variants",
    "bibliography": "names a file",
    "basics/image": "names a file",
    "basics/profiles/links/*": "the account is a link itself",
    "publications/type": "the venue tells it",
    "publications/key": "for the BibTeX file",
    "custom/links/*": "its entries have links",
    "custom/entries/startDate": "there is a single date",
    "custom/entries/endDate": "there is a single date",
    "letters/*": "a document of its own",
    "stories/*": "for interviews",
    "portfolio/*": "a document of its own",
    "research/directions": "for slides",
    "research/topics/*": "for slides",
    "meta/*": "for tools",
}
"""Fields that a CV does not show, and why."""

LINK_FIELDS = ("*/url", "basics/urls")
"""Fields that are where links lead; of the person's own the address is printed, too."""

LEAVES = filled().leaves


class Outputs(NamedTuple):
    """What there is to find in the outputs of the filled profile."""

    page: Page
    pdf_texts: tuple[str, str]
    pdf_targets: tuple[str, ...]


@cache
def outputs() -> Outputs:
    """The filled profile as HTML and as PDF."""
    rendering = prepared(filled().data)
    pdf = rendering.pdf()
    texts = squeezed(pdfium_text(pdf)), squeezed(pdfminer_text(pdf))
    return Outputs(Page(rendering.html()), texts, tuple(link.target for link in pdf_links(pdf)))


def is_any(leaf: Leaf, patterns: tuple[str, ...]) -> bool:
    """Whether a leaf's path fits one of the patterns."""
    return any(fnmatch("/".join(leaf.path), pattern) for pattern in patterns)


def name(leaf: Leaf) -> str:
    """How a test of a leaf is called."""
    return "/".join(leaf.path)


SHOWN = [leaf for leaf in LEAVES if not is_any(leaf, (*ABSENT, *LINK_FIELDS))]
LINKS = [leaf for leaf in LEAVES if is_any(leaf, LINK_FIELDS) and not is_any(leaf, tuple(ABSENT))]
DRAWINGS = re.compile(r' (?:d|viewBox|width|height)="[^"]*"|base64,[A-Za-z0-9+/=]*')
"""Numbers of a formula's drawing and letters of a face, which may look like a year."""

HIDDEN = [
    leaf
    for leaf in LEAVES
    if is_any(leaf, tuple(ABSENT))
    and leaf.token not in {"public", "cover"}
    and leaf.path[-1] not in {"lastModified", "textLanguage"}
]


def test_the_tables_cover_the_format() -> None:
    assert (len(SHOWN) > 170, len(LINKS) > 40, len(HIDDEN) > 150) == (True, True, True)
    assert not [pattern for pattern in ABSENT if not any(is_any(leaf, (pattern,)) for leaf in LEAVES)]


@pytest.mark.parametrize("leaf", SHOWN, ids=name)
def test_a_field_is_shown(leaf: Leaf) -> None:
    assert leaf.token in outputs().page.text
    for text in outputs().pdf_texts:
        assert squeezed(leaf.token) in text


@pytest.mark.parametrize("leaf", LINKS, ids=name)
def test_a_url_is_where_a_link_leads(leaf: Leaf) -> None:
    assert f"{leaf.token}/" in outputs().page.attributes("href")
    assert f"{leaf.token}/" in outputs().pdf_targets


@pytest.mark.parametrize("leaf", HIDDEN, ids=name)
def test_what_the_table_leaves_out_is_out(leaf: Leaf) -> None:
    assert leaf.token not in DRAWINGS.sub("", outputs().page.html)
    text = outputs().pdf_texts[0]
    # A number is looked for between the tokens: without white space, one and what follows it may look like it.
    assert squeezed(leaf.token) not in (text if leaf.token.startswith("Zq") else re.sub(r"Zq\d{4}", " ", text))
