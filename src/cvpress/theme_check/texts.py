"""The texts of a page: all of them are in its PDF, in the order of the template, or extractors read something else."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from cvpress.theme_check.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.measuring.boxes import Pages

__all__ = ["text_flaws"]

_LOST: Final = frozenset(" -\u2010\u0307")
"""What a line break takes or adds, and the point that Turkish has over its capital I."""

_SILENT: Final = frozenset({"svg", "script", "style"})
_VOID: Final = frozenset({"br", "hr", "img", "wbr"})
"""Elements without an end."""

_MOST: Final = 3
"""Texts that are lost, and texts that are moved, of which a document is told."""


def text_flaws(html: str, pages: Pages, place: str) -> Iterator[Flaw]:
    """Texts of the template that are not in the PDF, or stand in it before what comes before them in the template.

    Args:
        html: what the templates made for paper.
        pages: the PDF that was made of it.
        place: the document, as flaws call it.
    """
    painted, position = _folded(pages.stream), 0
    lost: list[str] = []
    moved: list[str] = []
    for text in _texts(html):
        folded = _folded(text)
        found = painted.find(folded, position)
        if found >= 0:
            position = found + len(folded)
        else:
            (moved if folded in painted else lost).append(text)
    for text in lost[:_MOST]:
        yield Flaw(place, f"“{text[:60]}” is not in the PDF", "a style hides it on paper")
    for text in moved[:_MOST]:
        hint = "place it by the order of the template"
        yield Flaw(place, f"“{text[:60]}” stands elsewhere in the PDF than in the source", hint)


def _folded(text: str) -> str:
    """A text as it is compared: styles may set it in capitals, break it at a hyphen, join its letters."""
    plain = normalize("NFKD", text.casefold()).casefold()
    return "".join(letter for letter in plain if letter.isprintable() and letter not in _LOST)


def _texts(html: str) -> Iterator[str]:
    reader = _TextReader()
    reader.feed(html)
    return (text for text in map(str.strip, reader.texts) if text)


class _TextReader(HTMLParser):
    """Takes the texts of a page, piece by piece; not those of pictures, nor what is hidden from machines."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[str] = []
        """The elements around what is silent, from without; empty where all is heard."""
        self._is_body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_body |= tag == "body"
        if (self._open or tag in _SILENT or ("aria-hidden", "true") in attrs) and tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._is_body and not self._open:
            self.texts.append(data)
