"""PDFs written by hand, for what no program writes any more: fonts without a map, letters of nobody's."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD = ("Marie Curie", "marie@example.org")


def written_pdf(*lines: str, meaning: Mapping[str, str] | None = None, kind: str = "/Type1") -> bytes:
    """A page with some lines of Helvetica.

    Args:
        lines: in ASCII.
        meaning: what the font's map makes of some of the letters.
        kind: of the font.
    """
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(420, 595))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name(kind), BaseFont=pikepdf.Name.Helvetica)
    if kind == "/Type3":
        _draw(font, pdf)
    else:
        font.Encoding = pikepdf.Name.WinAnsiEncoding
    if meaning:
        font.ToUnicode = pdf.make_stream(_map({chr(code): chr(code) for code in range(32, 127)} | dict(meaning)))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    shown = "".join(f"BT /F 10 Tf 40 {550 - 16 * place} Td ({line}) Tj ET\n" for place, line in enumerate(lines))
    page.Contents = pdf.make_stream(shown.encode("ascii"))
    return _saved(pdf)


def _draw(font: pikepdf.Dictionary, pdf: pikepdf.Pdf) -> None:
    """Every letter is a square."""
    square = pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    font.CharProcs = pikepdf.Dictionary({f"/c{code}": square for code in range(32, 127)})
    names = [pikepdf.Name(f"/c{code}") for code in range(32, 127)]
    font.Encoding = pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=pikepdf.Array([32, *names]))
    font.FontMatrix = pikepdf.Array([0.001, 0, 0, 0.001, 0, 0])
    font.FontBBox = pikepdf.Array([0, 0, 600, 700])
    font.FirstChar, font.LastChar = 32, 126
    font.Widths = pikepdf.Array([600] * 95)


def _map(meaning: Mapping[str, str]) -> bytes:
    """A ToUnicode map (ISO 32000-1, 9.10.3)."""
    entries = "".join(f"<{ord(char):02x}> <{text.encode('utf-16-be').hex()}>\n" for char, text in meaning.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(meaning)} beginbfchar\n{entries}endbfchar endcmap end end"
    ).encode()


def without_maps(data: bytes) -> bytes:
    """A PDF whose fonts have lost their maps."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()
