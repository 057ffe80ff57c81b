"""Family X: the exceptions and settings that a user writes. `cvpress.policy` finds these."""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

__all__ = ["BAD_IGNORE", "BAD_SETTING", "EXCEPTION_RULES", "UNUSED_IGNORE"]

UNUSED_IGNORE = documented(
    "X101",
    "unused-ignore",
    Severity.WARNING,
    """An exception hits nothing.

    What it excused has been mended, or it stands at the wrong place. If it stays, it
    will silence the next fault there, which nobody has seen.

    Example: `endDate: 2004-03  # cvpress: ignore[V101]`

    Use instead: `endDate: 2004-03`
    """,
)

BAD_IGNORE = documented(
    "X102",
    "bad-ignore",
    Severity.WARNING,
    """A comment for cvpress cannot be understood, so that it silences nothing.

    It names a rule that there is not, or is written otherwise than the exceptions for
    a line and for a whole file are.

    Example: `endDate: Present  # cvpress: ignore V101`

    Use instead: `endDate: Present  # cvpress: ignore[V101]`
    """,
)

BAD_SETTING = documented(
    "X103",
    "bad-setting",
    Severity.ERROR,
    """The settings file has a key, a value or a rule that there is not.

    Nothing is checked with settings that do not say what was meant.

    Example: `ignore = ["K1O2"]` in cvpress.toml

    Use instead: `ignore = ["K102"]`
    """,
)

EXCEPTION_RULES = (UNUSED_IGNORE, BAD_IGNORE, BAD_SETTING)
"""The faults of comments and of settings files."""
