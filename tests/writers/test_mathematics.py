"""Formulas in HTML and PDF."""

from __future__ import annotations

import json
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from outputs import Page, pdfium_text, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LATEX = (r"f_\theta(x)", r"\mathcal{O}(n^2)", r"\frac{a}{b} < c", "x", r"s_i^R = n - j + 1")
PROFILE: dict[str, Any] = {
    "basics": {
        "name": "Marie Curie",
        "label": f"Learning of ${LATEX[0]}$",
        "email": "marie@example.org",
        "summary": f"In ${LATEX[1]}$ steps.\n\nThen\n$${LATEX[2]}$$",
    },
    "work": [
        {
            "name": "Sorbonne",
            "position": f"Professor of ${LATEX[3]}$",
            "startDate": "1906",
            "highlights": [f"*Scored* by ${LATEX[4]}$, for $80 billion and $70 billion"],
        }
    ],
}


def test_a_page_has_its_formulas() -> None:
    page = Page(prepared(PROFILE).html())
    titles = [svg.findtext("{http://www.w3.org/2000/svg}title") or svg.findtext("title") for svg in _pictures(page)]
    assert titles == list(LATEX)
    assert "for $80 billion and $70 billion" in page.text
    assert '"jobTitle":"Learning of f_\\\\theta(x)"' in (page.all("script")[0].text or "")


def _pictures(page: Page) -> list[Any]:
    return [element for element in page.root.iter() if str(element.tag).endswith("svg")]


def test_a_page_with_formulas_is_valid(node_modules: Path, tmp_path: Path) -> None:
    rules = {
        "no-inline-style": "error",
        "no-trailing-whitespace": "off",
        "require-csp-nonce": "off",
        "require-sri": "off",
    }
    config = {"extends": ["html-validate:standard", "html-validate:document"], "rules": rules}
    (tmp_path / "config.json").write_text(json.dumps(config))
    (tmp_path / "page.html").write_text(prepared(PROFILE).html())
    program = node_modules / "html-validate/bin/html-validate.mjs"
    command: list[str | Path] = ["node", program, "--config", "config.json", "page.html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_formula_is_tagged_with_its_latex() -> None:
    with pikepdf.open(BytesIO(prepared(PROFILE).pdf())) as document:
        figures = [element for element in _elements(document.Root.StructTreeRoot) if element.S == "/Formula"]
        assert [str(figure.Alt) for figure in figures] == list(LATEX)


def _elements(node: Any) -> Iterator[Any]:
    """All structure elements, in reading order."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _elements(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node.K)


def test_a_formula_has_the_colour_of_its_text() -> None:
    """The label is in the accent colour, and its formula no other; WeasyPrint alone would draw it black."""
    with pikepdf.open(BytesIO(prepared(PROFILE).pdf())) as document:
        (page,) = document.pages
        colours = {tuple(map(float, operands)) for operands, operator in _drawn(page) if str(operator) in {"rg", "g"}}
    assert (0.0, 0.0, 0.0) not in colours
    assert (0.0,) not in colours


def _drawn(page: pikepdf.Page) -> Iterator[Any]:
    yield from pikepdf.parse_content_stream(page)
    for form in page.resources.get("/XObject", {}).values():
        yield from pikepdf.parse_content_stream(form)


def test_a_formula_does_not_tear_lines_apart() -> None:
    """A page with formulas in its lines is as long as one with words."""
    text = "A line of words, and another one, and so on; there ${}$ is what is between. " * 12
    plain, formula = (
        prepared({"basics": {"name": "M", "email": "m@example.org", "summary": text.replace("${}$", word)}})
        for word in ("xi", "$x_i^2$")
    )
    lines = [len(pdfium_text(rendering.pdf()).splitlines()) for rendering in (plain, formula)]
    assert abs(lines[0] - lines[1]) <= 1


def test_the_same_bytes_every_time() -> None:
    assert prepared(PROFILE).html() == prepared(PROFILE).html()
    assert prepared(PROFILE).pdf() == prepared(PROFILE).pdf()


def test_a_page_with_many_formulas_stays_small() -> None:
    highlights = [f"Formula ${LATEX[4]}$ and ${LATEX[1]}_{{{number}}}$" for number in range(20)]
    work = [{"name": "A", "position": "b", "startDate": "2020", "highlights": highlights}]
    with_formulas = prepared({**PROFILE, "work": work}).html()
    without = prepared({**PROFILE, "work": [{**work[0], "highlights": ["x"] * 20}]}).html()
    assert len(with_formulas) - len(without) < 40 * 4_000
