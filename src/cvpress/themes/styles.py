"""The style sheets of a theme: its files, its options as custom properties. `cvpress.themes.faces` has its faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.themes.faces import print_faces, with_fallbacks
from cvpress.themes.files import text_of
from cvpress.themes.options import custom_properties

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.themes.find import Theme
    from cvpress.themes.writing import Writing

__all__ = ["print_styles", "web_styles"]


def print_styles(theme: Theme, document: str, options: Mapping[str, str], writing: Writing) -> str:
    """The style sheet for PDF: whole faces as files, which WeasyPrint draws best and quickest."""
    texts = (
        *_texts(theme, document, "style.css"),
        *_texts(theme, document, "print.css"),
        *_upright(theme, document, writing),
    )
    return "\n".join(
        (
            print_faces(writing.faces),
            _properties(theme, options, writing),
            *(with_fallbacks(text, writing.faces) for text in texts),
        )
    )


def web_styles(theme: Theme, document: str, options: Mapping[str, str], writing: Writing) -> str:
    """The style sheet inside an HTML file, for screens and for the browser's own printing; without faces."""
    texts = (
        *_texts(theme, document, "style.css"),
        *(f"@media screen {{\n{text}}}" for text in _texts(theme, document, "screen.css")),
        *(f"@media print {{\n{text}}}" for text in _texts(theme, document, "print.css")),
        *_upright(theme, document, writing),
    )
    return "\n".join(
        (
            _properties(theme, options, writing),
            *(with_fallbacks(text, writing.faces) for text in texts),
        )
    )


def _texts(theme: Theme, document: str, name: str) -> Iterator[str]:
    """What all documents share, and then what is the document's own: base before look in each."""
    for path in (*theme.files(name), *theme.files(f"{document}/{name}")):
        yield text_of(path)


def _upright(theme: Theme, document: str, writing: Writing) -> Iterator[str]:
    """What undoes slants and spaced letters: a file of its own, for rules that hold for every element cost time."""
    return _texts(theme, document, "upright.css") if writing.is_upright else iter(())


def _properties(theme: Theme, options: Mapping[str, str], writing: Writing) -> str:
    """The options that styles use and the digits of the page's language, as custom properties."""
    values = {**custom_properties(theme.options, options), "digits": writing.digits}
    return f":root{{{''.join(f'--{name}:{value};' for name, value in values.items())}}}"
