"""Family V, dates that cannot be: before the start, after today. Checks take a profile's contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Finding, Severity
from cvpress.rules.rule import rule
from cvpress.values.dates import PartialDate, is_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Pointer
    from cvpress.rules.contents import Contents

__all__ = ["end_before_start", "future_date"]

_YEARS_AHEAD: Final = {"startDate": 1, "endDate": 10, "date": 1, "releaseDate": 0}
"""How far ahead a date may lie: a contract is for some years, a talk is announced, a paper is out."""

_KEYS: Final = tuple(_YEARS_AHEAD)

_OVER: Final = ("awards", "certificates", "patents", "competitions")
"""Sections whose `date` is that of something that has happened."""


@rule("V112", "future-date", Severity.WARNING)
def future_date(contents: Contents) -> Iterator[Finding]:
    """Something that has happened is dated later than today, or a plan lies too far ahead to be one.

    An award of next year is a slip, and so is a job that begins in 2109. What is still to
    come is normal and no finding: a job or a course that begins within a year, an end within
    ten years, a talk of next month, a publication with a `status` such as "accepted".

    Today is what the clock says, in UTC, or SOURCE_DATE_EPOCH.

    Example: `date: "2109-06"` of an award

    Use instead: `date: "2019-06"`
    """
    today = contents.today
    late = [
        ((*pointer, key), entry)
        for pointer, entry in contents.entries
        for key in _KEYS
        if key in entry and isinstance(entry[key], str) and entry[key] > today
    ]
    for pointer, entry in late:
        yield from _future(pointer, entry, today)


def _future(pointer: Pointer, entry: dict[str, Any], today: str) -> Iterator[Finding]:
    """The finding about a date later than today, if that is too late for what it is."""
    key = str(pointer[-1])
    date, is_release = entry[key], key == "releaseDate"
    years = 0 if key == "date" and pointer[0] in _OVER else _YEARS_AHEAD[key]
    if (is_release and entry.get("status")) or not _lies_ahead(date, today, years) or not _are_dates(date):
        return
    if years == 0:
        hint = "mend the date, or give its `status`, such as accepted" if is_release else "mend the date"
        yield Finding(pointer, f'"{date}" is still to come', hint)
    else:
        span = "a year" if years == 1 else f"{years} years"
        yield Finding(pointer, f'"{date}" is more than {span} ahead', "mend the year")


def _lies_ahead(date: str, today: str, years: int) -> bool:
    """Whether a date is surely later than so many years from today; less exact dates are shorter, and so before."""
    return date > f"{int(today[:4]) + years}{today[4:]}"


@rule("V103", "end-before-start")
def end_before_start(contents: Contents) -> Iterator[Finding]:
    """Something ends before it begins.

    The two dates are in the wrong order, or one of them is a slip. Only what both tell is
    compared: "2019-05" to "2019" is fine.

    Example: `startDate: "2020-05"` with `endDate: "2019-05"`

    Use instead: the dates the right way round
    """
    for pointer, entry in contents.entries:
        if "endDate" in entry and "startDate" in entry:
            start, end = entry["startDate"], entry["endDate"]
            if isinstance(start, str) and isinstance(end, str) and start > end:
                yield from _reversed((*pointer, "endDate"), start, end, contents.today)


def _reversed(pointer: Pointer, start: str, end: str, today: str) -> Iterator[Finding]:
    """The finding about an end before its start, unless it is the start that is wrong: it has one of its own."""
    is_slip = _lies_ahead(start, today, _YEARS_AHEAD["startDate"])
    if is_after(start, end) and _are_dates(start, end) and not is_slip:
        message = f'"{end}" is before the start, "{start}"'
        yield Finding(pointer, message, "swap them, or mend the one that is wrong")


def _are_dates(*texts: str) -> bool:
    """Whether all are dates of the calendar; one that is not has a finding of its own."""
    return all(PartialDate.parse(text) for text in texts)
