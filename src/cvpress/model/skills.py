"""What one can do and likes: skills, languages, interests; and who vouches for it."""

from __future__ import annotations

from cvpress.model.base import Entry, Fluency, Items, items, text

__all__ = ["Interest", "Language", "Reference", "Skill"]


class Skill(Entry):
    """A field that one is good at."""

    name: str = text("Name of the field.", "Measurement")
    level: str = text("How good one is at it, in words.", "expert")
    keywords: Items[str] = items("What belongs to it.", ["electrometer", "spectroscopy"])


class Language(Entry):
    """A language that one speaks."""

    language: str = text("Name of the language.", "Polish")
    fluency: Fluency = text("How well one speaks it.", "native", "C1")


class Interest(Entry):
    """Something that one likes to do."""

    name: str = text("What it is.", "Cycling")
    keywords: Items[str] = items("What of it.", ["long tours"])


class Reference(Entry):
    """Somebody who vouches for one."""

    name: str = text("Name of the person.", "Paul Appell")
    reference: str = text("What the person says.", "A remarkable scientist.")
