"""One column whatever the look: `--linear`, an option, and what theme.toml says of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from outputs import ROOT, Page, pdfium_text

import cvpress
from cvpress.cli import cli
from cvpress.errors import ThemeError
from cvpress.themes.find import find_theme, theme_names

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = ROOT / "profiles/genomics-student/profile.toml"


def html(theme: str, **options: str) -> Page:
    return Page(cvpress.render_html(PROFILE, theme=theme, options=options))


@pytest.mark.parametrize("theme", theme_names())
def test_its_words_are_the_same(theme: str) -> None:
    words = [Counter(html(theme, linear=linear).text.split()) for linear in ("off", "on")]
    assert words[0] == words[1]


def test_its_words_are_the_same_on_paper() -> None:
    words = [
        Counter(pdfium_text(cvpress.render_pdf(PROFILE, theme="sidebar", options={"linear": linear})).split())
        for linear in ("off", "on")
    ]
    assert words[0] == words[1]


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("sidebar", {"layout-linear", "date-place-end", "headings-above"}),
        ("swiss", {"date-place-end", "headings-above"}),
        ("timeline", {"date-place-end", "headings-above"}),
    ],
)
def test_what_it_sets(theme: str, expected: set[str]) -> None:
    (body,) = html(theme, linear="on").all("body")
    assert expected <= {*body.attrib["class"].split()}


def test_it_beats_what_is_said_of_the_same_options() -> None:
    (body,) = html("modern", linear="on", headings="side").all("body")
    assert "headings-above" in body.attrib["class"].split()


def test_on_the_command_line() -> None:
    run = CliRunner().invoke(
        cli, ["render", str(PROFILE), "--to", "html", "-o", "-", "--theme", "sidebar", "--linear", "--isolated"]
    )
    assert run.exit_code == 0
    assert "layout-linear" in run.stdout


def make_theme(folder: Path, text: str) -> str:
    folder.mkdir(parents=True)
    (folder / "theme.toml").write_text(f'name = "{folder.name}"\napi = 1\n{text}', encoding="utf-8")
    return str(folder)


def test_a_theme_inherits_it(tmp_path: Path) -> None:
    text = 'extends = "sidebar"\n[linear]\ndensity = "airy"\ndate-place = "start"\n'
    assert find_theme(make_theme(tmp_path / "mine", text)).linear == {
        "layout": "linear",
        "headings": "above",
        "density": "airy",
        "date-place": "start",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('layuot = "linear"', "the theme has no option `layuot`"),
        ('layout = "one"', "option `layout` does not take `one`"),
        ("layout = 1", "option `layout` does not take `1`"),
    ],
)
def test_what_it_cannot_say(tmp_path: Path, text: str, message: str) -> None:
    folder = make_theme(tmp_path / "mine", f'extends = "sidebar"\n[linear]\n{text}\n')
    with pytest.raises(ThemeError) as error:
        _ = find_theme(folder).options
    assert message in error.value.message


def test_an_inherited_one_that_a_theme_makes_impossible(tmp_path: Path) -> None:
    text = 'extends = "modern"\n[options.headings]\ntype = "choice"\nchoices = ["side"]\ndefault = "side"\n'
    with pytest.raises(ThemeError, match=r"\[linear\]: option `headings` does not take `above`"):
        _ = find_theme(make_theme(tmp_path / "mine", text)).options
