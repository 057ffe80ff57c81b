"""Where the time of a cold PDF goes: `python -m benchmarks.stages [--rounds N]`.

Two tables, medians of several fresh processes: the stages of one render (processor time, each
without the stages inside it), and the imports by library.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SAMPLE = str(Path(__file__).with_name("sample.json"))


def main() -> None:
    parser = argparse.ArgumentParser(description="Where the time of a cold PDF goes.")
    parser.add_argument("--rounds", type=int, default=7, help="how many processes are asked")
    rounds: int = parser.parse_args().rounds

    warm: list[float] = []
    _show("Stages of a cold PDF, ms", [_stages(warm) for _ in range(rounds)])
    print(f"  {'the same again, in the same process':<40} {statistics.median(warm) * 1000:7.1f}\n")
    _show("Imports by library, ms", [_imports() for _ in range(rounds)], least=2)


def _show(title: str, runs: list[dict[str, float]], least: float = 0) -> None:
    names = dict.fromkeys(name for run in runs for name in run)
    medians = {name: statistics.median(run.get(name, 0) for run in runs) for name in names}
    print(title)
    for name, seconds in medians.items():
        if seconds * 1000 >= least:
            print(f"  {name:<40} {seconds * 1000:7.1f}")
    print(f"  {'sum':<40} {sum(medians.values()) * 1000:7.1f}")


def _stages(warm: list[float]) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.staged_render", _SAMPLE]
    printed = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    warm.append(printed["warm"])
    cold: dict[str, float] = printed["cold"]
    return cold


def _imports() -> dict[str, float]:
    """Seconds by top-level package, the dearest first (-X importtime adds some to each)."""
    program = f"import cvpress; cvpress.render_pdf({_SAMPLE!r})"
    command = [sys.executable, "-X", "importtime", "-c", program]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    microseconds = _by_package(report.splitlines())
    return {package: own / 1e6 for package, own in microseconds.most_common()}


def _by_package(lines: Iterable[str]) -> Counter[str]:
    """Sum the lines "import time: own microseconds | cumulated | name" by package."""
    total: Counter[str] = Counter()
    for line in lines:
        own, _, rest = line.removeprefix("import time:").partition("|")
        if own.strip().isdigit():
            package = rest.partition("|")[2].strip().partition(".")[0]
            known = package in sys.stdlib_module_names
            total["standard library" if known else package] += int(own)
    return total


if __name__ == "__main__":
    main()
