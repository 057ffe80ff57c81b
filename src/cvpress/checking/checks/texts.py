"""What machines read of a file: the checks of family P, in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.checking.checks.contacts import CONTACT_CHECKS
from cvpress.checking.checks.entries import ENTRY_CHECKS
from cvpress.checking.checks.glyphs import GLYPH_CHECKS
from cvpress.checking.checks.sections import SECTION_CHECKS
from cvpress.checking.checks.words import WORD_CHECKS

if TYPE_CHECKING:
    from cvpress.checking.check import Check

__all__ = ["TEXT_CHECKS"]

TEXT_CHECKS: Final[tuple[Check, ...]] = (
    *GLYPH_CHECKS,
    *WORD_CHECKS,
    *CONTACT_CHECKS,
    *SECTION_CHECKS,
    *ENTRY_CHECKS,
)
"""The checks of the text."""
