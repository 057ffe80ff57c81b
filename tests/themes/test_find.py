from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from outputs import ROOT

from cvpress.errors import ThemeError
from cvpress.themes.find import find_theme, theme_names

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'name = "{name}"\napi = 1\n'


def make_theme(folder: Path, text: str = "", name: str = "") -> Path:
    """A theme folder with a theme.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "theme.toml").write_text(HEAD.format(name=name or folder.name) + text)
    return folder


def test_built_in() -> None:
    theme = find_theme("modern")
    assert (theme.name, len(theme.lineage)) == ("modern", 2)
    assert {"accent", "page"} <= theme.options.keys()
    assert "modern" in theme_names()
    assert "base" not in theme_names(), "what is only made to be extended is not offered"


@pytest.mark.parametrize("parent", ["base", "modern"])
def test_by_path_and_extending(tmp_path: Path, parent: str) -> None:
    folder = make_theme(tmp_path / "mine", f'extends = "{parent}"')
    theme = find_theme(str(folder))
    assert theme.lineage[0].folder == str(folder)
    assert theme.lineage[1].name == parent
    assert "page" in theme.options


def test_by_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_theme(tmp_path / "mine", 'extends = "base"')
    monkeypatch.chdir(tmp_path)
    assert find_theme("./mine").name == "mine"


def test_of_the_project(tmp_path: Path) -> None:
    make_theme(tmp_path / "themes/mine", 'extends = "modern"')
    assert find_theme("mine", str(tmp_path)).name == "mine"
    assert set(theme_names(str(tmp_path))) == {"mine", *theme_names()}


def test_a_project_theme_may_extend_another(tmp_path: Path) -> None:
    make_theme(tmp_path / "themes/one", 'extends = "two"')
    make_theme(tmp_path / "themes/two", 'extends = "base"')
    assert [spec.name for spec in find_theme("one", str(tmp_path)).lineage] == ["one", "two", "base"]


def test_a_built_in_theme_cannot_be_shadowed(tmp_path: Path) -> None:
    make_theme(tmp_path / "themes/modern", 'extends = "base"')
    with pytest.raises(ThemeError, match="has the name of a built-in theme"):
        find_theme("modern", str(tmp_path))


def test_the_checkout_is_a_project_too() -> None:
    assert find_theme("modern", str(ROOT)).folders == find_theme("modern").folders


def test_cycle(tmp_path: Path) -> None:
    make_theme(tmp_path / "themes/one", 'extends = "two"')
    make_theme(tmp_path / "themes/two", 'extends = "one"')
    make_theme(tmp_path / "themes/self", 'extends = "self"')
    for name in ("one", "self"):
        with pytest.raises(ThemeError, match="extends itself"):
            find_theme(name, str(tmp_path))


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("moderm", "there is no theme `moderm`", "did you mean `modern`?"),
        ("Modern", "there is no theme `Modern`", "did you mean `modern`?"),
        ("xyzzy", "there is no theme `xyzzy`", f"themes: {', '.join(theme_names())}"),
        ("./nowhere", "./nowhere is not a theme", "a theme is a folder with a theme.toml"),
        ("..", ".. is not a theme", "a theme is a folder with a theme.toml"),
        (os.devnull, f"{os.devnull} is not a theme", "a theme is a folder with a theme.toml"),
    ],
)
def test_missing(name: str, message: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ThemeError) as error:
        find_theme(name)
    assert error.value.message.startswith(message)
    assert error.value.hint == hint


def test_a_broken_theme_beside_it_is_not_what_is_wrong(tmp_path: Path) -> None:
    make_theme(tmp_path / "themes/broken", "colour = 1")
    with pytest.raises(ThemeError) as error:
        find_theme("moderm", str(tmp_path))
    assert error.value.hint == "did you mean `modern`?"


def test_missing_parent(tmp_path: Path) -> None:
    folder = make_theme(tmp_path / "mine", 'extends = "bass"')
    with pytest.raises(ThemeError, match="there is no theme `bass`"):
        find_theme(str(folder))


DEFAULTS = {
    "unknown": ('acent = "#123"', "the theme has no option `acent`", "did you mean `accent`?"),
    "out of bounds": ('margin = "99mm"', "option `margin` does not take `99mm`", "it takes a length from 8mm to 45mm"),
    "of another type": ("accent = 3", "option `accent` does not take `3`", "it takes a colour"),
}


@pytest.mark.parametrize(("text", "message", "hint"), DEFAULTS.values(), ids=DEFAULTS)
def test_defaults_of_inherited_options(tmp_path: Path, text: str, message: str, hint: str) -> None:
    folder = make_theme(tmp_path / "mine", f'extends = "modern"\n[defaults]\n{text}\n')
    with pytest.raises(ThemeError, match=re.escape(message)) as error:
        _ = find_theme(str(folder)).options
    assert "theme.toml, [defaults]" in error.value.message
    assert error.value.hint.startswith(hint)


def test_defaults_down_the_line(tmp_path: Path) -> None:
    one = 'extends = "modern"\n[defaults]\naccent = "#111111"\npage = "letter"\ntitles = { work = "A", skills = "B" }\n'
    two = 'extends = "one"\n[defaults]\naccent = "#222222"\ntitles = { work = "C" }\n'
    make_theme(tmp_path / "themes/one", one)
    make_theme(tmp_path / "themes/two", two)
    theme = find_theme("two", str(tmp_path))
    assert (theme.options["accent"].default, theme.options["page"].default) == ("#222222", "letter")
    assert theme.texts == {"titles.work": "C", "titles.skills": "B"}
    assert find_theme("modern").options["page"].default == "a4"


def test_a_name_that_is_not_the_folders(tmp_path: Path) -> None:
    make_theme(tmp_path / "themes/mine", 'extends = "modern"', name="other")
    with pytest.raises(ThemeError, match="calls the theme `other`, and it is found as `mine`") as error:
        find_theme("mine", str(tmp_path))
    assert error.value.hint == 'write `name = "mine"` there'
    assert find_theme(str(tmp_path / "themes/mine")).name == "other", "by its path, it has no other name"
