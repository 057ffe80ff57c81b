"""`cvpress build`: what is made, what is not made again, and what stops it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from cvpress.build.making import Order, Plans
from cvpress.build.making import made as made_of
from cvpress.build.recipes import Recipe
from cvpress.pipeline import rendering
from cvpress.policy.settings import DEFAULT
from cvpress.views.request import Request

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run, RunCli

ANNA = """\
basics:
  name: Anna Example
  email: anna@example.org
work:
  - {id: job, name: Firm, position: Engineer}
  - {id: old, name: Elsewhere, position: Clerk, visibility: private}
translations:
  de: {entries: {job: {position: Ingenieurin}}}
"""
BOTH = """\
[[build]]
profile = "anna.yaml"
locales = ["", "de"]
formats = "html"
"""


class Project:
    """A folder with profiles and a settings file."""

    def __init__(self, folder: Path, run_cli: RunCli) -> None:
        self.folder = folder
        self._run_cli = run_cli

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def build(self, *args: str, cwd: str = ".", **variables: str) -> Run:
        return self._run_cli("build", *args, cwd=self.folder / cwd, env=variables)

    def built(self, *args: str, **variables: str) -> list[str]:
        """The files that a run writes."""
        run = self.build(*args, **variables)
        assert run.returncode == 0, run.stderr
        return [line.removeprefix("wrote ") for line in run.stderr.splitlines() if line.startswith("wrote ")]


@pytest.fixture
def project(tmp_path: Path, run_cli: RunCli) -> Project:
    project = Project(tmp_path, run_cli)
    project.write("anna.yaml", ANNA)
    project.write("cvpress.toml", BOTH)
    return project


def test_every_combination_is_made(project: Project) -> None:
    assert project.built() == ["build/anna.html", "build/anna-de.html"]
    assert "Ingenieurin" in (project.folder / "build/anna-de.html").read_text()
    assert "Ingenieurin" not in (project.folder / "build/anna.html").read_text()


def test_the_bytes_are_those_of_render(project: Project, run_cli: RunCli) -> None:
    project.built()
    run_cli("render", "anna.yaml", "--to", "html", "-o", "alone.html", cwd=project.folder)
    assert (project.folder / "alone.html").read_bytes() == (project.folder / "build/anna.html").read_bytes()


CHANGES = {
    "nothing": (lambda _: None, []),
    "a comment": (lambda project: project.write("anna.yaml", f"# about me\n{ANNA}"), []),
    "a private entry": (lambda project: project.write("anna.yaml", ANNA.replace("Clerk", "Typist")), []),
    "one language": (lambda project: project.write("anna.yaml", ANNA.replace("Ingenieurin", "Leiterin")), ["-de"]),
    "all languages": (lambda project: project.write("anna.yaml", ANNA.replace("Anna", "Anne")), ["", "-de"]),
    "an output that was edited": (lambda project: project.write("build/anna.html", "mine"), [""]),
    "an output that is gone": (lambda project: (project.folder / "build/anna-de.html").unlink(), ["-de"]),
    "a broken state": (lambda project: project.write("build/.cvpress-build.json", "{"), ["", "-de"]),
    "a foreign state": (lambda project: project.write("build/.cvpress-build.json", "[1, 2]"), ["", "-de"]),
    "an option": (
        lambda project: project.write("cvpress.toml", f'{BOTH}options = {{ accent = "#0055aa" }}\n'),
        ["", "-de"],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_what_has_changed_is_made_again(name: str, project: Project) -> None:
    project.built()
    before = (project.folder / "build/anna.html").read_bytes()
    change, suffixes = CHANGES[name]
    change(project)
    assert project.built() == [f"build/anna{suffix}.html" for suffix in suffixes]
    if suffixes == ["", "-de"] and name.endswith("state"):
        assert (project.folder / "build/anna.html").read_bytes() == before
    assert project.built() == []


def test_a_theme_is_among_what_an_output_is_made_of(project: Project) -> None:
    project.write("themes/mine/theme.toml", 'name = "mine"\napi = 1\nextends = "modern"\n')
    project.write("themes/mine/style.css", "body { color: red }")
    project.write("cvpress.toml", f'{BOTH}theme = "mine"\n')
    assert len(project.built()) == 2
    assert project.built() == []
    project.write("themes/mine/style.css", "body { color: blue }")
    assert len(project.built()) == 2


def test_the_time_stamp_is_too(project: Project) -> None:
    project.write("cvpress.toml", '[[build]]\nprofile = "anna.yaml"\nformats = "pdf"\n')
    assert project.built(SOURCE_DATE_EPOCH="1000000000") == ["build/anna.pdf"]
    assert project.built(SOURCE_DATE_EPOCH="1000000000") == []
    assert project.built(SOURCE_DATE_EPOCH="1000000001") == ["build/anna.pdf"]


def test_force_makes_everything(project: Project) -> None:
    project.built()
    assert len(project.built("--force")) == 2


def test_some_formats_only(project: Project) -> None:
    project.write("cvpress.toml", '[[build]]\nprofile = "anna.yaml"\n')
    assert project.built("--to", "html") == ["build/anna.html"]
    assert project.built() == ["build/anna.pdf"]


def test_a_dry_run_makes_nothing(project: Project) -> None:
    run = project.build("--dry-run")
    assert run.stderr.splitlines() == [
        "would write build/anna.html",
        "would write build/anna-de.html",
        "2 to make, 0 up to date",
    ]
    assert not (project.folder / "build").exists()


def test_it_is_the_same_from_a_folder_below(project: Project) -> None:
    (project.folder / "notes").mkdir()
    run = project.build(cwd="notes")
    assert "wrote ../build/anna.html" in run.stderr
    assert project.built() == []


def test_settings_in_pyproject(project: Project) -> None:
    (project.folder / "cvpress.toml").unlink()
    project.write("pyproject.toml", BOTH.replace("[[build]]", "[[tool.cvpress.build]]"))
    assert project.built() == ["build/anna.html", "build/anna-de.html"]


def test_several_profiles_have_a_folder_each(project: Project) -> None:
    project.write("people/bert/profile.yaml", ANNA.replace("Anna", "Bert"))
    project.write("cvpress.toml", '[[build]]\nprofile = ["anna.yaml", "people"]\nformats = ["html"]\noutput = "out"\n')
    assert project.built() == ["out/anna/anna.html", "out/bert/profile.html"]


def test_a_profile_with_errors_does_not_stop_the_others(project: Project) -> None:
    project.write("bad/profile.yaml", "basics: {emial: x}")
    project.write("cvpress.toml", '[[build]]\nprofile = ["bad", "anna.yaml"]\nformats = "html"\n')
    run = project.build()
    assert run.returncode == 1
    assert "bad/profile.yaml:1:10: error[K102]" in run.stderr
    assert "wrote build/anna/anna.html" in run.stderr
    assert run.stderr.endswith("1 made, 0 up to date, 1 profile failed\n")


def test_a_failed_profile_leaves_its_old_outputs(project: Project) -> None:
    project.built()
    before = (project.folder / "build/anna.html").read_bytes()
    project.write("anna.yaml", "basics: {emial: x}")
    assert project.build().returncode == 1
    assert (project.folder / "build/anna.html").read_bytes() == before


def test_variants_have_a_file_each(project: Project) -> None:
    project.write("anna.yaml", f"{ANNA}variants:\n  short: {{label: Boss}}\n")
    project.write("cvpress.toml", '[[build]]\nprofile = "anna.yaml"\nvariants = ["", "short"]\nformats = "html"\n')
    assert project.built() == ["build/anna.html", "build/anna-short.html"]
    assert "Boss" in (project.folder / "build/anna-short.html").read_text()
    assert "Boss" not in (project.folder / "build/anna.html").read_text()


@pytest.mark.slow
def test_pages_are_fitted_only_when_something_has_changed(project: Project) -> None:
    jobs = "".join(f"  - {{id: j{number}, name: Firm {number}, position: Engineer}}\n" for number in range(60))
    project.write("anna.yaml", f"basics: {{name: Anna Example, email: anna@example.org}}\nwork:\n{jobs}")
    project.write("cvpress.toml", '[[build]]\nprofile = "anna.yaml"\nformats = "html"\nfit = 1\n')
    assert project.built() == ["build/anna.html"]
    page = (project.folder / "build/anna.html").read_text()
    assert "Firm 1<" in page
    assert "Firm 59<" not in page
    assert project.built() == []
    project.write("cvpress.toml", '[[build]]\nprofile = "anna.yaml"\nformats = "html"\nfit = 2\n')
    assert project.built() == ["build/anna.html"]


LETTERS = "letters:\n  - {id: firm, opening: Dear Sirs, body: [{text: Hello.}]}\n"


def test_documents_are_merged(project: Project) -> None:
    project.write("anna.yaml", f"{ANNA}{LETTERS}")
    recipe = '[[build]]\nprofile = "anna.yaml"\ndocuments = ["letter", "cv"]\nmerge = true\n'
    project.write("cvpress.toml", recipe)
    made = ["build/anna-letter.html", "build/anna.html", "build/anna-application.pdf"]
    assert project.built() == made
    assert project.built() == []
    project.write("anna.yaml", f"{ANNA}{LETTERS.replace('Hello', 'Good morning')}")
    assert project.built() == ["build/anna-letter.html", "build/anna-application.pdf"]


def test_a_source_is_part_of_what_is_made(project: Project) -> None:
    recipe = '[[build]]\nprofile = "anna.yaml"\ndocuments = "cv"\n'
    project.write("cvpress.toml", recipe)
    assert project.built() == ["build/anna.html", "build/anna.pdf"]
    with_source = (project.folder / "build/anna.pdf").read_bytes()
    project.write("cvpress.toml", f"{recipe}source = false\n")
    assert project.built() == ["build/anna.pdf"]
    assert b"EmbeddedFile" in with_source
    assert b"EmbeddedFile" not in (project.folder / "build/anna.pdf").read_bytes()


def test_blind_documents_do_not_have_the_profiles_name(project: Project) -> None:
    project.write("cvpress.toml", '[[build]]\nprofile = "anna.yaml"\nformats = "html"\nredact = true\n')
    assert project.built() == ["build/blind-cv.html"]
    assert "Example" not in (project.folder / "build/blind-cv.html").read_text()


def test_private_stories_are_in_their_sheet_alone(project: Project) -> None:
    project.write("anna.yaml", f"{ANNA}stories:\n  - {{id: s, kind: conflict, title: The quarrel}}\n")
    settings = '[[build]]\nprofile = "anna.yaml"\ndocuments = "all"\nformats = "html"\nprivate = true\n'
    project.write("cvpress.toml", settings)
    assert project.built() == ["build/anna.html", "build/anna-stories.html"]
    assert "The quarrel" in (project.folder / "build/anna-stories.html").read_text()
    assert "The quarrel" not in (project.folder / "build/anna.html").read_text()
    assert project.built() == []


def test_a_document_for_two_formats_is_fitted_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = []
    made = rendering.Opened.rendering

    def counting(self: rendering.Opened, request: Request, **options: Any) -> rendering.Rendering:
        counted.append(options["is_fitted"])
        return made(self, request, **options)

    monkeypatch.setattr(rendering.Opened, "rendering", counting)
    monkeypatch.chdir(project.folder)
    order = Order(Recipe(("anna.yaml",), request=Request(fit=1)), "anna.yaml", "")
    messages = [*made_of(Plans((order,), "", DEFAULT, force=False, dry_run=False))]
    assert [message.kind for message in messages] == ["output", "output", "built"]
    assert counted.count(True) == 1


def test_nothing_is_written_outside_the_project_by_a_link(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (project.folder / "link").symlink_to(outside)
    project.write("cvpress.toml", '[[build]]\nprofile = "anna.yaml"\nformats = "html"\noutput = "link/sub"\n')
    run = project.build()
    assert (run.returncode, list(outside.iterdir())) == (1, [])
    assert "link/sub/anna.html lies outside the project" in run.stderr


def test_nothing_outside_the_project_is_written_over(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    victim = tmp_path_factory.mktemp("outside") / "victim.html"
    victim.write_text("mine")
    (project.folder / "build").mkdir()
    (project.folder / "build/anna.html").symlink_to(victim)
    assert project.build().returncode == 1
    assert victim.read_text() == "mine"


STATES = {
    "too deep": "[" * 100_000,
    "no text": b"\xff\xfe",
    "no hashes": '{"version": 1, "outputs": {"anna.html": 3}}',
}


@pytest.mark.parametrize("name", STATES)
def test_with_a_broken_state_all_is_made_anew(name: str, project: Project) -> None:
    state = STATES[name]
    (project.folder / "build").mkdir()
    (project.folder / "build/.cvpress-build.json").write_bytes(state if isinstance(state, bytes) else state.encode())
    assert len(project.built()) == 2
    assert project.built() == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
@pytest.mark.parametrize("name", ["anna.html", ".cvpress-build.json"])
def test_a_pipe_is_not_waited_for(name: str, project: Project) -> None:
    (project.folder / "build").mkdir()
    os.mkfifo(project.folder / "build" / name)
    assert project.build("--dry-run").returncode == 0


def test_what_is_made_twice_is_told_before_anything_is_written(project: Project) -> None:
    project.write("cvpress.toml", f"{BOTH}{BOTH}")
    run = project.build()
    assert run.returncode == 2
    assert "build/anna.html is to be made twice" in run.stderr
    assert not (project.folder / "build").exists()


def test_folders_of_blind_documents_do_not_have_the_profiles_names(project: Project) -> None:
    project.write("bert.yaml", ANNA.replace("Anna", "Bert"))
    settings = '[[build]]\nprofile = ["anna.yaml", "bert.yaml"]\nformats = "html"\nredact = true\n'
    project.write("cvpress.toml", settings)
    assert project.built() == ["build/1/blind-cv.html", "build/2/blind-cv.html"]


REFUSED = {
    "no table": ("strict = true", "cvpress.toml does not say what to build", "write a table [[build]]"),
    "no profile": ("[[build]]\n", "it does not say of which profile", 'write `profile = "me.yaml"`'),
    "unknown key": ('[[build]]\nprofile = "anna.yaml"\nlocale = "de"\n', "no setting `locale`", "mean `locales`?"),
    "unknown format": ('[[build]]\nprofile = "anna.yaml"\nformats = ["htm"]\n', "there is no `htm`", "mean `html`?"),
    "wrong type": ('[[build]]\nprofile = "anna.yaml"\ntheme = 3\n', "expected a text here, found a number", "quotes"),
    "no list": ("[[build]]\nprofile = 3\n", "expected a list here, found a number", ""),
    "no table of options": ('[[build]]\nprofile = "anna.yaml"\noptions = 3\n', "expected a table here", "key = value"),
    "outside": ('[[build]]\nprofile = "anna.yaml"\noutput = "../x"\n', "the output lies outside", "name a folder"),
    "absolute": ('[[build]]\nprofile = "anna.yaml"\noutput = "/x"\n', "the output lies outside", "name a folder"),
    "no file": ('[[build]]\nprofile = "ana.yaml"\n', "ana.yaml cannot be read", "did you mean anna.yaml?"),
    "no document": (
        '[[build]]\nprofile = "anna.yaml"\ndocuments = "cvs"\n',
        "there is no document `cvs`",
        "documents: ",
    ),
    "no locale": ('[[build]]\nprofile = "anna.yaml"\nlocales = "xx"\n', "there is no language `xx`", "languages: "),
    "no theme": ('[[build]]\nprofile = "anna.yaml"\ntheme = "moder"\n', "there is no theme `moder`", "`modern`?"),
    "no page": ('[[build]]\nprofile = "anna.yaml"\nfit = 0\n', "at least one page", "`fit = 1`"),
    "no number": ('[[build]]\nprofile = "anna.yaml"\nfit = true\n', "expected a number of pages here", "a number"),
    "no flag": ('[[build]]\nprofile = "anna.yaml"\nmerge = 1\n', "expected true or false here", "`true` or `false`"),
    "no variant": ('[[build]]\nprofile = "anna.yaml"\nvariants = "x"\n', "there is no variant `x`", "no `variants`"),
    "no profiles": ("[[build]]\nprofile = []\n", "it does not say of which profile", 'write `profile = "me.yaml"`'),
    "twice": (f"{BOTH}{BOTH}", "anna.html is to be made twice", "another `output`"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str, project: Project) -> None:
    settings, message, hint = REFUSED[name]
    project.write("cvpress.toml", settings)
    run = project.build()
    assert run.returncode in {1, 2}
    assert message in run.stderr
    assert hint in run.stderr


def test_no_settings_file(project: Project) -> None:
    (project.folder / "cvpress.toml").unlink()
    run = project.build()
    assert run.returncode == 2
    assert "cvpress.toml does not say what to build" in run.stderr


def test_the_state_holds_no_text_of_the_profile(project: Project) -> None:
    project.built()
    state = json.loads((project.folder / "build/.cvpress-build.json").read_text())
    assert set(state["outputs"]) == {"anna.html", "anna-de.html"}
    assert "Anna Example" not in json.dumps(state)


def test_other_commands_take_the_same_settings_file(project: Project, run_cli: RunCli) -> None:
    assert run_cli("validate", "anna.yaml", cwd=project.folder).returncode == 0


def test_a_profile_that_takes_too_much_does_not_stop_the_others(project: Project) -> None:
    project.write("themes/bomb/theme.toml", 'name = "bomb"\napi = 1\nextends = "modern"\n')
    project.write("themes/bomb/print.css", "p { width: " + "calc(" * 5000 + "1px" + ")" * 5000 + "}")
    project.write("anna.yaml", ANNA.replace("Anna Example", "Anna").replace("work:", "  summary: Sound.\nwork:"))
    recipes = 'profile = "anna.yaml"\nformats = "pdf"\n'
    project.write(
        "cvpress.toml", f'[[build]]\n{recipes}theme = "bomb"\noutput = "a"\n[[build]]\n{recipes}output = "b"\n'
    )
    run = project.build()
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        "error: anna.yaml: it nests too deeply",
        "hint: let it nest less: lists, elements, groups in a drawing",
        "wrote b/anna.pdf",
        "1 made, 0 up to date, 1 profile failed",
    ]
    assert not (project.folder / "a").exists()


def test_any_number_of_processes_makes_and_says_the_same(project: Project) -> None:
    for number in range(5):
        project.write(f"people/p{number}.yaml", ANNA.replace("Anna", f"Anna {number}"))
    project.write("people/p2.yaml", "basics: {emial: x}")
    project.write("cvpress.toml", '[[build]]\nprofile = "people/*"\nformats = "html"\n')
    seen = []
    for jobs in ("1", "3"):
        run = project.build("--jobs", jobs, "--force")
        files = {path.name: path.read_bytes() for path in project.folder.glob("build/*/*")}
        state = (project.folder / "build/.cvpress-build.json").read_text()
        seen.append((run.returncode, run.stderr, files, state))
    assert seen[0] == seen[1]
    assert len(seen[0][2]) == 4
