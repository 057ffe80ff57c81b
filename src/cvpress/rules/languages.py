"""What names of months and countries mean in the languages of Europe, as the Unicode CLDR has them.

Babel takes a tenth of a second for all of them, so it is asked only for what is not English.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar
from unicodedata import combining, normalize

from cvpress.values.countries import COUNTRY_CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from babel import Locale

__all__ = ["country_codes", "month_number", "simplified", "simplified_country"]

T = TypeVar("T")

_WIDESPREAD: Final = tuple("en de fr es it pt".split())
"""Languages that are asked first: all of them take a quarter of a second."""

_LANGUAGES: Final = tuple("en de fr es it pt nl pl cs sk sl hr hu ro sv da nb fi et lv lt ca tr ru uk bg el".split())
_LANGUAGES_OF_COUNTRIES: Final = (*_LANGUAGES, *"zh zh_Hant ja ko vi id th hi fa ar he sq sr mk is".split())
"""The names of months in these are not asked for: they have other calendars, or figures."""

_ENGLISH_MONTHS: Final = tuple(
    "january february march april may june july august september october november december".split()
)
_APOSTROPHE: Final = re.compile("[’‘´`]")
_SHORTEST_MONTH: Final = 3
_OTHER_MONTHS: Final = {"mrz": 3, "maerz": 3, "sept": 9, "janner": 1, "jaenner": 1}
"""Names and abbreviations in use that the CLDR does not have in all languages."""


def simplified(text: str) -> str:
    """A word without what people leave out: capitals, accents, the full stop of an abbreviation."""
    letters = normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not combining(letter)).strip(". ")


def simplified_country(name: str) -> str:
    """The name of a country as `simplified` has it, without an article, and with one kind of apostrophe."""
    return simplified(_APOSTROPHE.sub("'", name).replace("&", "and")).removeprefix("the ")


def month_number(name: str) -> int:
    """The month that a name or an abbreviation means: "Juni", "juin", "Jun." → 6.

    0 if it means none, or one in one language and another in another, as "listopad" does.
    """
    word = simplified(name)
    if len(word) >= _SHORTEST_MONTH:
        for number, month in enumerate(_ENGLISH_MONTHS, start=1):
            if month.startswith(word):
                return number
    return _OTHER_MONTHS.get(word) or next(filter(None, (_month(word, each) for each in (_WIDESPREAD, _LANGUAGES))), 0)


def _month(word: str, languages: tuple[str, ...]) -> int:
    return _only(_months(languages).get(word, frozenset())) or 0


def country_codes(name: str) -> tuple[str, ...]:
    """The codes of the countries that a name or another code means: "Deutschland" or "DEU" → DE, "Kongo" → CD, CG."""
    from babel.core import get_global

    other_codes: Mapping[str, list[str]] = get_global("territory_aliases")
    word = simplified_country(name)
    if not word:
        return ()
    found = (
        other_codes.get(name.upper())
        or _countries(_WIDESPREAD).get(word)
        or _countries(_LANGUAGES_OF_COUNTRIES).get(word, frozenset())
    )
    return tuple(sorted(COUNTRY_CODES.intersection(found)))


def _only(meanings: frozenset[T]) -> T | None:
    return next(iter(meanings)) if len(meanings) == 1 else None


@cache
def _months(languages: tuple[str, ...]) -> Mapping[str, frozenset[int]]:
    return _by_name(
        (re.split("[ ’]", name)[-1], number)  # Catalan months have an article: "de gener", "d’abril"
        for locale in _locales(languages)
        for widths in locale.months.values()
        for width in ("wide", "abbreviated")
        for number, name in widths[width].items()
    )


@cache
def _countries(languages: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    return _by_name(
        (simplified_country(name), code) for locale in _locales(languages) for code, name in locale.territories.items()
    )


def _locales(languages: Iterable[str]) -> Iterator[Locale]:
    from babel import Locale

    return map(Locale.parse, languages)


def _by_name(names: Iterable[tuple[str, T]]) -> Mapping[str, frozenset[T]]:
    meanings = defaultdict(set)
    for name, meaning in names:
        meanings[simplified(name)].add(meaning)
    return {name: frozenset(found) for name, found in meanings.items()}
