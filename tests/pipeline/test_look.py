"""Which theme a document has and the values of its options: five places, the later ones over the earlier."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from outputs import Page

from cvpress.cli import cli

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

PERSON: dict[str, Any] = {"name": "Marie Curie", "email": "marie@example.org"}
PROFILE: dict[str, Any] = {
    "basics": PERSON,
    "work": [{"name": "Sorbonne", "position": "Professor", "startDate": "1906-05"}],
    "education": [{"institution": "Sorbonne", "area": "Physics", "endDate": "1893"}],
    "custom": [{"id": "posts", "title": "Posts of honour", "entries": [{"name": "Warsaw"}]}],
}
PLACES = ("theme", "profile", "settings", "variant", "asked")
COLORS = {place: f"#{number}23456" for number, place in enumerate(PLACES, 1)}
MINE = 'name = "mine"\napi = 1\nextends = "modern"\n'


class Project:
    """A folder with a profile, a theme and settings; the command line is called in this process, which is quicker."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def profile(self, **more: Any) -> None:
        self.write("cv.json", json.dumps({**PROFILE, **more}))

    def html(self, *args: str) -> str:
        run = self._run(args)
        assert (run.exit_code, run.stderr) == (0, "")
        return run.stdout

    def refused(self, *args: str) -> tuple[int, str]:
        run = self._run(args)
        assert run.stdout == ""
        return run.exit_code, run.stderr

    def _run(self, args: tuple[str, ...]) -> Result:
        return CliRunner().invoke(cli, ["render", "cv.json", "--to", "html", "-o", "-", *args])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    made = Project(tmp_path)
    made.profile()
    return made


def accent(html: str) -> str:
    (found,) = re.findall(r"--accent:(#[0-9a-f]+);", html)
    return str(found)


def titles(html: str) -> list[str]:
    return re.findall(r"<h2[^>]*>([^<]*)</h2>", html)


@pytest.mark.parametrize("count", range(1, len(PLACES) + 1))
def test_each_place_beats_those_before_it(project: Project, count: int) -> None:
    said = {place: COLORS[place] for place in PLACES[:count]}
    project.write("themes/mine/theme.toml", f'{MINE}[defaults]\naccent = "{said["theme"]}"\n')
    variant = {"options": {"accent": said["variant"]}} if "variant" in said else {}
    look = {"theme": "mine", "options": {"accent": said["profile"]}} if "profile" in said else {"theme": "mine"}
    project.profile(meta={"cvpress": look}, variants={"one": variant})
    if "settings" in said:
        project.write("cvpress.toml", f'[theme]\naccent = "{said["settings"]}"\n')
    asked = ("--set", f"theme.accent={said['asked']}") if "asked" in said else ()
    assert accent(project.html("--variant", "one", *asked)) == COLORS[PLACES[count - 1]]


THEMES = {
    "profile": ({"theme": "mine"}, "", "", (), "mine"),
    "settings as text": ({}, 'theme = "mine"\n', "", (), "mine"),
    "settings as a table": ({}, '[theme]\nname = "mine"\n', "", (), "mine"),
    "settings over profile": ({"theme": "swiss"}, 'theme = "mine"\n', "", (), "mine"),
    "variant over settings": ({}, 'theme = "nowhere"\n', "mine", ("--variant", "one"), "mine"),
    "asked over all": ({"theme": "swiss"}, 'theme = "b"\n', "modern", ("--variant", "one", "--theme", "mine"), "mine"),
    "nothing": ({}, "", "", (), ""),
}


@pytest.mark.parametrize(("look", "settings", "variant", "args", "theme"), THEMES.values(), ids=THEMES)
def test_theme(
    project: Project, look: dict[str, str], settings: str, variant: str, args: tuple[str], theme: str
) -> None:
    project.write("themes/mine/theme.toml", MINE)
    project.write("themes/mine/style.css", "/* it is mine */")
    project.write("cvpress.toml", settings)
    meta = {"meta": {"cvpress": look}} if look else {}
    project.profile(**meta, variants={"one": {"theme": variant} if variant else {}})
    assert ("it is mine" in project.html(*args)) == bool(theme)


