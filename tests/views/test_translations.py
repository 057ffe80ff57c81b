from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from outputs import view_of

from cvpress import loads, prepare
from cvpress.errors import UsageError
from cvpress.views.request import Request

if TYPE_CHECKING:
    from cvpress.views.view import View

PROFILE: dict[str, Any] = {
    "basics": {"name": "Marie Curie", "label": "Physicist", "summary": "Found radium."},
    "work": [
        {
            "id": "paris",
            "name": "University",
            "roles": [{"id": "professor", "position": "Professor", "highlights": ["Taught.", "Measured."]}],
            "url": "https://example.org",
        },
        {"id": "sevres", "name": "College", "position": "Lecturer"},
        {"name": "No id", "position": "Guest"},
    ],
    "projects": [{"id": "radium", "name": "Radium", "results": [{"value": "0.1", "unit": "g", "label": "of it"}]}],
    "translations": {
        "de": {
            "basics": {"label": "Physikerin"},
            "entries": {
                "paris": {"name": "Universität", "id": "other", "visibility": "private", "url": 5, "nonsense": "x"},
                "professor": {"position": "Professorin", "highlights": ["Lehrte.", "Maß."]},
                "sevres": {"position": ["a list where a text should be"]},
                "radium": {"results": [{"value": "0,1", "label": "davon"}]},
                "nobody": {"name": "No such entry"},
            },
        }
    },
    "meta": {"language": "en"},
}


def view(language: str) -> View:
    """The view in a language."""
    return view_of(PROFILE, language)


@pytest.mark.parametrize("tag", ["de", "de-AT", "de_DE"])
def test_entries_are_translated_by_their_ids(tag: str) -> None:
    entry = view(tag).sections[0].entries[0]
    assert entry.title.plain == "Universität"
    assert entry.roles[0].title.plain == "Professorin"
    assert [text.plain for text in entry.roles[0].highlights] == ["Lehrte.", "Maß."]
    assert (entry.id, entry.url) == ("paris", "https://example.org")


def test_the_closest_translation_of_each_key_counts() -> None:
    entries = {
        "zh": {"a": {"name": "zh", "position": "zh", "summary": "zh"}},
        "zh-Hant": {"a": {"name": "zh-Hant", "position": "zh-Hant"}},
        "zh-TW": {"a": {"name": "zh-TW"}},
    }
    data = {
        "work": [{"id": "a", "name": "en", "position": "en", "summary": "en", "location": "en"}],
        "translations": {tag: {"entries": texts} for tag, texts in entries.items()},
    }
    shown = {}
    for tag in ("zh", "zh-Hant", "zh-TW", "zh-CN"):
        (entry,) = view_of(data, tag).sections[0].entries
        shown[tag] = [entry.organization.plain, entry.title.plain, entry.summary.plain, entry.location]
    assert shown == {
        "zh": ["zh", "zh", "zh", "en"],
        "zh-Hant": ["zh-Hant", "zh-Hant", "zh", "en"],
        "zh-TW": ["zh-TW", "zh-Hant", "zh", "en"],
        "zh-CN": ["zh", "zh", "zh", "en"],
    }


def test_results_are_translated_by_their_place() -> None:
    (result,) = view("de").sections[1].entries[0].results
    assert (result.figure, result.label.plain) == ("0,1\u00a0g", "davon")


def test_what_is_not_translated_stays_as_it_is() -> None:
    german = view("de")
    assert (german.person.name, german.person.label.plain, german.summary.plain) == (
        "Marie Curie",
        "Physikerin",
        "Found radium.",
    )
    assert [entry.title.plain for entry in german.sections[0].entries[1:]] == ["Lecturer", "Guest"]


def test_titles_of_sections_in_the_language() -> None:
    assert [section.title for section in view("de").sections] == ["Berufserfahrung", "Projekte"]


def test_the_profiles_own_language() -> None:
    assert view("").page.language == "en"
    assert view_of({"meta": {"language": "de"}, "work": [{"name": "A"}]}).sections[0].title == "Berufserfahrung"
    assert view_of({}).page.language == "en"


@pytest.mark.parametrize("tag", ["xx", "tlh", "../en", "e", "😀"])
def test_unknown_language(tag: str) -> None:
    with pytest.raises(UsageError, match=r"there is no language|no language") as error:
        view(tag)
    assert "de, en" in error.value.hint


def test_a_language_without_words_has_english_ones_and_a_warning() -> None:
    data = {
        "basics": {"name": "A", "email": "a@example.org"},
        "work": [{"position": "B", "startDate": "2013-05"}],
        "meta": {"language": "da"},
    }
    rendering = prepare(loads(json.dumps(data).encode(), "profile.json"))
    assert [finding.code for finding in rendering.diagnostics] == ["R102"]
    assert (rendering.view.page.language, rendering.view.sections[0].title) == ("da", "Experience")
    assert rendering.view.sections[0].entries[0].dates.text.startswith("maj 2013")


def test_a_language_that_is_none_reaches_no_output() -> None:
    data = {"basics": {"name": "A", "email": "a@example.org"}, "meta": {"language": '"><script>'}}
    rendering = prepare(loads(json.dumps(data).encode(), "profile.json"))
    assert [finding.code for finding in rendering.diagnostics] == ["R102"]
    assert rendering.view.page.language == "en"


def test_figures_in_the_language() -> None:
    project = {"name": "A", "results": [{"value": 1147.5}]}
    assert (
        view_of({"projects": [project], "meta": {"language": "de"}}).sections[0].entries[0].results[0].figure
        == "1.147,5"
    )


@pytest.mark.parametrize(
    ("tag", "shown"), [("de", "1.147,5"), ("ar", "1,147.5"), ("ar-EG", "١٬١٤٧٫٥"), ("fa", "۱٬۱۴۷٫۵")]
)
def test_figures_have_the_digits_of_the_dates(tag: str, shown: str) -> None:
    (section,) = view_of({"projects": [{"name": "A", "results": [{"value": 1147.5}]}]}, tag).sections
    assert section.entries[0].results[0].figure == shown


def test_a_language_without_texts_is_noticed() -> None:
    document = loads(json.dumps({"basics": {"name": "A", "email": "a@example.org"}}).encode(), "profile.json")
    assert [finding.code for finding in prepare(document, Request(language="de")).diagnostics] == ["R103"]
    assert prepare(document, Request(language="en-GB")).diagnostics == ()
