"""Finds words, numbers and names in texts, whatever their case and accents, and writes something else there.

Patterns are of folded text: small letters without accents. What `name_finder` makes of people's names is one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

__all__ = [
    "GAP",
    "LETTER",
    "SHORTEST_PART",
    "SHORTEST_WITHIN",
    "Finder",
    "bounded",
    "folded",
    "handle_pattern",
    "literal_pattern",
    "phone_pattern",
    "phrase_pattern",
]

SHORTEST_PART: Final = 3
"""A shorter part is found only beside another: "Li" is a metal, too."""
SHORTEST_WITHIN: Final = 5
"""A shorter part is not found within a word: "Ann" is not in "AnnualReport"."""
LETTER: Final = r"[^\W\d_]"
"""A letter, in a pattern."""
_LETTER_OR_DIGIT: Final = r"[^\W_]"
GAP: Final = r"[\W_]{0,3}"
"""What may stand between the parts of a name."""
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
    **dict.fromkeys("’‘ʼʻʹ´", "'"),
}


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
        return any(next(_matches(pattern, text), None) for pattern, _ in self._patterns)

    def replaced(self, text: str) -> str:
        """The text with other words for the names."""
        for pattern, words in self._patterns:
            parts, end = [], 0
            for start, stop, found in _matches(pattern, text):
                parts += [text[end:start], words if isinstance(words, str) else words[found]]
                end = stop
            text = "".join((*parts, text[end:]))
        return text


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, str]]:
    """What a pattern finds: where it begins and ends in the text, and its folded form."""
    flat, places = folded(text)
    for match in pattern.finditer(flat):
        if match.end() > match.start():
            start, end = places[match.start()], _end(text, places[match.end() - 1])
            check = _CHECKS.get(match.lastgroup or "")
            if check is None or check(text, start, end):
                yield start, end, match[0]


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether capitals part something from the letters around it: "AcmeDB", "libAcme"."""
    first, last = text[start], text[end - 1]
    begins = start == 0 or not text[start - 1].isalpha() or (first.isupper() and text[start - 1].islower())
    return begins and (end == len(text) or not text[end].isalpha() or (last.islower() and text[end].isupper()))


def _is_capital(text: str, start: int, end: int) -> bool:
    return text[start:end].isupper()


_CHECKS: Final[Mapping[str, Callable[[str, int, int], bool]]] = {"within": _is_apart, "capitals": _is_capital}
"""What the text itself has to say to what a group of a pattern finds: folded, it has no capitals."""


def _by_form(words: str | Mapping[str, str]) -> str | dict[str, str]:
    """A table of words by folded text."""
    if isinstance(words, str):
        return words
    table: dict[str, str] = {}
    for form, word in words.items():
        table.setdefault(_literal(form), word)
    return table


def literal_pattern(words: Iterable[str], *, is_organization: bool = False) -> str:
    """A pattern that finds words in folded text, such as user names; empty if there are none.

    Args:
        words: the words.
        is_organization: two letters count, too, where they are capitals, and longer ones also within "AcmeDB".
    """
    folded = set(map(_literal, words))
    usable = sorted((word for word in folded if len(word) >= SHORTEST_PART), key=lambda word: (-len(word), word))
    patterns = [bounded(_any_of(usable), _LETTER_OR_DIGIT)] if usable else []
    if is_organization:
        long = [word for word in usable if len(word) >= SHORTEST_WITHIN]
        short = sorted(word for word in folded if len(word) == SHORTEST_PART - 1)
        patterns += [f"(?P<within>{_any_of(long)})"] if long else []
        patterns += [f"(?P<capitals>{bounded(_any_of(short), _LETTER_OR_DIGIT)})"] if short else []
    return "|".join(patterns)


def handle_pattern(accounts: Iterable[str]) -> str:
    """A pattern that finds short names of accounts behind an "@"; empty if there are none."""
    short = sorted({name for name in map(_literal, accounts) if 0 < len(name) < SHORTEST_PART})
    return rf"(?<!\w)@(?:{_any_of(short)})(?!\w)" if short else ""


def phrase_pattern(phrases: Iterable[str]) -> str:
    """A pattern that finds phrases in folded text, with any signs between their words; empty if there are none."""
    parted = (re.findall(r"[^\W_]+", folded(phrase)[0]) for phrase in phrases)
    found = dict.fromkeys(r"[\W_]{1,4}".join(words) for words in parted if words)
    return bounded("|".join(sorted(found, key=len, reverse=True)), _LETTER_OR_DIGIT) if found else ""


def _literal(word: str) -> str:
    return folded(word.strip("@ "))[0]


def phone_pattern(numbers: Iterable[str]) -> str:
    """A pattern that finds phone numbers by their last digits, however they are grouped."""
    digits = ["".join(char for char in number if char.isdigit()) for number in numbers]
    tails = dict.fromkeys(number[-7:] for number in digits if len(number) > 5)
    between = r"[\W_]{0,6}"
    return "|".join(rf"\+?(?<!\d)(?:\d{GAP}){{0,8}}{between.join(tail)}(?!\d)" for tail in tails)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def bounded(pattern: str, letter: str) -> str:
    """A pattern with none of such letters before and behind what it finds."""
    return f"(?<!{letter})(?:{pattern})(?!{letter})"


def _end(text: str, last: int) -> int:
    """Behind the last sign of a match and the accents that stand on it."""
    end = last + 1
    while end < len(text) and not _fold(text[end]):
        end += 1
    return end


def folded(text: str) -> tuple[str, Sequence[int]]:
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
