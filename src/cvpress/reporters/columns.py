"""How many columns of a terminal a text takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["columns", "fitting"]

_JOINER: Final = "\u200d"
_EMOJI_STYLE: Final = "\ufe0f"
_SOFT_HYPHEN: Final = "\xad"


def columns(text: str) -> int:
    """The columns that a text takes; its control characters must have been made visible."""
    return len(text) if text.isascii() else sum(width for _, width in _clusters(text))


def fitting(text: str, limit: int) -> str:
    """As much of the start of a text as goes into some columns."""
    if text.isascii():
        return text[:limit]
    length = used = 0
    for cluster, width in _clusters(text):
        used += width
        if used > limit:
            break
        length += len(cluster)
    return text[:length]


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """What is drawn as one sign, and its width.

    A pragmatic reading of Unicode Standard Annexes 11 (East Asian width) and 29 (grapheme
    clusters), as terminals have it: what is joined to an emoji adds nothing, and the
    variation selector that asks for an emoji makes it wide.
    """
    cluster, width = "", 0
    for char in text:
        own_width = _width(char)
        if cluster and (own_width == 0 or cluster[-1] == _JOINER or (_is_skin_tone(char) and width == 2)):
            cluster += char
            width = 2 if char == _EMOJI_STYLE and width == 1 else width
        else:
            yield cluster, width
            cluster, width = char, own_width
    yield cluster, width


def _width(char: str) -> int:
    from unicodedata import category, east_asian_width

    if char == _SOFT_HYPHEN:
        return 1
    if category(char) in {"Mn", "Me", "Cf"} or _is_medial_or_final_jamo(char):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def _is_medial_or_final_jamo(char: str) -> bool:
    """Vowels and final consonants of Hangul, drawn in the room of the first consonant."""
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"


def _is_skin_tone(char: str) -> bool:
    return "\U0001f3fb" <= char <= "\U0001f3ff"
