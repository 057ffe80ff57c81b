"""PDFs written by hand: small, odd, broken, hostile."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Sequence

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
RESOURCES = "/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >>"
WORDS = "BT /F 12 Tf 72 700 Td (Marie Curie) Tj ET"


def stream(content: str | bytes, entries: str = "") -> str:
    """A stream object."""
    text = content if isinstance(content, str) else content.decode("latin-1")
    return f"<< /Length {len(text)} {entries} >>\nstream\n{text}\nendstream"


def packed(content: bytes, times: int = 1) -> str:
    """A stream that is deflated so many times."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, f"/Filter [{'/FlateDecode ' * times}]")


def pdf(
    content: str = WORDS, *, box: str = "0 0 595 842", page: str = "", root: str = "", more: Sequence[str] = ()
) -> bytes:
    """A file of one page.

    Args:
        content: what is painted, or the whole stream object.
        box: the MediaBox.
        page: entries of the page.
        root: entries of the catalogue.
        more: objects from number 6 on.
    """
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R {RESOURCES} {page} >>",
        content if content.startswith("<<") else stream(content),
        FONT,
        *more,
    ]
    return numbered(objects)


def numbered(objects: Sequence[str]) -> bytes:
    """A file of some objects, the catalogue first."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{tail}".encode("latin-1")


def titled(data: bytes, title: str) -> bytes:
    """The same file with a title."""
    buffer = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        document.docinfo["/Title"] = title
        document.save(buffer)
    return buffer.getvalue()


def many_pages(count: int) -> bytes:
    """A file of many pages with the same words."""
    with pikepdf.open(BytesIO(pdf())) as one, pikepdf.new() as many:
        many.pages.append(one.pages[0])
        page = many.pages[0].obj
        many.Root.Pages.Kids = pikepdf.Array(
            [page, *(many.make_indirect(pikepdf.Dictionary(page)) for _ in range(count - 1))]
        )
        many.Root.Pages.Count = count
        buffer = BytesIO()
        many.save(buffer)
    return buffer.getvalue()


def encrypted(*, user: str, extract: bool = True) -> bytes:
    """A file that asks for a password, or forbids that its text is taken out."""
    buffer = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as document:
        allow = pikepdf.Permissions(extract=extract)
        document.save(buffer, encryption=pikepdf.Encryption(owner="owner", user=user, allow=allow))
    return buffer.getvalue()
