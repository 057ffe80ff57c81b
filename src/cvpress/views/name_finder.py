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
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

__all__ = [
    "Finder",
    "formula_pattern",
    "handle_pattern",
    "literal_pattern",
    "name_pattern",
    "phone_pattern",
    "phrase_pattern",
]

_PARTICLES: Final = frozenset(
    "van von vom zum zur der den dem des del dos das della degli dal ibn bin bint abu the and und".split()
)
"""Parts of names that are words of a language: on their own they tell nobody."""

_MOST_PARTS, _LONGEST_PART = 8, 40
_SHORTEST_PART: Final = 3
"""A shorter part is found only beside another: "Li" is a metal, too."""

_SHORTEST_WITHIN: Final = 5
"""A shorter part is not found within a word: "Ann" is not in "AnnualReport"."""
_SHORTEST_BROKEN: Final = 4
"""A shorter one is not found broken up, nor in a formula: "L.I.U." may be an abbreviation."""

_AFFIXES: Final = "|".join(
    "ai app blog bot code cpp cv db dev group hub js "
    "kit lab labs lib ml net org phd py rs soft tex tools ware web".split()
)
"""What names of programs and pages put before or behind a name."""

_LETTER: Final = r"[^\W\d_]"
_LETTER_OR_DIGIT: Final = r"[^\W_]"
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
    **dict.fromkeys("’‘ʼʻʹ´", "'"),
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
    flat, places = _folded(text)
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


def name_pattern(names: Iterable[str], *, has_parts: bool = True) -> str:
    """A pattern that finds people's names in folded text; empty if there are none.

    Args:
        names: full names.
        has_parts: whether a part tells who it is, or only the last name with another part or an initial.
    """
    spellings = [words for name in names for words in _spellings(name)]
    forms = [form for words in spellings for form in _forms_of(words, has_parts=has_parts)]
    parts = _parts(spellings) if has_parts else []
    forms += [_broken_up(part) for part in parts]
    within = "|".join(re.escape(part) for part in parts if len(part) >= _SHORTEST_WITHIN)
    if within:
        forms += [_bounded(f"(?:{_AFFIXES})?(?:{within})(?:{_AFFIXES})?", _LETTER), f"(?P<within>{within})"]
    return "|".join(dict.fromkeys(forms))


def formula_pattern(names: Iterable[str]) -> str:
    """A pattern that finds names, or parts of them, among the letters of a formula; empty if there are none."""
    spellings = [words for name in names for words in _spellings(name)]
    whole = [joined for words in spellings if len(joined := "".join(words)) >= _SHORTEST_BROKEN]
    return "|".join(map(re.escape, dict.fromkeys((*whole, *_parts(spellings)))))


def _parts(spellings: Iterable[list[str]]) -> list[str]:
    """The parts that are long enough to be found in any disguise, the longest first."""
    cased = {word for words in spellings for word in words if word != word.upper() and word not in _PARTICLES}
    parts = (word for word in cased if len(word) >= _SHORTEST_BROKEN)
    return sorted(parts, key=lambda part: (-len(part), part))


def _broken_up(part: str) -> str:
    """A part with signs between its letters, or a blank between each two of them."""
    signs, blanks = r"[^\w\s]|_", r"\s{1,3}"
    return _bounded(f"(?>{f'(?:{signs}){{0,4}}+'.join(part)}|{blanks.join(part)})", _LETTER)


def literal_pattern(words: Iterable[str], *, is_organization: bool = False) -> str:
    """A pattern that finds words in folded text, such as user names; empty if there are none.

    Args:
        words: the words.
        is_organization: two letters count, too, where they are capitals, and longer ones also within "AcmeDB".
    """
    folded = set(map(_literal, words))
    usable = sorted((word for word in folded if len(word) >= _SHORTEST_PART), key=lambda word: (-len(word), word))
    patterns = [_bounded(_any_of(usable), _LETTER_OR_DIGIT)] if usable else []
    if is_organization:
        long = [word for word in usable if len(word) >= _SHORTEST_WITHIN]
        short = sorted(word for word in folded if len(word) == _SHORTEST_PART - 1)
        patterns += [f"(?P<within>{_any_of(long)})"] if long else []
        patterns += [f"(?P<capitals>{_bounded(_any_of(short), _LETTER_OR_DIGIT)})"] if short else []
    return "|".join(patterns)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def handle_pattern(accounts: Iterable[str]) -> str:
    """A pattern that finds short names of accounts behind an "@"; empty if there are none."""
    short = sorted({name for name in map(_literal, accounts) if 0 < len(name) < _SHORTEST_PART})
    return rf"(?<!\w)@(?:{_any_of(short)})(?!\w)" if short else ""


