"""What is said of the pages that a theme makes; the command itself, which takes long, is for .ci/run."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest

from cvpress.confined.limits import Limits
from cvpress.theme_check.bounded import bounded_page_flaws
from cvpress.theme_check.flaw import Flaw
from cvpress.theme_check.trials import page_flaws

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

HEAD = 'name = "mine"\napi = 1\nextends = "modern"\n'
WITHOUT_THE_LARGE_PROFILE = (0, 2)


def theme(folder: Path, **files: str) -> Path:
    """A theme of these files: `style` is style.css, any other name a template."""
    (folder / "templates").mkdir(parents=True)
    (folder / "theme.toml").write_text(HEAD)
    for name, text in files.items():
        (folder / ("style.css" if name == "style" else f"templates/{name}.html.j2")).write_text(text)
    return folder


def said_of(folder: Path, document: str, *, until: str = "in yellow") -> list[str]:
    """What is said of a document, before the trial that is called so."""
    found = page_flaws(str(folder), frozenset({document}), "", WITHOUT_THE_LARGE_PROFILE)
    wanted = takewhile(lambda said: isinstance(said, Flaw) or not said.text.endswith(until), found)
    return [str(said) for said in wanted if isinstance(said, Flaw)]


STYLES = """
.employer { color: #aaa; }
.contacts { display: none; }
.section-work .row { flex-direction: row-reverse; }
.section-work .text { text-transform: uppercase; font-variant-caps: small-caps; }
"""
"""Each rule breaks something else; the last one breaks nothing."""


def test_styles(tmp_path: Path) -> None:
    contrast, hidden, *moved = said_of(theme(tmp_path / "mine", style=STYLES), "cv")
    assert re.match(r"cv of a small profile: contrast too low: page 1 .*#aaaaaa on #ffffff.*'Analytical", contrast)
    assert hidden.startswith("cv of a small profile: “ada@example.org” is not in the PDF\n    hint: a style hides it")
    assert {flaw.partition("” ")[2].partition("\n")[0] for flaw in moved} == {
        "stands elsewhere in the PDF than in the source"
    }


ORDERS = {
    "row-reverse": ".sign, .addresses { display: flex; flex-direction: row-reverse; }",
    "order": ".letter { display: flex; flex-direction: column; } .opening { order: 2; }",
    "position": ".closing { position: absolute; top: 0; }",
    "float": ".closing { float: right; }",
}


@pytest.mark.parametrize("style", ORDERS.values(), ids=ORDERS)
def test_order(tmp_path: Path, style: str) -> None:
    said = said_of(theme(tmp_path / "mine", style=style), "letter")
    assert any("elsewhere in the PDF" in flaw or "overlap" in flaw for flaw in said), said


FINE = {
    "capitals": "body { text-transform: uppercase; }",
    "small capitals": "body { font-variant-caps: all-small-caps; }",
    "generated content": "p::before { content: '→ '; } p::after { content: ' ¶'; }",
    "hyphens": ".body { hyphens: auto; width: 9cm; }",
    "letter-spacing": "body { letter-spacing: .05em; }",
    "first letter": ".body p::first-letter { font-weight: 600; }",
}


def test_what_does_not_change_the_order(tmp_path: Path) -> None:
    said = said_of(theme(tmp_path / "mine", style="\n".join(FINE.values())), "letter", until="never")
    assert [flaw for flaw in said if "PDF" in flaw] == []


DEEP = '{% extends "page.html.j2" %}{% block body %}{% for i in range(2000) %}<div>{% endfor %}{% endblock %}'
TEMPLATES = {
    "fails for an empty profile": ("cv", "{{ view.sections[0].title }}", "cv of an empty profile: theme `mine` has a"),
    "unknown attribute": ("letter", "{{ view.salutation }}", "letter of a small profile: theme `mine` has a broken"),
    "recursion": ("letter", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "RecursionError"),
    "endless": ("letter", "{% for i in range(10**9) %}{% endfor %}", "Range too big"),
    "escape": ("letter", "{{ ''.__class__ }}", "does what a theme may not"),
    "includes itself": ("letter", "{% include 'letter.html.j2' %}", "RecursionError"),
    "deep": ("letter", DEEP, "it cannot be rendered"),
}


@pytest.mark.parametrize(("document", "text", "message"), TEMPLATES.values(), ids=TEMPLATES)
def test_templates(tmp_path: Path, document: str, text: str, message: str) -> None:
    assert message in said_of(theme(tmp_path / "mine", **{document: text}), document)[0]


@pytest.mark.matrix
def test_a_theme_that_never_ends(tmp_path: Path) -> None:
    words = "{% for i in range(90000) %}<p>words that are to be set</p>{% endfor %}"
    endless = '{% extends "page.html.j2" %}{% block body %}' + words + "{% endblock %}"
    folder = theme(tmp_path / "mine", letter=endless)
    flaws = list(bounded_page_flaws(str(folder), frozenset({"letter"}), "", limits=Limits(seconds=5)))
    assert [str(flaw).partition("\n")[0] for flaw in flaws] == [
        "letter of a small profile: it takes more than 5 seconds"
    ]


@pytest.mark.matrix
def test_templates_that_never_end(tmp_path: Path) -> None:
    endless = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    flaws = bounded_page_flaws(str(theme(tmp_path / "mine", letter=endless)), frozenset({"letter"}), "")
    assert "its templates take more than 500,000 steps" in str(next(iter(flaws)))


DOUBLED = "{% set n = namespace(s='a') %}{% for i in range(40) %}{% set n.s = n.s ~ n.s %}{% endfor %}"


@pytest.mark.matrix
def test_a_theme_that_takes_all_memory(tmp_path: Path) -> None:
    folder = theme(tmp_path / "mine", letter=DOUBLED)
    flaws = [str(flaw) for flaw in bounded_page_flaws(str(folder), frozenset({"letter"}), "")]
    assert flaws[0].startswith("letter of a small profile: it cannot be rendered: MemoryError")


@pytest.mark.matrix
def test_a_new_theme_has_no_flaws(run_cli: RunCli, tmp_path: Path) -> None:
    assert run_cli("theme", "new", "my-look", cwd=tmp_path).returncode == 0
    run = run_cli("theme", "check", "my-look", cwd=tmp_path)
    assert run == (0, "", "my-look: nothing to mend\n")


@pytest.mark.slow
def test_the_command(run_cli: RunCli, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "theme.toml").write_text('name = "mine"\napi = 1\nextends = "modern"\n')
    (folder / "styles.css").write_text("")
    (folder / "notes\x1b[31m.doc").write_text("")
    run = run_cli("theme", "check", "./mine", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (1, "2 things to mend\n")
    assert run.stdout.splitlines() == [
        "./mine/notes␛[31m.doc: nothing reads this file",
        "    hint: a theme is theme.toml, styles, templates, fonts and icons",
        "./mine/styles.css: nothing reads this style sheet",
        "    hint: did you mean `style.css`?",
    ]


def test_no_such_theme(run_cli: RunCli, tmp_path: Path) -> None:
    run = run_cli("theme", "check", "moderm", cwd=tmp_path)
    assert run.returncode == 3
    assert "did you mean `modern`?" in run.stderr
