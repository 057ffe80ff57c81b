"""How a text is written in a file: ways to write it, and which of them says what is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cvpress.syntax.edits.change import NotEditable
from cvpress.syntax.edits.text import BLANKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["collapsed", "first_that_says", "same_words"]

_RUN_OF_BLANKS = re.compile(r"(?<=[^ \t\r\n])[ \t]{2,}+(?=[^\r\n])")
_BLANKS_AT_END = re.compile(r"(?<![ \t])[ \t]++(?=\r?\n)")
_QUOTES = ('"""', "'''", '"', "'")


def first_that_says(value: Any, sources: Iterable[str], read: Callable[[str], Any]) -> str:
    """The first of some sources that stands for a value.

    Args:
        value: what is to be said.
        sources: ways to write it, the most welcome first.
        read: says what a source stands for, None if for nothing.

    Raises:
        NotEditable: none of them does.
    """
    found = next((source for source in sources if read(source) == value), None)
    if found is None:
        raise NotEditable
    return found


def same_words(old: Any, new: Any) -> bool:
    """Whether two texts differ in their blanks only."""
    return isinstance(old, str) and isinstance(new, str) and old.split() == new.split()


def collapsed(source: str) -> str:
    """A written text without its surplus blanks; its quotes, lines and their indentation stay."""
    quote = next((quote for quote in _QUOTES if source.startswith(quote) and source.endswith(quote)), "")
    inner = source[len(quote) : len(source) - len(quote)]
    inner = _BLANKS_AT_END.sub("", _RUN_OF_BLANKS.sub(" ", inner))
    inner = inner.strip(BLANKS) if quote else inner
    return quote + inner + quote