def phrase_pattern(phrases: Iterable[str]) -> str:
    """A pattern that finds phrases in folded text, with any signs between their words; empty if there are none."""
    parted = (re.findall(r"[^\W_]+", _folded(phrase)[0]) for phrase in phrases)
    found = dict.fromkeys(r"[\W_]{1,4}".join(words) for words in parted if words)
    return _bounded("|".join(sorted(found, key=len, reverse=True)), _LETTER_OR_DIGIT) if found else ""


def _literal(word: str) -> str:
    return _folded(word.strip("@ "))[0]


def phone_pattern(numbers: Iterable[str]) -> str:
    """A pattern that finds phone numbers by their last digits, however they are grouped."""
    digits = ["".join(char for char in number if char.isdigit()) for number in numbers]
    tails = dict.fromkeys(number[-7:] for number in digits if len(number) > 5)
    between = r"[\W_]{0,6}"
    return "|".join(rf"\+?(?<!\d)(?:\d{_GAP}){{0,8}}{between.join(tail)}(?!\d)" for tail in tails)


def _spellings(name: str) -> Iterator[list[str]]:
    """The parts of a name, folded, in each way to write its umlauts."""
    bare = " ".join(word for word in name.split() if not _stands_beside(word.strip(",")))
    for spelling in dict.fromkeys((bare, bare.casefold().translate(_SPELT_OUT))):
        words = re.findall(rf"{_LETTER}+", _folded(spelling)[0])
        words = [word for word in words if not is_title(word) and not is_generation(word)]
        words = [word for word in words if len(word) <= _LONGEST_PART][:_MOST_PARTS]
        if words:
            yield words


def _stands_beside(word: str) -> bool:
    return is_title(word) or word.replace(".", "") in DEGREES_LIKE_INITIALS


def _forms_of(words: list[str], *, has_parts: bool) -> Iterator[str]:
    """What a name may look like: a chain of its parts and initials that has at least one part."""
    dense = list(_dense_forms(words)) if has_parts else []
    if dense:  # written without blanks, in texts as well
        yield f"(?:{'|'.join(dense)})(?![\u11a8-\u11ff])"
    full = _GAP.join(map(re.escape, words))
    given = [word for word in words[:-1] if word not in _PARTICLES]
    ends = [f"{re.escape(first)}{_GAP}{re.escape(last)}" for first, last in _pairs(given, words[-1])]
    initials = "".join(sorted({word[0] for word in words}))
    initialled = rf"[{initials}]{_GAP}{re.escape(words[-1])}" if len(words) > 1 else ""
    known = [word for word in words if len(word) >= _SHORTEST_PART and word not in _PARTICLES]
    longest = sorted(dict.fromkeys(known), key=len, reverse=True) if has_parts else []
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


def _dense_forms(words: list[str]) -> Iterator[str]:
    """Forms of a name in a script that parts no words, or ends them with particles."""
    signs = [unicodedata.normalize("NFC", word) for word in words]
    if not all(map(_is_dense, "".join(signs))):
        return
    given = (sign[1:] for sign in signs if len(sign) in {3, 4} and len(signs) == 1)
    if len("".join(signs)) > 1:
        yield r"\s{0,2}".join(words)
    yield from (_folded(form)[0] for form in (*signs, *given) if len(form) > 1)


def _is_dense(char: str) -> bool:
    return "\u2e80" <= char <= "\U0003ffff"


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
