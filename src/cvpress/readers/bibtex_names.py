"""The lists of names in a .bib file → names as a profile has them."""

from __future__ import annotations

import re
from typing import Final

from cvpress.readers.latex import plain_text
from cvpress.values.names import PersonName, name_of_words, parse_name

__all__ = ["names"]

_TOKEN: Final = re.compile(r"[{}]|,|\s++")


def names(written: str) -> list[str]:
    """The people of an `author` or `editor` field; "others" are "et al." here.

    "First Last" is written wherever that says the same as "Last, First"; a corporation stays
    in its braces.
    """
    people = _parted(written, " ")
    groups: list[list[str]] = [[]]
    for word in people:
        if word.lower() == "and":
            groups.append([])
        else:
            groups[-1].append(word)
    return [name for name in (_name(group) for group in groups if group) if name]


def _name(words: list[str]) -> str:
    if words == ["others"]:
        return "et al."
    if len(words) == 1 and _is_in_braces(words[0]):
        inner = plain_text(words[0][1:-1])
        return f"{{{inner}}}" if inner else ""
    parts = [plain_text(part) for part in _parted(" ".join(words), ",")]
    if len(parts) > 1:
        text = ", ".join(part for part in parts if part)
        return _spoken(parse_name(text), text)
    decoded = [plain_text(word) for word in words]
    return _spoken(name_of_words([word for word in decoded if word]))


def _spoken(name: PersonName, written: str = "") -> str:
    """The form "First Last" if a reader takes that apart in the same way."""
    if parse_name(name.text) == name:
        return name.text
    return written or ", ".join(filter(None, (name.family, name.suffix, name.given)))


def _is_in_braces(word: str) -> bool:
    """Whether one pair of braces holds all of a word; a command in braces is a character, no name."""
    if not word.startswith("{") or word.startswith("{\\"):
        return False
    depth = 0
    for place, char in enumerate(word):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return place == len(word) - 1
    return False


def _parted(text: str, mark: str) -> list[str]:
    """The parts of a text between commas, or between white space, that stand outside of braces."""
    parts, depth, start = [], 0, 0
    for token in _TOKEN.finditer(text):
        char = token[0]
        depth += (char == "{") - (char == "}")
        if depth == 0 and (char == mark or (mark == " " and char.isspace())):
            parts.append(text[start : token.start()])
            start = token.end()
    parts.append(text[start:])
    return [part.strip() for part in parts] if mark == "," else [part for part in parts if part]
