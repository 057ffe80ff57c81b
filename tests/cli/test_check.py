"""cvpress check: what is said of finished files, in which words, and with which exit code."""

from __future__ import annotations

import json
import os
import sys
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from handmade import pdf, titled
from outputs import ROOT, prepared

from cvpress.checking.files import opening
from cvpress.cli import cli
from cvpress.confined import run as confined

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    RunCli = Callable[..., "Run"]

PROFILE = ROOT / "profiles/marie-curie/profile.yaml"
EMPTY = pdf("")
"""Breaks P101 (no text) and A101 (no title)."""

CHOSEN = ("--isolated", "--select", "P101,A101")


class Run(NamedTuple):
    """How a run ended."""

    returncode: Any
    stdout: str
    stderr: str


@pytest.fixture
def run_cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> RunCli:
    """The program in this process: each test of its own would take a second."""
    for name in ("GITHUB_ACTIONS", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(confined, "_can_fork", lambda: True)  # pytest-xdist has threads

    def run(*args: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Run:
        monkeypatch.chdir(cwd or ROOT)
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
        with pytest.raises(SystemExit) as end:
            cli(args=[str(arg) for arg in args], prog_name="cvpress")
        return Run(end.value.code, *capsys.readouterr())

    return run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finished")
    (folder / "empty.pdf").write_bytes(EMPTY)
    (folder / "sub").mkdir()
    (folder / "sub/marie.pdf").write_bytes(titled(pdf(), "Marie Curie – Curriculum vitae"))
    (folder / "sub/marie.html").write_text(prepared({"basics": {"name": "Marie Curie"}}).html(), "utf-8")
    return folder


def test_the_report_for_people(folder: Path, run_cli: RunCli) -> None:
    run = run_cli("check", *CHOSEN, "empty.pdf", cwd=folder)
    assert run.returncode == 1
    assert run.stderr == ""
    assert run.stdout == (
        "empty.pdf: error[A101]: the file has no title\n"
        " = name the person and the document in its metadata\n"
        "\n"
        "empty.pdf: page 1: error[P101]: the page has no text that a program can read\n"
        "\n"
        "What a parser reads of empty.pdf\n"
        "\n"
        "  name      –\n"
        "  mail      –\n"
        "  phone     –\n"
        "  links     –\n"
        "  sections  –\n"
        "  jobs      –\n"
        "  degrees   –\n"
        "\n"
        "empty.pdf: 0 of 2 rules hold\n"
        "  P101 no-text        once, on page 1\n"
        "  A101 untitled-file  once\n"
        "\n"
        "2 errors in 1 file\n"
    )


def test_a_good_file(folder: Path, run_cli: RunCli) -> None:
    run = run_cli("check", *CHOSEN, "--format", "concise", "sub/marie.pdf", "sub/marie.html", cwd=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == (
        "sub/marie.pdf: 2 of 2 rules hold\nsub/marie.html: 1 of 1 rule holds, 1 does not apply\nok: 2 files pass\n"
    )


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ((".",), ["empty.pdf", "sub/marie.pdf"]),
        (("sub/*", "empty.pdf"), ["sub/marie.html", "sub/marie.pdf", "empty.pdf"]),
        (("empty.pdf", "./empty.pdf"), ["empty.pdf"]),
    ],
)
def test_folders_and_patterns(args: tuple[str, ...], expected: list[str], folder: Path, run_cli: RunCli) -> None:
    run = run_cli("check", *CHOSEN, "--format", "concise", *args, cwd=folder)
    assert [line.partition(":")[0] for line in run.stdout.splitlines() if "hold" in line] == expected


def test_standard_input(run_cli: RunCli) -> None:
    run = run_cli("check", *CHOSEN, "--format", "concise", "-", stdin=EMPTY)
    assert run.stdout.startswith("<stdin>: error[A101]: the file has no title (")


@pytest.mark.parametrize(
    ("args", "code", "rules"),
    [
        (("--select", "P101"), 1, "0 of 1 rule holds"),
        (("--ignore", "P101", "--select", "P101,A101"), 1, "0 of 1 rule holds"),
        (("--select", "P101", "--warn", "no-text"), 0, "0 of 1 rule holds"),
        (("--select", "P101", "--warn", "P", "--strict"), 1, "0 of 1 rule holds"),
        (("--select", "P101", "--ignore", "P101"), 0, "0 of 0 rules hold"),
    ],
)
def test_which_rules_count(args: tuple[str, ...], code: int, rules: str, folder: Path, run_cli: RunCli) -> None:
    run = run_cli("check", "--isolated", "--format", "concise", *args, "empty.pdf", cwd=folder)
    assert run.returncode == code
    assert rules in run.stdout


def test_the_settings_hold_and_comments_do_not(tmp_path: Path, run_cli: RunCli) -> None:
    (tmp_path / "cvpress.toml").write_text('select = ["A101"]\nformat = "concise"\n')
    words = "BT /F 9 Tf 72 700 Td (# cvpress: ignore-file[A101]) Tj ET"
    (tmp_path / "cv.pdf").write_bytes(pdf(words))
    run = run_cli("check", "cv.pdf", cwd=tmp_path)
    assert run.returncode == 1
    assert "error[A101]" in run.stdout
    assert "0 of 1 rule holds" in run.stdout


def test_json(folder: Path, run_cli: RunCli) -> None:
    run = run_cli("check", *CHOSEN, "--format", "json", "empty.pdf", cwd=folder)
    found = json.loads(run.stdout)
    assert [(one["code"], one["page"], one["box"], one["line"]) for one in found] == [
        ("A101", None, None, None),
        ("P101", 1, None, None),
    ]


def test_an_output_file_is_the_report(folder: Path, tmp_path: Path, run_cli: RunCli) -> None:
    target = tmp_path / "report.json"
    run = run_cli("check", *CHOSEN, "--format", "json", "-o", target, "empty.pdf", cwd=folder)
    assert len(json.loads(target.read_text())) == 2
    assert "0 of 2 rules hold" in run.stdout
    over = run_cli("check", *CHOSEN, "-o", "empty.pdf", "empty.pdf", cwd=folder)
    assert over.returncode == 2
    assert (folder / "empty.pdf").read_bytes() == EMPTY


@pytest.mark.parametrize("extractor", ["pdfium", "pypdf", "pdfminer.six"])
def test_the_text_is_shown_as_each_extractor_reads_it(extractor: str, folder: Path, run_cli: RunCli) -> None:
    run = run_cli("check", "--show", "--extractor", extractor, "sub/marie.pdf", cwd=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "Marie Curie\n"


def test_the_fields_are_shown_for_programs(folder: Path, run_cli: RunCli) -> None:
    run = run_cli("check", *CHOSEN, "--show", "--format", "json", "empty.pdf", "sub/marie.pdf", cwd=folder)
    empty, marie = json.loads(run.stdout)
    assert run.returncode == 0
    assert (empty["name"], empty["rules"]) == ("", {"held": [], "broken": ["P101", "A101"], "idle": []})
    assert (marie["file"], marie["pages"], marie["name"]) == ("sub/marie.pdf", 1, "Marie Curie")


def test_a_text_cannot_command_the_terminal(run_cli: RunCli) -> None:
    run = run_cli("check", "--show", "-", stdin=pdf(r"BT /F 12 Tf 72 700 Td (a\033[31mb\233c) Tj ET"))
    assert set(run.stdout) & set("\x1b\x9b") == set()


def test_a_file_that_breaks_a_library_does_not_stop_the_others(
    folder: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_apart = opening.artefact_of
    monkeypatch.setattr(
        opening, "artefact_of", lambda name, data: os.abort() if name == "empty.pdf" else take_apart(name, data)
    )
    run = run_cli("check", *CHOSEN, "empty.pdf", "sub/marie.pdf", cwd=folder)
    assert run.returncode == 2
    assert "empty.pdf cannot be read: a library broke down over it" in run.stderr
    assert "ok: 1 file passes" in run.stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ((), "Missing argument 'FILES...'"),
        (("--variant", "short", "empty.pdf"), "add --profile FILE"),
        (("--show", "--format", "sarif", "empty.pdf"), "--show does not take --format sarif"),
        (("--profile", "nope.yaml", "empty.pdf"), "nope.yaml cannot be read"),
        (("--profile", PROFILE, "--document", "song", "empty.pdf"), "there is no document `song`"),
        (("--profile", PROFILE, "--variant", "song", "empty.pdf"), "song"),
        (("--select", "P999", "empty.pdf"), "there is no rule `P999`"),
        (("--format", "song", "empty.pdf"), "'song' is not one of"),
        (("sub/nothing*",), "no file fits the pattern"),
    ],
)
def test_what_is_asked_for_in_vain(args: tuple[str, ...], told: str, folder: Path, run_cli: RunCli) -> None:
    run = run_cli("check", "--isolated", *args, cwd=folder)
    assert run.returncode == 2
    assert told in run.stderr


def test_a_folder_without_a_pdf(tmp_path: Path, run_cli: RunCli) -> None:
    run = run_cli("check", ".", cwd=tmp_path)
    assert (run.returncode, run.stderr.splitlines()[0]) == (2, "error: there is no PDF in the folder .")
