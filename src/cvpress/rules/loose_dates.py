"""Reads dates as people write them: "June 2019", "6/2019", "30.6.2019", "1er juin 2019"."""

from __future__ import annotations

import re
from typing import Final

from cvpress.rules.languages import month_number, simplified
from cvpress.values.dates import PartialDate, today

__all__ = [
    "DATE_FORMS",
    "is_range",
    "is_year_pair",
    "means_present",
    "means_unknown",
    "readings",
    "season_year",
    "tells_start",
    "without_doubt",
]

DATE_FORMS: Final = 'write a year "2019", a month "2019-06" or a day "2019-06-30"'
"""The hint where nothing better is known."""

_LONGEST: Final = 60
"""No date has more characters; a longer text is not looked at."""

_PRESENT: Final = frozenset(
    " ".join(
        """
        present; to present; until present; till present; the present; present day; current; currently; now;
        until now; till now; today; to date; till date; ongoing; in progress;
        heute; bis heute; jetzt; aktuell; derzeit; laufend; gegenwartig; fortlaufend;
        aujourd'hui; actuel; actuellement; a ce jour; en cours; maintenant;
        actualidad; la actualidad; actual; actualmente; presente; hoy; hasta la fecha; hasta hoy; en curso;
        oggi; ad oggi; attuale; attualmente; in corso; atual; atualmente; hoje; ate hoje; ate o momento; em curso;
        heden; tot heden; nu; huidig; obecnie; teraz; nadal; do teraz; do dzis; soucasnost; dosud; do soucasnosti;
        sucasnost; trenutno; danas; nuvarande; pagaende; nuværende; nykyinen; halen; gunumuz;
        настоящее время; по настоящее время; н.в; 至今; 现在; 現在; 현재
        """.split()
    ).split("; ")
)
_UNKNOWN: Final = frozenset("n/a na - -- – — ? ?? unknown none null nil tba unbekannt inconnu".split())
_DOUBTS: Final = re.compile(
    r"\b(?:expected|anticipated|exp|planned|approx|about|circa|ca|since|from|early|mid|late|end|of|voraussichtlich|seit|ab|anfang"
    r"|mitte|ende|depuis|début|fin|prévue?|desde)\b[.:]*|[()~]",
    re.IGNORECASE,
)
_START: Final = re.compile(
    r"(?:ever )?(?:since|from|starting|seit|ab|von|depuis|des|a partir de|desde|dal?|dall[oa]?|od"
    r"|sinds|vanaf|sedan|fran)\b.*\d"
)
_SEASON: Final = re.compile(
    r"\b(?:spring|summer|autumn|fall|winter|fruhling|fruhjahr|sommer|herbst|printemps|ete|automne|hiver"
    r"|primavera|verano|estate|otono|autunno|invierno|inverno|ws|ss|wise|sose|q[1-4])(?:semester)?\b"
)
_RANGE: Final = re.compile(
    r"\s*[–—]\s*|\s+-(?:\s+|$)|\s+(?:to|until|till|bis|a|au|al)\s+|(?<=\d{4})-(?=\d{4}|\d{1,2}[./]|[^\W\d])"
)
_YEAR: Final = re.compile(r"[12]\d{3}", re.ASCII)
_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|ª)?", re.ASCII)
_YEAR_FIRST: Final = re.compile(
    r"(\d{4})(?:(?:\. |[-/. ])(\d{1,2})(?:(?:\. |[-/. ])(\d{1,2})(?:[T ]\d{1,2}:.*)?)?)?\.?", re.ASCII
)
_EAST_ASIAN: Final = re.compile(r"(\d{4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?)?", re.ASCII)
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})(?:\. |[-/. ])(\d{4})", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})", re.ASCII)
_YEAR_PAIR: Final = re.compile(r"(\d{4})/(\d\d)?(\d\d)", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"(?<!\w)['’](\d\d)\b", re.ASCII)
_FILLERS: Final = frozenset({"de", "del", "of", "the", "le", "el"})

