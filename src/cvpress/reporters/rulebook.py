"""What the reports for programs say of a finding's rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cvpress.diagnostics import Diagnostic
    from cvpress.rules.rule import Rule

__all__ = ["rule_of"]


def rule_of(diagnostic: Diagnostic) -> Rule:
    """The rule that found something; the rules are imported when there is a finding."""
    return _rule(diagnostic.code)


@cache
def _rule(code: str) -> Rule:
    from cvpress.rules.table import find_rule

    return find_rule(code)
