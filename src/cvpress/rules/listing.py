"""One text where a list is wanted: which items were meant, for the advice of the rule T101."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import Final

__all__ = ["items_of", "names_of"]

_FEW_WORDS: Final = 3
_INITIALS: Final = re.compile(r"(?:\w\.[ -]?)+")
_AND: Final = re.compile(r",?\s+(?:and|und|et|&)\s+")


def items_of(text: str) -> list[str]:
    """The words of "Python, SQL, C++ (11, 14)"; a sentence with a comma stays one."""
    items = _split(text, ";" if ";" in text else ",")
    return items if items and all(len(item.split()) <= _FEW_WORDS for item in items) else [text]


def names_of(text: str) -> list[str]:
    """The persons of "Marie Curie, Pierre Curie", of "Curie, M.; Curie, P." and of "Curie, Marie and Curie, Pierre"."""
    if ";" in text:
        return _split(text, ";")
    persons = _AND.split(text.strip())
    if all(map(_is_name, persons)):
        return persons
    names = [name for part in persons for name in _split(part, ",")]
    return [text] if any(map(_INITIALS.fullmatch, names)) else names


def _is_name(text: str) -> bool:
    """Whether a text can be one name only: "Marie Curie", "Curie, Marie"; "Marie Curie, Pierre Curie" are two."""
    parts = text.split(",")
    return len(parts) == 1 or (len(parts) == 2 and any(len(part.split()) == 1 for part in parts))


def _split(text: str, separator: str) -> list[str]:
    """What stands between separators that are not in brackets."""
    depths = accumulate((char in "([{") - (char in ")]}") for char in text)
    cuts = [place for place, depth in enumerate(depths) if text[place] == separator and depth <= 0]
    items = (text[start + 1 : end].strip() for start, end in pairwise([-1, *cuts, len(text)]))
    return [item for item in items if item]
