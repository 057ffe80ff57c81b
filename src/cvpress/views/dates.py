"""Dates as a reader of the language expects them, never more exact than they were written."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from babel.dates import format_date, format_skeleton

from cvpress.values.dates import PartialDate
from cvpress.views.view import DateRange

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

__all__ = ["FORMS", "date_range", "date_text", "long_date_text"]

FORMS: Final[Mapping[str, tuple[str, str, str]]] = {
    "short": ("y", "yMMM", "yMMMd"),
    "long": ("y", "yMMMM", "yMMMMd"),
    "numeric": ("y", "yM", "yMd"),
    "year": ("y", "y", "y"),
    "iso": ("", "", ""),
}
"""The forms of dates: what is shown of a year, of a month, of a day, as skeletons of the locale data
(https://www.unicode.org/reports/tr35/tr35-dates.html). ISO dates are as they are written."""


def date_text(text: str, locale: Locale, form: str = "short") -> str:
    """A date as written, "1903-12", in words of the locale: "Dec 1903"; "" for ""."""
    date = PartialDate.parse(text)
    if date is None or form == "iso":
        return text
    return str(format_skeleton(FORMS[form][(date.month > 0) + (date.day > 0)], _first_day(date), locale=locale))


def long_date_text(text: str, locale: Locale) -> str:
    """A date with the name of its month in full, as letters have it: "December 10, 1903"; "" for ""."""
    date = PartialDate.parse(text)
    if date is None:
        return text
    if date.day:
        return str(format_date(_first_day(date), "long", locale=locale))
    return str(format_skeleton("yMMMM" if date.month else "y", _first_day(date), locale=locale))


def _first_day(date: PartialDate) -> dt.date:
    return dt.date(date.year, date.month or 1, date.day or 1)


def date_range(start: str, end: str, locale: Locale, present: str, form: str = "short") -> DateRange | None:
    """A range of two dates as written; an open end means `present`; None if both are missing.

    Both ends are formatted and joined here: the intervals of the locale data are wrong
    for some calendars, and put the present nowhere.
    """
    if not start and not end:
        return None
    if not start:
        return DateRange(date_text(end, locale, form), "", end)
    first, last = date_text(start, locale, form), date_text(end, locale, form) if end else present
    return DateRange(first if first == last else f"{first} – {last}", start, end)
