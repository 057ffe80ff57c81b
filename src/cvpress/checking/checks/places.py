"""Where on the lines and pages of a file something is that was found elsewhere: painted, or in the structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cvpress.checking.artefact import Artefact, Element, TextLine
    from cvpress.measuring.boxes import Run

__all__ = ["body_size", "excerpt", "line_of_run", "line_with", "page_of"]

_LONGEST = 50
"""Characters of a text that are shown in a message."""


def body_size(artefact: Artefact) -> float:
    """The size that half of the letters of a file are not larger than, in points; 0 without text."""
    sizes = sorted((run.size, len(run.text.strip())) for run in artefact.runs)
    half = sum(count for _, count in sizes) / 2
    for size, count in sizes:
        half -= count
        if half <= 0:
            return size
    return 0


def excerpt(text: str) -> str:
    """A text as messages quote it: on one line, cut off, in backquotes."""
    folded = " ".join(text.split()).replace("`", "'")
    return f"`{folded if len(folded) <= _LONGEST else folded[: _LONGEST - 1].rstrip() + '…'}`"


def line_with(artefact: Artefact, text: str, page: int = 0) -> TextLine | None:
    """The first line that a text begins on, as far as it is on that line.

    Args:
        artefact: the file.
        text: the text, folded; that of a paragraph is longer than a line.
        page: its page; 0 if it is not known.
    """
    if not text:
        return None
    for line in artefact.lines:
        folded = " ".join(line.text.split())
        if page in {0, line.page} and folded and (text in folded or text.startswith(folded)):
            return line
    return None


def line_of_run(artefact: Artefact, run: Run) -> TextLine | None:
    """The line that a painted piece of text stands on."""
    text = " ".join(run.text.split())
    for line in artefact.lines:
        if line.page != run.page or line.box is None:
            continue
        wide, high = line.box.overlap(run.box)
        if wide > 0 and high > 0 and text in " ".join(line.text.split()):
            return line
    return None


def page_of(elements: Iterable[Element]) -> int:
    """The first page of some elements that is known; 0 if none is."""
    return next((element.page for element in elements if element.page), 0)
