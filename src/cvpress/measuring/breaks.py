"""What has to stay together where a page ends: rules as in measures.py."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from cvpress.measuring.violations import violation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.measuring.boxes import Block, Pages
    from cvpress.measuring.violations import Violation

__all__ = ["last_headings", "parted_heads", "straggling_page", "stranded_lines"]

_CLOSABLE = 0.06
"""By how much of its height a page can be closed up without looking dense."""


def last_headings(pages: Pages) -> Iterator[Violation]:
    """Headings that what they are of does not follow on the same page."""
    for number, block in enumerate(pages.blocks):
        if block.level:
            follower = _follower(block, pages.blocks[number + 1 :])
            is_empty = follower is None or 0 < follower.level <= block.level
            if not is_empty and follower and follower.runs[0].page != block.runs[-1].page:
                yield violation(
                    "heading last on a page", pages, block.runs[0], f"parted from {follower.text[:40]!r}", block.text
                )


def _follower(heading: Block, others: Sequence[Block]) -> Block | None:
    """The first block behind a heading that is not its dates beside it."""
    top, last = heading.runs[0], heading.runs[-1]
    for block in others:
        first = block.runs[0]
        is_level = last.baseline - 0.5 * last.size < first.baseline < top.baseline + 0.5 * top.size
        is_beside = first.page == last.page and is_level
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
                yield violation("entry parted from its head", pages, head[0].runs[0], figure, text)


def _children(pages: Pages) -> dict[str, dict[str, list[Block]]]:
    """The blocks of each child of each element."""
    found: dict[str, dict[str, list[Block]]] = {}
    for block in pages.blocks:
        for parent, child in pairwise(block.path):
            found.setdefault(parent, {}).setdefault(child, []).append(block)
    return found


def _is_head(element: str, blocks: Sequence[Block], pages: Pages) -> bool:
    depth = blocks[0].path.index(element)
    inside = {pages.tags[name] for block in blocks for name in block.path[depth:]}
    return not inside & _NO_HEADS


def stranded_lines(pages: Pages) -> Iterator[Violation]:
    """Single lines of a paragraph at the foot or at the head of a page."""
    for block in pages.blocks:
        counts = Counter(line.page for line in block.lines)
        for page, count in counts.items() if len(counts) > 1 else ():
            if count == 1:
                line = next(line for line in block.lines if line.page == page)
                yield violation("stranded line", pages, line.runs[0], f"1 line of {len(block.lines)}", line.text)


def straggling_page(pages: Pages) -> Iterator[Violation]:
    """A last page under a fifth full, where the others could have taken what is on it by closing up a little."""
    runs = list(pages.runs)
    count = len(pages.sheets)
    last = [run for run in runs if run.page == count]
    if count > 1 and last:
        top = max(run.box.top for run in runs)
        height = top - min(run.box.bottom for run in runs if run.page < count)
        fill = (top - min(run.box.bottom for run in last)) / height
        if fill < min(0.2, _CLOSABLE * (count - 1)):
            yield violation("last page almost empty", pages, last[0], f"{fill:.0%} full")
