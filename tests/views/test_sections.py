from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from outputs import view_of

if TYPE_CHECKING:
    from cvpress.views.view import Entry

SPANS: dict[str, tuple[list[dict[str, str]], str]] = {
    "latest to earliest": (
        [{"startDate": "2018", "endDate": "2020"}, {"startDate": "2015", "endDate": "2018"}],
        "2015 – 2020",
    ),
    "to the present": ([{"startDate": "2018"}, {"startDate": "2015", "endDate": "2018"}], "2015 – present"),
    "to the month": ([{"startDate": "2018-03", "endDate": "2020-05"}, {"startDate": "2018-01"}], "Jan 2018 – present"),
    "without beginnings": ([{"endDate": "2018"}, {"endDate": "2016"}], "2018"),
}
OWN_NAME = {
    "Marie Curie": True,
    "M. Curie": True,
    "Curie, M.": True,
    "Curie, Marie": True,
    "marie curie": True,
    "Marie Skłodowska Curie": True,
    "Dr. Marie Curie": True,
    "Prof. M. Curie, PhD": True,
    "Curie M": True,
    "Curie MS": True,
    "Curie P": False,
    "Pierre Curie": False,
    "Curie, P.": False,
    "Marie Meitner": False,
    "Curie": False,
    "": False,
}


def entry_of(section: str, entry: dict[str, Any], **more: Any) -> Entry:
    """The only entry of a section."""
    (found,) = [part for part in view_of({section: [entry], **more}).sections if part.name == section]
    return found.entries[0]


@pytest.mark.parametrize(("roles", "dates"), SPANS.values(), ids=SPANS)
def test_an_employer_spans_its_roles(roles: list[dict[str, str]], dates: str) -> None:
    entry = entry_of("work", {"name": "A", "roles": [{"position": "p", **role} for role in roles]})
    assert entry.dates is not None
    assert entry.dates.text == dates


def test_an_employers_own_dates_count_more_than_its_roles() -> None:
    entry = entry_of("work", {"name": "A", "startDate": "2001", "roles": [{"position": "p", "startDate": "2015"}]})
    assert entry.dates is not None
    assert entry.dates.text == "2001 – present"


def test_a_position_heads_a_job() -> None:
    entry = entry_of("work", {"name": "Sorbonne", "position": "Professor", "url": "https://example.org"})
    assert (entry.title.plain, entry.organization.plain) == ("Professor", "Sorbonne")
    assert (entry.url, entry.organization_url) == ("", "https://example.org")


@pytest.mark.parametrize("entry", [{}, {"roles": [{"position": "Professor"}, {"position": "Lecturer"}]}])
def test_an_employer_heads_several_roles_or_no_position(entry: dict[str, Any]) -> None:
    found = entry_of("work", {"name": "Sorbonne", "url": "https://example.org", **entry})
    assert (found.title.plain, found.url) == ("Sorbonne", "https://example.org")
    assert [role.title.plain for role in found.roles] == [role["position"] for role in entry.get("roles", ())]


@pytest.mark.parametrize(
    ("education", "first"),
    [
        ({"startDate": "2023"}, "education"),
        ({"startDate": "2015", "endDate": "2018"}, "work"),
        ({"endDate": "2018"}, "work"),
        ({}, "work"),
    ],
)
def test_students_lead_with_their_education(education: dict[str, str], first: str) -> None:
    view = view_of({"work": [{"name": "A"}], "education": [{"area": "Physics", **education}]})
    assert view.sections[0].name == first


def test_entries_stay_in_the_order_of_the_file() -> None:
    names = ["C", "A", "B"]
    entries = view_of({"projects": [{"name": name} for name in names]}).sections[0].entries
    assert [entry.title.plain for entry in entries] == names


def test_sections_have_an_order_whatever_that_of_the_file() -> None:
    data = {"skills": [{"name": "s"}], "education": [{"area": "e"}], "work": [{"name": "w"}]}
    assert [section.name for section in view_of(data).sections] == ["work", "education", "skills"]


def test_an_empty_section_is_none() -> None:
    assert view_of({"work": [], "awards": [{}], "custom": [{"title": "Empty"}]}).sections == ()


def test_custom_sections() -> None:
    custom = [
        {"title": "Founded", "summary": "Two.", "entries": [{"name": "A", "date": "1932"}]},
        {"title": "Else", "summary": "x"},
    ]
    sections = view_of({"custom": custom}).sections
    assert [(section.id, section.title, section.summary.plain) for section in sections] == [
        ("custom-1", "Founded", "Two."),
        ("custom-2", "Else", "x"),
    ]
    assert sections[0].entries[0].dates is not None
    assert sections[0].entries[0].dates.text == "1932"


