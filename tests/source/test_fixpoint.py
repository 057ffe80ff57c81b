"""A document that is made of its source is the same document, and carries the same source."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

import pytest
from filled import entry_places, filled
from hypothesis import given, settings
from hypothesis import strategies as st
from outputs import prepared
from sources import is_fixpoint, source_of

from cvpress.pipeline.source import attached_sources
from cvpress.views.build import DOCUMENTS
from cvpress.views.request import Redaction, Request, Selection

FULL = filled().data
SECTIONS = [name for name, value in FULL.items() if isinstance(value, list) and name not in {"letters", "stories"}]
LANGUAGES = ("", "de", "fr", "en-GB")
OPTIONS = (
    {},
    {"citations": "apa", "publications": "by-type"},
    {"citations": "ieee", "references": "none"},
    {"titles.work": "Posts", "sections": "custom,awards", "dates": "long", "references": "inline"},
)
SELECTIONS = (
    Selection(),
    Selection(order=("skills", "zq-custom"), titles={"custom": "Other", "work": "Zq; jobs"}),
    Selection(limits={"work": 0, "custom": 0}, basics={"label": "Zq *other*", "email": "zq@example.org"}),
)


def profile(seed: int) -> dict[str, Any]:
    """A profile with a value in most fields of the format, and two entries of most kinds."""
    random = Random(seed)  # noqa: S311  # no secret of anybody
    made = _thinned(_doubled(copy.deepcopy(FULL)), random, random.choice([0.0, 0.1, 0.4]))
    names = [at["id"] for place in entry_places(made) if "id" in (at := _at(made, place)) and place[0] in SECTIONS]
    made["letters"][0]["body"][0]["entries"] = random.sample(names, 4)
    made["letters"][0]["body"].append({"text": "Zq", "entries": random.sample(names, 4)})
    made["stories"][1]["entry"] = random.choice(names)
    made["basics"]["name"] = random.choice(["Zq Name", ""])
    made["meta"]["language"] = random.choice(["en", "de", "cs"])
    return dict(made)


def _at(data: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        data = data[step]
    return data


def _doubled(data: dict[str, Any]) -> dict[str, Any]:
    """Each section with a second entry that has no id, and so is referred to by nothing."""
    for name, value in data.items():
        if isinstance(value, list) and name != "letters":
            value.append(_nameless(copy.deepcopy(value[0])))
    return data


def _nameless(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _nameless(item) for key, item in value.items() if key != "id"}
    return [_nameless(item) for item in value] if isinstance(value, list) else value


KEPT = {*FULL, "id", "body", "visibility", "roles", "projects", "entries", "works", "entry"}
"""Fields that are not left out: there are entries behind them that others refer to."""


def _thinned(value: Any, random: Random, share: float) -> Any:
    """The same without a share of its fields."""
    if isinstance(value, dict):
        kept = {key: _thinned(item, random, share) for key, item in value.items()}
        return {key: item for key, item in kept.items() if key in KEPT or random.random() >= share}
    return [_thinned(item, random, share) for item in value] if isinstance(value, list) else value


CASES = given(
    st.integers(0, 2**32),
    st.sampled_from(sorted(DOCUMENTS)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(SELECTIONS),
    st.sampled_from(OPTIONS),
)


def check(seed: int, document: str, language: str, selection: Selection, options: dict[str, str]) -> None:
    """The source of a document of a made profile shows the same."""
    request = Request(document=document, language=language, selection=selection)
    assert is_fixpoint(prepared(profile(seed), request=request, options=options))


@settings(max_examples=8)
@CASES
def test_some_profiles(seed: int, document: str, language: str, selection: Selection, options: dict[str, str]) -> None:
    check(seed, document, language, selection, options)


@pytest.mark.slow
@settings(max_examples=150)
@CASES
def test_many_profiles(seed: int, document: str, language: str, selection: Selection, options: dict[str, str]) -> None:
    check(seed, document, language, selection, options)


TRANSLATED = {
    "languages": [{"id": "a", "language": "A", "fluency": "Native speaker"}],
    "skills": [{"name": "B", "level": "Fluent"}],
    "translations": {"de": {"entries": {"a": {"fluency": "Fluent"}}}},
}
REPEATED = {
    "work": [
        {"id": "a", "name": "X"},
        {"id": "b", "name": "Y"},
        {"id": "c", "name": "X", "roles": [{"id": "d", "position": "Z"}]},
    ],
    "stories": [
        {"title": "One", "entry": "d", "visibility": "public"},
        {"title": "Two", "entry": "b", "visibility": "public"},
    ],
}
EMPTIED = {
    "custom": [
        {"title": "One", "entries": [{"name": "A", "tags": ["a"]}]},
        {"title": "Two, and three", "entries": [{"name": "B", "tags": ["b"]}]},
        {"title": "Four", "entries": [{"name": "C"}]},
    ],
    "work": [{"name": "W"}],
    "variants": {
        "b": {
            "include": ["b"],
            "sections": {"order": ["Two, and three", "work"], "titles": {"Two, and three": "Five", "work": "Six"}},
        }
    },
}


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        pytest.param(TRANSLATED, Request(language="de"), id="a level that only the translation has"),
        pytest.param(REPEATED, Request(document="stories"), id="employers in the order of the profile"),
        pytest.param(EMPTIED, Request(variant="b"), id="a variant's order and titles of own sections"),
        pytest.param({"basics": {"name": "A"}, "meta": {"language": "cs"}}, Request(), id="a language without words"),
    ],
)
def test_special_profiles(data: dict[str, Any], wanted: Request) -> None:
    assert is_fixpoint(prepared(data, request=wanted))


def test_what_cannot_be_an_option_has_no_source() -> None:
    long = {"work": [{"name": "W"}], "variants": {"a": {"sections": {"titles": {"work": "x" * 300}}}}}
    assert attached_sources([prepared(long, request=Request(variant="a"))]) == ()


def test_what_is_no_profile_is_no_source() -> None:
    unchecked = Selection(basics={"url": "no address"})
    assert attached_sources([prepared({"basics": {"name": "A"}}, request=Request(selection=unchecked))]) == ()


def test_the_date_is_that_of_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    source = source_of(prepared({"basics": {"name": "A"}, "meta": {"lastModified": "2026-01-01"}}))
    assert source["meta"]["lastModified"] == "2001-09-09T01:46:40Z"


@pytest.mark.parametrize(
    "wanted",
    [
        Request(has_source=False),
        Request(redaction=Redaction()),
        Request(redaction=Redaction(dates=True, organizations=True)),
        Request(document="portfolio", redaction=Redaction()),
        Request(document="stories", with_private=True),
    ],
)
def test_no_source(wanted: Request) -> None:
    assert attached_sources([prepared(FULL, request=wanted)]) == ()
