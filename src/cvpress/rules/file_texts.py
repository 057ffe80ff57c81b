"""Family P: what machines read of a finished file. `cvpress check` finds these (`cvpress.checking`)."""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

__all__ = ["FILE_TEXT_RULES", "NO_TEXT"]

NO_TEXT = documented(
    "P101",
    "no-text",
    Severity.ERROR,
    """A page has no text that a program can read.

    It is a picture: scanned, or exported from a drawing. A person sees words; a parser and a screen
    reader find nothing.

    Example: a CV that was printed and scanned

    Use instead: a PDF that is made from the text, or text recognition over the scan
    """,
)

FILE_TEXT_RULES = (NO_TEXT,)
"""The rules about the text of files."""
