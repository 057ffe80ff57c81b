"""Dates as people give them in a CV: a year, a month or a day, never more exact than written."""

from __future__ import annotations

import os
import re
import time
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "CALENDAR_DATE_PATTERN",
    "DATE_PATTERN",
    "TIMESTAMP_PATTERN",
    "PartialDate",
    "days_in_month",
    "is_after",
    "today",
]

DATE_PATTERN = "^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$"
"""What JSON Resume's schema takes for a date (its definition `iso8601`), to the letter."""

CALENDAR_DATE_PATTERN = (
    "^[12][0-9]{3}(-("
    "(0[1-9]|1[0-2])"
    "|(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|02-(0[1-9]|1[0-9]|2[0-8])"
    "))?$"
    "|^([12][0-9](0[48]|[2468][048]|[13579][26])|(1200|1600|2000|2400|2800))-02-29$"
)
"""Only the dates that the calendar has: months to 12, the days of each month, leap years."""

TIMESTAMP_PATTERN = (
    "^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])"
    "(T([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)([.,][0-9]+)?)?"
    "(Z|[+-]([01][0-9]|2[0-3])(:?[0-5][0-9])?)?)?)?)?$"
)
"""A date, or a date and a time, in the extended format of ISO 8601."""


_SECONDS_OF_A_DAY = 24 * 60 * 60


class PartialDate(NamedTuple):
    """A year, with a month and a day where they are known (0 where they are not)."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate | None:
        """Read YYYY, YYYY-MM or YYYY-MM-DD; None for anything else or a date that is not real."""
        if not re.match(CALENDAR_DATE_PATTERN.replace("$", r"\Z"), text):
            return None
        return cls(*map(int, text.split("-")))


def is_after(start: str, end: str) -> bool:
    """Whether `start` is surely later than `end`, two dates as written.

    Only what both tell is compared: 2019-05 is not after 2019.
    """
    shared = min(len(start), len(end))
    return start[:shared] > end[:shared]


def days_in_month(year: int, month: int) -> int:
    """How many days a month of the Gregorian calendar has."""
    if month == 2:
        is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if is_leap else 28
    return 30 if month in {4, 6, 9, 11} else 31


def today() -> str:
    """The date in UTC, YYYY-MM-DD: of SOURCE_DATE_EPOCH if that is set, else of the clock.

    See https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return _date(int(epoch if epoch.isdecimal() and len(epoch) < 12 else time.time()) // _SECONDS_OF_A_DAY)


@lru_cache(maxsize=1)
def _date(day: int) -> str:
    """The date of a day, counted from 1970-01-01."""
    return time.strftime("%Y-%m-%d", time.gmtime(day * _SECONDS_OF_A_DAY))
