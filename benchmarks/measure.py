"""Run commands in turns and keep what each took.

The machine is shared: seconds drift by tens of per cent within minutes. So all commands run once a
round, one after the other, and two commands are compared round by round, where both met the same
weather.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Command", "Run", "Series", "measure"]


@dataclass(frozen=True)
class Command:
    """A process to measure.

    Args:
        name: what the table calls it.
        argv: program and arguments; empty when the program is not installed.
        exit_code: how it has to end.
        rounds: in how many rounds it runs at most; a slow peer need not run in all.
    """

    name: str
    argv: tuple[str, ...]
    exit_code: int = 0
    rounds: int = 1_000


@dataclass(frozen=True)
class Run:
    """One run: seconds of processor (user and system) and of the clock, MiB at its peak."""

    cpu: float
    wall: float
    mebibytes: float


@dataclass
class Series:
    """All counted runs of a command, one a round; or why there are none."""

    command: Command
    runs: list[Run] = field(default_factory=list)
    failure: str = ""

    @property
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs)

    @property
    def wall(self) -> float:
        return statistics.median(run.wall for run in self.runs)

    @property
    def mebibytes(self) -> float:
        return statistics.median(run.mebibytes for run in self.runs)

    def ratio(self, other: Series) -> float:
        """How many times the other's processor time this one takes: the median of the rounds of both."""
        pairs = zip(self.runs, other.runs, strict=False)
        return statistics.median(mine.cpu / theirs.cpu for mine, theirs in pairs)


def measure(commands: Sequence[Command], rounds: int, folder: Path) -> list[Series]:
    """Run all commands `rounds` times in turns, after one round that is not counted.

    The first round fills the caches of files and byte code and finds the commands that fail; those
    are left out of the others.
    """
    all_series = [Series(command, failure=_missing(command)) for command in commands]
    for number in range(rounds + 1):
        _progress(f"round {number} of {rounds}" if number else "warming up")
        for series in all_series:
            if series.failure or number > series.command.rounds:
                continue
            run, series.failure = _run(series.command, folder)
            if number:
                series.runs.append(run)
    _progress("")
    return all_series


def _missing(command: Command) -> str:
    return "" if command.argv and shutil.which(command.argv[0]) else "not installed"


def _run(command: Command, folder: Path) -> tuple[Run, str]:
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command.argv, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=folder, env=_environment()
        )
        # wait4 tells what this child and its own children used; RUSAGE_CHILDREN would do for the
        # time, but its peak of memory is that of the biggest child so far.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        failure = ""
        if process.returncode != command.exit_code:
            output.seek(0)
            failure = _failure(process.returncode, output.read().decode(errors="replace"))
    kibibytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Run(usage.ru_utime + usage.ru_stime, wall, kibibytes / 1024), failure


def _environment() -> dict[str, str]:
    """Of a usual machine: images for containers forbid Python its byte code, which users have."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _failure(exit_code: int, output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("error")]
    message = next(iter(errors + lines[::-1]), "no message")
    return f"ended with {exit_code}: {message}"[:90]


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
