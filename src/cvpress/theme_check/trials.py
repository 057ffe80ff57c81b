"""A theme at work: every document of an empty, a small and a large profile, and what its pages are like."""

from __future__ import annotations

import json
import os
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from unicodedata import normalize

from cvpress.errors import ThemeError, UsageError
from cvpress.loading import loads
from cvpress.measuring.elements import with_elements
from cvpress.measuring.measures import measured
from cvpress.measuring.pages import read_pages
from cvpress.measuring.violations import PAPER, SLIDES
from cvpress.pipeline.rendering import open_profile
from cvpress.resources import data_folder
from cvpress.theme_check.flaw import Flaw
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.measuring.boxes import Pages
    from cvpress.pipeline.rendering import Rendering

__all__ = ["page_flaws"]

_SHOWCASE: Final = os.path.join("marie-curie", "profile.yaml")
_TIMES: Final = 4
"""How often the large profile has each job and publication of the example."""

_SMALL: Final[Mapping[str, Any]] = {
    "basics": {"name": "Ada Lovelace", "email": "ada@example.org"},
    "work": [{"name": "Analytical Engine", "position": "Programmer", "startDate": "1842", "summary": "Notes A to G."}],
    "letters": [{"purpose": "cover", "body": [{"text": "I would like to compute Bernoulli numbers."}]}],
    "stories": [{"title": "Note G", "kind": "challenge", "visibility": "public", "situation": "No engine was built."}],
}
_MOST_OF_A_KIND: Final = 3
"""Faults of one rule in one document that are told; more of them tell nothing more."""


class _Trial(NamedTuple):
    """One profile that a theme has to take."""

    name: str
    data: Mapping[str, Any]
    options: Mapping[str, str] = {}


def page_flaws(theme: str, documents: frozenset[str], project: str) -> Iterator[Flaw]:
    """What is wrong with the pages that a theme makes.

    Args:
        theme: its name, or the path of its folder.
        documents: what it can render.
        project: the folder whose themes/ is looked at.

    Raises:
        MissingLibrary: Pango is not installed.
    """
    for trial in _trials():
        source = loads(json.dumps(trial.data).encode(), f"{trial.name}.json")
        opened = open_profile(source, folder=data_folder("profiles"))
        for document in sorted(documents):
            request = Request(document=document, with_private=document == "stories")
            place = f"{document} of {trial.name}"
            try:
                rendering = opened.rendering(request, theme=theme, options=trial.options, project=project)
            except UsageError:  # the profile has nothing for such a document
                continue
            try:
                yield from _flaws_of(rendering, place)
            except ThemeError as error:
                yield Flaw(place, error.message, error.hint)


def _trials() -> Iterator[_Trial]:
    showcase = _showcase()
    copies = {key: [_nameless(entry) for entry in showcase[key]] * _TIMES for key in ("work", "publications")}
    large = {**showcase, **{key: [*showcase[key], *more] for key, more in copies.items()}}
    yield _Trial("an empty profile", {"basics": {}})
    yield _Trial("a small profile", _SMALL)
    yield _Trial("a small profile in yellow", _SMALL, {"accent": "#ffe000"})
    yield _Trial("the showcase", showcase)
    yield _Trial("a large profile", large)


def _nameless(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry that can be there twice: without its ids."""
    rest: dict[str, Any] = {key: value for key, value in entry.items() if key not in {"id", "key"}}
    nested = {key: [_nameless(part) for part in rest[key]] for key in ("roles", "projects") if key in rest}
    return rest | nested


def _showcase() -> dict[str, Any]:
    from cvpress.loading import load

    data: dict[str, Any] = load(os.path.join(data_folder("profiles"), _SHOWCASE), "").data
    return data


def _flaws_of(rendering: Rendering, place: str) -> Iterator[Flaw]:
    rendering.html()
    with with_elements():
        data = rendering.pdf()
    pages = read_pages(data)
    bounds = SLIDES if rendering.view.document == "portfolio" else PAPER
    counts: dict[str, int] = {}
    for found in measured(pages, bounds, closes_up=rendering.view.closes_up, is_on_grid=rendering.theme.grid):
        counts[found.rule] = counts.get(found.rule, 0) + 1
        if counts[found.rule] <= _MOST_OF_A_KIND:
            yield Flaw(place, str(found))
    yield from _text_flaws(rendering.paper_html(), pages, place)


def _text_flaws(html: str, pages: Pages, place: str) -> Iterator[Flaw]:
    """Texts of the template that are not in the PDF, or stand in it before what comes before them in the template."""
    painted, position, told = _folded(pages.stream), 0, 0
    for text in _texts(html):
        folded = _folded(text)
        found = painted.find(folded, position)
        if found >= 0:
            position = found + len(folded)
        elif told < _MOST_OF_A_KIND:
            told += 1
            is_there = folded in painted
            message = "stands elsewhere in the PDF than in the source" if is_there else "is not in the PDF"
            hint = "place it by the order of the template" if is_there else "a style hides it on paper"
            yield Flaw(place, f"“{text[:60]}” {message}", hint)


def _folded(text: str) -> str:
    """A text as it is compared: without white space, ligatures taken apart."""
    return re.sub(r"\s+", "", normalize("NFKC", text))


def _texts(html: str) -> Iterator[str]:
    reader = _TextReader()
    reader.feed(html)
    return (text for text in map(str.strip, reader.texts) if text)


class _TextReader(HTMLParser):
    """Takes the texts of a page, piece by piece; not those of pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0
        self._is_body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_body |= tag == "body"
        self._silent += tag in {"svg", "script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"svg", "script", "style"}

    def handle_data(self, data: str) -> None:
        if self._is_body and not self._silent:
            self.texts.append(data)
