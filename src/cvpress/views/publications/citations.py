"""Publications in the form of a citation style: APA, IEEE, Chicago.

The styles are files of the Citation Style Language (views/publications/csl), and citeproc-py reads them. It
sees no name, identifier or mathematics: signs of a private use area stand for them, and what
they stand for is put in afterwards, so that nothing is cut up, recased or taken for markup.
Initials are made here, because citeproc-py takes no notice of `initialize="false"`.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup, escape

from cvpress.values.identifiers import arxiv_url, bare_arxiv, doi_url
from cvpress.values.names import is_same_person, parse_name
from cvpress.views.context import link_url
from cvpress.views.publications.entries import NUMBERED_KINDS, kind_of, shown_pages
from cvpress.views.publications.styles import BOLD, ITALIC, MOST_AUTHORS, PLAIN, formatted
from cvpress.views.view import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.model.publications import Publication
    from cvpress.views.context import Context

__all__ = ["references"]

_WITH_INITIALS: Final = {"apa", "ieee"}

_TYPES: Final = {
    "article": "article-journal",
    "conference": "paper-conference",
    "book": "book",
    "chapter": "chapter",
    "preprint": "article",
    "thesis": "thesis",
    "report": "report",
    "software": "software",
    "dataset": "dataset",
    "other": "document",
}
"""Our kinds as the types of CSL 1.0.2, appendix III."""

_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LESS = "\ue003"
_FIRST_SIGN: Final = 0xF0000

_PROTECTED: Final = re.compile(
    r"\$[^$]+\$|`[^`]+`|\[[^\]]*\]\([^)\s]*\)|(?<!\w)[*_]{1,2}[^*_]+[*_]{1,2}(?!\w)|\b[a-z]+[A-Z]\w*|\\."
)
"""What a style must not change: mathematics, code, links, emphasis, and words such as mRNA and arXiv."""

_TOKEN: Final = re.compile(f"[{ITALIC}{BOLD}{PLAIN}]|[\U000f0000-\U0010ffff]")


def references(publications: Sequence[Publication], context: Context) -> list[Reference]:
    """Each publication in the citation style of the view, in the same order."""
    style = context.presentation.citations
    return [
        _Formatter(publication, style, context).reference(number) for number, publication in enumerate(publications, 1)
    ]


class _Formatter:
    """Formats one publication."""

    def __init__(self, publication: Publication, style: str, context: Context) -> None:
        self._publication = publication
        self._style = style
        self._context = context
        self._signs = map(chr, count(_FIRST_SIGN))
        self._meanings: dict[str, Markup] = {}
        self._own: list[tuple[str, str]] = []
        self._others: list[str] = []
        self._doi = ""

    def reference(self, number: int) -> Reference:
        item = self._item()
        written = formatted(self._style, self._context.language, item, is_whole=False)
        if self._own and not any(family in written for family, _ in self._own):
            # The person is one of those that "et al." stands for.
            written = formatted(self._style, self._context.language, item, is_whole=True)
        written = written.replace(f"https://doi.org/{self._doi}", self._doi) if self._doi else written
        written = self._without_double_stops(written)
        html = self._html(self._with_self_marked(self._with_others(written)))
        label = f"[{number}]" if self._style == "ieee" else ""
        return Reference(html=html, label=label)

    def _item(self) -> dict[str, Any]:
        publication, kind = self._publication, kind_of(self._publication)
        item: dict[str, Any] = {
            # APA 7, 10.5, and Chicago treat a paper in proceedings as a chapter of a book.
            "type": "chapter" if kind == "conference" and self._style != "ieee" else _TYPES[kind],
            "language": self._context.language.partition("-")[0],
            "title": self._text(self._quotable(publication.name, kind)),
            "container-title": "" if kind == "preprint" else self._text(publication.venue),
            "publisher": self._text(publication.publisher or (publication.venue if kind == "preprint" else "")),
            "volume": self._text(publication.volume),
            "number" if kind in NUMBERED_KINDS else "issue": self._text(publication.issue),
            "page": self._text(shown_pages(publication)),
            "author": [self._name(name) for name in publication.authors[:MOST_AUTHORS]],
        }
        if kind == "thesis":
            genre = publication.type if len(publication.type.split()) > 1 else "Doctoral dissertation"
            item["genre"] = self._text(genre)
        self._add_identifiers(item, kind)
        self._add_date(item)
        return {key: value for key, value in item.items() if value}

    def _quotable(self, title: str, kind: str) -> str:
        """A title with single quotes in it, where a style puts double ones around it."""
        if self._style == "apa" or kind in {"book", "software"}:
            return title
        return re.sub('["“”]', lambda found: {"“": "‘", "”": "’"}.get(found[0], "'"), title)

    def _add_identifiers(self, item: dict[str, Any], kind: str) -> None:
        publication = self._publication
        address = doi_url(publication.doi)
        if address:
            self._doi = item["DOI"] = self._sign(_link(address, address if self._style != "ieee" else address[16:]))
        elif kind == "preprint" and publication.arxiv:
            url = arxiv_url(publication.arxiv)
            item["publisher"] = item.get("publisher") or self._sign(Markup("arXiv"))
            item["URL"] = self._sign(_link(url, url)) if url else ""
        elif link_url(publication.url):
            item["URL"] = self._sign(_link(publication.url, publication.url))
        if kind == "preprint" and publication.arxiv:
            item["number"] = self._sign(Markup("arXiv:{}").format(bare_arxiv(publication.arxiv)))

    def _add_date(self, item: dict[str, Any]) -> None:
        if self._publication.release_date:
            item["issued"] = {"date-parts": [[int(part) for part in self._publication.release_date.split("-")]]}
        elif self._publication.status:
            status = self._publication.status
            # In Chicago it begins a sentence.
            status = status[0].upper() + status[1:] if self._style == "chicago" else status
            item["issued"] = {"literal": self._text(status)}

    def _name(self, written: str) -> dict[str, str]:
        name = parse_name(_PRIVATE.sub("", written))
        if name.text == "et al.":
            sign = self._sign(Markup("et al."))
            self._others.append(sign)
            return {"literal": sign}
        family = self._sign(escape(name.family))
        parts = {"family": family}
        given = _initials(name.given) if self._style in _WITH_INITIALS else name.given
        if given:
            parts["given"] = self._sign(escape(given))
        if name.suffix:
            parts["suffix"] = self._sign(escape(name.suffix))
        if is_same_person(written, self._context.name):
            self._own.append((family, parts.get("given", "")))
        return parts if given else {"literal": family}

    def _text(self, source: str) -> str:
        """A text of which citeproc sees only what it may change."""
        source = _PRIVATE.sub("", " ".join(source.split()))
        parts, end = [], 0
        for found in _PROTECTED.finditer(source):
            parts.append(source[end : found.start()])
            parts.append(self._sign(self._markup(found[0])))
            end = found.end()
        return "".join([*parts, source[end:]]).replace("<", _LESS)

    def _sign(self, meaning: Markup) -> str:
        sign = next(self._signs)
        self._meanings[sign] = meaning
        return sign

    def _without_double_stops(self, written: str) -> str:
        """A stop behind "M. S." or "et al." that the style did not see."""
        ends = "".join(sign for sign, meaning in self._meanings.items() if meaning.endswith("."))
        return re.sub(rf"([{ends}]{PLAIN}?)\.", r"\1", written) if ends else written

    def _with_others(self, written: str) -> str:
        for sign in self._others:
            comma = "" if self._style == "ieee" else ","
            written = re.sub(rf",? (?:&|and|und|et|y|e) {sign}", f"{comma} {sign}", written)
        return written

    def _with_self_marked(self, written: str) -> str:
        """Put a sign around the person's name, whichever way round it stands."""
        start, end = self._sign(Markup('<span class="self">')), self._sign(Markup("</span>"))
        for family, given in self._own:
            forms = f"{family}, {given}|{given} {family}|{family}" if given else family
            written = re.sub(forms, rf"{start}\g<0>{end}", written)
        return written

    def _html(self, written: str) -> str:
        parts: list[str] = []
        end, tag = 0, ""
        for token in _TOKEN.finditer(written):
            parts.append(self._prose(written[end : token.start()]))
            end = token.end()
            if token[0] in self._meanings:
                parts.append(self._meanings[token[0]])
                continue
            parts.append(f"</{tag}>" if tag else "")
            tag = {ITALIC: "em", BOLD: "strong"}.get(token[0], "")
            parts.append(f"<{tag}>" if tag else "")
        parts.append(self._prose(written[end:]))
        parts.append(f"</{tag}>" if tag else "")
        return _PRIVATE.sub("", "".join(parts)).strip()

    def _prose(self, text: str) -> str:
        """The HTML of what is left between the signs, with the blanks around it."""
        inner = text.strip(" ")
        if not inner:
            return text
        before, after = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
        return f"{before}{self._markup(inner.replace(_LESS, '<'))}{after}"

    def _markup(self, source: str) -> Markup:
        return Markup(self._context.text(source).__html__())  # noqa: S704  a text escapes what it holds


def _link(url: str, label: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(url, label)


def _initials(given: str) -> str:
    """The initials of "Jean-Pierre Marie", "J.-P. M."; what is written in lower case is no name but a particle."""
    words = re.sub(r"\.(?=\w)", ". ", given).split()
    return " ".join("-".join(map(_initial, word.split("-"))) for word in words)


def _initial(part: str) -> str:
    letters = part.replace(".", "")
    if letters.isupper() and len(letters) in {2, 3}:
        return " ".join(f"{letter}." for letter in letters)
    return f"{part[0]}." if part[:1].isupper() else part
