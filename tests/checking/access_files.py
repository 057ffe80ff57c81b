"""Small PDFs for the rules of access: one that keeps them all, and what tests do to it."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from outputs import ROOT
from PIL import Image

from cvpress.checking.files.opening import artefact_of
from cvpress.checking.run import check_artefact
from cvpress.writers.weasyprint_engine import load_weasyprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cvpress.checking.run import Outcome

FACES = "".join(
    f"@font-face {{ font-family: Inter; font-weight: {weight}; "
    f"src: url({(ROOT / f'themes/modern/fonts/Inter-{name}.ttf').as_uri()}) }}"
    for weight, name in ((400, "Regular"), (600, "SemiBold"))
)
STYLE = f"""{FACES}
@page {{ size: A4; margin: 36pt }}
* {{ margin: 0; padding: 0; font-weight: normal }}
html {{ font: 10pt/13pt Inter; color: #222 }}
b {{ font-weight: 600 }}
h1 {{ font-size: 16pt; line-height: 26pt }}
h2 {{ font-size: 12pt }}
ul {{ list-style: none }}
a {{ color: #0062a8; text-decoration: none }}
"""
WORDS = "Some words that are read, as there are more than a few of them, and they are all in English. "
GOOD = f"""<h1>Ann Example</h1>
<p>{WORDS}</p>
<p><a href="https://example.org/ann">example.org/ann</a></p>
<h2>Work</h2><ul><li>One thing</li><li>Another thing</li></ul>
<h2>Results</h2><table><tr><th>Year</th><th>Place</th></tr><tr><td>2020</td><td>First</td></tr></table>
<p><img alt="Portrait of Ann Example" style="width: 40pt" src="data:image/png;base64,%s"></p>
"""
"""A page with something for every rule."""


def picture(color: str = "#336699", size: int = 8) -> str:
    """A picture of one colour, in Base64."""
    buffer = BytesIO()
    Image.new("RGB", (size, size), color).save(buffer, "PNG")
    return b64encode(buffer.getvalue()).decode()


@cache
def written(body: str, style: str = "", *, language: str = "en") -> bytes:
    """The tagged PDF of the body of a page."""
    html = f"<html lang={language}><title>Ann Example – CV</title><style>{STYLE}{style}</style><body>{body}"
    return bytes(load_weasyprint().HTML(string=html).write_pdf(font_config=_fonts(), pdf_variant="pdf/ua-1"))


@cache
def _fonts() -> Any:
    return load_weasyprint().text.fonts.FontConfiguration()


def good() -> bytes:
    """The PDF that keeps every rule of access."""
    return written(GOOD % picture())


def changed(change: Callable[[pikepdf.Pdf], object], data: bytes = b"", **options: Any) -> bytes:
    """A PDF after something was done to it."""
    buffer = BytesIO()
    with pikepdf.open(BytesIO(data or good())) as pdf:
        change(pdf)
        pdf.save(buffer, **options)
    return buffer.getvalue()


def tags(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    """The elements of a role."""

    def walk(element: Any) -> Iterator[Any]:
        if element.get("/S") == f"/{role}":
            yield element
        kids = element.get("/K", ())
        for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from walk(kid)

    return list(walk(pdf.Root.StructTreeRoot))


def outcome(data: bytes) -> Outcome:
    """What checking a file finds."""
    return check_artefact(artefact_of("cv", data))


def codes(data: bytes) -> set[str]:
    """The rules of access that a file breaks."""
    return {found.code for found in outcome(data).diagnostics if found.code[0] == "A"}
