"""What a letter shows, by which convention, and which letter is meant."""

from __future__ import annotations

from typing import Any

import pytest
from letters import AMERICAN, GERMAN, in_language, with_letter
from outputs import CV, prepared

from cvpress.errors import UsageError
from cvpress.model.profile import Profile
from cvpress.views.build import build_view
from cvpress.views.letters.choice import public_letters
from cvpress.views.letters.view import LetterView
from cvpress.views.presentation import Presentation
from cvpress.views.request import Request

FORMS = {
    ("de", "DE"): "din",
    ("de-AT", ""): "din",
    ("de-CH", "CH"): "din",
    ("en", ""): "us",
    ("en", "US"): "us",
    ("en", "FR"): "uk",
    ("en-US", "FR"): "us",
    ("en-CA", ""): "us",
    ("en-GB", "US"): "uk",
    ("en-AU", ""): "uk",
    ("fr", "FR"): "fr",
    ("pl", "PL"): "fr",
    ("uk", "UA"): "fr",
    ("it", "CH"): "fr",
    ("es", "MX"): "uk",
    ("da", "DK"): "uk",
}
DATES = {
    ("de", "DE", "Berlin", "1906-05-01"): "Berlin, 1. Mai 1906",
    ("de-AT", "", "", "1906-01-01"): "1. Jänner 1906",
    ("en", "US", "", "1906-05-01"): "May 1, 1906",
    ("en", "GB", "London", "1906-05-01"): "London, 1 May 1906",
    ("en", "XX", "", "1906-05-01"): "May 1, 1906",
    ("fr", "FR", "Paris", "1906-05-01"): "Paris, le 1er mai 1906",
    ("fr", "FR", "Paris", "1906-11-21"): "Paris, le 21 novembre 1906",
    ("fr", "FR", "Paris", "1906-11"): "Paris, novembre 1906",
    ("fr", "FR", "", "1906-05-01"): "1er mai 1906",
    ("en", "US", "", "1906"): "1906",
    ("es", "ES", "Madrid", "1906-05-01"): "Madrid, 1 de mayo de 1906",
    ("it", "IT", "Roma", "1906-05-01"): "Roma, 1º maggio 1906",
    ("it", "IT", "Roma", "1906-05-11"): "Roma, 11 maggio 1906",
    ("nl", "NL", "Leiden", "1906-05-01"): "Leiden, 1 mei 1906",
    ("pl", "PL", "Warszawa", "1906-05-01"): "Warszawa, 1 maja 1906\u00a0r.",
    ("pl", "PL", "Warszawa", "1906-05"): "Warszawa, maj 1906",
    ("pt", "BR", "São Paulo", "1906-05-01"): "São Paulo, 1º de maio de 1906",
    ("pt", "PT", "Lisboa", "1906-05-01"): "Lisboa, 1 de maio de 1906",
    ("tr", "TR", "İstanbul", "1906-05-01"): "İstanbul, 1 Mayıs 1906",
    ("uk", "UA", "Київ", "1906-05-01"): "Київ, 1 травня 1906\u202fр.",
}
OPENINGS: dict[tuple[str, str, str], tuple[str, str]] = {
    ("en", "cover", ""): ("Dear Hiring Team:", "Sincerely,"),
    ("en", "motivation", ""): ("Dear Sir or Madam:", "Sincerely,"),
    ("en", "cover", "Jane Doe"): ("Dear Jane Doe:", "Sincerely,"),
    ("en-GB", "cover", "Jane Doe"): ("Dear Jane Doe,", "Yours sincerely,"),
    ("en", "research-statement", "Jane Doe"): ("", ""),
    ("de", "cover", ""): ("Sehr geehrte Damen und Herren,", "Mit freundlichen Grüßen"),
    ("de", "motivation", "Jane Doe"): ("Guten Tag Jane Doe,", "Mit freundlichen Grüßen"),
    ("es", "cover", "Jane Doe"): ("Estimado/a Jane Doe:", "Atentamente,"),
    ("fr", "cover", ""): (
        "Madame, Monsieur,",
        "Je vous prie d’agréer l’expression de mes salutations distinguées.",
    ),
    ("fr", "cover", "Jane Doe"): (
        "Madame, Monsieur,",
        "Je vous prie d’agréer l’expression de mes salutations distinguées.",
    ),
    ("it", "cover", "Jane Doe"): ("Gentile Jane Doe,", "Cordiali saluti,"),
    ("nl", "cover", "Jane Doe"): ("Geachte Jane Doe,", "Met vriendelijke groet,"),
    ("tr", "cover", "Jane Doe"): ("Sayın Jane Doe,", "Saygılarımla,"),
    ("pl", "cover", "Jane Doe"): ("Szanowna Pani, Szanowny Panie,", "Z poważaniem"),
    ("pt", "motivation", ""): ("Prezadas Senhoras e Senhores,", "Atenciosamente,"),
    ("pt-PT", "motivation", ""): ("Prezadas Senhoras e Senhores,", "Com os melhores cumprimentos,"),
    ("uk", "motivation", ""): ("Шановні пані та панове!", "З повагою"),
}
WHOLE_RECIPIENT = {
    "name": "Jane Doe",
    "title": "Dean",
    "organization": "University",
    "department": "Physics",
    "address": "1 Street\n\n Town ",
    "email": "jane@example.org",
}
RECIPIENTS: dict[str, tuple[str, dict[str, str], tuple[str, ...]]] = {
    "Germany": ("de", WHOLE_RECIPIENT, ("University", "Physics", "Jane Doe", "Dean", "1 Street", "Town")),
    "America": ("en-US", WHOLE_RECIPIENT, ("Jane Doe", "Dean", "Physics", "University", "1 Street", "Town")),
    "title before the name": ("de", {"name": "Jane Doe", "title": "Prof. Dr."}, ("Prof. Dr. Jane Doe",)),
    "French title": ("fr", {"name": "Jane Doe", "title": "Madame"}, ("Madame Jane Doe",)),
    "below a French firm": (
        "fr",
        {"name": "Jane Doe", "title": "Doyenne", "organization": "CNRS"},
        ("CNRS", "À l’attention de Jane Doe", "Doyenne"),
    ),
    "with a French vowel": ("fr", {"name": "Élise", "organization": "CNRS"}, ("CNRS", "À l’attention d’Élise")),
    "French office": ("fr", {"title": "Doyenne", "organization": "CNRS"}, ("CNRS", "Doyenne")),
    "below a Spanish firm": (
        "es",
        {"name": "Ana", "title": "Dra.", "organization": "CSIC"},
        ("CSIC", "A/A: Dra. Ana"),
    ),
    "below an Italian firm": (
        "it",
        {"name": "Ada", "title": "Sig.ra", "organization": "ENEA"},
        ("ENEA", "Alla c.a. Sig.ra Ada"),
    ),
    "Polish degrees": (
        "pl",
        {"name": "Jan", "title": "Prof. dr hab.", "organization": "PAN"},
        ("Prof. dr hab. Jan", "PAN"),
    ),
    "mail alone": ("en", {"organization": "X", "email": "jane@example.org"}, ("X", "jane@example.org")),
    "title alone": ("en", {"title": "Prof."}, ("Prof.",)),
    "nobody": ("en", {}, ()),
}


