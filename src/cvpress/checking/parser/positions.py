"""The jobs, or the degrees, of a section: where each begins, and its title, organization and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cvpress.checking.parser.resume import Position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.checking.parser.layout import SeenLine

__all__ = ["positions_in"]

_ORGANIZATIONS: Final = re.compile(
    r"\b(?:universit\w*|universid\w*|college|institut\w*|school|schule|hochschule|école|escuela|academy|akademie|labor\w*"
    r"|inc|ltd|llc|gmbh|ag|corp\w*|company|group|bank|hospital|foundation|society|société|ministry|department|eth|cern)\b",
    re.IGNORECASE,
)
_TITLES: Final = re.compile(
    r"\b(?:engineer|developer|scientist|researcher|manager|director|intern|student|assistant|analyst|consultant|designer"
    r"|professor|lecturer|teacher|fellow|lead|head|chief|officer|founder|president|technician|editor|nurse|architect|phd"
    r"|bachelor|master|doctorate|licence|bsc|msc|bs|ms|ba|ma|mba|diploma|degree|entwickler\w*|ingenieur\w*|leiter\w*)\b",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\s+[·|•–—]\s+|\t")


@dataclass
class _Entry:
    """An entry while it is read."""

    dates: str = ""
    head: list[SeenLine] = field(default_factory=list)
    has_body: bool = False

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.head if line.text]

    def add(self, line: SeenLine) -> None:
        """A line below the first; the first two that are no running text are of the head."""
        aligned = not self.head or abs(line.left - self.head[0].left) < 3
        if self.has_body or line.is_prose or not aligned or len(self.texts) >= 2:
            self.has_body = True
        else:
            self.head.append(line)


def positions_in(lines: Sequence[SeenLine], body: tuple[str, float]) -> list[Position]:
    """The entries of a section.

    Args:
        lines: those under its title.
        body: face and size of running text.
    """
    entries: list[_Entry] = []
    title = next((line.style for line in lines if line.text and not line.is_bullet), body)
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        is_start = line.style == title != body or _is_role(line, following, entries, body)
        _take(line, following, entries, is_start=is_start and bool(line.text) and not line.is_bullet)
    found: list[Position] = []
    for entry in entries:
        found.append(_position(entry, found))
    return found


def _is_role(line: SeenLine, following: SeenLine | None, entries: Sequence[_Entry], body: tuple[str, float]) -> bool:
    """Whether a line begins another job with the same employer: in a face of its own, after running text."""
    if not entries or not entries[-1].has_body or line.style == body or line.is_prose:
        return False
    return abs(line.left - entries[-1].head[0].left) < 3 and not _goes_on(line, following)


def _goes_on(line: SeenLine, following: SeenLine | None) -> bool:
    """Whether a sentence runs over the end of a line."""
    if following is None or following.period:
        return False
    is_below = abs(line.left - following.left) < 3 and line.style == following.style
    return following.text[:1].islower() or (is_below and len(line.text) > 45 and following.text.endswith("."))


def _take(line: SeenLine, following: SeenLine | None, entries: list[_Entry], *, is_start: bool) -> None:
    """Put a line where it belongs: into the last entry, or into a new one."""
    last = entries[-1] if entries else None
    if line.period and not line.text:
        _take_dates(line, last, entries)
    elif last and not last.texts:
        last.head.append(line)
    elif last and line.period and not last.dates and not is_start and not last.has_body:
        last.dates = line.period.text
        last.add(line)
    elif is_start or (line.period and not line.is_prose) or last is None:
        entries.append(_Entry(line.period.text if line.period else "", [line]))
    elif _goes_on(line, following):
        last.has_body = True
    else:
        last.add(line)


def _take_dates(line: SeenLine, last: _Entry | None, entries: list[_Entry]) -> None:
    """Dates on a line of their own belong to the entry that has none yet, or to the next."""
    dates = line.period.text if line.period else ""
    if last and not last.dates and not last.has_body:
        last.dates = dates
        last.head.append(line)
    else:
        entries.append(_Entry(dates, [line]))


def _position(entry: _Entry, before: Sequence[Position]) -> Position:
    title, organization = _fields(entry.texts)
    if title and not organization:
        organization = next((one.organization for one in reversed(before) if one.organization), "")
    return Position(title, organization, entry.dates, tuple(line.line for line in entry.head))


def _fields(texts: Sequence[str]) -> tuple[str, str]:
    """Title and organization from the lines of a head, or from the two parts of its only line."""
    parts = [_AFTER.split(text)[0].strip(" ,;") for text in texts[:2]]
    if len(parts) == 1 and ", " in parts[0]:
        one, _, other = parts[0].partition(", ")
        has_both = _is_organization(one) != _is_organization(other)
        is_told = has_both or (_is_organization(other) and _is_title(one) != _is_title(other))
        parts = [one, other] if is_told else parts
    if len(parts) < 2:
        return (parts or [""])[0], ""
    one, other = parts
    swapped = (_is_organization(one) and not _is_title(one)) or (_is_title(other) and not _is_title(one))
    return (other, one) if swapped and not _is_organization(other) else (one, other)


def _is_organization(text: str) -> bool:
    return bool(_ORGANIZATIONS.search(text))


def _is_title(text: str) -> bool:
    return bool(_TITLES.search(text))
