"""What is asked of a profile: which document, and how."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Request"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A document that is asked for.

    Attributes:
        document: its kind: "cv", "letter", …
        letter: the id of the letter, where there are several.
        language: a BCP 47 tag; the profile's own language if empty.
    """

    document: str = "cv"
    letter: str = ""
    language: str = ""
