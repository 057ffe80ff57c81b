"""What stands around the names of people: forms of address, titles, degrees."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ACADEMIC_TITLES",
    "DEGREES_LIKE_INITIALS",
    "FORMS_OF_ADDRESS",
    "GENERATIONS",
    "RANKS",
    "is_generation",
    "is_title",
]

FORMS_OF_ADDRESS: Final = tuple("Mr Mrs Ms Mx Miss Herr Herrn Frau Madame Mme Monsieur".split())
ACADEMIC_TITLES: Final = tuple("Dr Prof Professor Professorin".split())

RANKS: Final = tuple("Dipl Ing Sir Dame".split())
"""Further titles that stand before a name."""

DEGREES_LIKE_INITIALS: Final = frozenset("BA MA MD MBA PD".split())
"""Degrees, in capitals; medicine's indices write initials behind a name just so, as in "Curie MA"."""

GENERATIONS: Final = frozenset("jr sr ii iii iv".split())
"""What tells the father from the son, behind a name."""

_TITLES: Final = frozenset(word.casefold() for word in (*ACADEMIC_TITLES, *RANKS, "PhD", "MSc", "BSc"))


def is_title(word: str) -> bool:
    """Whether a word is a title or a degree and can be no part of a name: "Dr.", "Dipl.-Ing.", "Ph.D."."""
    return all(part in _TITLES for part in word.casefold().replace(".", "").split("-"))


def is_generation(word: str) -> bool:
    """Whether a word is "Jr." or the like."""
    return word.casefold().strip(".") in GENERATIONS
