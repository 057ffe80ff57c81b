"""Every built-in theme passes `cvpress check`: each document and page size, languages written from left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest
from outputs import PROFILES, ROOT

import cvpress
from cvpress.checking.files.pdf_file import read_pdf
from cvpress.checking.run import check_artefact
from cvpress.checking.wanted import wanted_of
from cvpress.diagnostics import Severity
from cvpress.model.profile import Profile
from cvpress.themes.find import theme_names
from cvpress.views.available import requests
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS: Final = "pdfminer.six reads the column of titles, dates or labels by itself, and pdfium and pypdf in order"
_SIDE: Final = "what stands beside is read where its column begins: beside, and not after, the sections that go on"
KNOWN: Final = {
    ("academic", "P402"): _COLUMNS,
    ("formal", "P402"): _COLUMNS,
    ("swiss", "P402"): _COLUMNS,
    ("sidebar", "P401"): _SIDE,
    ("sidebar", "P402"): _SIDE,
}
"""The warnings that looks with two columns have, and why; `--linear` is for whoever minds."""
KNOWN_LINEAR: Final = {
    ("formal", "P402"): "terms and what they mean are a table, of which pdfminer.six reads one column after the other",
}
UNTRANSLATED: Final = "A105"
"""The profile has no translation into the language of the page, and R103 tells its author."""
LOCALES: Final = ("de", "fr", "pl", "uk", "tr", "ja")
IN_EVERY_RUN: Final = {
    ("modern", "data-scientist", "cv", "a4", "", False),
    ("sidebar", "summer-school-applicant", "cv", "letter", "", True),
    ("swiss", "summer-school-applicant", "letter", "a4", "", False),
}


class Case(NamedTuple):
    theme: str
    profile: str
    document: str
    page: str
    language: str
    is_linear: bool


def _cases() -> Iterator[Case]:
    for path in PROFILES:
        name = path.parent.name
        profile = Profile.model_validate(cvpress.load(path).data)
        for document in dict.fromkeys(request.document for request in requests(profile, ["all"], Request())):
            for theme in theme_names():
                yield Case(theme, name, document, "a4", "", is_linear=False)
                yield Case(theme, name, document, "letter", "", is_linear=True)
                if name == "marie-curie" and document in {"cv", "letter"}:
                    for language in LOCALES if document == "cv" else LOCALES[:1]:
                        yield Case(theme, name, document, "a4", language, is_linear=False)


def _parameters() -> Iterator[Any]:
    for case in _cases():
        marks = () if case in IN_EVERY_RUN else (pytest.mark.matrix,)
        yield pytest.param(case, id="-".join(map(str, case)), marks=marks)


@pytest.mark.parametrize("case", [*_parameters()])
def test_passes(case: Case) -> None:
    (path,) = ROOT.glob(f"profiles/{case.profile}/profile.*")
    options = {"page": case.page, "linear": "on" if case.is_linear else "off"}
    request = Request(document=case.document, language=case.language)
    rendering = cvpress.prepare(path, request, theme=case.theme, options=options)
    outcome = check_artefact(read_pdf("cv.pdf", rendering.pdf()), wanted_of(rendering.view))
    known = KNOWN_LINEAR if case.is_linear else KNOWN
    unknown = [
        f"{found.code} {found.message}"
        for found in outcome.diagnostics
        if found.severity is Severity.ERROR
        or not ((case.theme, found.code) in known or (case.language and found.code == UNTRANSLATED))
    ]
    assert unknown == []
    assert len(outcome.held) > len(outcome.idle)
