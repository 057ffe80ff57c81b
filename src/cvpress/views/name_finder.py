"""Finds a person's name in texts, in whatever form it stands there.

The full name and its parts, with initials before or behind ("M. S. Curie", "Curie, M."), run together
as in user names ("mcurie", "MarieCurie"), in any case, with and without accents, in the genitive.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from cvpress.values.titles import DEGREES_LIKE_INITIALS, is_generation, is_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["Finder", "literal_pattern", "name_pattern", "phone_pattern"]

_PARTICLES: Final = frozenset(
    "van von vom zum zur der den dem des del dos das della degli dal ibn bin bint abu the and und".split()
)
"""Parts of names that are words of a language: on their own they tell nobody."""

_MOST_PARTS, _LONGEST_PART = 8, 40
_SHORTEST_PART: Final = 3
"""A shorter part is found only beside another: "Li" is a metal, too."""

_LETTER: Final = r"[^\W\d_]"
_GAP: Final = r"[\W_]{0,3}"
_BLANK: Final = r"[\s.,_-]{0,3}"
_SPECIAL: Final = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "þ": "th",
    "ð": "d",
    "’": "'",
}
_SPELT_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


class Finder:
    """Finds names, given as patterns of folded text, and writes something else in their place.

    Args:
        patterns: pairs of a pattern and what takes the place of what it finds, by their turn: one word, or
            a table of words by what is found, in any case. Of names that look the same the first one counts.
    """

    def __init__(self, patterns: Iterable[tuple[str, str | Mapping[str, str]]]) -> None:
        self._patterns = [(re.compile(pattern), _by_form(word)) for pattern, word in patterns if pattern]

    def finds(self, text: str) -> bool:
        """Whether there is any of the names in a text."""
        flat = _folded(text)[0]
        return any(pattern.search(flat) for pattern, _ in self._patterns)

    def replaced(self, text: str) -> str:
        """The text with other words for the names."""
        flat, places = _folded(text)
        for pattern, words in self._patterns:
            parts, end = [], 0
            for match in pattern.finditer(flat):
                if match.end() > match.start():
                    parts += [text[end : places[match.start()]], words if isinstance(words, str) else words[match[0]]]
                    end = _end(text, places[match.end() - 1])
            if parts:
                text = "".join((*parts, text[end:]))
                flat, places = _folded(text)
        return text


def _by_form(words: str | Mapping[str, str]) -> str | dict[str, str]:
    """A table of words by folded text."""
    if isinstance(words, str):
        return words
    table: dict[str, str] = {}
    for form, word in words.items():
        table.setdefault(_literal(form), word)
    return table


def name_pattern(names: Iterable[str]) -> str:
    """A pattern that finds people's names in folded text; empty if there are none."""
    return "|".join(dict.fromkeys(form for name in names for form in _forms(name)))


def literal_pattern(words: Iterable[str]) -> str:
    """A pattern that finds words in folded text, such as user names; empty if there are none."""
    folded = set(map(_literal, words))
    usable = sorted((word for word in folded if len(word) >= _SHORTEST_PART), key=lambda word: (-len(word), word))
    return _bounded("|".join(map(re.escape, usable)), r"[^\W_]") if usable else ""


def _literal(word: str) -> str:
    return _folded(word.strip("@ "))[0]


def phone_pattern(numbers: Iterable[str]) -> str:
    """A pattern that finds phone numbers by their last digits, however they are grouped."""
    digits = ["".join(char for char in number if char.isdigit()) for number in numbers]
    tails = dict.fromkeys(number[-8:] for number in digits if len(number) > 5)
    return "|".join(rf"\+?(?:\d{_GAP}){{0,7}}{_GAP.join(tail)}(?!\d)" for tail in tails)


def _forms(name: str) -> Iterator[str]:
    """What a name may look like: a chain of its parts and initials that has at least one part."""
    bare = " ".join(word for word in name.split() if not _stands_beside(word.strip(",")))
    for spelling in dict.fromkeys((bare, bare.casefold().translate(_SPELT_OUT))):
        words = re.findall(rf"{_LETTER}+", _folded(spelling)[0])
        words = [word for word in words if not is_title(word) and not is_generation(word)]
        words = [word for word in words if len(word) <= _LONGEST_PART][:_MOST_PARTS]
        if words:
            yield from _forms_of(words)


def _stands_beside(word: str) -> bool:
    return is_title(word) or word.replace(".", "") in DEGREES_LIKE_INITIALS


def _forms_of(words: list[str]) -> Iterator[str]:
    dense = [word for word in words if _is_dense(word)]
    if dense:  # written without blanks, in texts as well
        yield "|".join(map(re.escape, sorted(dense, key=len, reverse=True)))
    full = _GAP.join(map(re.escape, words))
    given = [word for word in words[:-1] if word not in _PARTICLES]
    ends = [f"{re.escape(first)}{_GAP}{re.escape(last)}" for first, last in _pairs(given, words[-1])]
    initials = "".join(sorted({word[0] for word in words}))
    initialled = rf"[{initials}]{_GAP}{re.escape(words[-1])}" if len(words) > 1 else ""
    known = [word for word in words if len(word) >= _SHORTEST_PART and word not in _PARTICLES]
    longest = sorted(dict.fromkeys(known), key=len, reverse=True)
    heads = "|".join(filter(None, (full, *ends, *map(re.escape, longest), initialled)))
    others = "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
    small = "".join(f"{re.escape(word)}|" for word in words if word in _PARTICLES)
    before = rf"(?:(?>{small}[{initials}]){_GAP}){{0,4}}"
    behind = rf"(?:{_GAP}(?>{others})|{_BLANK}[{initials}]{{1,3}}(?!{_LETTER})\.?){{0,{_MOST_PARTS}}}"
    yield _bounded(f"{before}(?:{heads})s?{behind}s?", _LETTER)


def _pairs(given: list[str], last: str) -> Iterator[tuple[str, str]]:
    for word in given:
        yield word, last
        yield last, word


def _bounded(pattern: str, letter: str) -> str:
    return f"(?<!{letter})(?:{pattern})(?!{letter})"


def _is_dense(word: str) -> bool:
    """Whether a word is of a script that parts no words, with more than one sign."""
    return len(word) > 1 and any("\u2e80" <= char <= "\U0003ffff" and not _is_hangul(char) for char in word)


def _is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7af"


def _end(text: str, last: int) -> int:
    """Behind the last sign of a match and the accents that stand on it."""
    end = last + 1
    while end < len(text) and not _fold(text[end]):
        end += 1
    return end


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """A text in small letters without accents, and from which sign each of its own comes."""
    if text.isascii():
        return text.lower(), range(len(text))
    chars, places = [], []
    for place, char in enumerate(text):
        for folded in _fold(char):
            chars.append(folded)
            places.append(place)
    return "".join(chars), places


@cache
def _fold(char: str) -> str:
    lower = char.casefold()
    if lower in _SPECIAL:
        return _SPECIAL[lower]
    plain = unicodedata.normalize("NFKD", lower)
    kept = (part for part in plain if unicodedata.category(part) not in {"Mn", "Cf"})
    return "".join(_SPECIAL.get(part, part) for part in kept).casefold()
