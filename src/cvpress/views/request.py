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
        with_private: keep what is private, in the story sheet; any other document is made
            without it whatever this says.
    """

    document: str = "cv"
    letter: str = ""
    language: str = ""
    with_private: bool = False

    @property
    def keeps_private(self) -> bool:
        """Whether what is private may be shown: asked for, and in the one document that is for the person alone."""
        return self.with_private and self.document == "stories"
