"""What is thrown at cvpress: profiles, settings files and schemas, from nonsense to nearly right."""

from __future__ import annotations

import json
from typing import NamedTuple

from fuzz.mutated import assembled, encoded, mutated, repeated, seeds
from fuzz.tokens import (
    SCHEMA_KEYS,
    SCHEMA_VALUES,
    SETTINGS_FILES,
    SETTINGS_KEYS,
    SETTINGS_VALUES,
)
from fuzz.written import toml, written
from hypothesis import strategies as st

__all__ = ["Input", "profiles", "schemas", "settings_files"]


class Input(NamedTuple):
    """What stands in a file, and the file's name, which may tell the syntax."""

    data: bytes
    name: str


def profiles(syntax: str) -> st.SearchStrategy[Input]:
    """Four of five are nearly profiles."""
    whole = written(syntax)
    likely = st.one_of(
        whole, whole, whole.flatmap(lambda data: mutated(syntax, (data,))), mutated(syntax, seeds(syntax))
    )
    unlikely = st.one_of(assembled(syntax), repeated(syntax), st.text().map(encoded), st.binary())
    data = st.integers(0, 4).flatmap(lambda chance: likely if chance else unlikely)
    return st.builds(Input, data, st.sampled_from([f"profile.{syntax}"] * 9 + ["profile"]))


def settings_files() -> st.SearchStrategy[Input]:
    """Files that might be a cvpress.toml or a pyproject.toml."""
    data = st.dictionaries(st.sampled_from(SETTINGS_KEYS), st.sampled_from(SETTINGS_VALUES), max_size=4)
    tables = data | data.map(lambda settings: {"tool": {"cvpress": settings}})
    texts = st.one_of(mutated("toml", SETTINGS_FILES), tables.map(toml).map(encoded), assembled("toml"), st.binary())
    return st.builds(Input, texts, st.just("cvpress.toml"))


def schemas() -> st.SearchStrategy[Input]:
    """JSON Schemas with keywords that do not fit together."""
    keys = st.sampled_from(SCHEMA_KEYS)
    values = st.recursive(
        st.sampled_from(SCHEMA_VALUES),
        lambda inner: st.dictionaries(keys, inner, max_size=4) | st.lists(inner, max_size=3),
        max_leaves=15,
    )
    texts = st.dictionaries(keys, values, max_size=5).map(json.dumps).map(encoded)
    return st.builds(Input, texts, st.just("schema.json"))