_Parts = tuple[str, str, str]
"""A year, and a month and a day or empty strings."""


def readings(text: str) -> tuple[str, ...]:
    """The dates that a text can mean, in ISO 8601's form: none, one, or two, as of "03/04/2020"."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        return ()
    dates = (_iso(*parts) for parts in _figures(line) or _words(line))
    return tuple(dict.fromkeys(date for date in dates if date))


def without_doubt(text: str) -> str:
    """A date without what makes it less or more than a date: "expected June '27" → "June 2027"."""
    return _SHORT_YEAR.sub(_whole_year, _DOUBTS.sub(" ", text)) if len(text) <= _LONGEST else text


def means_present(text: str) -> bool:
    """Whether a text says that something goes on, in one of many languages."""
    return len(text) <= _LONGEST and _plain(text) in _PRESENT


def means_unknown(text: str) -> bool:
    """Whether a text says that a date is not known."""
    return len(text) <= _LONGEST and _plain(text) in _UNKNOWN


def tells_start(text: str) -> bool:
    """Whether a text says since when something goes on: "since 2017", "ab 2017", with no end behind it."""
    return len(text) <= _LONGEST and _START.match(_plain(text)) is not None and not _RANGE.search(text)


def season_year(text: str) -> str:
    """The year of a text that tells a season or a quarter instead of a month, or an empty string."""
    years = _YEAR.findall(text) if len(text) <= _LONGEST else ()
    return years[0] if years and _SEASON.search(_plain(text)) else ""


def is_range(text: str) -> bool:
    """Whether a text gives a beginning and an end: "2018 - 2020", "06/2018–heute"."""
    ends = _RANGE.split(text.strip()) if len(text) <= _LONGEST else []
    if len(ends) != 2 or not readings(ends[0]):
        return False
    return not ends[1] or means_present(ends[1]) or bool(readings(ends[1]))


def is_year_pair(text: str) -> bool:
    """Whether a text can be two years that follow each other, as those of a school year do: "2010/11"."""
    match = _YEAR_PAIR.fullmatch(text.strip())
    return match is not None and int(match[3]) == (int(match[1]) + 1) % 100


def _whole_year(match: re.Match[str]) -> str:
    """A year of which two figures are written: one of the last hundred, or of the next ten."""
    latest = int(today()[:4]) + 10
    return str(latest - (latest - int(match[1])) % 100)


def _plain(text: str) -> str:
    return simplified(" ".join(text.replace("’", "'").split()))


def _figures(text: str) -> list[_Parts]:
    """The readings of a date in figures."""
    match = _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text) or _EAST_ASIAN.fullmatch(text)
    if match:
        year, month, day = match.groups("")
        return [(year, month, day)]
    match = _MONTH_FIRST.fullmatch(text)
    if match:
        return [(match[2], match[1], "")]
    match = _YEAR_LAST.fullmatch(text)
    if not match:
        return []
    first, separator, second, year = match.groups()
    day_first = (year, second, first)
    return [day_first] if separator == "." else [day_first, (year, first, second)]


def _words(text: str) -> list[_Parts]:
    """The readings of a date with the name of its month, in whatever order."""
    words = [word for word in re.split(r"[\s,./-]+|\bd[’']", text) if word and word.lower() not in _FILLERS]
    years = [word for word in words if _YEAR.fullmatch(word)]
    days = [match[1] for match in map(_DAY.fullmatch, words) if match]
    names = [word for word in words if word[0].isalpha()]
    if len(years) != 1 or len(names) != 1 or len(words) != 2 + len(days) or len(days) > 1:
        return []
    month = month_number(names[0])
    return [(years[0], str(month), "".join(days))] if month else []


def _iso(year: str, month: str, day: str) -> str:
    text = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    return text if PartialDate.parse(text) else ""
