"""What a blind CV shows in place of who it is."""

from __future__ import annotations

import time
from typing import Any

import pytest

from cvpress.model.profile import Profile
from cvpress.views.build import build_view
from cvpress.views.cv import CvView
from cvpress.views.request import Redaction, Request, Selection

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


def summary_of(
    text: str, *, basics: dict[str, Any] | None = None, redaction: Redaction | None = None, **more: Any
) -> str:
    """What a blind CV says in place of a text."""
    data = {"basics": {"name": "Zora Quentzlau", **(basics or {}), "summary": text}, **more}
    request = Request(redaction=redaction or Redaction())
    view = build_view(Profile.model_validate(data), request)
    assert isinstance(view, CvView)
    return str(view.summary)


GITHUB = "https://github.com/zqhacker"
ACCOUNTS: dict[str, tuple[dict[str, Any], str, str]] = {
    "URL alone": ({"profiles": [{"network": "GitHub", "url": GITHUB}]}, "zqhacker at GitHub", "[…] at GitHub"),
    "two names": ({"profiles": [{"username": "zqother", "url": GITHUB}]}, "zqhacker, zqother", "[…], […]"),
    "step that is no name": ({"profiles": [{"url": "https://linkedin.com/in/zq-x/"}]}, "zq-x in Paris", "[…] in Paris"),
    "query": ({"profiles": [{"url": "https://scholar.google.com/citations?user=ZqX1&hl=en"}]}, "ZqX1 en", "[…] en"),
    "tilde": ({"url": "https://university.example/~zedhost/cv"}, "zedhost, a cv", "[…], a cv"),
    "page in a network": ({"url": GITHUB}, "zqhacker on github.com", "[…] on github.com"),
    "host of each": ({"urls": ["https://zqhacker.github.io/"]}, "zqhacker, github.io", "[…], github.io"),
    "link": ({"links": [{"label": "Code", "url": GITHUB}]}, "zqhacker", "[…]"),
    "two letters": ({"profiles": [{"username": "zq"}]}, "@zq and zq", "[…] and zq"),
    "ORCID": (
        {"profiles": [{"url": "https://orcid.org/0000-0002-1825-0097"}]},
        "ORCID 0000-0002-1825-0097",
        "ORCID […]",
    ),
    "host of mail": ({"email": "me@zedhost.example"}, "at zedhost.example", "at […]"),
    "host of a provider": ({"email": "zora@gmail.com"}, "knows gmail.com", "knows gmail.com"),
    "street": ({"location": {"address": "36 quai de Béthune"}}, "at 36, quai de Béthune", "at […]"),
    "postal code": ({"location": {"postalCode": "75004", "city": "Paris"}}, "75004 Paris; Paris", "[…]; Paris"),
    "phone": ({"phone": "+33 1 23 45 67 89"}, "call 01/23.45–67 – 89", "call […]"),
}


@pytest.mark.parametrize(("basics", "text", "expected"), ACCOUNTS.values(), ids=ACCOUNTS)
def test_accounts_and_addresses(basics: dict[str, Any], text: str, expected: str) -> None:
    assert summary_of(text, basics=basics) == expected


@pytest.mark.parametrize(
    "formula",
    [
        "$Q u e n t z l a u$",
        r"$\text{Quentz}\text{lau}$",
        r"$\mathrm{Q}uentzlau$",
        r"$x = \mathit{Z}_{o}r^{a} + 1$",
        "$$Q_u e n t z l a u$$",
    ],
)
def test_formulas_that_spell_a_name(formula: str) -> None:
    assert summary_of(f"By {formula} and $E = mc^2$").startswith("By […] and ")
    assert "mc" in summary_of(f"By {formula} and $E = mc^2$")


def test_what_is_set_for_one_document_tells_names_too() -> None:
    data = {"basics": {"name": "Zora Quentzlau", "summary": "By Zora or Wim Xanderby, 555 987 6543."}}
    selection = Selection(basics={"name": "Wim Xanderby", "phone": "+1 555 987 6543"})
    view = build_view(Profile.model_validate(data), Request(selection=selection, redaction=Redaction()))
    assert isinstance(view, CvView)
    assert str(view.summary) == "By [name] or [name], […]."


def test_referees_are_named_in_no_text() -> None:
    references = [{"name": "Prof. Albert Einstein, Princeton"}, {"name": "Available on request"}]
    text = "With A. Einstein and Albert Einstein at Princeton, on a request"
    assert summary_of(text, references=references) == "With […] and […] at Princeton, on a request"


ORGANIZATIONS: dict[str, tuple[list[dict[str, Any]], str, str]] = {
    "private": ([{"name": "Acmezap", "visibility": "private"}], "At Acmezap", "At Employer 1"),
    "translated": ([{"id": "acme", "name": "Acmezap"}], "Acmezap or Zapwerk", "Employer 1 or Employer 1"),
    "shown first": (
        [{"name": "Acmezap", "visibility": "private"}, {"name": "Zedworks"}],
        "Acmezap, Zedworks",
        "Employer 2, Employer 1",
    ),
    "run together": ([{"name": "Acmezap Inc."}], "AcmezapDB", "Employer 1DB"),
    "two letters": ([{"name": "EY"}], "EY, hey, ey", "Employer 1, hey, ey"),
    "its abbreviation": ([{"name": "Zed Institute (ZIT)"}], "Zed Institute, ZIT", "Employer 1, Employer 1"),
}
LEGAL_FORMS = ("GmbH & Co. KG", "Pty Ltd", "S.A.", "e.V.", "SAS", "S.p.A.", "AB", ", Inc.", "Corp.", "B.V.")


@pytest.mark.parametrize(
    ("work", "text", "expected"),
    [
        *ORGANIZATIONS.values(),
        *(([{"name": f"Acmezap {form}"}], "At Acmezap, in AB", "At Employer 1, in AB") for form in LEGAL_FORMS),
    ],
    ids=[*ORGANIZATIONS, *LEGAL_FORMS],
)
def test_organizations_that_texts_name(work: list[dict[str, Any]], text: str, expected: str) -> None:
    translations = {"de": {"entries": {"acme": {"name": "Zapwerk"}}}}
    redaction = Redaction(organizations=True)
    assert summary_of(text, redaction=redaction, work=work, translations=translations) == expected


def test_jobs_that_are_not_selected_are_not_named_either() -> None:
    data = {"basics": {"summary": "At Acmezap and Zedworks"}, "work": [{"name": "Acmezap"}, {"name": "Zedworks"}]}
    request = Request(selection=Selection(limits={"work": 0}), redaction=Redaction(organizations=True))
    view = build_view(Profile.model_validate(data), request)
    assert isinstance(view, CvView)
    assert str(view.summary) == "At Employer 1 and Employer 2"


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
