"""How an extractor gets one text out of a file: whole, with words glued, split or hyphenated, in pieces, or not."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from cvpress.checking.checks.squeezing import Squeezed, folded, read_squeezed, squeezed
from cvpress.checking.checks.writing import is_right_to_left, runs_without_blanks

if TYPE_CHECKING:
    from cvpress.checking.artefact import Reading

__all__ = ["Verdict", "verdict"]

_WORD: Final = re.compile("\\d+|[\u0590-\u08ff]+|[^\\W\\d\u0590-\u08ff]+")
"""A number, or a word of one script: extractors glue what runs from left to right to what does not."""

_HYPHENS: Final = re.compile("[-\u2010\u2011]")

_BETWEEN_PAGES: Final = 200
"""The letters that the foot of one page and the head of the next may have."""


_EDGE: Final = 4
"""The letters at either end of a text that are looked for before it is tried to be put together."""

_MOST_PLACES: Final = 200
"""The places of a short text that are judged; it is glued to something at all of these, or at none."""


class Verdict(Enum):
    """What became of a text."""

    WHOLE = "whole"
    GLUED = "glued"
    SPLIT = "split"
    HYPHENATED = "hyphenated"
    SCATTERED = "scattered"
    MISSING = "missing"


@lru_cache(maxsize=8192)
def verdict(text: str, reading: Reading) -> Verdict:
    """How an extractor has a text.

    Args:
        text: a run of words, as it was written.
        reading: what the extractor reads of the file.
    """
    wanted, read = squeezed(text), read_squeezed(reading)
    if is_right_to_left(text):
        return _by_words(text, reading)
    first = None
    for place in islice(read.places(wanted.letters), _MOST_PLACES):
        judged = _judged(wanted, read, place)
        if judged is Verdict.WHOLE:
            return judged
        first = first or judged
    if first:
        return first
    if _HYPHENS.sub("", wanted.letters) in _without_hyphens(reading):
        return Verdict.HYPHENATED
    if _is_over_pages(wanted, read):
        return Verdict.WHOLE
    words = text.split()
    return Verdict.SCATTERED if all(squeezed(word).letters in read.letters for word in words) else Verdict.MISSING


def _judged(wanted: Squeezed, read: Squeezed, place: int) -> Verdict:
    """Whether the blanks are where they should be."""
    last = len(wanted.letters)
    for index in range(last + 1):
        gap = read.gaps[place + index]
        before, after = _around(read.letters, place + index)
        if index in {0, last} or wanted.gaps[index] != ".":
            if gap == "." and before.isalpha() and after.isalpha() and not runs_without_blanks(before + after):
                return Verdict.GLUED
        elif _splits(gap, before, after):
            return Verdict.SPLIT
    return Verdict.WHOLE


def _around(letters: str, place: int) -> tuple[str, str]:
    return letters[place - 1 : place], letters[place : place + 1]


def _splits(gap: str, before: str, after: str) -> bool:
    """Whether a gap parts a word; lines may end after a mark, or anywhere in scripts without blanks."""
    if gap == "." or runs_without_blanks(before + after):
        return False
    return before.isalnum() and after.isalnum() and not unicodedata.combining(after)


@lru_cache(maxsize=64)
def _without_hyphens(reading: Reading) -> str:
    return _HYPHENS.sub("", read_squeezed(reading).letters)


def _is_over_pages(wanted: Squeezed, read: Squeezed) -> bool:
    """Whether a text begins on one page and goes on on the next, with no more in between than margins have."""
    for break_ in (place for place, gap in enumerate(read.gaps[1:-1], 1) if gap == "\f"):
        reach = len(wanted.letters) + _BETWEEN_PAGES
        one, other = read.letters[max(0, break_ - reach) : break_], read.letters[break_ : break_ + reach]
        if wanted.letters[:_EDGE] not in one or wanted.letters[-_EDGE:] not in other:
            continue
        for place in range(len(wanted.letters) - 1, 0, -1):
            if wanted.gaps[place] != "." and wanted.letters[:place] in one and wanted.letters[place:] in other:
                return True
    return False


def _by_words(text: str, reading: Reading) -> Verdict:
    """In what is written from right to left extractors disagree on the order, also on that of letters and ligatures."""
    known = _kinds_of_words(reading)
    return Verdict.WHOLE if all(_kind(word) in known for word in _WORD.findall(folded(text))) else Verdict.MISSING


@lru_cache(maxsize=16)
def _kinds_of_words(reading: Reading) -> frozenset[str]:
    return frozenset(map(_kind, _WORD.findall(folded(reading.text))))


def _kind(word: str) -> str:
    """A word without the order of its letters."""
    return "".join(sorted(word))
