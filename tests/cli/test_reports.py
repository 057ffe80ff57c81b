"""Where the findings of `validate` go: --output-file, GitHub Actions, the settings' format."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cvpress.reporters import REPORTERS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

BAD = 'basics:\n  name: Marie Curie\n  email: marie@example.org\n  url: ""\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one bad profile."""
    (tmp_path / "cv.yaml").write_text(BAD)
    return tmp_path


def undated(report: str) -> str:
    """Without JUnit's time stamps."""
    return re.sub(r'timestamp="[^"]*"', "", report)


@pytest.mark.parametrize("name", REPORTERS)
def test_a_report_in_a_file(folder: Path, run_cli: RunCli, name: str) -> None:
    on_screen = run_cli("validate", "cv.yaml", "--format", name, cwd=folder)
    run = run_cli("validate", "cv.yaml", "--format", name, "-o", "out/report.txt", cwd=folder)
    assert run.returncode == on_screen.returncode == 1
    assert undated((folder / "out/report.txt").read_text()) == undated(on_screen.stdout)
    assert run.stdout == run_cli("validate", "cv.yaml", "--format", "concise", cwd=folder).stdout


def test_a_run_that_fails_leaves_the_old_report(folder: Path, run_cli: RunCli) -> None:
    (folder / "report.json").write_text("old")
    (folder / "cvpress.toml").write_text("strict = 1\n")
    assert run_cli("validate", "cv.yaml", "-o", "report.json", cwd=folder).returncode == 2
    assert (folder / "report.json").read_text() == "old"


@pytest.mark.parametrize("output", ["cv.yaml", "link.yaml"])
def test_a_report_does_not_take_the_place_of_a_profile(folder: Path, run_cli: RunCli, output: str) -> None:
    (folder / "link.yaml").symlink_to("cv.yaml")
    run = run_cli("validate", "cv.yaml", "-o", output, cwd=folder)
    assert (run.returncode, (folder / "cv.yaml").read_text()) == (2, BAD)
    assert "the report would take the place of cv.yaml" in run.stderr


def test_a_report_on_standard_output(folder: Path, run_cli: RunCli) -> None:
    run = run_cli("validate", "cv.yaml", "--format", "json", "-o", "-", cwd=folder)
    assert json.loads(run.stdout)[0]["code"] == "T103"
    assert not (folder / "-").exists()


def test_who_stops_reading_is_no_fault_of_the_report(folder: Path) -> None:
    """The reader of standard output has gone, as in `cvpress validate | head -1`."""
    for number in range(40):
        (folder / f"cv{number}.yaml").write_text(BAD)
    command = [sys.executable, "-m", "cvpress", "validate", "*.yaml", "-o", "report.txt"]
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(command, cwd=folder, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert "report.txt" not in run.stderr


def test_the_name_of_a_file_moves_no_cursor(folder: Path, run_cli: RunCli) -> None:
    run = run_cli("validate", "a\x1b2Jb.yaml", cwd=folder, env={"FORCE_COLOR": "1"})
    assert "a␛2Jb.yaml cannot be read" in run.stderr
    assert "\x1b2J" not in run.stderr


def test_a_device_is_written_not_replaced(folder: Path, run_cli: RunCli) -> None:
    run = run_cli("validate", "cv.yaml", "--format", "json", "-o", "/dev/stdout", cwd=folder)
    assert '"code": "T103"' in run.stdout


def test_a_place_that_cannot_be_written(folder: Path, run_cli: RunCli) -> None:
    run = run_cli("validate", "cv.yaml", "-o", "cv.yaml/report", cwd=folder)
    assert run.returncode == 2
    assert "cv.yaml/report cannot be written" in run.stderr


@pytest.mark.parametrize(
    ("env", "settings", "args", "start"),
    [
        ({}, "", [], "cv.yaml:4:8: error[T103]"),
        ({"GITHUB_ACTIONS": "true"}, "", [], "::error "),
        ({"GITHUB_ACTIONS": "false"}, "", [], "cv.yaml:4:8: error[T103]"),
        ({"GITHUB_ACTIONS": "true"}, "", ["--format", "json"], "["),
        ({"GITHUB_ACTIONS": "true"}, 'format = "json"\n', [], "["),
        ({}, 'format = "github"\n', ["--format", "json"], "["),
        ({}, 'format = "github"\n', ["--isolated"], "cv.yaml:4:8: error[T103]"),
    ],
)
def test_which_format(
    folder: Path, run_cli: RunCli, env: dict[str, str], settings: str, args: list[str], start: str
) -> None:
    (folder / "cvpress.toml").write_text(settings)
    assert run_cli("validate", "cv.yaml", *args, cwd=folder, env=env).stdout.startswith(start)


def test_the_job_summary_is_appended(folder: Path, run_cli: RunCli) -> None:
    (folder / "summary.md").write_text("before\n")
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    run_cli("validate", "cv.yaml", cwd=folder, env=env)
    before, heading, *rest = (folder / "summary.md").read_text().splitlines()
    assert (before, heading) == ("before", "## cvpress: 1 error in 1 file; 1 can be mended with --fix")
    assert any("T103" in line for line in rest)


def test_only_githubs_format_writes_a_job_summary(folder: Path, run_cli: RunCli) -> None:
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    run_cli("validate", "cv.yaml", "--format", "full", cwd=folder, env=env)
    assert not (folder / "summary.md").exists()


def test_a_job_summary_that_cannot_be_written_fails_nothing(folder: Path, run_cli: RunCli) -> None:
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(folder / "cv.yaml/x")}
    run = run_cli("validate", "cv.yaml", cwd=folder, env=env)
    assert run.returncode == 1
    assert "no job summary" in run.stderr


