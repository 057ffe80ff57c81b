"""The style sheets of a theme: its files, its options as custom properties. `cvpress.themes.cutting` has its faces."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cvpress.themes.cutting import print_faces
from cvpress.themes.options import custom_properties

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.themes.find import Theme

__all__ = ["print_styles", "web_styles"]


def print_styles(theme: Theme, document: str, options: Mapping[str, str]) -> str:
    """The style sheet for PDF: whole faces as files, which WeasyPrint draws best and quickest."""
    return "\n".join(
        (
            print_faces(theme.fonts),
            _option_styles(theme, options),
            *_texts(theme, document, "style.css"),
            *_texts(theme, document, "print.css"),
        )
    )


def web_styles(theme: Theme, document: str, options: Mapping[str, str]) -> str:
    """The style sheet inside an HTML file, for screens and for the browser's own printing; without faces."""
    return "\n".join(
        (
            _option_styles(theme, options),
            *_texts(theme, document, "style.css"),
            *(f"@media screen {{\n{text}}}" for text in _texts(theme, document, "screen.css")),
            *(f"@media print {{\n{text}}}" for text in _texts(theme, document, "print.css")),
        )
    )


def _texts(theme: Theme, document: str, name: str) -> Iterator[str]:
    """What all documents share, and then what is the document's own: base before look in each."""
    for path in (*theme.files(name), *theme.files(f"{document}/{name}")):
        yield Path(path).read_text(encoding="utf-8")


def _option_styles(theme: Theme, options: Mapping[str, str]) -> str:
    """The options that styles use, as custom properties."""
    properties = "".join(f"--{name}:{value};" for name, value in custom_properties(theme.options, options).items())
    return f":root{{{properties}}}"
