"""Every theme × document × profile × page size, measured in its PDF; the showcase also by its pictures.

pytest tests/typography                           what every run has
pytest tests/typography -m "" -k THEME            all of a theme
pytest tests/typography -m "" -k THEME --accept   and take the showcase's pages as they look today
"""

from __future__ import annotations

import json
from functools import cache
from itertools import product
from typing import NamedTuple

import pytest
from extremes import EXTREMES, FOLDER
from outputs import NAMES, ROOT
from pictures import GOLDEN, picture_faults

import cvpress
from cvpress.measuring.measures import measured
from cvpress.measuring.pages import read_pages
from cvpress.measuring.violations import PAPER, SLIDES
from cvpress.pipeline.rendering import Opened, open_profile
from cvpress.themes.find import theme_names
from cvpress.views.request import Request
from cvpress.writers.element_ids import with_elements

SHOWCASE = "marie-curie"
PICTURES = {"cv": 2, "letter": 1, "portfolio": 3, "stories": 1}
"""How many pages of each of the showcase's documents are golden."""

_KEYS = {"letter": "letters", "portfolio": "portfolio", "stories": "stories"}
"""What a profile has where it has something for a document."""


class Case(NamedTuple):
    """One PDF of the matrix."""

    theme: str
    document: str
    profile: str
    page: str

    @property
    def is_quick(self) -> bool:
        """Whether it is in every run; the whole matrix is for .ci/run."""
        if self.theme == "modern":
            return self.page == "a4" or (self.document, self.profile) == ("cv", SHOWCASE)
        return self.page == "a4" and self.profile == SHOWCASE and self.document in {"cv", "letter"}


@cache
def source(name: str) -> cvpress.Document:
    """An example profile, or an extreme."""
    if name in EXTREMES:
        return cvpress.loads(json.dumps(EXTREMES[name]()).encode(), str(FOLDER / f"{name}.json"))
    (path,) = ROOT.glob(f"profiles/{name}/profile.*")
    return cvpress.load(path)


@cache
def opened(name: str) -> Opened:
    """A profile, ready for any number of documents."""
    return open_profile(source(name))


def cases() -> list[Case]:
    """All PDFs: slides have a size of their own, and the extremes are CVs."""
    documents = [("cv", name, page) for name, page in product(NAMES, ("a4", "letter"))]
    documents += [("cv", name, "a4") for name in EXTREMES]
    for document, key in _KEYS.items():
        names = [name for name in NAMES if source(name).data.get(key)]
        documents += list(product((document,), names, ("a4",) if document == "portfolio" else ("a4", "letter")))
    return [Case(theme, *rest) for theme in theme_names() for rest in documents]


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id="-".join(case), marks=[] if case.is_quick else [pytest.mark.matrix]) for case in cases()],
)
def test_typography(case: Case, *, pytestconfig: pytest.Config) -> None:
    request = Request(document=case.document, with_private=case.document == "stories")
    rendering = opened(case.profile).rendering(request, theme=case.theme, options={"page": case.page})
    with with_elements():
        data = rendering.pdf()
    bounds = SLIDES if case.document == "portfolio" else PAPER
    grid = rendering.theme.grid
    found = measured(read_pages(data), bounds, closes_up=rendering.view.closes_up, is_on_grid=grid)
    faults = list(map(str, found))
    if case.profile == SHOWCASE and case.page == "a4":
        accepts = pytestconfig.getoption("--accept")
        faults += picture_faults(f"{case.theme}.{case.document}", data, PICTURES[case.document], accepts=accepts)
    if faults:
        pytest.fail("\n".join((f"{len(faults)} faults", *faults)), pytrace=False)


def test_no_picture_is_left_over() -> None:
    known = {f"{theme}.{document}" for theme in theme_names() for document in PICTURES}
    assert {path.name.rsplit(".", 2)[0] for path in GOLDEN.glob("*")} <= known