def letter_of(data: dict[str, Any], letter: str = "", language: str = "") -> LetterView:
    """The view of a letter of a profile given as plain data."""
    request = Request(document="letter", letter=letter, language=language)
    view = build_view(Profile.model_validate(data), request)
    assert isinstance(view, LetterView)
    return view


@pytest.mark.parametrize(("language", "country"), FORMS, ids="-".join)
def test_form(language: str, country: str) -> None:
    assert letter_of(in_language(AMERICAN, language, country)).form.name == FORMS[language, country]


@pytest.mark.parametrize(("language", "country", "place", "date"), DATES)
def test_place_and_date(language: str, country: str, place: str, date: str) -> None:
    data = with_letter(in_language(AMERICAN, language, country), place=place, date=date)
    assert letter_of(data).date == DATES[language, country, place, date]


@pytest.mark.parametrize(("language", "purpose", "name"), OPENINGS)
def test_what_is_said_where_nothing_is_written(language: str, purpose: str, name: str) -> None:
    data = with_letter(
        in_language(AMERICAN, language, ""), purpose=purpose, recipient={"name": name}, opening="", closing=""
    )
    view = letter_of(data)
    assert (view.opening.plain, view.closing.plain) == OPENINGS[language, purpose, name]
    assert view.signature == ("Jane Example" if view.closing else "")


