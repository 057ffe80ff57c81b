"""Comments outlive what stood beside them: nobody else knows what they are still good for."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from cvpress.syntax.edits.change import NotEditable
from cvpress.syntax.edits.text import BLANKS, Edit, blanks_after, blanks_before, line_break

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cvpress.syntax.document import Span

__all__ = ["keeping_comments"]

_OF_ITS_LINE: Final = re.compile(r"#[ \t]*+cvpress:[ \t]*+ignore(?!-file)")
"""An exception goes with the line that it is for: on its own it would hide what is wrong with the next."""


def keeping_comments(text: str, edits: Iterable[Edit], comments: Sequence[Span]) -> Iterator[Edit]:
    """Edits that put the comments in what they remove on lines of their own.

    Args:
        text: the whole text.
        edits: what is to be done.
        comments: all comments of the text, in its order.

    Raises:
        NotEditable: there is no room for such a line.
    """
    for edit in edits:
        lost = [comment for comment in _within(comments, edit) if not _OF_ITS_LINE.match(text, *comment)]
        if not lost:
            yield edit
        elif not edit.new:
            yield from _around(text, edit, lost)
        elif all(text[comment.start : comment.end] in edit.new for comment in lost):
            # The new text has them, as that of a block scalar has its header's.
            yield edit
        else:
            raise NotEditable


def _within(comments: Sequence[Span], edit: Edit) -> Sequence[Span]:
    first = bisect_left(comments, (edit.start,))
    return comments[first : bisect_left(comments, (edit.end,))]


def _around(text: str, edit: Edit, comments: Sequence[Span]) -> Iterator[Edit]:
    """Remove what stands before, between and behind some comments."""
    margin = _margin(text, edit.start)
    new_line = line_break(text) + margin
    yield _before(text, edit.start, comments[0].start, margin)
    for comment, following in pairwise(comments):
        yield Edit(comment.end, following.start, new_line)
    ending = new_line
    if text[edit.end - 1] == "\n":
        ending = line_break(text)
    elif edit.end == len(text):
        ending = ""
    yield Edit(comments[-1].end, edit.end, ending)


def _before(text: str, start: int, end: int, margin: str) -> Edit:
    line = text.rfind("\n", 0, start) + 1
    if start == line:
        return Edit(start, end, margin)
    if text[line:start].strip():
        # The dash before it stays alone on its line.
        return Edit(blanks_before(text, start), end, line_break(text) + margin)
    return Edit(start, end)


def _margin(text: str, start: int) -> str:
    """The indentation of what begins at an offset, with blanks for the dashes before it."""
    line = text.rfind("\n", 0, start) + 1
    before = text[line : blanks_after(text, start)]
    if before.strip(BLANKS + "-"):
        raise NotEditable
    return before.replace("-", " ")
