"""Phone numbers in international form: ITU-T E.164, with the separators that people put between digits."""

from __future__ import annotations

from typing import Final

__all__ = ["DROPPED_ZERO", "MOST_DIGITS", "PHONE_PATTERN"]

MOST_DIGITS: Final = 15
"""The most digits that E.164 lets a number have, those of the country included."""

_SEPARATOR = r"[ .()\-\u00a0\u2011\u202f]"

PHONE_PATTERN: Final = rf"^\+{_SEPARATOR}*[1-9]({_SEPARATOR}*[0-9]){{6,{MOST_DIGITS - 1}}}$"
"""A plus sign and the code of the country first; no country has numbers of fewer than seven digits in all."""

DROPPED_ZERO: Final = r"\(0\)"
"""The zero that is dialled only within a country: with the country's code before it the number is another."""
