"""Columns that stand side by side and are read across."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from cvpress.checking.parser.layout import by_height, runs_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.checking.artefact import Artefact, TextLine
    from cvpress.measuring.boxes import Run

__all__ = ["read_across"]

_LEAST_LINES: Final = 4
_LEAST_WORDS: Final = 3


def read_across(artefact: Artefact) -> Iterator[tuple[TextLine, TextLine]]:
    """Where lines of running text stand beside others, and an extractor takes each two for one line.

    Returns:
        The first two lines of each such place.
    """
    runs = by_height(artefact)
    gutters = [(line, _gutter(runs_on(line, runs))) for line in artefact.lines if line.text.strip()]
    for gutter, group in groupby(gutters, key=lambda pair: pair[1]):
        lines = [line for line, _ in group]
        if gutter and len(lines) >= _LEAST_LINES:
            yield lines[0], lines[1]


def _gutter(runs: Sequence[Run]) -> int:
    """Where the second column of a line begins, in units of four points; 0 if it has no two."""
    for place in range(1, len(runs)):
        one, other = runs[place - 1], runs[place]
        if other.box.left - one.box.right > 1.2 * one.size and _is_prose(runs[:place]) and _is_prose(runs[place:]):
            return round(other.box.left / 4)
    return 0


def _is_prose(runs: Sequence[Run]) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", " ".join(run.text for run in runs))) >= _LEAST_WORDS
