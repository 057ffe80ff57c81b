"""The files of the Citation Style Language, as citeproc-py reads them, and what it does not do by itself."""

from __future__ import annotations

import os
import re
from functools import cache
from io import BytesIO
from types import SimpleNamespace
from typing import Any, Final

__all__ = ["BOLD", "ITALIC", "MOST_AUTHORS", "PLAIN", "formatted"]

MOST_AUTHORS: Final = 1000
"""So many authors are formatted; beyond, a citation style leaves all but a few out anyway."""

ITALIC, BOLD, PLAIN = "\ue000", "\ue001", "\ue002"
"""Signs that begin and end what is set in another face."""

_FOLDER: Final = os.path.join(os.path.dirname(os.path.abspath(__file__)), "csl")
_FILES: Final = {"apa": "apa", "ieee": "ieee", "chicago": "chicago-author-date"}


def formatted(style: str, language: str, item: dict[str, Any], *, is_whole: bool) -> str:
    """A reference in a citation style.

    Args:
        style: "apa", "ieee" or "chicago".
        language: a BCP 47 tag; the words are English where there are none in the language.
        item: the publication in the keys of CSL-JSON; its own markup is not looked at.
        is_whole: whether all authors are named that the style would leave out.

    Returns:
        Text with signs for faces, and no other markup.
    """
    from citeproc import Citation, CitationItem, CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    bibliography = CitationStylesBibliography(
        _style(style, language, is_whole=is_whole), CiteProcJSON([{"id": "1", **item}]), _MARKS
    )
    bibliography.register(Citation([CitationItem("1")]))
    return _polished("".join(str(line) for line in bibliography.bibliography()), style, language)


def _polished(written: str, style: str, language: str) -> str:
    """What citeproc-py does not do: the number apart, American order of quotes and stops."""
    written = re.sub(r"^\s*\[1\]\s*", "", written)
    if language.partition("-")[0] == "en" and language != "en-GB" and style != "apa":
        written = re.sub("([”’]+)([.,])", r"\2\1", written)
    written = re.sub(f"([?!]{PLAIN}?)[.,]", r"\1", written)
    return written.replace(" (Publication)", "") if style == "apa" else written


@cache
def _style(style: str, language: str, *, is_whole: bool) -> Any:
    """A style as citeproc-py reads it, with initials and the length of lists taken out of its hands."""
    from citeproc import CitationStylesStyle
    from lxml import etree

    tree = etree.parse(os.path.join(_FOLDER, f"{_FILES[style]}.csl"))
    for element in tree.iter(etree.Element):
        element.attrib.pop("initialize-with", None)
        if is_whole and "et-al-min" in element.attrib:
            element.attrib["et-al-min"] = str(MOST_AUTHORS + 1)
    locale = language if language in {"en-GB", "de-AT", "de-CH"} else language.partition("-")[0]
    return CitationStylesStyle(BytesIO(etree.tostring(tree)), locale=locale, validate=False)


def _marked(start: str) -> type[str]:
    """What citeproc-py calls a format: a text that wraps another."""

    def wrap(cls: type[str], text: str) -> str:
        return str.__new__(cls, f"{start}{text}{PLAIN}")

    return type("Marked", (str,), {"__new__": wrap})


def _unmarked(text: str) -> str:
    return str(text)


_MARKS: Final = SimpleNamespace(
    preformat=_unmarked,
    Italic=_marked(ITALIC),
    Oblique=_marked(ITALIC),
    Bold=_marked(BOLD),
    **dict.fromkeys(("Light", "Underline", "Superscript", "Subscript", "SmallCaps"), _unmarked),
)
"""A formatter of citeproc-py that puts signs instead of markup."""