def test_a_letter_in_a_language_of_its_own() -> None:
    data = with_letter(in_language(AMERICAN, "en", "DE"), language="de", opening="", closing="")
    view = letter_of(data)
    assert (view.page.language, view.form.name) == ("de", "din")
    assert view.opening.plain.startswith("Guten Tag")
    assert letter_of(data, language="en").page.language == "en"
    assert letter_of(with_letter(data, language="xx")).form.name == "uk"


@pytest.mark.parametrize(("language", "recipient", "lines"), RECIPIENTS.values(), ids=RECIPIENTS)
def test_recipient(language: str, recipient: dict[str, str], lines: tuple[str, ...]) -> None:
    assert letter_of(with_letter(in_language(AMERICAN, language, ""), recipient=recipient)).recipient == lines


def test_sender() -> None:
    german, american = letter_of(GERMAN), letter_of(AMERICAN)
    assert german.return_address == "Erika Beispiel · Musterweg 5 · 10115 Berlin"
    assert american.return_address == ""
    assert [contact.kind for contact in german.contacts] == ["email", "phone", "web"]
    assert letter_of(with_letter(AMERICAN, signature="J. E.")).signature == "J. E."
    assert letter_of({"letters": [{"subject": "Nobody writes"}]}).signature == ""


def test_titles() -> None:
    assert letter_of(GERMAN).title == "Erika Beispiel – Anschreiben – Institut für Beispiele GmbH"
    assert letter_of({"letters": [{"purpose": "motivation"}]}).short_title == "Motivation letter"
    assert letter_of({"letters": [{}]}).person.name == ""


def test_notes() -> None:
    view = letter_of(GERMAN)
    assert [
        (note.number, note.authors, note.title.plain, note.details.plain, note.link.url) for note in view.notes
    ] == [
        (1, "Jana Probe", "Was man sieht", "Aufsatz, Feb. 2025", "https://example.org/essay"),
        (
            2,
            "Erika Beispiel, Max Muster",
            "Dispersion in thin films",
            "Journal of Examples, März 2024",
            "https://doi.org/10.1000/182",
        ),
        (3, "", "Prisma 2", "", ""),
    ]
    assert [[note.number for note in part.notes] for part in view.body] == [[1, 2], [1, 3]]
    assert [(link.label, link.url) for link in view.in_cv] == [
        ("Spektrometer, Labor 7", "https://example.org/spectrometer")
    ]


@pytest.mark.parametrize("references", ["notes", "inline", "none"])
def test_what_is_private_is_not_referred_to(references: str) -> None:
    html = prepared(GERMAN, request=Request(document="letter"), options={"references": references}).html()
    assert "Not yet out" not in html
    assert "Hidden work" not in html
    assert ("Prisma 2" in html) == (references != "none")
    assert ('<sup class="references">' in html) == (references == "notes")


def test_no_citation_style_is_asked_for_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = Profile.model_validate(
        {
            "publications": [{"id": "own", "name": "On rays", "arxiv": "2309.10740", "type": "preprint"}],
            "letters": [{"body": [{"text": "As I wrote.", "entries": ["own"]}]}],
        }
    )
    plain = build_view(profile, Request(document="letter"))
    monkeypatch.setattr("cvpress.views.publications.citations.references", None)
    styled = build_view(profile, Request(document="letter"), presentation=Presentation(citations="apa"))
    assert isinstance(plain, LetterView)
    assert isinstance(styled, LetterView)
    assert [note.link.url for note in styled.notes] == ["https://arxiv.org/abs/2309.10740"]
    assert styled.notes == plain.notes


def test_a_title_that_the_text_says_is_not_repeated() -> None:
    works = [
        {"id": "essay", "title": "What one's eyes see", "type": "essay", "url": "https://example.org/essay"},
        {"id": "prism", "title": "Prism 2"},
    ]
    body = [{"text": "I read “What one’s eyes see” and use *Prism 2*.", "works": ["essay", "prism"]}]
    (note,) = letter_of(with_letter(AMERICAN, body=body, works=works)).notes
    assert (note.number, note.title.plain, note.details.plain) == (1, "", "essay")


def test_a_title_is_not_said_by_words_that_it_shares() -> None:
    works = [{"id": "essay", "title": "On prisms"}, {"id": "word", "title": "Film"}]
    body = [{"text": "What you wrote on prisms. Filming.", "works": ["essay", "word"]}]
    notes = letter_of(with_letter(AMERICAN, body=body, works=works)).notes
    assert [note.title.plain for note in notes] == ["On prisms", "Film"]


