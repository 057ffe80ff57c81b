"""What is measured, and what issue 2 asks of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import Command, Series

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.samples import Samples

__all__ = ["AIMS", "FLOOR", "Aim", "own_commands"]

FLOOR = "python -c pass"


@dataclass(frozen=True)
class Aim:
    """At most so many seconds of processor, or so many times what another command takes."""

    limit: float
    against: str = ""

    def judge(self, series: Series, by_name: Mapping[str, Series]) -> tuple[str, bool | None]:
        """The aim in words, and whether it is met; None when there is nothing to compare with."""
        if not self.against:
            return f"≤ {self.limit:g} s", series.cpu <= self.limit
        words = f"≤ {self.limit:g} of {self.against}"
        other = by_name.get(self.against)
        if other is None or not other.runs:
            return words, None
        ratio = series.ratio(other)
        return f"{words} ({ratio:.2f})", ratio <= self.limit


AIMS: dict[str, list[Aim]] = {
    "--version": [Aim(0.06)],
    "--help": [Aim(0.06)],
    "validate, JSON": [Aim(0.075), Aim(1, "resumed validate")],
    "validate, 1,000 JSON": [Aim(0.2)],
    "validate, 1,000 YAML": [Aim(0.8)],
    # RenderCV fetches Typst packages for its first PDF; where it can't, its work before the PDF is
    # the measure: the PDF took 1.15 times as long when both were seen.
    "render, PDF": [
        Aim(0.45),
        Aim(0.6, "rendercv, PDF only"),
        Aim(round(0.6 * 1.15, 2), "rendercv, no PDF"),
    ],
    "render, HTML": [Aim(0.2), Aim(1, "resumed render (theme even)")],
}


def own_commands(samples: Samples, output: Path) -> list[Command]:
    """cvpress's own commands, and the floor: an interpreter that does nothing."""
    cvpress = str(Path(sys.executable).with_name("cvpress"))
    source = str(samples.json)

    def own(name: str, *arguments: str, exit_code: int = 0) -> Command:
        return Command(name, (cvpress, *arguments), exit_code)

    def render(name: str, formats: str) -> Command:
        folder = f"{output / formats.replace(',', '-')}/"
        return own(name, "render", source, "--to", formats, "-o", folder)

    return [
        Command(FLOOR, (sys.executable, "-c", "pass")),
        own("--version", "--version"),
        own("--help", "--help"),
        own("validate, JSON", "validate", source),
        own("validate, YAML", "validate", str(samples.yaml)),
        own("validate, five faults", "validate", str(samples.faulty), exit_code=1),
        own("validate, 1,000 JSON", "validate", *map(str, samples.many_json)),
        own("validate, 1,000 YAML", "validate", *map(str, samples.many_yaml)),
        render("render, HTML", "html"),
        render("render, PDF", "pdf"),
        render("render, HTML and PDF", "html,pdf"),
    ]
