"""docs/themes.md names all that a theme can set, so that it cannot go stale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from outputs import ROOT

from cvpress.themes.environment import TEMPLATE_NAMES
from cvpress.themes.find import find_theme
from cvpress.themes.spec import KEYS
from cvpress.views.person import Person
from cvpress.views.view import Entry, Page, Section

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXT = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
CODES = {word for code in re.findall("`([^`\n]+)`", TEXT) for word in re.findall(r"--[\w-]+|\w+", code)}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def tokens() -> Iterable[str]:
    """The custom properties that base sets for the whole page, wherever it does."""
    for path in ROOT.glob("themes/base/**/*.css"):
        for block in re.findall(r":root\s*\{([^{}]*)\}", _COMMENT.sub("", path.read_text(encoding="utf-8"))):
            yield from re.findall(r"(--[\w-]+)\s*:", block)


def keys_of_theme_toml() -> set[str]:
    """The first column of the table of keys."""
    rows = TEXT.split("theme.toml has these keys:")[1].split("\n\n")[1].partition("|---|---|")[2]
    return {key for row in re.findall(r"^\| ([^|]+) \|", rows, re.MULTILINE) for key in re.findall(r"[a-z]+", row)}


def test_tokens() -> None:
    assert {*tokens()} - CODES == set()
    assert "--name-size" in {*tokens()}


def test_no_token_that_there_is_not() -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("themes/base/**/*.css"))
    table = TEXT.split("## Tokens")[1].split("\n\n")[2]
    assert {name for name in re.findall(r"--[a-z-]+[a-z]", table) if f"{name}:" not in styles} == set()


def test_options() -> None:
    rows = TEXT.split("Every theme has these options")[1].split("\n\n")[1]
    assert find_theme("base").options.keys() - {*re.findall(r"`([a-z-]+)`", rows)} == set()


@pytest.mark.parametrize("names", [TEMPLATE_NAMES, *(kind.__slots__ for kind in (Entry, Page, Person, Section))])
def test_what_templates_see(names: Iterable[str]) -> None:
    assert {*names} - CODES - {"id"} == set()


def test_keys() -> None:
    assert keys_of_theme_toml() == KEYS
