from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cvpress
from cvpress.cli import _COMMANDS

if TYPE_CHECKING:
    from conftest import RunCli


@pytest.mark.parametrize("command", [(), *((name,) for name in _COMMANDS)], ids=" ".join)
def test_help_at_80_columns(run_cli: RunCli, command: tuple[str, ...]) -> None:
    run = run_cli(*command, "--help", env={"COLUMNS": "80"})
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(f"Usage: {' '.join(('cvpress', *command))} ")
    assert [line for line in run.stdout.splitlines() if len(line) > 80] == []
    assert run.stdout == run_cli(*command, "-h", env={"COLUMNS": "80"}).stdout


def test_help_lists_all_commands_on_a_line_each(run_cli: RunCli) -> None:
    text = run_cli("--help").stdout
    for name, line in _COMMANDS.items():
        assert f"  {name} " in text
        assert line in text


def test_without_a_command(run_cli: RunCli) -> None:
    run = run_cli()
    assert run.returncode in {0, 2}
    assert "Usage: cvpress" in run.stdout + run.stderr


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(run_cli: RunCli, option: str) -> None:
    assert run_cli(option).stdout == f"cvpress {cvpress.__version__}\n"


@pytest.mark.parametrize(
    ("word", "hint"),
    [("rendr", "Did you mean 'render'?"), ("vaildate", "Did you mean 'validate'?"), ("xyzzy", "Commands: validate, ")],
)
def test_unknown_command(run_cli: RunCli, word: str, hint: str) -> None:
    run = run_cli(word)
    assert (run.returncode, run.stdout) == (2, "")
    assert f"No such command '{word}'. {hint}" in run.stderr


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("render", "--tehme", "x"), "--theme"),
        (("validate", "--formt", "json"), "--format"),
        (("--verson",), "--version"),
    ],
)
def test_unknown_option(run_cli: RunCli, args: tuple[str, ...], hint: str) -> None:
    run = run_cli(*args)
    assert run.returncode == 2
    assert hint in run.stderr


def test_render_wants_a_profile(run_cli: RunCli) -> None:
    run = run_cli("render")
    assert run.returncode == 2
    assert "Missing argument 'PROFILE'" in run.stderr
