"""Publications in citation styles, as the manuals of the styles have them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvpress.model.profile import Profile
from cvpress.views.build import build_view
from cvpress.views.presentation import Presentation
from cvpress.views.request import Request

PUBLICATIONS: dict[str, dict[str, Any]] = {
    "article": {
        "name": "Self-affirmation underlies Facebook use",
        "authors": ["Catalina L. Toma", "Hancock, Jeffrey T."],
        "venue": "Personality and Social Psychology Bulletin",
        "volume": "39",
        "issue": "3",
        "pages": "321-331",
        "releaseDate": "2013",
        "doi": "10.1177/0146167212474694",
        "type": "article",
    },
    "book": {
        "name": "Thinking, fast and slow",
        "authors": ["Daniel Kahneman"],
        "publisher": "Farrar, Straus and Giroux",
        "releaseDate": "2011",
        "type": "book",
    },
    "conference": {
        "name": "Deep residual learning for image recognition",
        "authors": ["Kaiming He", "Xiangyu Zhang", "Shaoqing Ren", "Jian Sun"],
        "venue": "Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition",
        "pages": "770--778",
        "releaseDate": "2016",
        "type": "conference",
    },
    "chapter": {
        "name": "Working memory",
        "authors": ["Alan D. Baddeley", "Graham Hitch"],
        "venue": "Psychology of learning and motivation",
        "pages": "47-89",
        "publisher": "Academic Press",
        "releaseDate": "1974",
        "type": "chapter",
    },
    "preprint": {
        "name": "Attention is all you need",
        "authors": ["Ashish Vaswani", "Noam Shazeer"],
        "arxiv": "1706.03762",
        "releaseDate": "2017",
        "type": "preprint",
    },
    "thesis": {
        "name": "Modal logic",
        "authors": ["Jean-Pierre Dupont"],
        "publisher": "ETH Zurich",
        "releaseDate": "1999",
        "type": "PhD thesis",
    },
}
REFERENCES = {
    "apa": {
        "article": "Toma, C. L., & Hancock, J. T. (2013). Self-affirmation underlies Facebook use. *Personality and "
        "Social Psychology Bulletin*, *39*(3), 321–331. https://doi.org/10.1177/0146167212474694",
        "book": "Kahneman, D. (2011). *Thinking, fast and slow*. Farrar, Straus and Giroux.",
        "conference": "He, K., Zhang, X., Ren, S., & Sun, J. (2016). Deep residual learning for image recognition. In "
        "*Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition* (pp. 770–778).",
        "chapter": "Baddeley, A. D., & Hitch, G. (1974). Working memory. In *Psychology of learning and motivation* "
        "(pp. 47–89). Academic Press.",
        "preprint": "Vaswani, A., & Shazeer, N. (2017). *Attention is all you need* (arXiv:1706.03762). arXiv. "
        "https://arxiv.org/abs/1706.03762",
        "thesis": "Dupont, J.-P. (1999). *Modal logic* [PhD thesis]. ETH Zurich.",
    },
    "ieee": {
        "article": "C. L. Toma and J. T. Hancock, “Self-affirmation underlies Facebook use,” *Personality and "
        "Social Psychology Bulletin*, vol. 39, no. 3, pp. 321–331, 2013, doi: 10.1177/0146167212474694.",
        "book": "D. Kahneman, *Thinking, fast and slow*. Farrar, Straus and Giroux, 2011.",
        "conference": "K. He, X. Zhang, S. Ren, and J. Sun, “Deep residual learning for image recognition,” in "
        "*Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition*, 2016, pp. 770–778.",
        "chapter": "A. D. Baddeley and G. Hitch, “Working memory,” in *Psychology of learning and motivation*, "
        "Academic Press, 1974, pp. 47–89.",
        "preprint": "A. Vaswani and N. Shazeer, “Attention is all you need,” 2017, *arXiv*: arXiv:1706.03762. "
        "[Online]. Available: https://arxiv.org/abs/1706.03762",
        "thesis": "J.-P. Dupont, “Modal logic,” PhD thesis, ETH Zurich, 1999.",
    },
    "chicago": {
        "article": "Toma, Catalina L., and Jeffrey T. Hancock. 2013. “Self-affirmation Underlies Facebook Use.” "
        "*Personality and Social Psychology Bulletin* 39 (3): 321–31. https://doi.org/10.1177/0146167212474694.",
        "book": "Kahneman, Daniel. 2011. *Thinking, Fast and Slow*. Farrar, Straus and Giroux.",
        "conference": "He, Kaiming, Xiangyu Zhang, Shaoqing Ren, and Jian Sun. 2016. “Deep Residual Learning for Image "
        "Recognition.” In *Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition*.",
        "chapter": "Baddeley, Alan D., and Graham Hitch. 1974. “Working Memory.” In *Psychology of Learning and "
        "Motivation*. Academic Press.",
        "preprint": "Vaswani, Ashish, and Noam Shazeer. 2017. “Attention Is All You Need.” arXiv:1706.03762. Preprint, "
        "arXiv. https://arxiv.org/abs/1706.03762.",
        "thesis": "Dupont, Jean-Pierre. 1999. “Modal Logic.” PhD thesis, ETH Zurich.",
    },
}
CASES = [(style, kind) for style in REFERENCES for kind in PUBLICATIONS]


def html_of(style: str, publication: dict[str, Any], name: str = "Marie Curie", language: str = "en") -> str:
    profile = Profile.model_validate({"basics": {"name": name}, "publications": [{"name": "T", **publication}]})
    view = build_view(profile, Request(language=language), presentation=Presentation(citations=style))
    reference = view.sections[0].entries[0].reference
    assert reference is not None
    return reference.html


def marked(html: str) -> str:
    """The text of a reference, italics between stars."""
    return re.sub("<[^>]+>", "", re.sub("</?em>", "*", html)).replace("&amp;", "&")


@pytest.mark.parametrize(("style", "kind"), CASES, ids=map("-".join, CASES))
def test_references(style: str, kind: str) -> None:
    assert marked(html_of(style, PUBLICATIONS[kind])) == REFERENCES[style][kind]


@pytest.mark.parametrize(
    ("style", "own"),
    [
        ("apa", '<span class="self">Curie, M. S.</span>, '),
        ("ieee", '<span class="self">M. S. Curie</span>'),
        ("chicago", '<span class="self">Curie, Marie S.</span>, '),
    ],
)
def test_the_own_name_is_marked(style: str, own: str) -> None:
    html = html_of(style, {"authors": ["Marie S. Curie", "Pierre Curie"], "releaseDate": "1898"})
    assert html.startswith(own)
    assert html.count("<span") == 1


@pytest.mark.parametrize("style", REFERENCES)
def test_the_own_name_is_not_among_those_left_out(style: str) -> None:
    others = [f"{first}. Other" for first in "ABCDEFGHIJKLNOPQRSTUVW"]
    publication = {"authors": [*others, "Marie Curie", "Zoe Zimmer"], "releaseDate": "1898"}
    html = html_of(style, publication)
    assert html.count('class="self"') == 1
    assert "et al." in html_of(style, publication, name="") or "…" in html_of(style, publication, name="")


@pytest.mark.parametrize(
    ("style", "authors", "start"),
    [
        (
            "apa",
            ["Ludwig van Beethoven", "{European Space Agency}"],
            "van Beethoven, L., & European Space Agency. (n.d.).",
        ),
        ("apa", ["King, Jr., Martin Luther"], "King, M. L., Jr. (n.d.)."),
        ("apa", ["A. Curie", "et al."], "Curie, A., et al. (n.d.)."),
        ("ieee", ["A. Curie", "et al."], "A. Curie et al., “T"),
        ("apa", ["Curie MS"], "Curie, M. S. (n.d.)."),
        ("chicago", ["J. K. Rowling"], "Rowling, J. K. n.d. “T.”"),
    ],
)
def test_names(style: str, authors: list[str], start: str) -> None:
    assert marked(html_of(style, {"authors": authors})).startswith(start)


@pytest.mark.parametrize("style", REFERENCES)
@pytest.mark.parametrize("arxiv", ["arXiv:1706.03762", "https://arxiv.org/abs/1706.03762", " 1706.03762"])
def test_an_arxiv_identifier_with_its_label(style: str, arxiv: str) -> None:
    html = html_of(style, {**PUBLICATIONS["preprint"], "arxiv": arxiv})
    assert html == html_of(style, PUBLICATIONS["preprint"])


@pytest.mark.parametrize("style", REFERENCES)
def test_a_doi_with_its_resolver(style: str) -> None:
    html = html_of(style, {**PUBLICATIONS["article"], "doi": "https://www.doi.org/10.1177/0146167212474694"})
    assert html == html_of(style, PUBLICATIONS["article"])


def test_a_reference_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    publication = {"name": "Made once", "authors": ["Marie Curie"], "releaseDate": "1898"}
    first = html_of("apa", publication)
    monkeypatch.setattr("citeproc.CitationStylesBibliography", None)
    assert html_of("apa", publication) == first


def test_words_of_the_language() -> None:
    html = html_of(
        "apa", {"authors": ["A. Curie", "B. Curie"], "type": "chapter", "venue": "Buch", "pages": "1-2"}, language="de"
    )
    assert "S. 1–2" in html


@pytest.mark.parametrize("style", REFERENCES)
@pytest.mark.parametrize(
    ("publication", "kept", "gone"),
    [
        ({"name": "<script>alert(1)</script>"}, "&lt;script&gt;", "<script"),
        ({"name": '<span class="nocase">x</span>'}, "&lt;span", '<span class="nocase'),
        ({"name": "T", "authors": ["<b>Bob</b> \ue000\U000f0000x"]}, "&lt;", "<b>"),
        ({"name": "T", "venue": "<i>V</i>"}, "&lt;i&gt;", "<i>"),
        ({"name": "T", "doi": '10.1/"><script>'}, "T", "<script>"),
        ({"name": "T", "url": "javascript:alert(1)"}, "T", "javascript"),
        ({"name": "[x](javascript:alert(1))"}, "x", "href"),
    ],
)
def test_hostile_texts(style: str, publication: dict[str, Any], kept: str, gone: str) -> None:
    html = html_of(style, publication)
    assert kept.lower() in html.lower()
    assert gone not in html
    assert not re.search("[\ue000-\uf8ff\U000f0000-\U0010ffff]", html)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(REFERENCES)),
    st.text(max_size=20),
    st.lists(st.text(max_size=12), max_size=4),
    st.fixed_dictionaries(
        {},
        optional={
            key: st.text(max_size=8)
            for key in ("venue", "volume", "pages", "status", "type", "publisher", "doi", "arxiv", "issue")
        },
    ),
)
def test_no_text_breaks_a_reference(style: str, name: str, authors: list[str], rest: dict[str, str]) -> None:
    html = html_of(style, {**rest, "name": f"T{name}", "authors": authors})
    assert not re.search("[\ue000-\uf8ff\U000f0000-\U0010ffff]", html)
    assert not re.search("<(?!/?(em|strong|span|a|code|br|s)\\b)", html)
    for tag in ("em", "strong", "span", "a"):
        assert len(re.findall(f"<{tag}\\b", html)) == html.count(f"</{tag}>")