@pytest.mark.parametrize(("author", "is_self"), OWN_NAME.items())
def test_the_own_name_among_authors(author: str, is_self: bool) -> None:
    basics = {"name": "Marie Skłodowska Curie"}
    for section, key in (("publications", "authors"), ("patents", "inventors")):
        entry = entry_of(section, {"name": "A paper", key: ["A. Debierne", author]}, basics=basics)
        assert [found.is_self for found in entry.authors] == [False, is_self]


def test_nobody_is_an_author_without_a_name() -> None:
    entry = entry_of("publications", {"name": "A paper", "authors": ["Marie Curie"]})
    assert not entry.authors[0].is_self


@pytest.mark.parametrize(
    ("publication", "source"),
    [
        (
            {"venue": "Comptes rendus", "volume": "127", "issue": "3", "pages": "175-178"},
            "Comptes rendus 127(3), 175–178",
        ),
        ({"venue": "Nature", "pages": "1--2"}, "Nature, 1–2"),
        ({"publisher": "Gauthier-Villars"}, "Gauthier-Villars"),
        ({}, ""),
    ],
)
def test_where_a_publication_came_out(publication: dict[str, str], source: str) -> None:
    assert entry_of("publications", {"name": "A paper", **publication}).organization.plain == source


def test_identifiers_of_a_publication() -> None:
    entry = entry_of("publications", {"name": "A paper", "doi": "10.1000/182", "arxiv": "2309.10740"})
    assert entry.url == "https://doi.org/10.1000/182"
    assert [(link.label, link.url) for link in entry.links] == [
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("arXiv:2309.10740", "https://arxiv.org/abs/2309.10740"),
    ]


def test_research_names_where_its_publications_came_out() -> None:
    publications = [
        {"id": "a", "name": "One", "venue": "Nature", "releaseDate": "1898-07"},
        {"id": "b", "name": "Two", "venue": "Nature", "releaseDate": "1898-12"},
        {"id": "c", "name": "Three"},
    ]
    entry = entry_of("research", {"name": "Radium", "publications": ["a", "b", "c", "d"]}, publications=publications)
    assert [(fact.label, fact.value.plain) for fact in entry.facts] == [("Publications", "Nature 1898; Three")]


@pytest.mark.parametrize(
    ("result", "figure"),
    [
        ({"value": 1e14}, "100,000,000,000,000"),
        ({"value": 1e28}, "1E28"),
        ({"value": -1e308}, "-1E308"),
        ({"value": 72, "unit": "×"}, "72×"),
        ({"value": 72.0, "unit": "ms"}, "72\u00a0ms"),
        ({"value": 0.1, "unit": "g"}, "0.1\u00a0g"),
        ({"value": "over 1,000,000"}, "over 1,000,000"),
        ({"value": 1234567}, "1,234,567"),
        ({"value": 0.12345}, "0.12345"),
    ],
)
def test_figures(result: dict[str, Any], figure: str) -> None:
    assert entry_of("projects", {"name": "A", "results": [result]}).results[0].figure == figure


@pytest.mark.parametrize(
    ("education", "title", "grade"),
    [
        ({"studyType": "BSc", "area": "Physics", "score": "3.9", "scoreScale": "4.0"}, "BSc, Physics", "3.9/4.0"),
        ({"area": "Physics", "score": "12 of 20"}, "Physics", "12 of 20"),
        ({"institution": "Sorbonne", "scoreScale": "4.0"}, "Sorbonne", ""),
    ],
)
def test_education(education: dict[str, str], title: str, grade: str) -> None:
    entry = entry_of("education", education)
    assert (entry.title.plain, "".join(fact.value.plain for fact in entry.facts)) == (title, grade)


def test_a_grade_in_words_stands_beside_the_school() -> None:
    assert entry_of("education", {"area": "Physics", "score": "first in her class"}).note.plain == "first in her class"


@pytest.mark.parametrize(
    ("link", "label", "url"),
    [
        ({"label": "Code", "url": "https://example.org"}, "Code", "https://example.org"),
        ({"url": "https://www.example.org/"}, "example.org", "https://www.example.org/"),
        ({"label": "Code"}, "Code", ""),
        ({"label": "Bad", "url": "javascript:alert(1)"}, "Bad", ""),
    ],
)
def test_links(link: dict[str, str], label: str, url: str) -> None:
    (found,) = entry_of("awards", {"title": "Prize", "links": [link, {}]}).links
    assert (found.label, found.url) == (label, url)


@pytest.mark.parametrize("doi", ["10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182", "DOI: 10.1000/182"])
def test_a_doi_however_it_is_written(doi: str) -> None:
    (link,) = entry_of("publications", {"name": "A paper", "doi": doi}).links
    assert (link.label, link.url) == ("doi:10.1000/182", "https://doi.org/10.1000/182")
