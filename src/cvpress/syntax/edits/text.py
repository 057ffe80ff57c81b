"""Edits of a text, and the lines that they leave."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cvpress.syntax.edits.change import NotEditable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["BLANKS", "Edit", "applied", "begins_line", "blanks_after", "blanks_before", "end_of_line", "line_break"]

BLANKS = " \t"
"""What indents a line."""

_REST_OF_LINE = re.compile(r"[ \t]*+(?>(?:#[^\r\n]*+)?)(?:\r?\n|\Z)")
_BLANK_LINES = re.compile(r"(?>(?:[ \t]*+\r?\n)*)")
_CLOSER = re.compile(r"[ \t]*+[\]}]")


class Edit(NamedTuple):
    """A stretch of text, the end exclusive, and what takes its place."""

    start: int
    end: int
    new: str = ""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Make edits, given in any order; the same one may be given more than once.

    Where whole lines go, they leave no doubled blank lines, and none at the end of the text
    or before a closing bracket.

    Raises:
        NotEditable: two edits are about the same characters.
    """
    pieces: list[str] = []
    offset = 0
    is_top = True
    for edit in _merged(sorted(set(edits))):
        is_top = is_top and not text[offset : edit.start].strip()
        start, end, new = _without_doubled_blanks(text, edit, is_top=is_top)
        is_top = is_top and not new
        pieces += [text[offset : max(offset, start)], new]
        offset = end
    return "".join([*pieces, text[offset:]])


def begins_line(text: str, offset: int) -> bool:
    """Whether only blanks stand before an offset on its line."""
    start = blanks_before(text, offset)
    return start == 0 or text[start - 1] == "\n"


def blanks_before(text: str, offset: int, blanks: str = BLANKS) -> int:
    """Where the blanks before an offset begin."""
    while offset and text[offset - 1] in blanks:
        offset -= 1
    return offset


def blanks_after(text: str, offset: int, blanks: str = BLANKS) -> int:
    """Where the blanks behind an offset end."""
    while offset < len(text) and text[offset] in blanks:
        offset += 1
    return offset


def end_of_line(text: str, offset: int) -> int | None:
    """Where the line after this one begins; None if more than a comment stands behind the offset."""
    found = _REST_OF_LINE.match(text, offset)
    return found.end() if found else None


def line_break(text: str) -> str:
    """How the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def _merged(edits: list[Edit]) -> Iterator[Edit]:
    """Make one edit of removals that touch each other."""
    last: Edit | None = None
    for edit in edits:
        if last is None:
            last = edit
        elif edit.start <= last.end and not edit.new and not last.new:
            last = Edit(last.start, max(last.end, edit.end))
        elif edit.start < last.end:
            raise NotEditable
        else:
            yield last
            last = edit
    if last is not None:
        yield last


def _without_doubled_blanks(text: str, edit: Edit, *, is_top: bool) -> Edit:
    """Let whole lines take blank lines with them; `is_top` if nothing is left before them."""
    start, end = edit.start, edit.end
    if edit.new or not _is_whole_lines(text, start, end):
        return edit
    if end == len(text) and not text.endswith("\n"):
        start = blanks_before(text, start, "\r\n")
    if is_top:
        return Edit(0, _end_of_blank_lines(text, end))
    if end == len(text) or _end_of_blank_lines(text, end) > end or _CLOSER.match(text, end):
        start = _start_of_blank_lines(text, start)
    return Edit(start, end)


def _is_whole_lines(text: str, start: int, end: int) -> bool:
    begins = start == 0 or text[start - 1] == "\n"
    return begins and end > start and (end == len(text) or text[end - 1] == "\n")


def _end_of_blank_lines(text: str, offset: int) -> int:
    found = _BLANK_LINES.match(text, offset)
    return found.end() if found else offset


def _start_of_blank_lines(text: str, offset: int) -> int:
    """Where the blank lines before the beginning of a line begin."""
    end = blanks_before(text, offset, " \t\r\n")
    if end == 0:
        return 0
    line = text.find("\n", end, offset) + 1
    return line or offset
