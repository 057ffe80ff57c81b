"""How well somebody speaks a language: the levels of the Common European Framework of Reference (CEFR)."""

from __future__ import annotations

from typing import Final

__all__ = ["CEFR_LEVELS", "CEFR_PATTERN", "NO_LEVEL_PATTERN"]

CEFR_LEVELS: Final = ("A1", "A2", "B1", "B2", "C1", "C2")
"""See https://www.coe.int/en/web/common-european-framework-reference-languages."""

CEFR_PATTERN: Final = r"^[ABC][12]\+?$"
"""A level; the framework knows the plus, for what is half-way to the next."""

NO_LEVEL_PATTERN: Final = (
    r"^([A-Da-d][ -]?[0-9]\+?"
    r"|[~≈]? ?[0-9]+([.,][0-9]+)?( ?%| ?/ ?[0-9]+| (out )?of [0-9]+)?"
    r"|[★☆⭐✩✪✭✮✯*●○•◦■□▮▯ ]+)$"
)
"""What has the look of a level (B3, c 1), or is a figure: 80 %, 4/5, stars. Levels match too."""
