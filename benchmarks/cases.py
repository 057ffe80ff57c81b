"""What is measured, and what it should take at most."""

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
    """At most so many seconds of processor, or so many times what another command takes.

    Attributes:
        limit: seconds, or the ratio.
        against: the other command; empty for seconds.
        of_memory: whether the two are held together by their memory, not by their time.
    """

    limit: float
    against: str = ""
    of_memory: bool = False

    def judge(self, series: Series, by_name: Mapping[str, Series]) -> tuple[str, bool | None]:
        """The aim in words, and whether it is met; None when there is nothing to compare with."""
        if not self.against:
            return f"≤ {self.limit:g} s", series.cpu <= self.limit
        what = " in memory" if self.of_memory else ""
        words = f"≤ {self.limit:.3g} of {self.against}{what}"
        other = by_name.get(self.against)
        if other is None or not other.runs:
            return words, None
        ratio = series.mebibytes / other.mebibytes if self.of_memory else series.ratio(other)
        return f"{words} ({ratio:.3f})", ratio <= self.limit


AIMS: dict[str, list[Aim]] = {
    "--version": [Aim(0.06)],
    "--help": [Aim(0.06)],
    "validate, JSON": [Aim(0.075), Aim(1, "resumed validate")],
    "validate, five faults": [Aim(0.15)],
    "validate, 1,000 JSON": [
        Aim(0.15),
        Aim(1 / 15, "check-jsonschema, 1,000 JSON"),
        Aim(1.2, "sourcemeta, 1,000 JSON"),
    ],
    "validate, 1,000 YAML": [Aim(0.6), Aim(1 / 15, "check-jsonschema, 1,000 YAML")],
    "validate, 10,000 JSON": [Aim(10, "validate, 1,000 JSON"), Aim(1.1, "validate, 1,000 JSON", of_memory=True)],
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
        own("validate, 10,000 JSON", "validate", samples.very_many_json),
        render("render, HTML", "html"),
        render("render, PDF", "pdf"),
        render("render, HTML and PDF", "html,pdf"),
    ]
