"""The style sheets of a theme: its files, its options as custom properties, the faces that a page needs."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from cvpress.themes.faces import with_fallbacks
from cvpress.themes.spec import safe_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.themes.faces import Writing
    from cvpress.themes.find import Theme
    from cvpress.themes.spec import Font

__all__ = ["print_styles", "web_styles"]

_PAGES = {"a4": "A4", "letter": "letter"}


def print_styles(theme: Theme, document: str, options: Mapping[str, str], writing: Writing) -> str:
    """The style sheet for PDF: whole faces as files, which WeasyPrint draws best and quickest."""
    texts = (
        *_texts(theme, document, "style.css"),
        *_texts(theme, document, "print.css"),
        *_upright(theme, document, writing),
    )
    return "\n".join(
        (
            *(_font_face(font, Path(safe_path(folder, font.ttf)).as_uri()) for folder, font in writing.faces),
            _option_styles(options),
            f":root{{--digits:{writing.digits}}}",
            *(with_fallbacks(text, writing.faces) for text in texts),
        )
    )


def web_styles(theme: Theme, document: str, options: Mapping[str, str], writing: Writing) -> str:
    """The style sheet inside an HTML file, for screens and for the browser's own printing."""
    texts = (
        *_texts(theme, document, "style.css"),
        *(f"@media screen {{\n{text}}}" for text in _texts(theme, document, "screen.css")),
        *(f"@media print {{\n{text}}}" for text in _texts(theme, document, "print.css")),
        *_upright(theme, document, writing),
    )
    return "\n".join(
        (
            *(_font_face(font, _data_url(safe_path(folder, font.woff2))) for folder, font in writing.faces),
            _option_styles(options),
            f":root{{--digits:{writing.digits}}}",
            *(with_fallbacks(text, writing.faces) for text in texts),
        )
    )


def _texts(theme: Theme, document: str, name: str) -> Iterator[str]:
    """What all documents share, and then what is the document's own: base before look in each."""
    for path in (*theme.files(name), *theme.files(f"{document}/{name}")):
        yield Path(path).read_text(encoding="utf-8")


def _upright(theme: Theme, document: str, writing: Writing) -> Iterator[str]:
    """What undoes slants and spaced letters: a file of its own, for rules that hold for every element cost time."""
    return _texts(theme, document, "upright.css") if writing.is_upright else iter(())


def _option_styles(options: Mapping[str, str]) -> str:
    """The options that styles use; a page size cannot be a custom property."""
    page = _PAGES.get(options.get("page", ""), "A4")
    properties = "".join(f"--{name}:{value};" for name, value in options.items())
    return f"@page{{size:{page}}}:root{{{properties}}}"


def _font_face(font: Font, url: str) -> str:
    characters = f"unicode-range:{font.unicode_range};" if font.unicode_range else ""
    return (
        f'@font-face{{font-family:"{font.family}";font-weight:{font.weight};'
        f'font-style:{font.style};font-display:swap;{characters}src:url("{url}")}}'
    )


def _data_url(path: str) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(Path(path).read_bytes()).decode('ascii')}"
