"""Dates and periods in the text of a CV, in the forms and languages that people write them in."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Moment", "Period", "periods_in"]

_YEAR: Final = r"(?P<{0}year>(?:1[89]|20)\d{{2}})(?!\d)"
_DAY: Final = r"(?:[0-3]?\d(?:st|nd|rd|th|er|º|\.)?,?\s+(?:de\s+)?)"

_MORE_PRESENT: Final = """present|current|currently|now|today|ongoing|to date|date|heute|jetzt|aktuell|laufend|actuel|
    présent|aujourd'hui|à ce jour|en cours|presente|actual|actualmente|hoy|atual|atualmente|hoje|oggi|attuale|in corso|
    heden|nu|obecnie|teraz|nadal|halen|günümüz|дотепер|现在|現在|至今|현재"""

_DASH: Final = r"\s*(?:[-–—−‐~～〜]+|\bto\b|\bbis\b|\bà\b|\bau\b|\ba\b|\bal\b|\buntil\b|\btill\b|\btot\b|\bdo\b)\s*"
_SINCE: Final = r"\b(?:since|from|seit|ab|depuis|desde|dal|da|sinds|od)\s+"

_SEASONS: Final = "spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne|hiver"


_LONGEST_LINE: Final = 2000
"""The letters of a line that dates are looked for in; a line of a page has no more."""


class Moment(NamedTuple):
    """A date.

    Attributes:
        year: 0 for the present.
        month: from 1; 0 if none is named.
        style: how its month is written: "Jan", "January", "01/2020", "2020-01"; empty if that cannot be told.
    """

    year: int
    month: int = 0
    style: str = ""


class Period(NamedTuple):
    """A date, or a time from one to another.

    Attributes:
        start: where it stands in its line.
        last: None for a single date.
    """

    start: int
    end: int
    text: str
    first: Moment
    last: Moment | None


def periods_in(text: str) -> Iterator[Period]:
    """The dates and periods of a line; a time that only has begun ends in the present."""
    for match in _pattern().finditer(text[:_LONGEST_LINE]):
        first = _moment(match, "a")
        last = Moment(0) if match["now"] or match["since"] else _moment(match, "b")
        if first:
            yield Period(match.start(), match.end(), match[0].strip(), first, last)


@cache
def _pattern() -> re.Pattern[str]:
    now = "|".join(re.escape(word) for word in sorted(_present(), key=len, reverse=True))
    end = rf"(?:(?P<now>(?:{now})(?!\w))|{_date('b')})"
    pattern = rf"(?<![\d/.,-])(?P<since>{_SINCE})?{_date('a')}(?:{_DASH}{end})?"
    return re.compile(pattern, re.IGNORECASE)


def _date(mark: str) -> str:
    """A date; its groups are marked."""
    months = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    year = _YEAR.format(mark)
    named = rf"{_DAY}?(?P<{mark}name>{months})\.?,?(?:\s+\d{{1,2}},)?(?:\s+(?:de|del|d[e’'])?\s*|\s*)"
    return rf"(?:{named}{year}|{_numeric(mark)}|(?:(?:{_SEASONS})\s+)?{year.replace('year>', 'only>')})"


def _numeric(mark: str) -> str:
    month = r"(?P<{0}{1}>0?[1-9]|1[0-2])"
    year = r"(?P<{0}{1}>(?:1[89]|20)\d{{2}})"
    slashed = rf"(?:[0-3]?\d[./])?{month.format(mark, 'slashed')}[./]{year.format(mark, 'slashedyear')}(?!\d)"
    dashed = rf"{year.format(mark, 'isoyear')}[-/.]{month.format(mark, 'iso')}(?:[-/.]\d{{1,2}})?(?!\d)"
    eastern = (
        rf"{year.format(mark, 'eastyear')}\s*[年년](?:\s*{month.format(mark, 'east')}\s*[月월](?:\s*\d+\s*[日일])?)?"
    )
    return f"{slashed}|{dashed}|{eastern}"


_KINDS: Final = (
    ("year", "name", ""),
    ("slashedyear", "slashed", "01/2020"),
    ("isoyear", "iso", "2020-01"),
    ("eastyear", "east", "2020年1月"),
    ("only", "", ""),
)


def _moment(match: re.Match[str], mark: str) -> Moment | None:
    for year, month, style in _KINDS:
        if match[mark + year]:
            name = match[mark + month] if month else None
            if month == "name" and name:
                return Moment(int(match[mark + year]), *_months()[name.lower()])
            return Moment(int(match[mark + year]), int(name or 0), style if name else "")
    return None


_CONTEXTS: Final[tuple[Literal["format", "stand-alone"], ...]] = ("format", "stand-alone")
_STYLES: Final[tuple[tuple[Literal["wide", "abbreviated"], str], ...]] = (("wide", "January"), ("abbreviated", "Jan"))


@cache
def _months() -> Mapping[str, tuple[int, str]]:
    """The names of the months, and whether each is short or whole.

    A name that is both tells no style, nor does one that is hardly ever shortened, as June.
    """
    found: dict[str, tuple[int, str]] = {"sept": (9, "Jan")}
    for language in _languages():
        months = _months_of(language)
        for width, style in _STYLES:
            for context in _CONTEXTS:
                for number, name in months[context][width].items():
                    plain = name.lower().rstrip(".")
                    known = found.setdefault(plain, (number, style))
                    if known[1] != style or (style == "January" and len(plain) < 5):
                        found[plain] = (number, "")
    return {name: value for name, value in found.items() if not name[0].isdigit()}


def _months_of(language: str) -> Mapping[str, Mapping[str, Mapping[int, str]]]:
    """The names of the months by context and width, from a copy of Babel's data.

    Babel 2.18 writes names that a language takes from its other context into data that all languages share, so that
    documents in Ukrainian would get the months of the language that was asked last.
    """
    from babel.localedata import LocaleDataDict, load

    months: Mapping[str, Mapping[str, Mapping[int, str]]] = LocaleDataDict(
        {"months": deepcopy(load(language)["months"])}
    )["months"]
    return months


@cache
def _present() -> frozenset[str]:
    from cvpress.views.locales import catalogue

    words = {catalogue(language).words["present"].lower() for language in _languages()}
    return frozenset(words | {" ".join(word.split()) for word in _MORE_PRESENT.split("|")})


def _languages() -> tuple[str, ...]:
    from cvpress.views.locales import languages

    return tuple(language.partition("-")[0] for language in languages())