def test_options_meant_for_another_theme(project: Project) -> None:
    """What a profile says of its own theme is left out where another theme lacks it, and holds where it has it."""
    project.write("themes/mine/theme.toml", f'{MINE}[options.shade]\ntype = "color"\ndefault = "#111111"\n')
    project.profile(meta={"cvpress": {"theme": "mine", "options": {"shade": "#222222", "accent": "#333333"}}})
    assert "--shade:#222222" in project.html()
    html = project.html("--theme", "modern")
    assert "--shade" not in html
    assert accent(html) == "#333333"
    assert "--shade:#222222" in project.html("--theme", "./themes/mine")


def test_an_option_that_its_own_theme_lacks(project: Project) -> None:
    project.write("themes/mine/theme.toml", MINE)
    project.write("cvpress.toml", '[theme]\nname = "./themes/mine"\nacent = "#123"\n')
    code, said = project.refused()
    assert code == 2
    assert "cvpress.toml: the theme has no option `acent`" in said
    assert "did you mean `accent`?" in said


def test_a_profile_names_its_theme_and_no_path(project: Project) -> None:
    project.write("themes/mine/theme.toml", MINE)
    project.profile(meta={"cvpress": {"theme": "./themes/mine"}})
    code, said = project.refused()
    assert code == 2
    assert "warning[C118]" in said
    assert "`meta.cvpress`: a profile names its theme, and `./themes/mine` is a path" in said


WRONG = {
    "settings": ({}, '[theme]\naccent = "red"\n', {}, (), "cvpress.toml: option `accent` does not take `red`"),
    "asked": ({}, "", {}, ("--set", "theme.margin=99mm"), "error: option `margin` does not take `99mm`"),
    "section": ({"options": {"sections": ["wrk"]}}, "", {}, (), "`meta.cvpress`: there is no section `wrk`"),
    "title": ({}, "[theme.titles]\nwrok = 'x'\n", {}, (), "cvpress.toml: there is no section `wrok`"),
    "of a variant": ({}, "", {"options": {"sections": "work,edu"}}, (), "variant `one`: there is no section `edu`"),
    "title asked": ({}, "", {}, ("--set", "theme.titles.Work=x"), "error: there is no section `Work`"),
    "title of nothing": ({}, "", {}, ("--set", "theme.titles=x"), "the theme has no option `titles`"),
}


@pytest.mark.parametrize(("look", "settings", "variant", "args", "message"), WRONG.values(), ids=WRONG)
def test_messages_name_the_place(
    project: Project, look: dict[str, Any], settings: str, variant: dict[str, Any], args: tuple[str], message: str
) -> None:
    project.write("cvpress.toml", settings)
    project.profile(meta={"cvpress": look}, variants={"one": variant})
    code, said = project.refused("--variant", "one", *args)
    assert code == 2
    assert message in said
    assert "hint: " in said


@pytest.mark.parametrize(
    ("look", "variant", "finding"),
    [
        ({"options": {"accent": "red"}}, {}, "option `accent` does not take `red`"),
        ({}, {"options": {"page": "a5"}}, "option `page` does not take `a5`"),
        ({"options": {"titles": {"work": {"a": 1}}}}, {}, "option `titles` is to be"),
    ],
)
def test_what_a_profile_says_wrongly_is_a_finding(
    project: Project, look: dict[str, Any], variant: dict[str, Any], finding: str
) -> None:
    project.profile(meta={"cvpress": look}, variants={"one": variant})
    code, said = project.refused()
    assert code == 1
    assert f"error[C117]: {finding}" in said


