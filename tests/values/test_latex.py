"""What may stand in a formula."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvpress.values.latex import LONGEST_FORMULA, latex_fault

GOOD = (
    r"s_i^R = n - j + 1",
    r"S_i^R \sim \mathbb{P}_{M,Q,\widetilde{D},P}(s_i)",
    r"\max_{a \in \mathcal{A}} \mathbb{E}[S_i^R]",
    r"\widetilde{D} = (d_1, \dots, a \oplus d_i, \dots, d_n)",
    r"\min_{\theta} \max_{\epsilon} \ell(\theta, x + \epsilon)",
    r"\mathcal{O}(d^6(\frac{n}{d})^{3d})",
    r"\langle p_i, d_i \rangle",
    r"\operatorname*{arg\,max}_x f'(x)",
    r"\begin{aligned} a &= b \\ &= c \end{aligned}",
    r"\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"\left\{ x \,\middle|\, y \right\}",
    r"50\% \text{ of R\&D at \$5, \#1}",
    r"\sum_{\substack{i < n \\ j < m}} \sqrt[3]{x} \not= \binom n k",
    r"\lVert \mathbf{x} \rVert_2 \leq \hat{y} \pm 3\sigma, \frac12 \xrightarrow{f} \bar z",
    "α² ≤ β",
)
BAD = {
    r"\lamda": r"\lamda",
    r"x + \foo{y}": r"\foo",
    r"\mathfoo{x}": r"\mathfoo",
    r"\begin{foo} x \end{foo}": r"\begin{foo}",
    r"\newcommand{\x}{\x\x} \x": r"\newcommand",
    r"\def\x{\x\x}\x": r"\def",
    r"\input{/etc/passwd}": r"\input",
    r"\includegraphics{a.png}": r"\includegraphics",
    r"\href{https://example.org}{x}": r"\href",
    r"\color{red} x": r"\color",
    r"\begin{matrix} x \end{pmatrix}": r"\end{pmatrix}",
    "{x": "",
    "x}": "",
    "x^": "",
    r"\frac{x}": "",
    r"\frac": "",
    r"\sqrt": "",
    r"\left( x": "",
    r"x \right)": "",
    r"\begin{matrix} x": "",
    "x & y": "",
    "50%": "",
    "#1": "",
    "x\\": "",
    " ": "",
}


@pytest.mark.parametrize("latex", GOOD)
def test_good(latex: str) -> None:
    assert latex_fault(latex) is None


@pytest.mark.parametrize(("latex", "part"), BAD.items(), ids=BAD)
def test_bad(latex: str, part: str) -> None:
    fault = latex_fault(latex)
    assert fault is not None
    assert fault.message
    assert fault.part == part == latex[fault.start : fault.start + len(part)]


BOMBS = {
    "braces": "{" * 500 + "}" * 500,
    "superscripts": "x^{" * 100 + "}" * 100,
    "few superscripts": "x^{" * 15 + "y" + "}" * 15,
    "roots": r"\sqrt " * 150 + "x",
    "fractions": r"\frac{1}{" * 100 + "}" * 100,
    "brackets": r"\left(" * 60 + r"\right)" * 60,
    "rows": r"\begin{matrix}" + "\\\\" * 400 + r"\end{matrix}",
    "length": "x" * (LONGEST_FORMULA + 1),
    "megabyte": "{" * 1_000_000,
}


@pytest.mark.parametrize("latex", BOMBS.values(), ids=BOMBS)
def test_bombs_are_told_quickly(latex: str) -> None:
    latex_fault("x")  # imports
    start = time.process_time()
    assert latex_fault(latex) is not None
    assert time.process_time() - start < 1


@settings(max_examples=200)
@given(st.text(alphabet="ab1{}_^\\&%#'[]()~|. \n", max_size=25))
def test_never_an_exception(latex: str) -> None:
    latex_fault(latex)
