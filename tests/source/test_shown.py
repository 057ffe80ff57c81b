"""A source holds nothing that its document does not show; what it holds beside that is in a table with the reason."""

from __future__ import annotations

import copy
import html
import json
from typing import Any

import pytest
from filled import filled
from outputs import prepared, squeezed
from sources import source_of

from cvpress.pipeline.source import attached_sources
from cvpress.views.build import DOCUMENTS
from cvpress.views.request import Request

UNSEEN = {
    "basics/profiles/network": "chooses the icon",
    "basics/location/countryCode": "its name is printed",
    "stories/kind": "the title of the kind is printed",
    "letters/body/works": "ids",
    "letters/body/entries": "ids",
}
"""What is in a source without being printed as it is written; as are ids, and dates as machines write them."""

LEFT_OUT_BY_STYLES = {"publications/url": "not printed where there is a DOI"}
"""What a citation style is given and may leave out."""

OPTIONS = (
    {},
    {"citations": "apa", "publications": "by-type"},
    {"references": "none", "photo": "off"},
)


def whole(document: str) -> dict[str, Any]:
    """The filled profile, in a state in which all that a document can hide is there."""
    data = copy.deepcopy(filled().data)
    data["basics"]["profiles"][0]["url"] = "https://example.org/zq-account"
    if document == "portfolio":
        data["portfolio"]["closing"] = ""
    return data


@pytest.mark.parametrize("options", OPTIONS, ids=lambda options: ",".join(options) or "plain")
@pytest.mark.parametrize("document", sorted(DOCUMENTS))
def test_every_text_of_a_source_is_in_the_document(document: str, options: dict[str, str]) -> None:
    rendering = prepared(whole(document), request=Request(document=document), options=options)
    source, page = source_of(rendering), squeezed(html.unescape(rendering.paper_html()))
    written = json.dumps(source, ensure_ascii=False)
    unseen = UNSEEN | (LEFT_OUT_BY_STYLES if "citations" in options else {})
    leaves = [leaf for leaf in filled().leaves if leaf.token in written and "/".join(leaf.path) not in unseen]
    texts = [leaf for leaf in leaves if leaf.token.lower().startswith(("zq", "https://zq"))]
    assert len(texts) >= {"cv": 180, "letter": 20, "portfolio": 80, "stories": 10}[document]
    assert [leaf for leaf in texts if leaf.token not in page] == []


@pytest.mark.parametrize("document", sorted(DOCUMENTS))
def test_a_source_has_no_parts_that_are_for_selection(document: str) -> None:
    source = source_of(prepared(whole(document), request=Request(document=document)))
    written = json.dumps(source)
    for key in ("tags", "priority", "variants", "translations", "bibliography", "canonical", "version", "$schema"):
        assert f'"{key}"' not in written
    assert source["meta"]["language"] == "en"
    assert source["meta"]["cvpress"] == {"theme": "modern"}


def test_a_source_gives_a_terminal_no_orders() -> None:
    source = attached_sources([prepared({"basics": {"name": "Ada \x7f\x9b31m"}})])[0].data
    assert json.loads(source)["basics"]["name"] == "Ada \x7f\x9b31m"
    assert not [letter for letter in source.decode() if "\x7f" <= letter <= "\x9f"]
