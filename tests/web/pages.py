"""The pages that the tests of this folder look at: every look, every document, each rendered once."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from filled import filled
from outputs import NAMES, ROOT, prepared

import cvpress
from cvpress.pipeline.rendering import open_profile
from cvpress.themes.find import theme_names
from cvpress.views.available import requests
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CVS", "EXAMPLES", "PAGES", "QUICK", "Case", "documents", "params", "rendering"]

LONG = "Donaudampfschifffahrtsgesellschaftskapitaen"
"""The German for a captain, as long as the name of a mailbox may be."""


class Case(NamedTuple):
    """A page: a look, a document, and of whom; `long-words` is a profile with every field in one long word."""

    theme: str
    document: str
    profile: str

    def __str__(self) -> str:
        return "-".join(self)


_DOCUMENTS = (
    ("cv", "marie-curie"),
    ("letter", "genomics-student"),
    ("portfolio", "robust-ml-phd"),
    ("stories", "data-scientist"),
)
PAGES = tuple(Case(theme, *document) for theme in theme_names() for document in (*_DOCUMENTS, ("cv", "long-words")))
QUICK = {"modern"}
"""The looks whose documents every run looks at; of the others it has the CV, and .ci/run the rest."""

CVS = tuple(case for case in PAGES if case.document == "cv")
EXAMPLES = tuple(itertools.product(theme_names(), NAMES))


def params(cases: Iterable[Case]) -> list[Any]:
    """Cases as a test takes them; those that are not for every run are marked."""
    return [
        pytest.param(
            case,
            id=str(case),
            marks=[] if case.theme in QUICK or case[1:] == ("cv", "marie-curie") else [pytest.mark.matrix],
        )
        for case in cases
    ]


@cache
def rendering(case: Case) -> cvpress.Rendering:
    """The document of a case, ready to be written."""
    request = Request(document=case.document, with_private=case.document == "stories")
    if case.profile == "long-words":
        return prepared(filled(LONG).data, request=request, theme=case.theme)
    (path,) = ROOT.glob(f"profiles/{case.profile}/profile.*")
    return cvpress.prepare(path, request, theme=case.theme)


def documents(theme: str, profile: str) -> dict[str, cvpress.Rendering]:
    """All documents of an example profile in a look, by their names."""
    (path,) = ROOT.glob(f"profiles/{profile}/profile.*")
    opened = open_profile(path)
    wanted = requests(opened.profile, ["all"], Request(with_private=True))
    return {f"{request.document} {request.letter}": opened.rendering(request, theme=theme) for request in wanted}