def test_a_role_and_a_project_are_named_with_the_employer() -> None:
    data = with_letter(AMERICAN, body=[{"text": "See.", "entries": ["role", "job", "project"]}])
    data["work"] = [
        {"name": "CERN", "roles": [{"id": "role", "position": "Student"}]},
        {"id": "job", "name": "ETH", "position": "Assistant", "projects": [{"id": "project", "name": "Cells"}]},
    ]
    assert [link.label for link in letter_of(data).in_cv] == ["Student, CERN", "Assistant, ETH", "Cells, ETH"]


def test_empty_paragraphs_are_left_out() -> None:
    body = [{"text": " "}, {"text": "One."}, {}, {"points": ["Two."]}, {"title": "Three"}]
    assert len(letter_of(with_letter(AMERICAN, body=body)).body) == 3


LETTERS: dict[str, Any] = {
    "letters": [
        {"id": "netflix", "recipient": {"organization": "Netflix"}},
        {"id": "hidden", "visibility": "private", "recipient": {"organization": "Secret Ltd"}},
        {"subject": "Chair of\nphysics"},
        {"id": "netflix", "recipient": {"name": "Jane Doe"}},
    ]
}
CHOSEN = {"netflix": (0, "-letter-netflix"), "1": (0, "-letter-netflix"), "3": (2, "-letter-3"), "4": (3, "-letter-4")}
REFUSED: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "several": (
        LETTERS,
        "",
        "the profile has 3 letters",
        "say which with --letter: netflix (Netflix), 3 (Chair of physics), 4 (Jane Doe)",
    ),
    "misspelt": (LETTERS, "netflx", "there is no letter `netflx`", "did you mean `netflix`?"),
    "unknown": (
        LETTERS,
        "zzz",
        "there is no letter `zzz`",
        "letters: netflix (Netflix), 3 (Chair of physics), 4 (Jane Doe)",
    ),
    "near a private one": (
        LETTERS,
        "hiden",
        "there is no letter `hiden`",
        "letters: netflix (Netflix), 3 (Chair of physics), 4 (Jane Doe)",
    ),
    "private": (LETTERS, "hidden", "letter `hidden` is private", "a private letter reaches no output"),
    "private, by its number": (LETTERS, "2", "letter `2` is private", "a private letter reaches no output"),
    "none": ({}, "", "the profile has no letter", "write one under `letters`"),
    "none that is public": (
        {"letters": [{"visibility": "private"}]},
        "",
        "the profile has no public letter",
        "a private letter reaches no output",
    ),
}


@pytest.mark.parametrize("wanted", CHOSEN)
def test_which_letter(wanted: str) -> None:
    view = letter_of(LETTERS, wanted)
    assert (view.index, view.suffix) == CHOSEN[wanted]


def test_the_only_letter() -> None:
    data = {"letters": [{"visibility": "private"}, {"id": "a/../b", "subject": "S"}]}
    assert (letter_of(data).index, letter_of(data).suffix, letter_of(data).subject.plain) == (1, "-letter", "S")
    assert letter_of(data, "a/../b").suffix == "-letter-a-..-b"


def test_all_letters_have_a_name_of_their_own() -> None:
    assert public_letters(Profile.model_validate(LETTERS)) == ((0, "netflix"), (2, "3"), (3, "4"))


@pytest.mark.parametrize(("data", "wanted", "message", "hint"), REFUSED.values(), ids=REFUSED)
def test_no_letter(data: dict[str, Any], wanted: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        letter_of(data, wanted)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_translated_letter() -> None:
    data = with_letter(AMERICAN, id="job")
    data["translations"] = {"de": {"entries": {"job": {"opening": "Sehr geehrter Herr Sample,"}}}}
    view = letter_of(data, language="de")
    assert (view.opening.plain, view.form.name) == ("Sehr geehrter Herr Sample,", "din")


def test_a_cv_knows_no_letter() -> None:
    assert "Position in thin films" not in prepared(AMERICAN, request=CV).html()


def test_a_place_without_a_date() -> None:
    data = with_letter(AMERICAN, place="Paris")
    del data["letters"][0]["date"]
    assert letter_of(data).date == "Paris"
