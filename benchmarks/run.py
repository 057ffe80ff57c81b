"""Measure cvpress and its peers in one run and print a table: `make bench`.

python -m benchmarks.run [--rounds N] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from pathlib import Path
from typing import Any

from benchmarks.cases import AIMS, FLOOR, own_commands
from benchmarks.measure import Series, measure
from benchmarks.peers import peer_commands
from benchmarks.samples import make_samples

_ROOT = Path(__file__).resolve().parent.parent
_COLUMNS = "{:<30} {:>7} {:>7} {:>6} {:>8}  {}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure cvpress and its peers in one run.")
    parser.add_argument("--rounds", type=int, default=9, help="how often each command runs")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    options = parser.parse_args()

    folder = _ROOT / "build" / "bench"
    samples = make_samples(folder)
    output = folder / "output"
    output.mkdir()
    commands = own_commands(samples, output)
    commands += peer_commands(samples, output, _ROOT / "schema")
    by_name = {series.command.name: series for series in measure(commands, options.rounds, folder)}

    print(_conditions(options.rounds))
    for line in _table(by_name):
        print(line)
    if options.json:
        options.json.write_text(json.dumps(_as_data(by_name), indent=2) + "\n", "utf-8")


def _conditions(rounds: int) -> str:
    return (
        f"Medians of {rounds} interleaved rounds; Python {platform.python_version()}, "
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {sys.executable}\n"
    )


def _table(by_name: dict[str, Series]) -> list[str]:
    lines = [_COLUMNS.format("", "CPU s", "wall s", "MiB", "floors", "aim")]
    for name, series in by_name.items():
        if not series.runs or series.failure:
            lines.append(f"{name:<30} {series.failure}")
            continue
        figures = (f"{series.cpu:.3f}", f"{series.wall:.3f}", f"{series.mebibytes:.0f}")
        floor = f"{series.ratio(by_name[FLOOR]):.1f}"
        lines.append(_COLUMNS.format(name, *figures, floor, _aims(series, by_name)).rstrip())
    return lines


def _aims(series: Series, by_name: dict[str, Series]) -> str:
    verdicts = {True: "met", False: "NOT MET", None: "no such peer here"}
    judged = [aim.judge(series, by_name) for aim in AIMS.get(series.command.name, [])]
    return "; ".join(f"{words} {verdicts[met]}" for words, met in judged)


def _as_data(by_name: dict[str, Series]) -> dict[str, Any]:
    return {
        name: {
            "failure": series.failure,
            "cpu": [round(run.cpu, 4) for run in series.runs],
            "wall": [round(run.wall, 4) for run in series.runs],
            "mebibytes": [round(run.mebibytes, 1) for run in series.runs],
        }
        for name, series in by_name.items()
    }


if __name__ == "__main__":
    main()
