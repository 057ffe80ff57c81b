"""cvpress theme new and show: what they write, and what they refuse. `theme check` has tests of its own."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from outputs import prepared

from cvpress.themes.find import find_theme
from cvpress.themes.scaffold import tokens
from cvpress.views.request import Request

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

PERSON = {"basics": {"name": "Marie Curie", "label": "Physicist"}, "work": [{"name": "Sorbonne", "summary": "Taught."}]}


@pytest.fixture(scope="module")
def project(run_cli: RunCli, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a new theme."""
    folder = tmp_path_factory.mktemp("project")
    run = run_cli("theme", "new", "my-look", cwd=folder)
    assert (run.returncode, run.stdout) == (0, "")
    assert run.stderr.startswith("made themes/my-look; try `cvpress render profile.yaml --theme my-look`")
    return folder


def test_a_new_theme_holds_only_what_differs(project: Path) -> None:
    folder = project / "themes/my-look"
    assert sorted(path.name for path in folder.iterdir()) == ["print.css", "style.css", "theme.toml"]
    said = tomllib.loads((folder / "theme.toml").read_text())
    assert said == {
        "name": "my-look",
        "api": 1,
        "extends": "modern",
        "description": "modern, as I like it.",
        "defaults": {},
    }


def test_a_new_theme_renders_as_its_parent(project: Path) -> None:
    theme = str(project / "themes/my-look")
    plain = Request(has_source=False)  # which names the theme
    ours, parents = (prepared(PERSON, request=plain, theme=name) for name in (theme, "modern"))
    assert ours.pdf() == parents.pdf()
    assert ours.options == parents.options


def test_all_that_a_new_theme_offers_can_be_taken_out_of_its_comment(project: Path, tmp_path: Path) -> None:
    """Then it says what its parent says, and nothing else."""
    folder = tmp_path / "my-look"
    folder.mkdir()
    for path in (project / "themes/my-look").iterdir():
        text = path.read_text()
        lines = [line.removeprefix("# ").replace("  /* --", "  --").replace("; */", ";") for line in text.splitlines()]
        kept = [line for line in lines if "`cvpress theme show" not in line]
        (folder / path.name).write_text("\n".join(kept))
    made, parent = find_theme(str(folder)), find_theme("modern")
    assert {name: option.default for name, option in made.options.items()} == {
        name: option.default for name, option in parent.options.items()
    }
    for file in ("style.css", "print.css"):
        assert tokens(made, file) == tokens(parent, file)
        assert all(f"{name}: {value};" in (folder / file).read_text() for name, value in tokens(parent, file).items())


def test_by_path_and_of_another_theme(run_cli: RunCli, project: Path) -> None:
    run = run_cli("theme", "new", "./looks/deep", "--from", "my-look", cwd=project)
    assert run.returncode == 0
    assert "--theme ./looks/deep`" in run.stderr
    assert 'extends = "my-look"' in (project / "looks/deep/theme.toml").read_text()
    assert run_cli("theme", "show", "./looks/deep", cwd=project).stdout.startswith("deep: my-look, as I like it.")


REFUSED = {
    "capitals": (["My_Look"], 2, "a theme cannot be called `My_Look`", "small letters, digits and hyphens"),
    "empty": ([""], 2, "a theme cannot be called", "small letters"),
    "dots": (["../.."], 2, "a theme cannot be called `..`", "small letters"),
    "quotes": (['a"b'], 2, 'a theme cannot be called `a"b`', "small letters"),
    "long": (["a" * 41], 2, "a theme cannot be called", "small letters"),
    "built in": (["modern"], 2, "there is a built-in theme `modern`", "my-modern"),
    "there": (["my-look"], 2, "themes/my-look is there already", "choose another name"),
    "no parent": (["new", "--from", "moderm"], 3, "there is no theme `moderm`", "did you mean `modern`?"),
    "parent by path": (["new", "--from", "./looks/other"], 3, "there is no theme `other`", "themes: "),
}


