"""Scripts of CI services, run by a shell as the service runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_OF_SERVICES = ("GITHUB_", "CI", "CVPRESS_", "GIT", "FORCE_COLOR", "NO_COLOR")


class Ran(NamedTuple):
    """How a script ended, and what it wrote to both streams."""

    returncode: int
    output: str


def variables() -> dict[str, str]:
    """The machine's variables without those of a CI service, with this Python and its programs first on PATH."""
    machine = {name: value for name, value in os.environ.items() if not name.startswith(_OF_SERVICES)}
    return {**machine, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{machine['PATH']}"}


def run_script(shell: tuple[str, ...], script: str, folder: Path, env: Mapping[str, str]) -> Ran:
    """Run a script in a folder, with further variables."""
    done = subprocess.run(
        [*shell, script],
        cwd=folder,
        env={**variables(), **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    # Whatever a test is about, no user is to see one of these.
    assert "Traceback" not in done.stdout, done.stdout
    assert "a bug in cvpress" not in done.stdout, done.stdout
    return Ran(done.returncode, done.stdout)
