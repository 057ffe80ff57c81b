from __future__ import annotations

import fcntl
import json
import re
import shutil
import signal
import subprocess
import sys
import termios
import time
from typing import IO, TYPE_CHECKING

import pytest
from outputs import ROOT

from cvpress.rules.table import RULES

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_explain(run_cli: RunCli, rule: object) -> None:
    code, name, doc = (getattr(rule, part) for part in ("code", "name", "doc"))
    for word in (code, name):
        run = run_cli("explain", word)
        assert (run.returncode, run.stderr) == (0, "")
        assert run.stdout.startswith(f"{code} {name} (")
        assert doc in run.stdout


def test_explain_several(run_cli: RunCli) -> None:
    text = run_cli("explain", "V102", "k102").stdout
    assert text.index("V102 ") < text.index("\n\nK102 ")


@pytest.mark.parametrize(
    ("code", "hint"), [("V012", "did you mean"), ("impossible-dat", "did you mean"), ("zzz", "rules")]
)
def test_explain_what_there_is_not(run_cli: RunCli, code: str, hint: str) -> None:
    run = run_cli("explain", code)
    assert (run.returncode, run.stdout) == (2, "")
    assert hint in run.stderr


@pytest.mark.parametrize(
    ("args", "file"),
    [
        ((), "profile.schema.json"),
        (("profile",), "profile.schema.json"),
        (("strict",), "strict.schema.json"),
        (("jsonresume",), "jsonresume.schema.json"),
    ],
)
def test_schema(run_cli: RunCli, args: tuple[str, ...], file: str) -> None:
    run = run_cli("schema", *args)
    assert run.stdout == (ROOT / "schema" / file).read_text()
    assert json.loads(run.stdout)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_no_such_schema(run_cli: RunCli) -> None:
    run = run_cli("schema", "profil")
    assert run.returncode == 2
    assert "profile" in run.stderr


def test_themes(run_cli: RunCli, tmp_path: Path) -> None:
    (tmp_path / "themes/mine").mkdir(parents=True)
    (tmp_path / "themes/mine/theme.toml").write_text('name = "mine"\napi = 1\nextends = "base"\ndescription = "Mine."')
    run = run_cli("themes", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    lines = dict(re.split("  +", line, maxsplit=1) for line in run.stdout.splitlines())
    assert lines["mine"] == "Mine."
    assert lines["modern"] == "Clean sans serif in one column, with one dark accent."


def test_a_broken_theme_of_the_project(run_cli: RunCli, tmp_path: Path) -> None:
    (tmp_path / "themes/mine").mkdir(parents=True)
    (tmp_path / "themes/mine/theme.toml").write_text("name =")
    run = run_cli("themes", cwd=tmp_path)
    assert run.returncode == 0
    assert "(cannot be used: " in run.stdout
    assert "themes/mine/theme.toml:1 cannot be read" in " ".join(run.stdout.split())
    shown = run_cli("theme", "show", "mine", cwd=tmp_path)
    assert shown.returncode == 3
    assert "themes/mine/theme.toml:1 cannot be read" in shown.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(run_cli: RunCli, tmp_path: Path, shell: str) -> None:
    run = run_cli("completion", shell)
    assert (run.returncode, run.stderr) == (0, "")
    assert "_CVPRESS_COMPLETE" in run.stdout
    if shutil.which(shell):
        (tmp_path / "script").write_text(run.stdout)
        subprocess.run([shell, "-n", tmp_path / "script"], check=True, timeout=30)


def test_completion_of_an_unknown_shell(run_cli: RunCli) -> None:
    assert run_cli("completion", "tcsh").returncode == 2


@pytest.mark.parametrize(
    ("words", "current", "found"),
    [
        ("cvpress ", "re", "plain,render"),
        ("cvpress render ", "--the", "plain,--theme"),
        ("cvpress render ", "pro", "file,pro"),
        ("cvpress validate ", "pro", "file,pro"),
        ("cvpress render -o ", "bui", "file,bui"),
        ("cvpress render --theme ", "mo", "plain,modern"),
        ("cvpress render --to ", "p", "plain,pdf"),
        ("cvpress explain ", "k10", "plain,K102"),
        ("cvpress schema ", "str", "plain,strict"),
    ],
)
def test_completion(run_cli: RunCli, words: str, current: str, found: str) -> None:
    count = str(len(words.split()))
    env = {"_CVPRESS_COMPLETE": "bash_complete", "COMP_WORDS": words + current, "COMP_CWORD": count}
    assert f"{found}\n" in run_cli(env=env).stdout


def _wait_until_read(pipe: IO[str]) -> None:
    """Until the other end has taken what was written, and waits for more."""
    for _ in range(200):
        time.sleep(0.1)
        unread = fcntl.ioctl(pipe.fileno(), termios.FIONREAD, bytes(4))
        if not int.from_bytes(unread, sys.byteorder):
            return


def test_an_interrupted_run(root: Path) -> None:
    """Ctrl-C ends a run with the code that shells know, and without a traceback."""
    command = [sys.executable, "-m", "cvpress", "validate", "-"]
    run = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=root)
    assert run.stdin is not None
    run.stdin.write("{")
    run.stdin.flush()
    _wait_until_read(run.stdin)
    run.send_signal(signal.SIGINT)
    assert (run.communicate()[1], run.returncode) == ("interrupted\n", 130)
