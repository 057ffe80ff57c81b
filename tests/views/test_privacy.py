from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pytest
from filled import entry_places, filled
from hypothesis import given, settings
from hypothesis import strategies as st
from outputs import pdf_contents, prepared

from cvpress.views.request import Request

SECRET = "Geheim"  # noqa: S105  # a mark to look for
UNKNOWN = "Unbekannt"


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    """What is at a place of a profile."""
    for step in path:
        data = data[step]
    return data


@cache
def half_private() -> dict[str, Any]:
    """A profile in which each entry, at any depth, has a private twin, and each group an unknown key."""
    data = copy.deepcopy(filled(unknown=UNKNOWN).data)
    secret = filled(SECRET).data
    for path in list(entry_places(data)):
        twin = copy.deepcopy(at(secret, path))
        twin["visibility"] = "private"
        for inner in entry_places(twin):
            del at(twin, inner)["id"]  # it is that of the twin of the inner entry
        at(data, path[:-1]).append(twin)
    data["research"][0]["publications"].append(data["publications"][1]["id"])
    data["translations"] = {
        "de": {
            "entries": {
                at(data, path)["id"]: {"name": f"{SECRET}-de", "position": f"{SECRET}-de", "x-own": UNKNOWN}
                for path in entry_places(data)
                if at(data, path)["visibility"] == "private" and "id" in at(data, path)
            }
        }
    }
    return data


def test_the_profile_has_private_twins_everywhere() -> None:
    places = list(entry_places(half_private()))
    assert sum(at(half_private(), path)["visibility"] == "private" for path in places) >= 28
    assert {"roles", "projects", "entries", "profiles"} <= {str(path[-2]) for path in places}


@pytest.mark.parametrize("language", ["en", "de"])
def test_private_entries_and_unknown_keys_are_in_no_output(language: str) -> None:
    rendering = prepared(half_private(), request=Request(language=language))
    for output in (rendering.html(), pdf_contents(rendering.pdf()), repr(rendering.view)):
        assert SECRET.lower() not in output.lower()
        assert UNKNOWN.lower() not in output.lower()
        assert "Zq0" in output, "the public half is missing"


PLACES = tuple(path for path in entry_places(filled().data) if path[0] not in {"letters", "stories"})


@settings(max_examples=25)
@given(st.sets(st.sampled_from(PLACES), min_size=1, max_size=5))
def test_any_entry_can_be_private(places: set[tuple[str | int, ...]]) -> None:
    data = copy.deepcopy(filled().data)
    for path in places:
        at(data, path)["visibility"] = "private"
    html = prepared(data).html().lower()
    hidden = {token for path in places for token in _texts(at(data, path))}
    assert not [token for token in hidden if token.lower() in html]


def _texts(value: Any) -> set[str]:
    """The tokens in a part of a profile."""
    if isinstance(value, dict):
        return set().union(*map(_texts, value.values()))
    if isinstance(value, list):
        return set().union(*map(_texts, value))
    return {value} if isinstance(value, str) and value.startswith("Zq") else set()
