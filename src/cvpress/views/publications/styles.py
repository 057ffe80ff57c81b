"""The files of the Citation Style Language, as citeproc-py reads them, and what it does not do by itself."""

from __future__ import annotations

import json
import os
import re
from functools import cache, lru_cache
from io import BytesIO
from typing import Any, Final

__all__ = ["BOLD", "ITALIC", "MOST_AUTHORS", "PLAIN", "formatted"]

MOST_AUTHORS: Final = 1000
"""So many authors are formatted; beyond, a citation style leaves all but a few out anyway."""

_MOST_KEPT: Final = 4000
"""So many references are kept: those of a long list with and without all authors, in two languages."""

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
    return _formatted(style, language, json.dumps(item), is_whole=is_whole)


@lru_cache(maxsize=_MOST_KEPT)
def _formatted(style: str, language: str, item: str, *, is_whole: bool) -> str:
    """The same of an item as JSON, which can be looked up: one document is often made again and again until it fits."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON([{"id": "1", **json.loads(item)}])
    bibliography = CitationStylesBibliography(_style(style, language, is_whole=is_whole), source, _MARKS)
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
    made = CitationStylesStyle(BytesIO(etree.tostring(tree)), locale=locale, validate=False)
    _remember_macros(made.root)
    return made


def _remember_macros(root: Any) -> None:
    """Spare citeproc-py to look for each macro, and what it calls, every time: two thirds of its time under Chicago."""
    root.xpath_search = cache(root.xpath_search)
    for macro in root.findall("{*}macro"):
        # The search keeps the element, which would forget what is set on it.
        (kept,) = root.xpath_search(f"cs:macro[@name='{macro.get('name')}'][1]")
        kept.calls_variable = cache(kept.calls_variable)


class _Marks:
    """A formatter of citeproc-py that puts signs instead of markup; what it calls a format takes a text."""

    def preformat(self, text: str) -> str:
        """A text as it is, without anything escaped."""
        return str(text)

    Light = Underline = Superscript = Subscript = SmallCaps = preformat

    def Italic(self, text: str) -> str:  # noqa: N802  citeproc-py's name
        """A text in italics."""
        return f"{ITALIC}{text}{PLAIN}"

    Oblique = Italic

    def Bold(self, text: str) -> str:  # noqa: N802  citeproc-py's name
        """A text in bold."""
        return f"{BOLD}{text}{PLAIN}"


_MARKS: Final = _Marks()