@pytest.mark.parametrize(
    ("name", "hint"), [("wrk", "`work`?"), ("Education", "`education`?"), ("Posts of honor", "`Posts of honour`?")]
)
def test_a_section_that_there_is_not(project: Project, name: str, hint: str) -> None:
    for key in (f"theme.sections={name}", f"theme.titles.{name}=x"):
        _, said = project.refused("--set", key)
        assert f"there is no section `{name}`" in said
        assert f"did you mean {hint}" in said


def test_a_section_that_a_theme_makes_up(project: Project) -> None:
    project.write("themes/mine/theme.toml", f'{MINE}[defaults]\nsections = "experience"\n')
    code, said = project.refused("--theme", "mine")
    assert code == 3
    assert "theme `mine`: there is no section `experience`" in said


FORMS = {"short": "May 1906", "long": "May 1906", "numeric": "5/1906", "iso": "1906-05", "year": "1906"}


@pytest.mark.parametrize(("form", "shown"), FORMS.items())
def test_forms_of_dates(project: Project, form: str, shown: str) -> None:
    assert f"Professor {shown} – present" in Page(project.html("--set", f"theme.dates={form}")).text


def test_order_and_titles(project: Project) -> None:
    assert titles(project.html()) == ["Experience", "Education", "Posts of honour"]
    project.write(
        "themes/mine/theme.toml",
        f'{MINE}[defaults]\nsections = ["education"]\ntitles = {{ work = "Posts", education = "Schools" }}\n',
    )
    assert titles(project.html("--theme", "mine")) == ["Schools", "Posts", "Posts of honour"]
    look = {"theme": "mine", "options": {"sections": ["posts", "work"], "titles": {"posts": "Honours"}}}
    project.profile(meta={"cvpress": look})
    assert titles(project.html()) == ["Honours", "Posts", "Schools"]
    project.write("cvpress.toml", '[theme]\nsections = "Posts of honour"\ntitles = { education = "Studies" }\n')
    assert titles(project.html()) == ["Honours", "Posts", "Studies"]
    asked = ("--set", "theme.sections=education,custom", "--set", "theme.titles.posts=", "--set", "theme.titles.work=x")
    assert titles(project.html(*asked)) == ["Studies", "Posts of honour", "x"]


SETTINGS = {
    "number": ("theme = 3", "1:9", "expected the name of a theme, or a table here, found a number"),
    "list": ('theme = ["modern"]', "1:9", "expected the name of a theme, or a table here, found a list"),
    "name": ("[theme]\nname = 3", "2:8", "expected a text here, found a number"),
    "table in a table": ("[theme]\npage = 'a4'\n[theme.titles.work]\na = 1", "3:", "an option cannot be"),
    "lists in a list": ("[theme]\nsections = [['work']]", "2:12", "an option cannot be a list like this"),
}


@pytest.mark.parametrize(("text", "place", "message"), SETTINGS.values(), ids=SETTINGS)
def test_wrong_types_in_the_settings_have_a_position(project: Project, text: str, place: str, message: str) -> None:
    project.write("cvpress.toml", text)
    code, said = project.refused()
    assert code == 2
    assert f"cvpress.toml:{place}" in said
    assert message in said


@pytest.mark.parametrize("text", ["steps = true", 'steps = "on"', "photo = false", 'page = "LETTER"'])
def test_how_a_switch_is_written(project: Project, text: str) -> None:
    project.write("cvpress.toml", f"[theme]\n{text}\n")
    name, value = text.replace('"', "").lower().split(" = ")
    wanted = {"true": "on", "false": "off"}.get(value, value)
    (classes,) = re.findall('<body class="([^"]*)"', project.html())
    assert f"{name}-{wanted}" in classes.split()


def test_a_theme_that_is_made_to_be_extended(project: Project) -> None:
    code, said = project.refused("--theme", "base")
    assert code == 3
    assert "`base` is a theme for others to extend" in said
    assert "modern" in said
