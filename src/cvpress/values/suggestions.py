"""What a misspelt word was probably meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["folded", "nearest", "suggestion"]

_LIKE = 0.75
_SOMEWHAT_LIKE = 0.6
"""The likeness that is enough where all choices are listed otherwise."""


def nearest(word: str, known: Iterable[str], likeness: float = _LIKE) -> str:
    """The known word that `word` was most probably meant to be, or an empty string.

    Args:
        word: what is written.
        known: what could be meant.
        likeness: how like the two have to be, from 0 to 1.
    """
    from difflib import get_close_matches

    by_folded = {folded(name): name for name in known}
    matches = get_close_matches(folded(word), by_folded, n=1, cutoff=likeness)
    return by_folded[matches[0]] if matches else ""


def suggestion(word: str, known: Collection[str], otherwise: str, listed: str = "") -> str:
    """A hint for a word that is none of some others.

    Args:
        word: what is written.
        known: what could be meant.
        otherwise: what the list of all begins with, where no word is like it: "documents: ".
        listed: the list, where it says more than the words.
    """
    match = nearest(word, known, _SOMEWHAT_LIKE)
    return f"did you mean `{match}`?" if match else f"{otherwise}{listed or ', '.join(known) or 'none'}"


def folded(word: str) -> str:
    """Spellings that people mix up are one: start_date, start-date, StartDate, startdate."""
    return word.replace("_", "").replace("-", "").replace(" ", "").lower()
