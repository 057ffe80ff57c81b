"""Dates as a reader of the language expects them, never more exact than they were written.

The calendar is the Gregorian one in all languages: profiles are written in it, and Babel knows no other.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from babel.dates import format_date, format_skeleton

from cvpress.values.dates import PartialDate
from cvpress.views.numerals import with_own_digits
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

_SHORTER: Final[Mapping[str, tuple[str, str]]] = {
    "pt": ("MMM y", "d MMM y"),
    "uk": ("LLL y", "d MMM y"),
}
"""Month and day of the languages whose dates in the CLDR are those of running text: "mar. de 2020", "бер. 2020 р."."""


def date_text(text: str, locale: Locale, form: str = "short") -> str:
    """A date as written, "1903-12", in words of the locale: "Dec 1903"; "" for ""."""
    date = PartialDate.parse(text)
    if date is None or form == "iso":
        return text
    exactness = (date.month > 0) + (date.day > 0)
    if form == "short" and exactness and locale.language in _SHORTER:
        pattern = _SHORTER[locale.language][exactness - 1]
        return with_own_digits(str(format_date(_first_day(date), pattern, locale=locale)), locale)
    return with_own_digits(str(format_skeleton(FORMS[form][exactness], _first_day(date), locale=locale)), locale)


def long_date_text(text: str, locale: Locale) -> str:
    """A date with the name of its month in full, as letters have it: "December 10, 1903"; "" for ""."""
    date = PartialDate.parse(text)
    if date is None:
        return text
    if date.day:
        return with_own_digits(str(format_date(_first_day(date), "long", locale=locale)), locale)
    skeleton = "yMMMM" if date.month else "y"
    return with_own_digits(str(format_skeleton(skeleton, _first_day(date), locale=locale)), locale)


def _first_day(date: PartialDate) -> dt.date:
    return dt.date(date.year, date.month or 1, date.day or 1)


def date_range(start: str, end: str, locale: Locale, present: str, form: str = "short") -> DateRange | None:
    """A range of two dates as written; an open end means `present`; None if both are missing.

    Both ends are formatted and joined here: the intervals of the locale data are wrong
    for some calendars, and put the present nowhere. What stands between them is the CLDR's:
    "2013 – 2015", in Japanese "2013年～2015年". Where the script runs from right to left, so
    does the range, in the order in which it is read: nothing is to be turned round.
    """
    if not start and not end:
        return None
    if not start:
        return DateRange(date_text(end, locale, form), "", end)
    first, last = date_text(start, locale, form), date_text(end, locale, form) if end else present
    if first == last:
        return DateRange(first, start, end)
    return DateRange(_joined(first, last, locale), start, end, first, last)


def _joined(first: str, last: str, locale: Locale) -> str:
    """Two ends of a range; the thin blanks of the CLDR are lost in the text of a PDF."""
    pattern: str = locale.interval_formats[None]
    return pattern.replace("\u2009", " ").format(first, last)
