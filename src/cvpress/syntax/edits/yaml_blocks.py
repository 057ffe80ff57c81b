"""Removes entries of YAML's block lists and block mappings, which stand on lines of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.syntax.edits.change import NotEditable
from cvpress.syntax.edits.text import Edit, begins_line, blanks_before, end_of_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.syntax.document import Span

__all__ = ["removals"]


def removals(text: str, spans: Sequence[Span], removed: Sequence[int]) -> Iterator[Edit]:
    """Remove some entries with their lines.

    Args:
        text: the whole text.
        spans: all entries in the order of the text, each with its dash or its key.
        removed: the indices of those that go, ascending; at least one stays.

    Raises:
        NotEditable: something else stands on their lines.
    """
    behind_dash = 0
    if not begins_line(text, spans[0].start):
        while behind_dash < len(removed) and removed[behind_dash] == behind_dash:
            behind_dash += 1
    if behind_dash == len(spans):
        raise NotEditable
    if behind_dash:
        # What follows takes the place behind the dash.
        yield Edit(spans[0].start, spans[behind_dash].start)
    for index in removed[behind_dash:]:
        yield _lines(text, spans[index])


def _lines(text: str, span: Span) -> Edit:
    if not begins_line(text, span.start):
        raise NotEditable
    return Edit(blanks_before(text, span.start), _end(text, span))


def _end(text: str, span: Span) -> int:
    end = end_of_line(text, span.end)
    if end is None:
        raise NotEditable
    return end
