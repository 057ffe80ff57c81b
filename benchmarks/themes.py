"""Measure the two-page sample in every theme, cold and warm, in turns, against modern: `make bench`.

python -m benchmarks.themes [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

import cvpress
from benchmarks.measure import Command, measure
from cvpress.themes.find import theme_names

_SAMPLE = Path(__file__).with_name("sample.json")
_FOLDER = Path(__file__).resolve().parent.parent / "build" / "bench"
_REFERENCE = "modern"
_MOST = 1.3
"""How many times what modern takes a theme may take."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure every theme in one run.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each theme renders")
    rounds = parser.parse_args().rounds
    cold, warm = _cold(rounds), _warm(rounds)
    print(f"PDF of a two-page CV, CPU seconds, medians of {rounds} interleaved rounds; ≤ {_MOST} of {_REFERENCE}\n")
    print(f"{'':<12} {'cold':>7} {'ratio':>6} {'warm':>7} {'ratio':>6}")
    for theme in theme_names():
        ratios = [_ratio(series, theme) for series in (cold, warm)]
        seconds = [statistics.median(series[theme]) for series in (cold, warm)]
        figures = " ".join(f"{took:>7.3f} {ratio:>6.2f}" for took, ratio in zip(seconds, ratios, strict=True))
        print(f"{theme:<12} {figures}  {'met' if max(ratios) <= _MOST else 'NOT MET'}")


def _ratio(series: dict[str, list[float]], theme: str) -> float:
    """Round by round, where both met the same weather."""
    pairs = zip(series[theme], series[_REFERENCE], strict=True)
    return statistics.median(one / reference for one, reference in pairs)


def _cold(rounds: int) -> dict[str, list[float]]:
    _FOLDER.mkdir(parents=True, exist_ok=True)
    program = str(Path(sys.executable).with_name("cvpress"))
    output = str(_FOLDER / "theme.pdf")
    commands = [
        Command(theme, (program, "render", str(_SAMPLE), "--theme", theme, "--to", "pdf", "-o", output))
        for theme in theme_names()
    ]
    return {series.command.name: [run.cpu for run in series.runs] for series in measure(commands, rounds, _FOLDER)}


def _warm(rounds: int) -> dict[str, list[float]]:
    opened = cvpress.open_profile(_SAMPLE)
    renderings = {theme: opened.rendering(theme=theme) for theme in theme_names()}
    taken: dict[str, list[float]] = {theme: [] for theme in renderings}
    for number in range(rounds + 1):
        for theme, rendering in renderings.items():
            start = time.process_time()
            rendering.pdf()
            if number:  # the first one reads styles and faces
                taken[theme].append(time.process_time() - start)
    return taken


if __name__ == "__main__":
    main()
