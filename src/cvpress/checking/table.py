"""All checks, in the order in which they are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.checking.accessibility import ACCESSIBILITY_CHECKS
from cvpress.checking.texts import TEXT_CHECKS

if TYPE_CHECKING:
    from cvpress.checking.check import Check

__all__ = ["CHECKS"]

CHECKS: Final[tuple[Check, ...]] = (*TEXT_CHECKS, *ACCESSIBILITY_CHECKS)
"""Every rule about files."""
