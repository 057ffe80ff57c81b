"""A theme at work: every document of an empty, a small and a large profile, and what its pages are like."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.errors import LimitExceeded, MissingLibrary, ThemeError, UsageError
from cvpress.loading import load, loads
from cvpress.measuring.measures import measured
from cvpress.measuring.pages import read_pages
from cvpress.measuring.violations import PAPER, SLIDES
from cvpress.pipeline.rendering import open_profile
from cvpress.resources import data_folder
from cvpress.theme_check.flaw import Flaw
from cvpress.theme_check.texts import text_flaws
from cvpress.themes.find import find_theme
from cvpress.views.build import DOCUMENTS
from cvpress.views.request import Request
from cvpress.writers.element_ids import with_elements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.pipeline.rendering import Rendering

__all__ = ["Place", "page_flaws"]

_SHOWCASE: Final = os.path.join("marie-curie", "profile.yaml")
_TIMES: Final = 4
"""How often the large profile has each job and publication of the example."""

_SMALL: Final[Mapping[str, Any]] = {
    "basics": {"name": "Ada Lovelace", "email": "ada@example.org"},
    "work": [{"name": "Analytical Engine", "position": "Programmer", "startDate": "1842", "summary": "Notes A to G."}],
    "letters": [{"purpose": "cover", "body": [{"text": "I would like to compute Bernoulli numbers."}]}],
    "stories": [{"title": "Note G", "kind": "challenge", "visibility": "public", "situation": "None was built."}],
    "portfolio": {
        "title": "Notes",
        "deepDive": {
            "title": "Note G",
            "summary": "How an engine that was not built yet would compute the numbers of Bernoulli.",
            "method": [{"title": "Loops", "points": ["Two loops, one in the other.", "Cards that are read again."]}],
        },
    },
}
_MOST_OF_A_KIND: Final = 3
"""Faults of one rule in one document that are told; more of them tell nothing more."""


class _Trial(NamedTuple):
    """One profile that a theme has to take."""

    name: str
    data: Mapping[str, Any]
    documents: frozenset[str]
    options: Mapping[str, str] = {}


class Place(NamedTuple):
    """What is tried next: "cv of a small profile"."""

    text: str


def page_flaws(
    theme: str, documents: frozenset[str], project: str, share: tuple[int, int] = (0, 1)
) -> Iterator[Flaw | Place]:
    """What is wrong with the pages that a theme makes, behind the place where it is.

    Args:
        theme: its name, or the path of its folder.
        documents: what it can render.
        project: the folder whose themes/ is looked at.
        share: which part of the trials is made, of how many; the last one is the large profile's.

    Raises:
        MissingLibrary: Pango is not installed.
    """
    number, count = share
    trials = list(_trials())
    parts = (trials[:-1], trials[-1:]) if count > 1 else (trials,)
    for trial in parts[number]:
        source = loads(json.dumps(trial.data).encode(), f"{trial.name}.json")
        opened = open_profile(source, folder=data_folder("profiles"))
        for document in sorted(documents & trial.documents):
            place = f"{document} of {trial.name}"
            yield Place(place)
            try:
                wished = {key: text for key, text in trial.options.items() if key in find_theme(theme, project).options}
                request = Request(document=document, with_private=document == "stories")
                rendering = opened.rendering(request, theme=theme, options=wished, project=project)
                yield from _flaws_of(rendering, place)
            except (LimitExceeded, ThemeError) as error:
                yield Flaw(place, error.message, error.hint)
            except UsageError:  # the profile has nothing for such a document
                continue
            except MissingLibrary:
                raise
            except Exception as error:  # noqa: BLE001  # a stranger's theme may break any library under it
                yield Flaw(place, f"it cannot be rendered: {_reason(error)}", "let it nest less, and repeat less")


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200].rstrip(" :")


def _trials() -> Iterator[_Trial]:
    showcase = _showcase()
    copies = {key: [_nameless(entry) for entry in showcase[key]] * _TIMES for key in ("work", "publications")}
    large = {**showcase, **{key: [*showcase[key], *more] for key, more in copies.items()}}
    every, cv = frozenset(DOCUMENTS), frozenset({"cv"})
    yield _Trial("an empty profile", {"basics": {}}, cv)
    yield _Trial("a small profile", _SMALL, every)
    yield _Trial("a small profile in yellow", _SMALL, every, {"accent": "#ffe000"})
    yield _Trial("the showcase", showcase, every)
    yield _Trial("a large profile", large, cv)


def _nameless(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry that can be there twice: without its ids."""
    rest: dict[str, Any] = {key: value for key, value in entry.items() if key not in {"id", "key"}}
    nested = {key: [_nameless(part) for part in rest[key]] for key in ("roles", "projects") if key in rest}
    return rest | nested


def _showcase() -> dict[str, Any]:
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
    yield from text_flaws(rendering.paper_html(), pages, place)
