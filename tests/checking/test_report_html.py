"""Pages of HTML that cvpress wrote, as the checks see them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from outputs import example, prepared

from cvpress.checking.files.opening import artefact_of
from cvpress.errors import FileError

if TYPE_CHECKING:
    from cvpress.checking.artefact import Artefact

HEAD = (
    '<html lang="de"><title>A &amp; B</title><meta name="author" content="A"><meta name="generator" content="cvpress">'
)


def page(body: str) -> Artefact:
    return artefact_of("cv.html", f"<!DOCTYPE html>{HEAD}<body>{body}</body></html>".encode())


@cache
def example_page() -> Artefact:
    return artefact_of("cv.html", example("marie-curie").html().encode())


def test_a_page_of_ours() -> None:
    artefact = example_page()
    assert (artefact.kind, artefact.sheets) == ("html", ())
    assert artefact.lines[0] == (1, "Marie Skłodowska Curie", 0, None)
    assert artefact.metadata[:3] == ("Marie Skłodowska Curie – Curriculum vitae", "Marie Skłodowska Curie", "en")
    assert artefact.readings[0].text == artefact.text
    assert artefact.root is not None
    headings = [element.whole_text for element in artefact.root.walk() if element.role == "H2"]
    assert headings[:2] == ["Experience", "Research"]
    assert {line.text for line in artefact.lines} >= set(headings)
    assert ("marie.curie@example.org", "mailto:marie.curie@example.org") in {
        (link.text, link.target) for link in artefact.links
    }


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>one <b>two</b>\n three</p><p>four</p>", ["one two three", "four"]),
        ("one<br>two<hr>three", ["one", "two", "three"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<table><tr><td>one<td>two</table>", ["one two"]),
        ("<p>one<script>two</script><style>two</style><template>two</template></p>", ["one"]),
        ("<p hidden>one</p><p>a<wbr>b &lt;</p>", ["ab <"]),
        ("<svg role=img><title>one</title><text>2</text><text>3</text></svg>", ["2 3"]),
    ],
)
def test_lines_are_those_of_a_browser(body: str, lines: list[str]) -> None:
    assert [line.text for line in page(body).lines] == lines


def test_structure() -> None:
    root = page(
        '<h1>one</h1><p lang="en">two <em>three</em></p><img><img alt=""><img alt="four">'
        '<svg role="img"><title>five</title><path/></svg><p aria-hidden="true">six</p><a href="#x">seven</a>'
    ).root
    assert root is not None
    found = [(one.role, one.text, one.alternative, one.language) for one in root.walk()]
    assert [one for one in found if one[0] not in {"Span", "Div"}] == [
        ("Document", "", None, "de"),
        ("H1", "one", None, ""),
        ("P", "", None, "en"),
        ("", "two", None, ""),
        ("Em", "three", None, ""),
        ("Figure", "", None, ""),
        ("Figure", "", "", ""),
        ("Figure", "", "four", ""),
        ("Figure", "", "five", ""),
        ("Link", "seven", None, ""),
    ]


def test_other_pages_are_refused() -> None:
    with pytest.raises(FileError, match="neither a PDF nor a page that cvpress wrote"):
        artefact_of("cv.html", b"<html><title>t</title><p>text")


def test_a_page_that_is_too_deep_is_refused() -> None:
    with pytest.raises(FileError, match="too deep"):
        page("<div>" * 5000)


def test_every_word_of_the_page_is_read() -> None:
    text = " ".join(page_of({"basics": {"name": "Zoë <b>", "summary": "a\n\nb"}}).text.split())
    assert text == "Zoë <b> a b"


def page_of(data: dict[str, object]) -> Artefact:
    return artefact_of("cv.html", prepared(data).html().encode())
