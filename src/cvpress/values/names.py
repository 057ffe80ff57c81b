"""Names of people, parted as BibTeX parts them.

Source: O. Patashnik, BibTeXing (1988), section 4: "First von Last", "von Last, First" and
"von Last, Jr, First"; what stands in braces is one name. Beside these the form that
medicine's indices have: "Curie MS".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from cvpress.values.titles import is_generation, is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["PersonName", "is_same_person", "name_of_words", "parse_name"]

_INITIALS: Final = 3
"""The most letters of initials that stand behind a last name, as in "Curie MS"."""


class PersonName(NamedTuple):
    """A name in its parts.

    Attributes:
        family: the last name, with "von" or "de la" before it; the whole name of a corporation.
        given: the given names, or their initials.
        suffix: "Jr.", "III".
    """

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def text(self) -> str:
        """The name as it is spoken: "Ludwig van Beethoven"."""
        return " ".join(filter(None, (self.given, self.family, self.suffix)))


def parse_name(text: str) -> PersonName:
    """The parts of a name in any of the forms above."""
    text = " ".join(text.split())
    if text.startswith("{") and text.endswith("}"):
        return PersonName(text[1:-1].strip())
    parts = [part.strip() for part in text.split(",")]
    words = [part for part in parts if part]
    if len(words) < 2:
        return name_of_words(words[0].split() if words else ())
    if is_generation(words[1]):
        return PersonName(words[0], " ".join(words[2:]), words[1])
    if len(words) == 2 and is_title(words[1]):
        return name_of_words(words[0].split())
    return PersonName(words[0], " ".join(words[1:]))


def name_of_words(words: Sequence[str]) -> PersonName:
    """The parts of a name without commas.

    Args:
        words: its words; several that belong together may be one of them.
    """
    words = [word for word in words if not is_title(word)] or list(words)
    suffix = words.pop() if len(words) > 2 and is_generation(words[-1]) else ""
    if len(words) < 2:
        return PersonName(" ".join(words), "", suffix)
    if _are_initials(words[-1]):
        return PersonName(" ".join(words[:-1]), words[-1], suffix)
    last = len(words) - 1
    first = next((number for number, word in enumerate(words[:-1]) if word[0].islower()), last)
    if first == 0 and words[-1].islower():
        first = last  # somebody who writes without capitals
    return PersonName(" ".join(words[first:]), " ".join(words[:first]), suffix)


def is_same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same last word, and given names that begin alike."""
    mine, theirs = parse_name(one), parse_name(other)
    last, given = _last_word(mine.family), mine.given[:1].casefold()
    return bool(last) and last == _last_word(theirs.family) and given == theirs.given[:1].casefold()


def _last_word(family: str) -> str:
    return (family.split() or [""])[-1].casefold()


def _are_initials(word: str) -> bool:
    letters = word.replace(".", "")
    return letters.isupper() and len(letters) <= _INITIALS
