from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress.views.markup import Text

HTML = {
    "plain": ("Led research", "Led research"),
    "emphasis": ("*Comptes rendus* and **strong**", "<em>Comptes rendus</em> and <strong>strong</strong>"),
    "code": ("Wrote `a < b`", "Wrote <code>a &lt; b</code>"),
    "link": ("[Demo](https://example.org)", '<a href="https://example.org">Demo</a>'),
    "mail link": ("[Mail](mailto:a@example.org)", '<a href="mailto:a@example.org">Mail</a>'),
    "phone link": ("[Call](tel:+4912345)", '<a href="tel:+4912345">Call</a>'),
    "raw HTML": ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
    "comment": ("a <!-- b --> c", "a &lt;!-- b --&gt; c"),
    "entity": ("R&D &amp; more", "R&amp;D &amp; more"),
    "dashes": ("1914--1918", "1914–1918"),
    "ellipsis": ("and so on...", "and so on…"),
    "no block": ("# Not a heading", "# Not a heading"),
    "no list": ("- not a list", "- not a list"),
    "bare URL": ("see https://example.org", "see https://example.org"),
    "paragraphs": ("One.\n\nTwo.", "One.<br>Two."),
    "one line": ("One\ntwo.", "One\ntwo."),
    "blank": ("  \n ", ""),
}


@pytest.mark.parametrize(("source", "html"), HTML.values(), ids=HTML)
def test_markup(source: str, html: str) -> None:
    assert Text(source).__html__() == html


FORBIDDEN = (
    *("javascript:alert(1)", "JAVASCRIPT:alert(1)", "java&#115;cript:alert(1)", "vbscript:x", "data:text/html,x"),
    *("file:///etc/passwd", "ftp://example.org", "//example.org", "/etc/passwd", "../../etc/passwd", "#work", "https:"),
)


@pytest.mark.parametrize("target", FORBIDDEN)
@pytest.mark.parametrize("source", ["[text]({})", "[text](<{}>)", "text <{}>", "[text][1]\n\n[1]: {}"])
def test_links_lead_to_allowed_schemes_only(source: str, target: str) -> None:
    text = Text(source.format(target))
    assert "href" not in text.__html__()
    assert "text" in text.plain


@pytest.mark.parametrize("source", ["![photo](photo.jpg)", "![x](https://example.org/x.png)", "![a][b]\n\n[b]: c.png"])
def test_images_are_none(source: str) -> None:
    assert "<img" not in Text(source).__html__()


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“a ‘b’ c”"),
        ("en-GB", "“a ‘b’ c”"),
        ("de", "„a ‚b‘ c“"),
        ("de-AT", "„a ‚b‘ c“"),
        ("fr", "«\u202fa “b” c\u202f»"),
        ("pl", "„a ‚b’ c”"),
        ("xx", "“a ‘b’ c”"),
    ],
)
def test_quotation_marks_of_the_language(language: str, quoted: str) -> None:
    assert Text("\"a 'b' c\"", language).__html__() == quoted


def test_apostrophe() -> None:
    assert Text("the car's engine").plain == "the car’s engine"


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("*A* **b** `c` [d](https://example.org)", "A b c d"),
        ("a < b & c > d", "a < b & c > d"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("One.\n\nTwo\nlines.", "One. Two lines."),
    ],
)
def test_plain_text(source: str, plain: str) -> None:
    assert Text(source).plain == str(Text(source)) == plain


def test_paragraphs() -> None:
    assert [part.plain for part in Text("One.\n \t\nTwo.\n\n\n\nThree.").paragraphs] == ["One.", "Two.", "Three."]


def test_texts_are_values() -> None:
    assert Text("a") == Text(" a ")
    assert Text("a") != Text("a", "de")
    assert len({Text("a"), Text("a "), Text("b")}) == 2
    assert not Text(" ")


@given(st.text(alphabet="ab1 .-,;:!?(){}#+=/%$€^@é日*_`\\[]<>&\"'|~\n\u00a0…“", max_size=20))
def test_words_without_marks_are_what_the_parser_makes_of_them(source: str) -> None:
    """The quick way around the parser, which most texts take, gives what the parser gives."""
    parsed = Text("*x* " + source).__html__().removeprefix("<em>x</em> ") if source.strip() else ""
    if not set(source) & set("*_`\\[]<>&\"'|~\n") and "--" not in source:
        assert Text(source).__html__().split() == parsed.split()
