"""The faces of a theme as rules of its style sheet: whole in files for PDF; inside a page cut to what it uses.

A usual page does not wait until its faces are cut: beside each TTF face stands a woff2 one, cut beforehand to what
texts in Latin letters are written with, and taken where the page has nothing else that the face could draw.
"""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cvpress.errors import ThemeError
from cvpress.themes.cutting import covered, cut_face
from cvpress.themes.files import FONT_BYTES, bytes_of, check_size, safe_path
from cvpress.themes.writing import characters_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cvpress.themes.spec import Font

__all__ = ["print_faces", "web_faces", "with_fallbacks"]

_LARGE: Final = 190_000
"""Bytes of a page that is worth the time to cut its faces to just what it uses."""

_ASCII: Final = frozenset(range(0x20, 0x7F))
_ESCAPE: Final = re.compile(r"\\([0-9a-fA-F]{1,6})")
_JOINERS: Final = frozenset(range(0x200C, 0x2010))


def print_faces(fonts: Iterable[tuple[str, Font]]) -> str:
    """The rules for PDF: whole faces as files, which WeasyPrint draws best and quickest."""
    return "\n".join(_rule(font, Path(_font_path(folder, font.ttf)).as_uri()) for folder, font in fonts)


def _font_path(folder: str, name: str) -> str:
    path = safe_path(folder, name)
    check_size(path, FONT_BYTES)
    return path


def web_faces(fonts: Iterable[tuple[str, Font]], page: str, styles: str) -> str:
    """The rules inside an HTML page: no face of a family that its styles do not name, none with more than is used.

    Args:
        fonts: the faces, each with the folder that it is in.
        page: the page's HTML, without the faces.
        styles: its style sheet.

    Raises:
        ThemeError: a face is missing, is none, or lies outside the theme's folder.
    """
    used = _characters(page, styles)
    faces = [
        (font, safe_path(folder, font.ttf), safe_path(folder, font.woff2) if font.woff2 else "")
        for folder, font in fonts
    ]
    faces = [face for face in faces if re.search(rf"\b{re.escape(face[0].family)}\b", styles, re.IGNORECASE)]
    rules = "\n".join(_web_rule(font, ttf, woff2, used) for font, ttf, woff2 in faces)
    if len(page) + len(styles) + len(rules) > _LARGE:
        return "\n".join(_web_rule(font, ttf, "", used) for font, ttf, _ in faces)
    return rules


def with_fallbacks(styles: str, faces: Iterable[tuple[str, Font]]) -> str:
    """A style sheet in which behind each of the look's own families stand those that lend it their characters.

    WeasyPrint draws wrong glyphs for a family whose characters are in several files, though the text
    of the PDF is right: so each is a family of its own, which style sheets need not name.
    """
    own = {re.escape(font.family) for _, font in faces if not font.unicode_range}
    lent = ", ".join(dict.fromkeys(f'"{font.family}"' for _, font in faces if font.unicode_range))
    if not (own and lent):
        return styles
    return re.sub(rf"""(["'])(?:{"|".join(sorted(own))})\1""", lambda match: f"{match[0]}, {lent}", styles)


def _drawn_by(font: Font, code_points: frozenset[int]) -> frozenset[int]:
    """Of some code points those that a face is for; and joiners, for one from elsewhere would break a word in two."""
    if not font.unicode_range:
        return code_points
    within = characters_of(font.unicode_range)
    return _JOINERS.union(point for point in code_points if within.match(chr(point)))


def _characters(page: str, styles: str) -> frozenset[int]:
    """The code points that a page may draw; ASCII always, for a script or a page number may write it."""
    from html import unescape

    shown = unescape(page) + _ESCAPE.sub(lambda match: chr(int(match[1], 16) % 0x110000), styles)
    # Not only as they are written: a style may ask for capitals, and a browser composes letters with their marks.
    more = "".join(char for char in set(shown) if char > "~")
    if not covered().issuperset(map(ord, more)):
        from unicodedata import normalize

        more += normalize("NFC", shown)
    return _ASCII.union(map(ord, more), map(ord, more.upper()))


def _web_face(font: Font, ttf: str, woff2: str, used: frozenset[int]) -> bytes:
    """The face that was cut beforehand where it has all that the page uses, else one cut for the page."""
    more = used - covered()
    if woff2 and not more:
        return bytes_of(woff2, FONT_BYTES)
    whole = bytes_of(ttf, FONT_BYTES)
    try:
        if woff2 and not _has_any(whole, more):
            return bytes_of(woff2, FONT_BYTES)
        return cut_face(whole, used, has_small_caps=font.has_small_caps)
    except ValueError as error:
        raise ThemeError(f"{ttf} cannot be used: {error}", "a face is a TrueType or OpenType font") from error


def _has_any(face: bytes, code_points: Iterable[int]) -> bool:
    import uharfbuzz

    drawn = uharfbuzz.Face(face).unicodes
    return any(point in drawn for point in code_points)


def _web_rule(font: Font, ttf: str, woff2: str, used: frozenset[int]) -> str:
    face = b64encode(_web_face(font, ttf, woff2, _drawn_by(font, used))).decode("ascii")
    return _rule(font, f"data:font/woff2;base64,{face}")


def _rule(font: Font, url: str) -> str:
    characters = f"unicode-range:{font.unicode_range};" if font.unicode_range else ""
    return (
        f'@font-face{{font-family:"{font.family}";font-weight:{font.weight};'
        f'font-style:{font.style};font-display:swap;{characters}src:url("{url}")}}'
    )
