"""One thing that is wrong with a theme."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Flaw"]


class Flaw(NamedTuple):
    """What is wrong, where, and what to do about it.

    Attributes:
        place: a file and a line of it, or the document that was rendered.
    """

    place: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" + (f"\n    hint: {self.hint}" if self.hint else "")
