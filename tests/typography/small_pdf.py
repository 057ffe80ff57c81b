"""Small PDFs to measure: a page of a few lines that keeps every rule, and what a test adds to break one."""

from __future__ import annotations

from functools import cache
from typing import Any

from outputs import ROOT

from cvpress.writers.element_ids import with_elements
from cvpress.writers.weasyprint_engine import load_weasyprint

FACE = (ROOT / "themes/modern/fonts/Inter-Regular.ttf").as_uri()
STYLE = f"""
@font-face {{ font-family: Inter; src: url({FACE}) }}
@page {{ size: 148mm 150pt; margin: 36pt; @bottom-center {{ content: "foot"; font: 8pt/1 Inter; color: #444 }} }}
* {{ margin: 0; padding: 0; font-weight: normal }}
html {{ font: 10pt/13pt Inter; color: #222; orphans: 2; widows: 2 }}
h1 {{ font-size: 16pt; line-height: 26pt }}
h2 {{ font-size: 12pt; break-after: avoid }}
h3 {{ font-size: 1em; break-after: auto }}
sup {{ font-size: 7pt; line-height: 0 }}
a {{ color: #0062a8 }}
.detail {{ font-size: 8pt }}
.head {{ break-after: avoid }}
"""
"""Six lines a page, on a grid of 13 points."""


def written(body: str, style: str = "") -> bytes:
    """The PDF of the body of a page."""
    html = f"<html lang=en><title>t</title><style>{STYLE}{style}</style><body>{body}"
    with with_elements():
        data = load_weasyprint().HTML(string=html).write_pdf(font_config=_fonts(), pdf_variant="pdf/ua-1")
    return bytes(data)


@cache
def _fonts() -> Any:
    return load_weasyprint().text.fonts.FontConfiguration()
