"""What stands in the margins of pages, and is no part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.artefact import Artefact
    from cvpress.measuring.boxes import Run

__all__ = ["marginal"]

_EDGE: Final = 28.0


def marginal(artefact: Artefact) -> set[Run]:
    """The pieces of text that stand in margins: running heads, page numbers.

    What no element claims; without tags what is on every page, at the edge of the paper, or above all and late.
    """
    if artefact.root is not None:
        return {run for run in artefact.runs if run.mark < 0}
    pages: dict[tuple[str, int], set[int]] = {}
    for run in artefact.runs:
        pages.setdefault((run.text, round(run.baseline)), set()).add(run.page)
    count = len(artefact.sheets)
    repeated = {run for run in artefact.runs if 1 < count == len(pages[run.text, round(run.baseline)])}
    return repeated | {run for run in artefact.runs if _is_at_edge(run, artefact)} | set(_painted_late(artefact))


def _painted_late(artefact: Artefact) -> Iterator[Run]:
    """What stands above all else on its page and is what the page ends with."""
    for page in range(1, len(artefact.sheets) + 1):
        runs = [run for run in artefact.runs if run.page == page]
        highest = max((run.baseline for run in runs), default=0.0)
        if runs and runs[0].baseline < highest - 1 < runs[-1].baseline:
            yield from (run for run in runs if run.baseline > highest - 1)


def _is_at_edge(run: Run, artefact: Artefact) -> bool:
    height = artefact.sheets[run.page - 1][1]
    return run.box.top < _EDGE or run.box.bottom > height - _EDGE