@pytest.mark.parametrize(("args", "code", "message", "hint"), REFUSED.values(), ids=REFUSED)
def test_new_refuses(run_cli: RunCli, project: Path, args: list[str], code: int, message: str, hint: str) -> None:
    (project / "looks/other").mkdir(parents=True, exist_ok=True)
    (project / "looks/other/theme.toml").write_text('name = "other"\napi = 1\nextends = "modern"\n')
    run = run_cli("theme", "new", *args, cwd=project)
    assert (run.returncode, run.stdout) == (code, "")
    assert f"error: {message}" in run.stderr
    assert hint in run.stderr


def test_show(run_cli: RunCli, project: Path) -> None:
    run = run_cli("theme", "show", "modern", cwd=project)
    assert (run.returncode, run.stderr) == (0, "")
    lines = run.stdout.splitlines()
    assert [line for line in lines if len(line) > 80 and not line.startswith("folder ")] == []
    assert lines[0] == "modern: Clean sans serif in one column, with one dark accent."
    assert "extends    base" in lines
    assert "documents  cv, letter, portfolio, stories" in lines
    assert {"  theme.page=a4", "  theme.margin=", "  theme.titles.NAME="} <= {*lines}
    assert "a length from 8mm to 45mm" in run.stdout


def test_listings_of_a_strangers_themes(run_cli: RunCli, tmp_path: Path) -> None:
    """Long descriptions are wrapped, and no text of a theme moves the cursor."""
    (tmp_path / "themes/mine").mkdir(parents=True)
    text = 'name = "mine"\napi = 1\nextends = "modern"\ndescription = "\\u001b[2J' + "word " * 30 + '"\n'
    (tmp_path / "themes/mine/theme.toml").write_text(text)
    for args in (("themes",), ("theme", "show", "mine")):
        run = run_cli(*args, cwd=tmp_path)
        assert (run.returncode, run.stderr) == (0, "")
        assert "\x1b" not in run.stdout
        assert max(len(line) for line in run.stdout.splitlines() if not line.startswith("folder ")) <= 80


@pytest.mark.parametrize("words", ["render --theme ", "theme show ", "theme check ", "theme new x --from "])
def test_completion(run_cli: RunCli, project: Path, words: str) -> None:
    line = f"cvpress {words}"
    env = {"_CVPRESS_COMPLETE": "bash_complete", "COMP_WORDS": f"{line}m", "COMP_CWORD": str(len(line.split()))}
    assert run_cli(env=env, cwd=project).stdout == "plain,modern\nplain,my-look\n"


def test_completion_beside_a_broken_theme(run_cli: RunCli, tmp_path: Path) -> None:
    (tmp_path / "themes/mine").mkdir(parents=True)
    (tmp_path / "themes/mine/theme.toml").write_text("name =")
    env = {"_CVPRESS_COMPLETE": "bash_complete", "COMP_WORDS": "cvpress theme show m", "COMP_CWORD": "3"}
    run = run_cli(env=env, cwd=tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (0, "plain,mine\nplain,modern\n", "")


def test_themes_beside_a_broken_one(run_cli: RunCli, tmp_path: Path) -> None:
    folder = tmp_path / "themes/broken"
    folder.mkdir(parents=True)
    (folder / "theme.toml").write_text('name = "broken"\napi = 2\n')
    result = run_cli("themes", cwd=tmp_path)
    assert result.returncode == 0
    assert "modern " in result.stdout
    assert "cannot be used" in result.stdout
    assert "asks for api 2" in " ".join(result.stdout.split())


def test_check_says_once_that_defaults_are_wrong(run_cli: RunCli, tmp_path: Path) -> None:
    folder = tmp_path / "themes/mine"
    folder.mkdir(parents=True)
    (folder / "theme.toml").write_text('name = "mine"\napi = 1\nextends = "modern"\n[defaults]\npage = "a5"\n')
    result = run_cli("theme", "check", "mine", cwd=tmp_path)
    assert result.returncode == 3
    assert result.stderr.count("option `page` does not take `a5`") == 1
    assert result.stdout == ""
