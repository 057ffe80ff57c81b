"""Variants, tags, pages and blind documents on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from outputs import NAMES, PROFILES

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

PROFILE: dict[str, Any] = {
    "basics": {"name": "Marie Curie", "label": "Physicist", "email": "marie@example.org"},
    "work": [
        {"name": "Sorbonne", "position": "Professor", "tags": ["teaching"]},
        {"name": "Radium Institute", "position": "Director", "tags": ["lab"]},
    ],
    "education": [{"institution": "Sorbonne", "startDate": "1891", "endDate": "1893"}],
    "translations": {"de": {"basics": {"label": "Physikerin"}}},
    "variants": {"teaching": {"include": ["teaching"], "label": "Teacher", "locale": "de"}, "a/b c": {}},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "marie-curie.json").write_text(json.dumps(PROFILE))
    return tmp_path


def html_of(run_cli: RunCli, folder: Path, *args: str) -> str:
    run = run_cli("render", "marie-curie.json", "--to", "html", "-o", "-", *args, cwd=folder)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


NAMES_OF_FILES = {
    "plain": ([], "marie-curie.html"),
    "variant": (["--variant", "teaching"], "marie-curie-teaching.html"),
    "odd variant": (["--variant", "a/b c"], "marie-curie-a-b-c.html"),
    "in a folder": (["--variant", "teaching", "-o", "out/"], "out/marie-curie-teaching.html"),
    "blind": (["--redact"], "blind-cv.html"),
    "blind variant": (["--redact", "--variant", "teaching"], "blind-cv.html"),
    "blind in a folder": (["--redact-also", "dates", "-o", "out/"], "out/blind-cv.html"),
    "blind, named": (["--redact", "-o", "mine.html"], "mine.html"),
}


@pytest.mark.parametrize(("args", "name"), NAMES_OF_FILES.values(), ids=NAMES_OF_FILES)
def test_names_of_files(run_cli: RunCli, folder: Path, args: list[str], name: str) -> None:
    run = run_cli("render", "marie-curie.json", "--to", "html", *args, cwd=folder)
    assert (run.returncode, run.stderr.splitlines()[-1]) == (0, f"wrote {name}")
    assert (folder / name).exists()


def test_a_variant(run_cli: RunCli, folder: Path) -> None:
    html = html_of(run_cli, folder, "--variant", "teaching")
    assert "Teacher" in html
    assert "Berufserfahrung" in html
    assert "Director" not in html


def test_tags_and_texts(run_cli: RunCli, folder: Path) -> None:
    html = html_of(
        run_cli, folder, "--tag", "lab", "--set", "basics.label=Chemist = best", "--set", "theme.accent=#123"
    )
    assert "Director" in html
    assert "Professor" not in html
    assert "Chemist = best" in html
    assert "Director" not in html_of(run_cli, folder, "--without", "lab")
    both = html_of(run_cli, folder, "--variant", "teaching", "--tag", "lab", "--locale", "en")
    assert "Director" in both
    assert "Professor" in both
    assert "Experience" in both


def test_blind(run_cli: RunCli, folder: Path) -> None:
    html = html_of(run_cli, folder, "--redact")
    assert "Curie" not in html
    assert "marie@" not in html
    assert "Sorbonne" in html
    assert "1891" in html
    html = html_of(run_cli, folder, "--redact-also", "dates, Organizations")
    assert "Sorbonne" not in html
    assert "1891" not in html
    assert "Employer 1" in html


REFUSED = {
    "variant": (["--variant", "teachng"], "there is no variant `teachng`", "did you mean `teaching`?"),
    "text": (["--set", "basics.lable=x"], "--set does not take `basics.lable`", "did you mean `label`?"),
    "far text": (["--set", "basics.zzz=x"], "--set does not take `basics.zzz`", "texts: name, label"),
    "no key": (["--set", "label=x"], "--set does not take `label=x`", "theme.OPTION=VALUE or basics.label=VALUE"),
    "no value": (["--set", "basics.label"], "--set does not take `basics.label`", "theme.OPTION=VALUE"),
    "redaction": (["--redact-also", "names"], "--redact-also does not take `names`", "dates and organizations"),
}


@pytest.mark.parametrize(("args", "message", "hint"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(run_cli: RunCli, folder: Path, args: list[str], message: str, hint: str) -> None:
    run = run_cli("render", "marie-curie.json", *args, cwd=folder)
    assert (run.returncode, run.stdout) == (2, "")
    error, *rest = run.stderr.splitlines()
    assert error == f"error: {message}"
    assert hint in " ".join(rest)


@pytest.mark.parametrize("pages", ["0", "-1", "x"])
def test_pages_are_counted_from_one(run_cli: RunCli, folder: Path, pages: str) -> None:
    run = run_cli("render", "marie-curie.json", "--fit", pages, cwd=folder)
    assert run.returncode == 2
    assert "--fit" in run.stderr


def test_what_has_no_room_is_named(run_cli: RunCli, folder: Path) -> None:
    jobs = [{"name": f"Employer {number}", "summary": "Worked hard. " * 70} for number in range(8)]
    (folder / "long.json").write_text(json.dumps({**PROFILE, "work": jobs}))
    run = run_cli("render", "long.json", "--to", "html", "--fit", "1", cwd=folder)
    assert run.returncode == 0
    assert "left out for want of room: Experience: Employer 7" in run.stderr.splitlines()
    assert "Employer 7" not in (folder / "long.html").read_text()


def test_list_of_variants(run_cli: RunCli, folder: Path) -> None:
    run = run_cli("variants", "marie-curie.json", cwd=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert "teaching: modern · de\n  Teacher\n" in run.stdout
    assert "shows: Berufserfahrung 1 of 2, Ausbildung 1\n" in run.stdout
    assert "Berufserfahrung: Director, Radium Institute\n" in run.stdout


def test_list_of_variants_as_data(run_cli: RunCli, folder: Path) -> None:
    run = run_cli("variants", "marie-curie.json", "--format", "json", "--pages", cwd=folder)
    plain, teaching, _ = json.loads(run.stdout)
    assert (plain["name"], plain["label"], plain["locale"], plain["pages"], plain["leftOut"]) == (
        *("", "Physicist", "en", 1),
        [],
    )
    assert teaching["sections"][0] == {"name": "work", "title": "Berufserfahrung", "entries": 1, "of": 2}
    assert teaching["leftOut"] == [{"section": "Berufserfahrung", "title": "Director, Radium Institute"}]


@pytest.mark.parametrize("path", PROFILES, ids=NAMES)
def test_lists_of_the_examples_at_80_columns(run_cli: RunCli, path: Path) -> None:
    run = run_cli("variants", path)
    assert run.returncode == 0
    assert [line for line in run.stdout.splitlines() if len(line) > 80] == []


def test_a_shell_completes_variants(run_cli: RunCli, folder: Path) -> None:
    words = {"COMP_WORDS": "cvpress render marie-curie.json --variant t", "COMP_CWORD": "4"}
    run = run_cli(cwd=folder, env={"_CVPRESS_COMPLETE": "bash_complete", **words})
    assert run.stdout.split() == ["plain,teaching"]


def test_no_character_of_a_profile_deceives_the_terminal(run_cli: RunCli, tmp_path: Path) -> None:
    data = {
        "basics": {"name": "M", "label": "\u202eBoss"},
        "work": [{"name": "\u202eFirm", "position": "\u202eClerk", "tags": ["a"]}],
        "variants": {"v\u202e": {"exclude": ["a"]}},
    }
    (tmp_path / "m.json").write_text(json.dumps(data))
    run = run_cli("variants", "m.json", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "\u202e" not in run.stdout
