"""Capitals and small letters as a language pairs them.

Turkish has two letters i, one with a dot in either case and one without (Unicode's SpecialCasing.txt);
Python's methods of strings know English ones only.
"""

from __future__ import annotations

from typing import Final

__all__ = ["capitalized", "folded"]

_TURKIC: Final = frozenset({"az", "tr"})
_SMALL: Final = str.maketrans({"I": "ı", "İ": "i"})
_CAPITALS: Final = {"i": "İ", "ı": "I"}


def folded(text: str, language: str) -> str:
    """A text as it is compared without regard to case: "İŞ" is "iş" in Turkish.

    Args:
        text: any text.
        language: a BCP 47 tag.
    """
    return (text.translate(_SMALL) if _is_turkic(language) else text).casefold()


def capitalized(text: str, language: str) -> str:
    """A text whose first letter is a capital, and all others as they were: "İş ilanı" of "iş ilanı".

    Args:
        text: any text.
        language: a BCP 47 tag.
    """
    first = text[:1]
    return (_CAPITALS.get(first, first.upper()) if _is_turkic(language) else first.upper()) + text[1:]


def _is_turkic(language: str) -> bool:
    return language.partition("-")[0] in _TURKIC
