"""What a blind CV shows in place of who it is."""

from __future__ import annotations

import time
from typing import Any

from cvpress.model.profile import Profile
from cvpress.views.build import build_view
from cvpress.views.cv import CvView
from cvpress.views.request import Redaction, Request

PROFILE: dict[str, Any] = {
    "basics": {
        "name": "Marie Curie",
        "label": "Physicist",
        "email": "mcurie@example.org",
        "image": "marie.jpg",
        "nationality": "Polish",
        "workAuthorization": "EU citizen",
        "availability": "from May",
        "location": {"city": "Paris", "countryCode": "FR"},
    },
    "work": [
        {"name": "University of Paris", "position": "Professor", "description": "Public", "team": "Curie Lab"},
        {"name": "Acme Inc.", "summary": "From the University of Paris to Acme."},
        {"name": "University of Paris", "position": "Dean"},
    ],
    "education": [{"institution": "University of Paris", "area": "Physics", "endDate": "1893"}],
    "publications": [
        {
            "id": "curie-1898",
            "name": "On rays",
            "authors": ["Pierre Curie", "M. Curie", "G. Bémont"],
            "doi": "10.1000/182",
            "releaseDate": "1898",
            "venue": "Notes",
        }
    ],
    "research": [{"name": "Rays", "publications": ["curie-1898"]}],
    "references": [{"name": "Albert Einstein", "reference": "I admire Curie."}],
}


def blind(*, organizations: bool = False, language: str = "") -> CvView:
    request = Request(redaction=Redaction(organizations=organizations), language=language)
    view = build_view(Profile.model_validate(PROFILE), request)
    assert isinstance(view, CvView)
    return view


def test_the_head() -> None:
    person = blind().person
    assert (person.name, person.heading, person.photo, person.address, person.contacts) == (
        "",
        "Physicist",
        None,
        None,
        (),
    )
    assert [str(fact.value) for fact in person.facts] == ["from May"]
    assert blind().title == "Physicist – Curriculum vitae"


def test_authors() -> None:
    (publication,) = next(section.entries for section in blind().sections if section.name == "publications")
    assert [(author.name, author.is_self) for author in publication.authors] == [
        ("Pierre [name]", False),
        ("[candidate]", True),
        ("G. Bémont", False),
    ]
    assert (publication.url, publication.links, publication.id) == ("", (), "entry-1")


def test_references_to_entries_still_lead_there() -> None:
    (research,) = next(section.entries for section in blind().sections if section.name == "research")
    assert [str(fact.value) for fact in research.facts] == ["Notes 1898"]


def test_referees_have_no_names() -> None:
    (reference,) = next(section.entries for section in blind().sections if section.name == "references")
    assert (str(reference.title), str(reference.summary)) == ("", "I admire [name].")


def test_organizations_have_one_number_each() -> None:
    sections = {section.name: section.entries for section in blind(organizations=True).sections}
    first, second, third = sections["work"]
    assert (str(first.organization), str(second.title), str(third.organization)) == (
        *("Employer 1", "Employer 2"),
        "Employer 1",
    )
    assert str(first.description) == "Public"
    assert str(second.summary) == "From the Employer 1 to Employer 2."
    assert str(sections["education"][0].organization) == "Employer 1", "who studied there may have worked there"
    assert first.facts == ()


def test_of_organizations_the_longest_name_is_found_and_the_whole_name_goes_first() -> None:
    names = ("Acme Inc.", "acme", "Acme Labs")
    profile = Profile.model_validate(
        {"work": [{"name": name, "summary": "From Acme to Acme Inc. and Acme Labs."} for name in names]}
    )
    view = build_view(profile, Request(redaction=Redaction(organizations=True)))
    assert isinstance(view, CvView)
    assert str(view.sections[0].entries[0].summary) == "From Employer 2 to Employer 1 and Employer 3."


def test_many_organizations_take_no_time() -> None:
    profile = Profile.model_validate(
        {"work": [{"name": f"Company No {number}", "summary": "At Company No 1. " * 9} for number in range(400)]}
    )
    start = time.process_time()
    build_view(profile, Request(redaction=Redaction(organizations=True)))
    assert time.process_time() - start < 3


def test_other_languages_have_words_for_it() -> None:
    (publication,) = next(
        section.entries for section in blind(language="de").sections if section.name == "publications"
    )
    assert [author.name for author in publication.authors][:2] == ["Pierre [Name]", "[diese Person]"]
