"""The words of every language that there is a catalogue for."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from outputs import view_of

import cvpress
from cvpress.views.dates import date_range
from cvpress.views.locales import catalogue
from cvpress.views.markup import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(cvpress.__file__).parent / "views/locales"
TAGS = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))

SHARED = {
    "de": "publications.preprint publications.software words.agenda words.portfolio words.situation words.team",
    "es": "",
    "fr": "sections.publications words.action words.contact words.contributions words.page words.photo words.portfolio"
    " words.situation",
    "it": "publications.software words.curriculum_vitae words.portfolio",
    "nl": "publications.preprint publications.software words.contact words.curriculum_vitae words.portfolio words.team",
    "pl": "words.curriculum_vitae words.portfolio",
    "pt": "publications.preprint words.slide",
}
"""What is spelt as in English, because the language has that very word."""

WITHOUT_PLACEHOLDERS = {("fr", "words.dear_name"), ("pl", "words.dear_name")}
"""A formal salutation names nobody in French, nor in Polish, where it would take the vocative."""


@cache
def words_of(tag: str) -> dict[str, Any]:
    """A catalogue as it is written."""
    words: dict[str, Any] = json.loads((FOLDER / f"{tag}.json").read_text(encoding="utf-8"))
    return words


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a catalogue, with its place in it."""
    if isinstance(value, str):
        yield path, value
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from texts(item, f"{path}.{key}".lstrip("."))


def keys(value: Any) -> Any:
    """The keys of a catalogue, however deep; lists and texts may be of any length."""
    return {key: keys(item) for key, item in value.items()} if isinstance(value, dict) else type(value)


def placeholders(text: str) -> list[str]:
    """What is to be filled in."""
    return sorted(re.findall(r"\{.*?\}", text))


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_has_every_key_and_no_other(tag: str) -> None:
    assert keys(words_of(tag)) == keys(words_of("en"))
    assert list(words_of(tag)["stories"]) == list(words_of("en")["stories"]), "in the order in which people are asked"


@pytest.mark.parametrize("tag", TAGS)
def test_every_word_is_one(tag: str) -> None:
    wrong = [path for path, text in texts(words_of(tag)) if text != text.strip() or not text or "  " in text]
    assert not wrong
    assert not [path for path, text in texts(words_of(tag)) if re.search("['\"]|\\.\\.\\.| [:;?!]| - ", text)]


def test_a_line_does_not_end_before_a_french_colon() -> None:
    assert not [path for path, text in texts(words_of("fr")) if re.search("[^\u00a0][:»]|[^\u202f][;?!]", text)]


@pytest.mark.parametrize("tag", TAGS)
def test_placeholders_are_those_of_english(tag: str) -> None:
    english = dict(texts(words_of("en")["words"], "words"))
    own = dict(texts(words_of(tag)["words"], "words"))
    differing = {path for path, text in own.items() if placeholders(text) != placeholders(english[path])}
    assert {(tag, path) for path in differing} == {place for place in WITHOUT_PLACEHOLDERS if place[0] == tag}


@pytest.mark.parametrize("tag", TAGS)
def test_no_two_sections_have_one_title(tag: str) -> None:
    titles = [title.casefold() for title in words_of(tag)["sections"].values()]
    assert len(set(titles)) == len(titles)
    assert len(set(words_of(tag)["publications"].values())) == len(words_of(tag)["publications"])


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "en"])
def test_no_english_is_left(tag: str) -> None:
    groups = ("sections", "publications", "words")
    english = {path: text for name in groups for path, text in texts(words_of("en")[name], name)}
    own = {path: text for name in groups for path, text in texts(words_of(tag)[name], name)}
    same = {path for path, text in own.items() if text == english[path] and path != "words.labelled"}
    assert same == set(SHARED.get(tag, "").split())


@pytest.mark.parametrize("tag", TAGS)
def test_words_to_find_stories_by_tell_something(tag: str) -> None:
    words = words_of(tag)
    stop_words = words["stop_words"].split()
    told = [word for kind in words["stories"].values() for word in kind["asked_as"].split()]
    told += [word for group in words["synonyms"] for word in group.split()]
    assert not set(told) & set(stop_words)
    assert stop_words == sorted(set(stop_words))
    names = [name for kind in words["stories"].values() for name in kind["names"]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("tag", TAGS)
def test_a_page_in_the_language(tag: str) -> None:
    data = {
        "basics": {"name": "A", "location": {"countryCode": "FR"}},
        "work": [{"name": "B", "position": 'a "c"', "startDate": "2020-05"}],
        "education": [{"institution": "B", "startDate": "2013-12", "endDate": "2014-02-03", "thesis": "Rays"}],
        "meta": {"language": tag},
    }
    view, words = view_of(data), words_of(tag)
    assert [section.title for section in view.sections] == [words["sections"][key] for key in ("work", "education")]
    job, study = (section.entries[0] for section in view.sections)
    assert job.dates
    assert job.dates.text.endswith(words["words"]["present"])
    assert '"' not in job.title.plain
    assert [fact.label for fact in study.facts] == [words["words"]["thesis"]]
    assert view.page.language == tag


def months_of(tag: str) -> list[str]:
    """The months of a year, as ranges that begin with them show them."""
    ranges = [date_range(f"2024-{month:02}", "2025", catalogue(tag).locale, "") for month in range(1, 13)]
    return [found.text for found in ranges if found]


@pytest.mark.parametrize("tag", TAGS)
def test_the_months_of_a_language(tag: str) -> None:
    months = months_of(tag)
    assert len(set(months)) == 12
    assert not re.search(r"\bM\d\d\b", " ".join(months)), "a month that Babel has no name for"
    assert tag == "en" or len(set(months) - set(months_of("en"))) > 6


@pytest.mark.parametrize("tag", TAGS)
def test_a_label_and_its_colon(tag: str) -> None:
    labelled = words_of(tag)["words"]["labelled"].format(label="x")
    assert re.fullmatch("x\u00a0:" if tag == "fr" else "x[:：]", labelled)


@pytest.mark.parametrize("tag", TAGS)
def test_quotation_marks(tag: str) -> None:
    quoted = Text("\"a 'b' c\"", tag).plain
    assert not set(quoted) & set("'\"")
    assert len(set(re.findall(r"[^\w\s]", quoted))) >= (2 if tag == "he" else 4)
