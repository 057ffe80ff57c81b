"""All checks, in the order in which they are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.checking.accessibility import ACCESSIBILITY_CHECKS
from cvpress.checking.alternatives import ALTERNATIVE_CHECKS
from cvpress.checking.links import LINK_CHECKS
from cvpress.checking.looks import LOOK_CHECKS
from cvpress.checking.structure import STRUCTURE_CHECKS
from cvpress.checking.tagging import TAGGING_CHECKS
from cvpress.checking.texts import TEXT_CHECKS

if TYPE_CHECKING:
    from cvpress.checking.check import Check

__all__ = ["CHECKS"]

CHECKS: Final[tuple[Check, ...]] = (
    *TEXT_CHECKS,
    *ACCESSIBILITY_CHECKS,
    *TAGGING_CHECKS,
    *STRUCTURE_CHECKS,
    *ALTERNATIVE_CHECKS,
    *LINK_CHECKS,
    *LOOK_CHECKS,
)
"""Every rule about files."""
