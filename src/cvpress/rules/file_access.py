"""Family A: whether everybody can read a finished file. `cvpress check` finds these (`cvpress.checking`)."""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

__all__ = ["FILE_ACCESS_RULES", "NO_TITLE"]

NO_TITLE = documented(
    "A101",
    "untitled-file",
    Severity.ERROR,
    """A file has no title in its metadata.

    A screen reader says the title first, a browser shows it on the tab, and people tell by it
    which of many files they have before them (ISO 14289-1, 7.1; WCAG 2.4.2).

    Example: a PDF whose window is called `document1.pdf`

    Use instead: a title such as "Marie Curie – Curriculum vitae"
    """,
)

FILE_ACCESS_RULES = (NO_TITLE,)
"""The rules about access to files."""
