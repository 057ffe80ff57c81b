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
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from page_boxes import contrast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from page_boxes import Block, Box, Line, Pages, Run

MM = 72 / 25.4
LONGEST_LINE = 92
RUNNING_TEXT = 40
"""A text with so many characters is read, not looked up."""
_SAME_SIZE = 0.25
"""Sizes that are no further apart are one step of a scale."""
_CLOSABLE = 0.06
"""By how much of its height a page can be closed up without looking dense."""


@dataclass(frozen=True)
class Bounds:
    """How large and how near to the edge, in points; at most how many sizes in a document, or on a slide."""

    body: float
    least: float
    marginal: float
    superscript: float
    edge: float
    marginal_edge: float
    sizes: int
    is_slides: bool = False


PAPER = Bounds(body=9, least=8, marginal=7.5, superscript=6, edge=10 * MM, marginal_edge=5 * MM, sizes=4)
SLIDES = Bounds(body=16, least=12, marginal=10, superscript=10, edge=20, marginal_edge=10, sizes=6, is_slides=True)


class Violation(NamedTuple):
    """What breaks a rule, where, and by how much; the place counts in mm from the page's upper left corner."""

    rule: str
    page: int
    place: tuple[int, int]
    text: str
    figure: str

    def __str__(self) -> str:
        return (
            f"{self.rule}: page {self.page} at {self.place[0]}, {self.place[1]} mm: {self.figure}: {self.text[:60]!r}"
        )


def _violation(rule: str, pages: Pages, run: Run, figure: str, text: str = "") -> Violation:
    place = round(run.box.left / MM), round((pages.sheets[run.page - 1].height - run.box.top) / MM)
    return Violation(rule, run.page, place, text or run.text, figure)


def long_lines(pages: Pages) -> Iterator[Violation]:
    """Lines of more than 92 characters."""
    for block in pages.blocks:
        for line in block.lines:
            if len(line.text) > LONGEST_LINE:
                yield _violation("line too long", pages, line.runs[0], f"{len(line.text)} characters", line.text)


