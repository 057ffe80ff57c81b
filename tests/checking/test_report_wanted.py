"""What a profile says must be found: all that is printed of it, and nothing that is not."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from outputs import CV, PROFILES, example_pdf, prepared, view_of

import cvpress
from cvpress.checking.files.extractors import reading_by
from cvpress.checking.wanted import wanted_of
from cvpress.pipeline.rendering import open_profile
from cvpress.views.available import requests

if TYPE_CHECKING:
    from cvpress.views.view import View

DATA = {
    "basics": {
        "name": "Marie Curie",
        "email": "marie@example.org",
        "phone": "+33 1 23 45",
        "url": "https://example.org/marie",
        "summary": "Physicist.\n\nFound $E = mc^2$ **useful** & right.",
    },
    "work": [
        {
            "id": "lab",
            "name": "Radium Institute",
            "url": "https://institute.example.org",
            "position": "Director",
            "startDate": "1914-08",
            "endDate": "1934-07",
            "highlights": ["Built [the stocks](https://example.org/stocks)"],
        },
        {"name": "University", "roles": [{"position": "Professor", "startDate": "1908", "endDate": "1914"}]},
    ],
}


def test_what_is_wanted_of_a_cv() -> None:
    wanted = wanted_of(view_of(DATA))
    assert (wanted.name, wanted.emails, wanted.phones) == ("Marie Curie", ("marie@example.org",), ("+33 1 23 45",))
    assert wanted.urls == ("example.org/marie",)
    assert wanted.sections == ("Experience",)
    assert wanted.jobs == (
        ("Director", "Radium Institute", "Aug 1914 – Jul 1934"),
        ("Professor", "University", "1908 – 1914"),
    )
    assert wanted.texts == (
        "Marie Curie",
        "marie@example.org",
        "+33 1 23 45",
        "example.org/marie",
        "Physicist.",
        "Found",
        "useful & right.",
        "Experience",
        "Director",
        "Radium Institute",
        "Aug 1914 – Jul 1934",
        "Built the stocks",
        "University",
        "1908 – 1914",
        "Professor",
        "1908 – 1914",
    )


def test_all_that_is_wanted_is_in_the_pdf() -> None:
    assert missing_in(cvpress.prepare(path_of("genomics-student")).view, example_pdf("genomics-student")) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [path.parent.name for path in PROFILES])
def test_all_that_is_wanted_of_any_document(name: str) -> None:
    opened = open_profile(path_of(name))
    for request in requests(opened.profile, ["all"], CV):
        rendering = opened.rendering(request)
        assert missing_in(rendering.view, rendering.pdf()) == [], request


def test_a_document_of_another_profile_lacks_it() -> None:
    other = prepared({"basics": {"name": "Ada Lovelace"}})
    assert missing_in(other.view, example_pdf("genomics-student")) == ["Ada Lovelace"]


def path_of(name: str) -> str:
    return str(next(path for path in PROFILES if path.parent.name == name))


def missing_in(view: View, data: bytes) -> list[str]:
    text = squeezed(reading_by("pdfium", data).text)
    wanted = wanted_of(view).texts
    assert wanted
    return [wish for wish in wanted if squeezed(wish) not in text]


def squeezed(text: str) -> str:
    """Without white space and hyphens, at which lines end, and in small letters: styles have capitals."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().replace("-", "").split())
