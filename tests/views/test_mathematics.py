"""Formulas as they are drawn."""

from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvpress.values.latex import latex_fault
from cvpress.views.mathematics.formula import Formula

DECK = (
    r"s_i^R = n - j + 1",
    r"S_i^R \sim \mathbb{P}_{M,Q,\widetilde{D},P}(s_i)",
    r"\max_{a \in \mathcal{A}} \mathbb{E}[S_i^R]",
    r"\widetilde{D} = (d_1, \dots, a \oplus d_i, \dots, d_n)",
    r"\min_{\theta} \max_{\epsilon} \ell(\theta, x + \epsilon)",
    r"\mathcal{O}(d^6(\frac{n}{d})^{3d})",
    r"\langle p_i, d_i \rangle",
)


def drawing(latex: str, *, is_display: bool = False) -> ET.Element:
    return ET.fromstring(Formula(latex, is_display).__html__())  # noqa: S314  # our own


def size(svg: ET.Element) -> tuple[float, float]:
    return float(str(svg.get("width"))[:-2]), float(str(svg.get("height"))[:-2])


@pytest.mark.parametrize("is_display", [False, True])
@pytest.mark.parametrize("latex", DECK)
def test_a_drawing(latex: str, is_display: bool) -> None:
    svg = drawing(latex, is_display=is_display)
    assert svg.tag == "svg"
    assert svg.findtext("title") == latex
    assert svg.get("role") == "img"
    assert svg.get("fill") == "currentColor"
    assert not [element for element in svg.iter() if {"id", "style", "href"} & set(element.keys())]
    assert {element.get("fill") for element in svg.iter()} <= {None, "currentColor"}
    assert len(Formula(latex, is_display).__html__()) < 7_000


@pytest.mark.parametrize("latex", [*DECK, r"\frac{a}{b}", "x^2", "x_i", "p"])
def test_the_baseline_is_the_lines(latex: str) -> None:
    """The middle of the drawing is half the height of an x above the baseline, where CSS puts it."""
    _, top, _, height = map(int, str(drawing(latex).get("viewBox")).split())
    assert top + height / 2 == pytest.approx(-0.273 / 1.1 * 1000, abs=1.5)


def test_a_drawing_is_as_large_as_what_it_shows() -> None:
    assert size(drawing("x"))[0] < size(drawing("xx"))[0] < size(drawing("xxx"))[0]
    assert size(drawing("x"))[1] < size(drawing(r"\frac{x}{x}"))[1]
    assert size(drawing(r"\sum_{i=1}^n i"))[1] < size(drawing(r"\sum_{i=1}^n i", is_display=True))[1]


def test_blanks_are_as_tex_sets_them() -> None:
    def width(latex: str) -> float:
        return size(drawing(latex))[0]

    assert width(r"a \sim b") > width("a b") + 0.5
    assert width(r"a \cap b") > width("a b") + 0.4
    assert width(r"\max_x y") > width(r"{\max_x} {}_{} (") - 1
    assert width("a, b") < width(r"a,\quad b") - 0.8


@pytest.mark.parametrize(
    ("latex", "same"),
    [
        (r"\lVert x \rVert", r"\|x\|"),
        (r"\operatorname*{arg\,max}_x y", r"\argmax_x y"),
        (r"\operatorname{ess\,sup} y", r"\mathrm{ess\,sup} y"),
        (r"\begin{matrix}a\\b\end{matrix}", r"\begin{matrix}a\cr b\end{matrix}"),
    ],
)
def test_spellings_of_the_same(latex: str, same: str) -> None:
    assert [drawing(latex).find("path").get("d")] == [drawing(same).find("path").get("d")]  # type: ignore[union-attr]


def test_rows_do_not_touch() -> None:
    rows = r"\begin{aligned} a &= b + c \\ &= \sqrt{\frac{x}{y}} \end{aligned}"
    assert size(drawing(rows))[1] > 1.1 * (0.6 + 2 * 0.9)


@pytest.mark.parametrize(
    ("latex", "title"),
    [
        (r"a < b", "a < b"),
        (r"\text{R\&D} > 5\%", r"\text{R\&D} > 5\%"),
        (r"\text{a <b> & c}"[:-5] + "}", r"\text{a <b>}"),
        (r'\text{"quoted"}', r'\text{"quoted"}'),
    ],
)
def test_signs_of_markup(latex: str, title: str) -> None:
    assert drawing(latex).findtext("title") == title


@pytest.mark.parametrize(
    "latex", [r"\foo", "{", r"\frac{a}", "x" * 2_000, r"\def\x{\x\x}\x", "<script>", "&", r"\text{}"]
)
def test_what_cannot_be_drawn_is_shown_as_text(latex: str) -> None:
    html = Formula(latex).__html__()
    if not html.startswith("<svg"):
        assert ET.fromstring(html).text == latex  # noqa: S314  # our own
    assert "<script>" not in html


@pytest.mark.parametrize("latex", [r"\boxed{x}", r"\cancel{x}", r"\xcancel{x}", r"\sqrt{x}", r"\overline{x}"])
def test_lines_have_the_colour_of_the_text(latex: str) -> None:
    html = Formula(latex).__html__()
    assert html.startswith("<svg")
    assert "black" not in html
    assert set(re.findall(r'stroke="([^"]*)"', html)) <= {"currentColor"}


def test_drawings_are_the_same_in_every_process() -> None:
    module = "cvpress.views.mathematics.formula"
    code = f"from {module} import Formula\nfor latex in {DECK!r}: print(Formula(latex).__html__())"
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)}
    assert len(runs) == 1
    assert runs.pop().decode().split("\n")[:-1] == [Formula(latex).__html__() for latex in DECK]


def test_a_drawing_that_fails_leaves_nothing_behind() -> None:
    before = Formula("s_i^R + 0").__html__()
    assert not Formula(r"\text{}", is_display=True).__html__().startswith("<svg")
    assert Formula("s_i^R +  0").__html__().replace("+  0", "+ 0") == before


def test_a_formula_is_its_latex_elsewhere() -> None:
    assert str(Formula(r"\alpha")) == r"\alpha"


WORDS = st.sampled_from(
    [
        *r"x y 1 + = ( ) , ^ _ { } & ' < | \\ \,".split(),
        *r"\frac \sqrt \alpha \sum \text{a} \left( \right) \hat \mathbf \begin{matrix} \end{matrix} \dots \not".split(),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_drawing_never_fails(latex: str) -> None:
    html = Formula(latex).__html__()
    ET.fromstring(html)  # noqa: S314  # our own
    if latex_fault(latex):
        assert html.startswith("<code>")
