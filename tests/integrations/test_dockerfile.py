"""The Dockerfile, as far as it can be judged without an engine."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

from judges import judge

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "Dockerfile").read_text()


def test_hadolint_finds_nothing() -> None:
    command = [judge("hadolint"), "--failure-threshold", "style", str(ROOT / "Dockerfile")]
    subprocess.run(command, check=True, timeout=60)


def test_it_does_not_run_as_root() -> None:
    users = re.findall(r"^USER (\S+)$", TEXT, re.MULTILINE)
    assert users == ["1000:1000"]


def test_it_has_the_libraries_that_draw_pdfs() -> None:
    documented = re.search(r"apt-get install --no-install-recommends (.+?)`", (ROOT / "README.md").read_text())
    assert documented
    assert f"--no-install-recommends {documented[1]} " in TEXT


def test_what_the_wheel_is_made_of_gets_in() -> None:
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    build = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wheel = build["tool"]["hatch"]["build"]["targets"]["wheel"]
    wanted = {*wheel["force-include"], "src", "pyproject.toml", "LICENSE", build["project"]["readme"]}
    assert let_in == wanted