def small_type(pages: Pages, bounds: Bounds) -> Iterator[Violation]:
    """Body text that is too small, and any other that is smaller than its kind may be."""
    body = body_size(pages)
    for block in pages.blocks:
        for line in block.lines:
            for run in line.runs:
                least = bounds.superscript if is_superscript(run, line) else bounds.least
                least = bounds.body if abs(run.size - body) <= _SAME_SIZE else least
                if run.size < least - 0.01:
                    yield _violation("type too small", pages, run, f"{run.size:.1f} pt, and {least:g} is the least")
    for sheet in pages.sheets:
        for run in sheet.marginal:
            if run.size < bounds.marginal - 0.01:
                yield _violation(
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
    """More sizes than a scale of four steps has: name, headings, body, detail. On slides, more than one slide may have."""
    first: dict[int, dict[float, Run]] = {}
    for run in _of_the_scale(pages, has_margins=not bounds.is_slides):
        steps = first.setdefault(run.page if bounds.is_slides else 0, {})
        steps.setdefault(next((size for size in steps if abs(size - run.size) <= _SAME_SIZE), run.size), run)
    for steps in first.values():
        if len(steps) > bounds.sizes:
            sizes = ", ".join(f"{size:.1f}" for size in sorted(steps))
            rarest = min(steps.values(), key=lambda run: len(run.text))
            yield _violation("too many sizes", pages, rarest, f"{len(steps)} sizes: {sizes}")


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
        yield _violation("contrast too low", pages, run, f"{found:.2f}, and {least} is the least ({ink} on {ground})")


def outside(pages: Pages, bounds: Bounds) -> Iterator[Violation]:
    """Text too near to the edge of the page, or beyond it; pictures beyond it."""
    for number, sheet in enumerate(pages.sheets, 1):
        texts = [(run, bounds.marginal_edge) for run in sheet.marginal]
        texts += [(run, bounds.edge) for run in pages.runs if run.page == number]
        for run, edge in texts:
            room = _room(run.box, sheet.width, sheet.height)
            if room < edge - 0.5:
                yield _violation("outside", pages, run, f"{room:.0f} pt from the edge, and {edge:.0f} is the least")
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
                    yield _violation(
                        "overlap", pages, run, f"{wide:.1f} × {high:.1f} pt of it over {other.text[:40]!r}"
                    )
            for picture in sheet.pictures:
                wide, high = run.box.overlap(picture)
                if wide > 1 and high > 1:
                    yield _violation("overlap", pages, run, f"{wide:.1f} × {high:.1f} pt of it over a picture")
            open_runs.append(run)


def last_headings(pages: Pages) -> Iterator[Violation]:
    """Headings that what they are of does not follow on the same page."""
    for number, block in enumerate(pages.blocks):
        if block.level:
            follower = _follower(block, pages.blocks[number + 1 :])
            is_empty = follower is None or 0 < follower.level <= block.level
            if not is_empty and follower and follower.runs[0].page != block.runs[-1].page:
                yield _violation(
                    "heading last on a page", pages, block.runs[0], f"parted from {follower.text[:40]!r}", block.text
                )


def _follower(heading: Block, others: Sequence[Block]) -> Block | None:
    """The first block behind a heading that is not its dates beside it."""
    last = heading.runs[-1]
    for block in others:
        first = block.runs[0]
        is_beside = first.page == last.page and first.baseline > last.baseline - 0.5 * last.size
        if not (is_beside and block.path[-2] == heading.path[-2]):
            return block
    return None


_NO_HEADS = frozenset({"Document", "Art", "Sect", "Part", "L", "LI", "Table", "Figure"})
_ENTRIES = frozenset({"LBody"})
"""What has no heading, and a head all the same: a publication, a talk."""


def parted_heads(pages: Pages) -> Iterator[Violation]:
    """Entries whose head (title, dates, employer) stands on another page than what comes next of them."""
    for element, children in _children(pages).items():
        if len(children) > 1:
            head, body = list(children.values())[:2]
            starts = head[0].level or pages.tags[element] in _ENTRIES
            if (
                starts
                and _is_head(next(iter(children)), head, pages)
                and head[-1].runs[-1].page != body[0].runs[0].page
            ):
                text, figure = head[0].text, f"parted from {body[0].text[:40]!r}"
                yield _violation("entry parted from its head", pages, head[0].runs[0], figure, text)


def _children(pages: Pages) -> dict[int, dict[int, list[Block]]]:
    """The blocks of each child of each element."""
    found: dict[int, dict[int, list[Block]]] = {}
    for block in pages.blocks:
        for parent, child in pairwise(block.path):
            found.setdefault(parent, {}).setdefault(child, []).append(block)
    return found


def _is_head(element: int, blocks: Sequence[Block], pages: Pages) -> bool:
    depth = blocks[0].path.index(element)
    inside = {pages.tags[number] for block in blocks for number in block.path[depth:]}
    return not inside & _NO_HEADS


def stranded_lines(pages: Pages) -> Iterator[Violation]:
    """Single lines of a paragraph at the foot or at the head of a page."""
    for block in pages.blocks:
        counts = Counter(line.page for line in block.lines)
        for page, count in counts.items() if len(counts) > 1 else ():
            if count == 1:
                line = next(line for line in block.lines if line.page == page)
                yield _violation("stranded line", pages, line.runs[0], f"1 line of {len(block.lines)}", line.text)


def straggling_page(pages: Pages) -> Iterator[Violation]:
    """A last page under a fifth full, where the pages before it could have taken what is on it by closing up a little."""
    runs = list(pages.runs)
    count = len(pages.sheets)
    last = [run for run in runs if run.page == count]
    if count > 1 and last:
        top = max(run.box.top for run in runs)
        height = top - min(run.box.bottom for run in runs if run.page < count)
        fill = (top - min(run.box.bottom for run in last)) / height
        if fill < min(0.2, _CLOSABLE * (count - 1)):
            yield _violation("last page almost empty", pages, last[0], f"{fill:.0%} full")


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
            yield _violation("off the grid", pages, run, f"{off:+.1f} pt on a grid of {step:.2f} pt")


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
