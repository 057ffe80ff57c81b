"""Small PDFs that are fine, or wrong in one way, and what `cvpress check` finds in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from cvpress.checking.files.pdf_file import read_pdf
from cvpress.checking.run import check_artefact

if TYPE_CHECKING:
    from cvpress.checking.run import Outcome
    from cvpress.checking.wanted import Wanted

FONTS = Path(__file__).resolve().parent.parent / "themes/modern/fonts"

STYLE = """
@page { size: 420pt 595pt; margin: 40pt }
body { margin: 0; font: 10pt/14pt Inter }
h1 { font-size: 20pt; line-height: 24pt; margin: 0 0 8pt; font-weight: 600 }
h2 { font-size: 13pt; line-height: 16pt; margin: 12pt 0 4pt; font-weight: 600 }
h3 { font-size: 10pt; margin: 4pt 0 0; font-weight: 600; display: flex; justify-content: space-between }
h3 b { flex: 1; font-weight: 600 }
h3 span { font-weight: 400 }
p, ul { margin: 0 }
"""

HEAD = """<h1>Marie Curie</h1><p class=label>Physicist and chemist</p>
<p class=contact>marie@example.org · +33 1 40 46 22 00</p>"""

WORK = """<section class=work><h2>Experience</h2>
<h3><b>Director of the laboratory</b> <span>1914 – 1934</span></h3><p>Radium Institute · Paris</p>
<ul><li>Led the efficient offices of physics and chemistry beside a medical laboratory.</li></ul>
<h3><b>Professor of physics</b> <span>1906 – 1914</span></h3><p>University of Paris</p>
<ul><li>Isolated metallic radium by electrolysis, and taught how that is done.</li></ul></section>"""

STUDIES = """<section class=studies><h2>Education</h2>
<h3><b>Doctorate in physics</b> <span>1893 – 1903</span></h3><p>University of Paris</p></section>"""

SKILLS = """<section class=skills><h2>Skills</h2>
<p>Electrometers and quartz balances</p><p>Separation of rare substances</p></section>"""

CV = HEAD + WORK + STUDIES + SKILLS


@cache
def _fonts() -> tuple[CSS, FontConfiguration]:
    faces = FontConfiguration()
    sources = {400: FONTS / "Inter-Regular.ttf", 600: FONTS / "Inter-SemiBold.ttf"}
    rules = (
        f"@font-face {{ font-family: Inter; font-weight: {weight}; src: url({path.as_uri()}) }}"
        for weight, path in sources.items()
    )
    return CSS(string="".join(rules) + STYLE, font_config=faces), faces


@cache
def small_pdf(html: str = CV, css: str = "", *, is_tagged: bool = False) -> bytes:
    """A PDF of some HTML in a plain style, with more style."""
    style, faces = _fonts()
    page = HTML(string=f"<html lang=en><title>CV</title>{html}")
    pdf: bytes = page.write_pdf(
        stylesheets=[style, CSS(string=css, font_config=faces)],
        font_config=faces,
        pdf_variant="pdf/ua-1" if is_tagged else None,
    )
    return pdf


def checked(pdf: bytes, wanted: Wanted | None = None) -> Outcome:
    """What the check makes of a PDF."""
    return check_artefact(read_pdf("cv.pdf", pdf), wanted)


def codes(pdf: bytes, wanted: Wanted | None = None) -> set[str]:
    """The rules of family P that a PDF breaks."""
    return {rule.code for rule in checked(pdf, wanted).broken if rule.code.startswith("P")}
