"""What a document can be written as."""

from __future__ import annotations

from typing import Final

__all__ = ["FORMATS"]

FORMATS: Final = ("html", "pdf")
"""The formats, in the order in which they are written."""
