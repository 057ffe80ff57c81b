"""What is asked of a profile: which document, and how."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["BLIND_DOCUMENTS", "REDACTABLE", "Place", "Redaction", "Request", "Selection"]

BLIND_DOCUMENTS: Final = ("cv", "portfolio")
"""What is of use without a name; a letter is signed, and stories are for the person alone."""

REDACTABLE: Final = ("dates", "organizations")
"""What a blind document can leave out beside who it is."""

Place = tuple[str | int, ...]
"""Where an entry stands in what is left of a profile once everything private is out: ("work", 0, "projects", 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which entries are shown, and how the sections are arranged.

    Attributes:
        include: only entries with one of these tags, or with none at all; all if empty.
        exclude: no entries with one of these tags.
        limits: at most so many entries of a section, those of the highest priority; 0 leaves it out.
        order: sections that come first, in this order; the others follow as they always do.
        titles: other titles of sections.
        basics: other texts of `basics`, by the names of the model.
        left_out: single entries that are not shown, for want of room.

    A section is named by its key in the format, one of the user's own also by its id or title.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    limits: Mapping[str, float] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    basics: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What a blind document leaves out beside name, photo, contacts, nationality and pronouns.

    Attributes:
        dates: when somebody studied, which tells their age.
        organizations: the names of employers and institutions; they become "Employer 1" and the like.
    """

    dates: bool = False
    organizations: bool = False

    @classmethod
    def of(cls, *, is_wanted: bool, also: Collection[str]) -> Redaction | None:
        """What is asked for in words; None if nothing is.

        Args:
            is_wanted: whether the document is to be blind.
            also: what else it leaves out, of REDACTABLE; that alone makes it blind, too.
        """
        return cls(**dict.fromkeys(also, True)) if is_wanted or also else None


_EVERYTHING = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A document that is asked for.

    Attributes:
        document: its kind: "cv", "letter", …
        letter: the id of the letter, where there are several.
        language: a BCP 47 tag; the profile's own language if empty.
        with_private: keep what is private, in the story sheet; any other document is made
            without it whatever this says.
        variant: the name of one of the profile's variants.
        selection: what is shown; it adds to the variant's, and has the last word.
        redaction: make it blind; None does not.
        fit: the most pages that a CV may have; 0 is no limit.
        has_source: whether a PDF carries the profile that shows the same; a blind one never does.
    """

    document: str = "cv"
    letter: str = ""
    language: str = ""
    with_private: bool = False
    variant: str = ""
    selection: Selection = _EVERYTHING
    redaction: Redaction | None = None
    fit: int = 0
    has_source: bool = True

    @property
    def keeps_private(self) -> bool:
        """Whether what is private may be shown: asked for, and in the one document that is for the person alone."""
        return self.with_private and self.document == "stories"
