from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress.values.formulas import formulas
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


FORMULAS = {
    "one": ("the $x$ axis", ["x"], "the x axis"),
    "before emphasis": ("$a_1 b_2 * c*$ and *d*", ["a_1 b_2 * c*"], "a_1 b_2 * c* and d"),
    "in emphasis": ("**so $x$**", ["x"], "so x"),
    "in a link": ("[see $x^2$](https://example.org)", ["x^2"], "see x^2"),
    "no quotation marks": ('$f\'(x) \\text{ "a"}$', ['f\'(x) \\text{ "a"}'], 'f\'(x) \\text{ "a"}'),
    "no dashes": ("$a -- b...$", ["a -- b..."], "a -- b..."),
    "a link within": ("$[a](https://example.org)$", ["[a](https://example.org)"], "[a](https://example.org)"),
    "over a link's end": ("[a $b](https://example.org) c$", ["b](https://example.org) c"], None),
    "quoted": ('"$x$"', ["x"], "“x”"),
    "possessive": (r"$\mathbf{n}$'s", [r"\mathbf{n}"], r"\mathbf{n}’s"),
    "signs of HTML": ("$a < b$", ["a < b"], "a < b"),
    "code": ("`$x$` and `a", [], "$x$ and `a"),
    "prices": ("$80 billion and $70 billion, $5-$10", [], "$80 billion and $70 billion, $5-$10"),
    "escaped": (r"\$x\$ and \$5", [], "$x$ and $5"),
    "blank line": ("$a\n\nb$", [], "$a b$"),
    "wrong LaTeX": (r"$\foo$ x", [], r"\foo x"),
}


@pytest.mark.parametrize(("source", "titles", "plain"), FORMULAS.values(), ids=FORMULAS)
def test_formulas(source: str, titles: list[str], plain: str | None) -> None:
    html = Text(source).__html__()
    assert [unescape(title) for title in re.findall(r"<title>([^<]*)</title>", html)] == titles
    assert plain is None or Text(source).plain == plain


def test_a_formula_and_its_punctuation_are_not_parted() -> None:
    html = Text("See ($n$), the $n$th; $m$ is *$k$*.").__html__()
    bound = re.sub(r"<svg.*?</svg>", "X", html)
    assert bound == (
        'See <span class="with-formula">(X),</span> the <span class="with-formula">Xth;</span> X is <em>X</em>.'
    )


def test_a_display_formula_stands_alone() -> None:
    html = re.sub(r"<title.*?</svg>", "</svg>", Text("so\n$$\nx\n$$\nholds").__html__())
    assert 'class="formula is-display"' in html
    assert "with-formula" not in html


@given(st.text(alphabet="ab1 .$\\`*_[]()<>:{}^\n", max_size=30))
def test_what_is_taken_for_a_formula_is_what_the_rules_look_at(source: str) -> None:
    """The parser and `formulas` agree, so that no formula is shown that was not checked."""
    shown = Text(source).__html__().count("<title>")
    assert shown <= sum(1 for _ in formulas(source))


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
        ("de-CH", "«a ‹b› c»"),
        ("fr", "«\u202fa “b” c\u202f»"),
        ("es", "«a “b” c»"),
        ("it", "«a “b” c»"),
        ("pt", "“a ‘b’ c”"),
        ("pt-PT", "«a “b” c»"),
        ("nl", "“a ‘b’ c”"),
        ("pl", "„a ‚b’ c”"),
        ("uk", "«a „b“ c»"),
        ("tr", "“a ‘b’ c”"),
        ("zh", "“a ‘b’ c”"),
        ("zh-Hans-CN", "“a ‘b’ c”"),
        ("zh-Hant-TW", "「a 『b』 c」"),
        ("zh-TW", "「a 『b』 c」"),
        ("ja", "「a 『b』 c」"),
        ("ko", "“a ‘b’ c”"),
        ("ar", "«a ‹b› c»"),
        ("he", "”a ’b’ c”"),
        ("fa", "«a ‹b› c»"),
        ("xx", "“a ‘b’ c”"),
    ],
)
def test_quotation_marks_of_the_language(language: str, quoted: str) -> None:
    assert Text("\"a 'b' c\"", language).__html__() == quoted


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Trois langues : le polonais", "Trois langues\u00a0: le polonais"),
        ("Pourquoi ? Parce que !", "Pourquoi\u202f? Parce que\u202f!"),
        ("« oui » ; non", "«\u202foui\u202f»\u202f; non"),
        ("*Pourquoi* ?", "<em>Pourquoi</em>\u202f?"),
        ("`a ? b : c`", "<code>a ? b : c</code>"),
        ("Objet: sans", "Objet: sans"),
    ],
)
def test_french_blanks(source: str, html: str) -> None:
    assert Text(source, "fr-CA").__html__() == html
    assert Text(source).__html__() == html.replace("\u00a0", " ").replace("\u202f", " ")


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


@given(
    st.text(alphabet="ab1 .-,;:!?(){}#+=/%$€^@é日*_`\\[]<>&\"'|~\n\u00a0…“«»", max_size=20),
    st.sampled_from(["en", "fr"]),
)
def test_words_without_marks_are_what_the_parser_makes_of_them(source: str, language: str) -> None:
    """The quick way around the parser, which most texts take, gives what the parser gives."""
    parsed = Text("*x* a" + source, language).__html__().removeprefix("<em>x</em> ") if source.strip() else ""
    if source.strip() and not set(source) & set("$*_`\\[]<>&\"'|~\n") and "--" not in source:
        assert re.split(" +", Text("a" + source, language).__html__()) == re.split(" +", parsed)


@pytest.mark.parametrize(
    ("source", "start", "last"),
    [
        ("Found radium.", "Found ", "radium."),
        ("Radium", "", "Radium"),
        ("Found *radium now*", "Found <em>radium now</em>", ""),
        ("See [this page](https://example.org)", 'See <a href="https://example.org">this page</a>', ""),
        ("1 < 2 & 3", "1 &lt; 2 &amp; ", "3"),
        ("", "", ""),
    ],
)
def test_the_last_word_apart(source: str, start: str, last: str) -> None:
    assert Text(source).parted == (start, last)
