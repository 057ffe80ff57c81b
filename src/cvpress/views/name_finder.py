"""Finds a person's name in texts, in whatever form it stands there.

The full name and its parts, with initials before or behind ("M. S. Curie", "Curie, M."), run together
as in user names ("mcurie", "MarieCurie"), in any case, with and without accents, in the genitive.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from cvpress.values.titles import DEGREES_LIKE_INITIALS, is_generation, is_title
from cvpress.views.finder import GAP, LETTER, SHORTEST_PART, SHORTEST_WITHIN, bounded, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["formula_pattern", "name_pattern"]

_PARTICLES: Final = frozenset(
    "van von vom zum zur der den dem des del dos das della degli dal ibn bin bint abu the and und".split()
)
"""Parts of names that are words of a language: on their own they tell nobody."""

_MOST_PARTS, _LONGEST_PART = 8, 40

_SHORTEST_BROKEN: Final = 4
"""A shorter one is not found broken up, nor in a formula: "L.I.U." may be an abbreviation."""

_AFFIXES: Final = "|".join(
    "ai app blog bot code cpp cv db dev group hub js "
    "kit lab labs lib ml net org phd py rs soft tex tools ware web".split()
)
"""What names of programs and pages put before or behind a name."""

_BLANK: Final = r"[\s.,_-]{0,3}"
_SPELT_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


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
    within = "|".join(re.escape(part) for part in parts if len(part) >= SHORTEST_WITHIN)
    if within:
        forms += [bounded(f"(?:{_AFFIXES})?(?:{within})(?:{_AFFIXES})?", LETTER), f"(?P<within>{within})"]
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
    signs, blanks = r"</?[a-z]{1,6}>|[^\w\s]|_", r"\s{1,3}"
    return bounded(f"(?>{f'(?>(?:{signs}){{0,4}})'.join(part)}|{blanks.join(part)})", LETTER)


def _spellings(name: str) -> Iterator[list[str]]:
    """The parts of a name, folded, in each way to write its umlauts."""
    bare = " ".join(word for word in name.split() if not _stands_beside(word.strip(",")))
    for spelling in dict.fromkeys((bare, bare.casefold().translate(_SPELT_OUT))):
        words = re.findall(rf"{LETTER}+", folded(spelling)[0])
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
    full = GAP.join(map(re.escape, words))
    initials = "".join(sorted({word[0] for word in words}))
    given = [word for word in words[:-1] if word not in _PARTICLES]
    ends = [f"{re.escape(first)}{GAP}{re.escape(last)}" for first, last in _pairs(given, words[-1])]
    initialled = rf"[{initials}]{GAP}{re.escape(words[-1])}" if len(words) > 1 else ""
    known = [word for word in words if len(word) >= SHORTEST_PART and word not in _PARTICLES]
    longest = sorted(dict.fromkeys(known), key=len, reverse=True) if has_parts else []
    if not has_parts and len(words) > 1:
        ends.append(f"{re.escape(words[-1])}{GAP}[{initials}]")
    heads = "|".join(filter(None, (full, *ends, *map(re.escape, longest), initialled)))
    others = "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
    small = "".join(f"{re.escape(word)}|" for word in words if word in _PARTICLES)
    before = rf"(?:(?>{small}[{initials}]){GAP}){{0,4}}"
    behind = rf"(?:{GAP}(?>{others})|{_BLANK}[{initials}]{{1,3}}(?!{LETTER})\.?){{0,{_MOST_PARTS}}}"
    yield bounded(f"{before}(?:{heads})s?{behind}s?", LETTER)


def _pairs(given: list[str], last: str) -> Iterator[tuple[str, str]]:
    for word in given:
        yield word, last
        yield last, word


def _dense_forms(words: list[str]) -> Iterator[str]:
    """Forms of a name in a script that parts no words, or ends them with particles."""
    signs = [unicodedata.normalize("NFC", word) for word in words]
    if not all(map(_is_dense, "".join(signs))):
        return
    given = (sign[1:] for sign in signs if len(sign) in {3, 4} and len(signs) == 1)
    if len("".join(signs)) > 1:
        yield r"\s{0,2}".join(words)
    yield from (folded(form)[0] for form in (*signs, *given) if len(form) > 1)


def _is_dense(char: str) -> bool:
    return "\u2e80" <= char <= "\U0003ffff"
