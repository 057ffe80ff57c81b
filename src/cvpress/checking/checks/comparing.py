"""What extractors disagree on: words that one has apart and another in one, and such as no reader would write."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from cvpress.checking.checks.squeezing import folded
from cvpress.checking.checks.writing import runs_without_blanks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.checking.artefact import Artefact, Reading, TextLine

__all__ = ["glued_pairs", "hyphenated_words", "letterspaced", "split_pairs"]

_LETTERS: Final = re.compile(r"(?<!\S)(?:[^\W\d_] ){4,40}[^\W\d_](?!\S)")
_AT_END: Final = re.compile(r"([^\W\d_]{2,})([-\u2010\xad])\s*$")
_LEAST_HYPHENS: Final = 3


class _Words(NamedTuple):
    """The words of a reading: how often each is there, and each two neighbours by what they are together."""

    single: Counter[str]
    pairs: Mapping[str, str]


def glued_pairs(artefact: Artefact) -> Iterator[tuple[str, str]]:
    """Words that an extractor has in one, and most others apart: the extractor, and the words."""
    for reading, others in _with_others(artefact):
        for apart in _only_apart(reading, others).values():
            yield reading.extractor, apart


def split_pairs(artefact: Artefact) -> Iterator[tuple[str, str]]:
    """Words that an extractor has apart, and all others in one: the extractor, and the parts."""
    for reading, others in _with_others(artefact):
        own = _words(reading)
        for word, apart in own.pairs.items():
            if word not in own.single and all(word in _words(other).single for other in others):
                yield reading.extractor, apart


def letterspaced(artefact: Artefact) -> Iterator[tuple[str, str]]:
    """Words with a blank after every letter: the extractor, and the letters."""
    for reading in artefact.readings:
        for line in reading.text.split("\n"):
            for match in _LETTERS.finditer(line):
                yield reading.extractor, match[0]


def hyphenated_words(artefact: Artefact) -> Iterator[tuple[TextLine, str]]:
    """Words that are broken at the end of a line, with that line.

    A hyphen may belong to a word. It does not if it is none that keyboards have, if the word is
    elsewhere without it, or if there are many.
    """
    words = _words(artefact.readings[0]).single if artefact.readings else Counter()
    certain: list[tuple[TextLine, str]] = []
    likely: list[tuple[TextLine, str]] = []
    for line, following in pairwise(artefact.lines):
        end, start = _AT_END.search(line.text), re.match(r"\s*([^\W\d_]{2,})", following.text)
        if end and start and start[1].islower():
            word = end[1] + start[1]
            is_certain = end[2] != "-" or folded(word) in words
            (certain if is_certain else likely).append((line, f"{end[1]}{end[2]}{start[1]}"))
    yield from certain
    yield from likely if len(likely) >= _LEAST_HYPHENS else ()


def _with_others(artefact: Artefact) -> Iterator[tuple[Reading, list[Reading]]]:
    readings = artefact.readings if len(artefact.readings) > 2 else ()
    for reading in readings:
        yield reading, [other for other in readings if other is not reading]


def _only_apart(reading: Reading, others: list[Reading]) -> dict[str, str]:
    own, first = _words(reading), _words(others[0])
    return {
        word: first.pairs[word]
        for word in own.single
        if all(word in _words(other).pairs and word not in _words(other).single for other in others)
    }


@lru_cache(maxsize=16)
def _words(reading: Reading) -> _Words:
    words = [word for word in re.findall(r"\S+", reading.text) if not runs_without_blanks(word)]
    pairs: dict[str, str] = {}
    for one, other in pairwise(words):
        if one[-1:].isalpha() and other[:1].isalpha():
            pairs.setdefault(_bare(one + other), f"{one} {other}")
    return _Words(Counter(_bare(word) for word in words), pairs)


def _bare(word: str) -> str:
    return folded(word).strip(".,;:()[]“”\"'’‘!?")
