"""Which country a text means: the advice of the rule V108."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import replace
from cvpress.rules.languages import country_codes, simplified
from cvpress.rules.rule import Advice
from cvpress.values.countries import COUNTRY_CODES

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["country_advice"]

_LONGEST: Final = 60
"""No name of a country has more characters."""

_OTHER_NAMES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("u.s", "u.s.a", "united states of america", "the united states"), "US"),
    **dict.fromkeys(("u.k", "great britain", "the united kingdom"), "GB"),
    **dict.fromkeys(("holland", "the netherlands"), "NL"),
    "czech republic": "CZ",
    "el": "GR",
    "russian federation": "RU",
    "uae": "AE",
}
"""Names and codes in use that the CLDR does not have."""

_GUESSES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("en", "england", "scotland", "wales", "northern ireland"), "GB"),
    "sp": "ES",
}
"""Codes of languages, parts of countries: what was meant is likely, but less or more was said."""

_DOUBTFUL: Final[Mapping[str, tuple[str, ...]]] = {"sw": ("SE", "CH"), "georgia": ("GE", "US")}


def country_advice(text: str) -> Advice:
    """How to write a country so that it is a code of ISO 3166-1."""
    name = simplified(text[:_LONGEST].strip())
    codes = _codes(text.strip(), name)
    if len(codes) == 1:
        return Advice(f"write `{codes[0]}`", replace(codes[0]))
    if codes:
        return Advice(f"write {' or '.join(f'`{code}`' for code in codes)}, whichever is meant")
    if name in _GUESSES:
        return Advice(f"did you mean `{_GUESSES[name]}`?", replace(_GUESSES[name], safe=False))
    return Advice("write its ISO 3166-1 code, two capital letters such as `FR` or `US`")


def _codes(text: str, name: str) -> tuple[str, ...]:
    if text.upper() in COUNTRY_CODES:
        return (text.upper(),)
    if name in _OTHER_NAMES:
        return (_OTHER_NAMES[name],)
    if name in _DOUBTFUL:
        return _DOUBTFUL[name]
    return country_codes(text) if len(text) <= _LONGEST else ()
