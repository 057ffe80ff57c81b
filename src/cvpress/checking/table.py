"""All checks, in the order in which they are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.checking.checks.accessibility import ACCESSIBILITY_CHECKS
from cvpress.checking.checks.alternatives import ALTERNATIVE_CHECKS
from cvpress.checking.checks.links import LINK_CHECKS
from cvpress.checking.checks.looks import LOOK_CHECKS
from cvpress.checking.checks.structure import STRUCTURE_CHECKS
from cvpress.checking.checks.tagging import TAGGING_CHECKS
from cvpress.checking.checks.texts import TEXT_CHECKS

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
