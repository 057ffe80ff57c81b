"""From when to when an entry was, as far as its dates tell for sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.rules.contents import is_private
from cvpress.values.dates import PartialDate, is_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cvpress.diagnostics import Pointer
    from cvpress.rules.contents import Located

__all__ = ["Span", "spans"]

_OPEN: Final = "9999"
"""The end of what goes on."""


class Span(NamedTuple):
    """An entry and its first and last date as written, the last one "9999" if it goes on."""

    pointer: Pointer
    entry: dict[str, Any]
    start: str
    end: str

    @property
    def date_pointer(self) -> Pointer:
        """Where the date stands that tells best when it was."""
        return (*self.pointer, next(key for key in ("startDate", "date", "endDate") if key in self.entry))

    def overlaps(self, other: Span) -> bool:
        """Whether both were at the same time for sure: 2018 to 2019 and 2019 to 2020 need not have been."""
        is_same = (self.start, self.end) == (other.start, other.end)
        return is_same or (is_after(self.end, other.start) and is_after(other.end, self.start))

    def is_later(self, other: Span) -> bool:
        """Whether it both began and ended after another for sure."""
        return is_after(self.start, other.start) and is_after(self.end, other.end)

    def months_shared(self, other: Span) -> int:
        """For how many months both went on at least."""
        start = max(_month(self.start, 12), _month(other.start, 12))
        return min(_month(self.end, 1), _month(other.end, 1)) - start


def spans(entries: Iterable[Located], today: str) -> Iterator[Span]:
    """The spans of those entries that reach an output and have dates in order, none of them begun later than today."""
    for pointer, entry in entries:
        date: Any = entry.get("date", entry.get("endDate", ""))
        start: Any = entry.get("startDate", date)
        end: Any = date or _OPEN
        if is_private(pointer[0], entry) or not (_is_date(start) and (end == _OPEN or _is_date(end))):
            continue
        if not is_after(start, end) and start <= today:
            yield Span(pointer, entry, start, end)


def _is_date(text: Any) -> bool:
    return isinstance(text, str) and PartialDate.parse(text) is not None


def _month(date: str, unknown: int) -> int:
    """The months from year 0 to a date."""
    return int(date[:4]) * 12 + (int(date[5:7]) if len(date) > len("2019") else unknown)
