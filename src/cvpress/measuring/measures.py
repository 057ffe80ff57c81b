"""What a page has to hold to, a function a rule: each takes the boxes of a PDF and gives what breaks it.

The rules hold for every text; these are the exceptions.

superscripts     smaller, and no step of the scale   numbers of notes stand above the line, and are no text to read on
charts           no step of the scale                a chart is scaled as a picture to the room that it has
margin boxes     smaller, nearer to the edge         names and numbers of pages are looked up, not read
links, labels    contrast 4.5 rather than 7          7 is asked of running text; an accent is to be seen as one
slides           12 pt or more, six sizes a slide    read from afar, and laid out by the slide; the foot is the deck's
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from cvpress.measuring.breaks import last_headings, parted_heads, straggling_page, stranded_lines
from cvpress.measuring.violations import MM, Violation, violation
from cvpress.values.colors import contrast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.measuring.boxes import Box, Line, Pages, Run
    from cvpress.measuring.violations import Bounds

__all__ = [
    "LONGEST_LINE",
    "RUNNING_TEXT",
    "body_size",
    "faint_text",
    "is_superscript",
    "long_lines",
    "many_sizes",
    "measured",
    "off_grid",
    "outside",
    "overlaps",
    "small_type",
]

LONGEST_LINE = 92
RUNNING_TEXT = 40
"""A text with so many characters is read, not looked up."""
_SAME_SIZE = 0.25
"""Sizes that are no further apart are one step of a scale."""


def long_lines(pages: Pages) -> Iterator[Violation]:
    """Lines of more than 92 characters."""
    for block in pages.blocks:
        for line in block.lines:
            if len(line.text) > LONGEST_LINE:
                yield violation("line too long", pages, line.runs[0], f"{len(line.text)} characters", line.text)


def small_type(pages: Pages, bounds: Bounds) -> Iterator[Violation]:
    """Body text that is too small, and any other that is smaller than its kind may be."""
    body = body_size(pages)
    for block in pages.blocks:
        for line in block.lines:
            for run in line.runs:
                least = bounds.superscript if is_superscript(run, line) else bounds.least
                least = bounds.body if abs(run.size - body) <= _SAME_SIZE else least
                if run.size < least - 0.01:
                    yield violation("type too small", pages, run, f"{run.size:.1f} pt, and {least:g} is the least")
    for sheet in pages.sheets:
        for run in sheet.marginal:
            if run.size < bounds.marginal - 0.01:
                yield violation(
                    "type too small", pages, run, f"{run.size:.1f} pt, and {bounds.marginal:g} is the least in a margin"
                )


def body_size(pages: Pages) -> float:
    """The size that most of the text has; 0 where there is none."""
    sizes = Counter[float]()
    for block in pages.blocks:
        for run in block.runs if not block.level else ():
            sizes[round(run.size, 1)] += len(run.text)
    return max(sizes, key=lambda size: sizes[size], default=0)


def is_superscript(run: Run, line: Line) -> bool:
    """Whether a run stands above the line that it is on, and is smaller."""
    main = line.main
    return run.size < 0.85 * main.size and run.baseline - main.baseline > 0.1 * main.size


def many_sizes(pages: Pages, bounds: Bounds) -> Iterator[Violation]:
    """More sizes than a scale of four steps has: name, headings, body, detail; on slides, a slide."""
    first: dict[int, dict[float, Run]] = {}
    for run in _of_the_scale(pages, has_margins=not bounds.is_slides):
        steps = first.setdefault(run.page if bounds.is_slides else 0, {})
        steps.setdefault(next((size for size in steps if abs(size - run.size) <= _SAME_SIZE), run.size), run)
    for steps in first.values():
        if len(steps) > bounds.sizes:
            sizes = ", ".join(f"{size:.1f}" for size in sorted(steps))
            rarest = min(steps.values(), key=lambda run: len(run.text))
            yield violation("too many sizes", pages, rarest, f"{len(steps)} sizes: {sizes}")


def _of_the_scale(pages: Pages, *, has_margins: bool) -> Iterator[Run]:
    for block in pages.blocks:
        if block.tag != "Figure":
            yield from (run for line in block.lines for run in line.runs if not is_superscript(run, line))
    for sheet in pages.sheets if has_margins else ():
        yield from sheet.marginal


def faint_text(pages: Pages) -> Iterator[Violation]:
    """Running text with a contrast under 7, and any other with one under 4.5 (WCAG 2.2, 1.4.6 and 1.4.3)."""
    for block in pages.blocks:
        is_read = not block.level and len(block.text) >= RUNNING_TEXT
        for run in block.runs:
            yield from _faint(pages, run, 7 if is_read and not run.is_link else 4.5)
    for sheet in pages.sheets:
        for run in sheet.marginal:
            yield from _faint(pages, run, 4.5)


def _faint(pages: Pages, run: Run, least: float) -> Iterator[Violation]:
    found = contrast(run.ink, run.ground)
    if found < least:
        ink, ground = ("#{:02x}{:02x}{:02x}".format(*colour) for colour in (run.ink, run.ground))
        yield violation("contrast too low", pages, run, f"{found:.2f}, and {least} is the least ({ink} on {ground})")


def outside(pages: Pages, bounds: Bounds) -> Iterator[Violation]:
    """Text too near to the edge of the page, or beyond it; pictures beyond it."""
    for number, sheet in enumerate(pages.sheets, 1):
        texts = [(run, bounds.marginal_edge) for run in sheet.marginal]
        texts += [(run, bounds.edge) for run in pages.runs if run.page == number]
        for run, edge in texts:
            room = _room(run.box, sheet.width, sheet.height)
            if room < edge - 0.5:
                yield violation("outside", pages, run, f"{room:.0f} pt from the edge, and {edge:.0f} is the least")
        for picture in sheet.pictures:
            if (room := _room(picture, sheet.width, sheet.height)) < -0.5:
                place = round(picture.left / MM), round((sheet.height - picture.top) / MM)
                yield Violation("outside", number, place, "a picture", f"{-room:.0f} pt beyond the edge")


def _room(box: Box, width: float, height: float) -> float:
    return min(box.left, box.bottom, width - box.right, height - box.top)


def overlaps(pages: Pages) -> Iterator[Violation]:
    """Texts that are printed over each other, or over a picture."""
    for number, sheet in enumerate(pages.sheets, 1):
        runs = sorted(
            (*(run for run in pages.runs if run.page == number), *sheet.marginal), key=lambda run: -run.box.top
        )
        open_runs: list[Run] = []
        for run in runs:
            open_runs = [other for other in open_runs if other.box.bottom < run.box.top]
            for other in open_runs:
                wide, high = run.box.overlap(other.box)
                if wide > 1 and high > 0.12 * min(run.size, other.size):
                    yield violation("overlap", pages, run, f"{wide:.1f} × {high:.1f} pt of it over {other.text[:40]!r}")
            for picture in sheet.pictures:
                wide, high = run.box.overlap(picture)
                if wide > 1 and high > 1:
                    yield violation("overlap", pages, run, f"{wide:.1f} × {high:.1f} pt of it over a picture")
            open_runs.append(run)


def off_grid(pages: Pages) -> Iterator[Violation]:
    """Baselines of body text that are not on the grid, whose step is the leading of most of the lines."""
    size = body_size(pages)
    lines = [line.main for block in pages.blocks for line in block.lines if abs(line.main.size - size) <= _SAME_SIZE]
    steps = Counter(
        round(one.baseline - other.baseline, 1)
        for block in pages.blocks
        for one, other in pairwise([line.main for line in block.lines])
        if one.page == other.page and abs(one.size - size) <= _SAME_SIZE
    )
    if not steps:
        return
    step = _exact_step(lines, steps.most_common(1)[0][0])
    tops = {run: pages.sheets[run.page - 1].height - run.baseline for run in lines}
    origin = Counter(round(top % step, 1) for top in tops.values()).most_common(1)[0][0]
    for run, top in tops.items():
        off = (top - origin + step / 2) % step - step / 2
        if abs(off) > 0.4:
            yield violation("off the grid", pages, run, f"{off:+.1f} pt on a grid of {step:.2f} pt")


def _exact_step(lines: Sequence[Run], about: float) -> float:
    """The leading to more places than a box is rounded to, from the distances that come nearest to it."""
    near = [
        one.baseline - other.baseline
        for one, other in pairwise(lines)
        if one.page == other.page and abs(one.baseline - other.baseline - about) < 0.06
    ]
    return sum(near) / len(near)


def measured(pages: Pages, bounds: Bounds, *, closes_up: bool, is_on_grid: bool) -> list[Violation]:
    """All that breaks a rule.

    Args:
        pages: the document.
        bounds: what its kind of document allows.
        closes_up: whether the document is meant to be as short as it can.
        is_on_grid: whether the theme says that baselines are on a grid.
    """
    found = [
        *long_lines(pages),
        *small_type(pages, bounds),
        *many_sizes(pages, bounds),
        *faint_text(pages),
        *outside(pages, bounds),
        *overlaps(pages),
        *last_headings(pages),
        *parted_heads(pages),
        *stranded_lines(pages),
    ]
    found += straggling_page(pages) if closes_up else ()
    found += off_grid(pages) if is_on_grid and not bounds.is_slides else ()
    return found