def test_an_exception_that_hits_nothing_is_reported_at_its_place(folder: Path, run_cli: RunCli) -> None:
    (folder / "cvpress.toml").write_text('[pointer-ignores]\n"/basics/url" = ["T103"]\n"/basics/email" = ["V107"]\n')
    run = run_cli("validate", "cv.yaml", "--format", "json", cwd=folder)
    assert [(found["file"], found["code"], found["line"]) for found in json.loads(run.stdout)] == [
        ("cvpress.toml", "X101", 3)
    ]
    assert run.returncode == 0


@pytest.mark.parametrize(
    ("args", "codes"),
    [
        ([], ["T103", "K103"]),
        (["--select", "K"], ["K103"]),
        (["--select", "K,T"], ["T103", "K103"]),
        (["--ignore", "unknown-key"], ["T103"]),
        (["--ignore", "ALL", "--select", "T103"], ["T103"]),
    ],
)
def test_rules_are_chosen(folder: Path, run_cli: RunCli, args: list[str], codes: list[str]) -> None:
    (folder / "cv.yaml").write_text(BAD + "  shoeSize: 42\n")
    run = run_cli("validate", "cv.yaml", "--format", "json", *args, cwd=folder)
    assert [found["code"] for found in json.loads(run.stdout)] == codes


@pytest.mark.parametrize(("args", "code"), [([], 1), (["--warn", "T"], 0), (["--warn", "T", "--strict"], 1)])
def test_severities_are_chosen(folder: Path, run_cli: RunCli, args: list[str], code: int) -> None:
    assert run_cli("validate", "cv.yaml", *args, cwd=folder).returncode == code


@pytest.mark.parametrize("command", ["validate", "render"])
def test_wrong_settings_are_shown_with_their_place(folder: Path, run_cli: RunCli, command: str) -> None:
    (folder / "cvpress.toml").write_text('ignore = ["K1O2"]\n')
    run = run_cli(command, "cv.yaml", cwd=folder)
    assert (run.returncode, run.stdout) == (2, "")
    assert "cvpress.toml:1:11: error[X103]: there is no rule `K1O2`" in run.stderr
    assert "^^^^^^ did you mean `K102`?" in run.stderr


def test_rendering_obeys_the_settings(folder: Path, run_cli: RunCli) -> None:
    (folder / "cv.yaml").write_text(BAD.replace('url: ""', 'url: "javascript:alert(1)"'))
    assert run_cli("render", "cv.yaml", "--to", "html", cwd=folder).returncode == 1
    (folder / "cvpress.toml").write_text('warn = ["V105"]\n')
    run = run_cli("render", "cv.yaml", "--to", "html", cwd=folder)
    assert run.returncode == 0
    assert "warning[V105]" in run.stderr


def test_what_breaks_the_format_stops_a_rendering_whatever_the_settings_say(folder: Path, run_cli: RunCli) -> None:
    (folder / "cvpress.toml").write_text('ignore = ["ALL"]\n')
    run = run_cli("render", "cv.yaml", "--to", "html", cwd=folder)
    assert run.returncode == 1
    assert "error[T103]" in run.stderr
