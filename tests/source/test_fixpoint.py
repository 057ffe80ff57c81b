"""A document that is made of its source is the same document, and carries the same source."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

import pytest
from filled import entry_places, filled
from hypothesis import given, settings
from hypothesis import strategies as st
from sources import is_fixpoint

from cvpress.errors import UsageError
from cvpress.views.build import DOCUMENTS
from cvpress.views.request import Request, Selection
from outputs import prepared

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


@settings(max_examples=25)
@given(
    st.integers(0, 2**32),
    st.sampled_from(sorted(DOCUMENTS)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(SELECTIONS),
    st.sampled_from(OPTIONS),
)
def test_any_profile(
    seed: int, document: str, language: str, selection: Selection, options: dict[str, str]
) -> None:
    request = Request(document=document, language=language, selection=selection)
    try:
        rendering = prepared(profile(seed), request=request, options=options)
    except UsageError as error:
        assert "no " in error.message  # of so thin a profile no such document can be made
        return
    assert is_fixpoint(rendering)
