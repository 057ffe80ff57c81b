"""The lines of a file with what a parser sees of them: their size and face, where they begin, their dates."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cvpress.checking.parser.headings import heading_at_start
from cvpress.checking.parser.periods import periods_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cvpress.checking.artefact import Artefact, TextLine
    from cvpress.checking.parser.periods import Period
    from cvpress.measuring.boxes import Run

__all__ = ["BULLETS", "SeenLine", "are_slides", "body_style", "by_height", "runs_on", "seen_lines"]

BULLETS: Final = "•‣–-*◦▪●○■□·∙⁃➢➤►▸"
"""What items of lists are known to begin with."""

_BULLET: Final = re.compile(rf"[{re.escape(BULLETS)}](?:\s+|$)")
_MOST_IN_HEAD: Final = 110
_STRIP: Final = 20


@dataclass(frozen=True)
class SeenLine:
    """A line of text as a parser sees it.

    Attributes:
        text: without the dates at its beginning or end.
        size: that of its largest letters, in points; 0 where sizes are not known.
        face: the font of the first of its letters that are no date.
        left: where those begin.
        period: the dates at its beginning or end.
        is_part: whether it is one of two that an extractor reads as one.
    """

    line: TextLine
    text: str
    size: float
    face: str
    left: float
    period: Period | None
    is_part: bool

    @property
    def style(self) -> tuple[str, float]:
        """Face and size."""
        return self.face, self.size

    @property
    def is_bullet(self) -> bool:
        """Whether it begins as an item of a list."""
        return bool(_BULLET.match(self.line.text.strip()))

    @property
    def is_prose(self) -> bool:
        """Whether it is a line of running text."""
        return self.is_bullet or len(self.text) > _MOST_IN_HEAD or self.text.endswith(".") or self.text[:1].islower()


def seen_lines(artefact: Artefact) -> tuple[SeenLine, ...]:
    """All lines with a text."""
    runs = by_height(artefact)
    return tuple(
        _seen(part, own, is_part=part is not line)
        for line in artefact.lines
        if line.text.strip()
        for part, own in _parts(line, runs_on(line, runs))
    )


def by_height(artefact: Artefact) -> Mapping[tuple[int, int], Sequence[Run]]:
    """The pieces of text of a file by their page and the strip of it that they stand in."""
    found: dict[tuple[int, int], list[Run]] = {}
    for run in artefact.runs:
        found.setdefault((run.page, int(run.baseline // _STRIP)), []).append(run)
    return found


def runs_on(line: TextLine, runs: Mapping[tuple[int, int], Sequence[Run]]) -> list[Run]:
    """The pieces of text that are on a line, from left to right.

    Args:
        line: one of a file.
        runs: those of the file, `by_height`.
    """
    if line.box is None:
        return []
    strips = range(int((line.box.bottom - 1) // _STRIP), int(line.box.top // _STRIP) + 1)
    near = (run for strip in strips for run in runs.get((line.page, strip), ()))
    return sorted((run for run in near if _is_on(run, line)), key=lambda run: run.box.left)


def are_slides(artefact: Artefact) -> bool:
    """Whether a file is for the screen: its pages are wider than high, and their texts stand where they look best."""
    return bool(artefact.sheets) and all(width > height for width, height in artefact.sheets)


def body_style(lines: Sequence[SeenLine]) -> tuple[str, float]:
    """Face and size of most of the text."""
    weights: Counter[tuple[str, float]] = Counter()
    for line in lines:
        weights[line.style] += len(line.text)
    return weights.most_common(1)[0][0] if weights else ("", 0.0)


def _parts(line: TextLine, runs: list[Run]) -> Iterator[tuple[TextLine, list[Run]]]:
    """A line, or two: a title of a section in the margin, and what is beside it after a wide gap."""
    title = heading_at_start(line.text)
    if title and len(runs) > 1 and runs[0].text.strip() == title:
        one, other = runs[:2]
        if other.box.left - one.box.right > one.size:
            yield line._replace(text=title), runs[:1]
            yield line._replace(text=line.text.partition(title)[2].strip()), runs[1:]
            return
    yield line, runs


def _seen(line: TextLine, own: Sequence[Run], *, is_part: bool) -> SeenLine:
    whole = line.text.strip()
    period = _at_edge(whole)
    text = whole
    if period:
        text = f"{whole[: period.start]} {whole[period.end :]}".strip(" \t,;|·()–—-")
    first = next((run for run in own if _begins(run, text)), own[0] if own else None)
    return SeenLine(
        line=line,
        text=" ".join(text.split()),
        size=max((round(run.size, 1) for run in own), default=0.0),
        face=first.face if first else "",
        left=first.box.left if first else line.box.left if line.box else 0.0,
        period=period,
        is_part=is_part,
    )


def _is_on(run: Run, line: TextLine) -> bool:
    if line.box is None:
        return False
    wide, high = run.box.overlap(line.box)
    return wide > 0 and high > 0 and line.box.bottom - 1 <= run.baseline <= line.box.top


def _begins(run: Run, text: str) -> bool:
    plain = run.text.strip("\0 \xa0")
    return bool(plain) and text.startswith(plain.split(" ")[0])


def _at_edge(text: str) -> Period | None:
    """The dates that a line begins or ends with; those in a sentence are no field of a form."""
    found = list(periods_in(text))
    for period in reversed(found):
        if not text[: period.start].strip(" (") or (not text[period.end :].strip(" )") and not text.endswith(".")):
            return period
    return None
