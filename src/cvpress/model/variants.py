"""The same profile for other readers: selections for an audience, texts in another language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from cvpress.model.base import Items, Model, group, items, text

__all__ = ["SectionChoice", "TranslatedBasics", "Translation", "Variant"]


class SectionChoice(Model):
    """In which order sections come, and under which titles."""

    order: Items[str] = items(
        "Sections that come first, in this order; the others follow as they always do.",
        ["education", "work", "publications"],
    )
    titles: Mapping[str, str] = Field(
        default_factory=dict, description="Other titles of sections.", examples=[{"work": "Selected posts"}]
    )


class Variant(Model):
    """A named selection for one audience."""

    label: str = text("Label in place of the profile's.", "Teacher of physics")
    summary: str = text("Summary in place of the profile's.", "Thirty years of teaching.")
    include: Items[str] = items("Only entries with one of these tags (or with none at all).", ["teaching"])
    exclude: Items[str] = items("No entries with one of these tags.", ["war"])
    limits: Mapping[str, float] = Field(
        default_factory=dict,
        description="At most so many entries of a section, those of the highest priority; 0 leaves the section out.",
        examples=[{"publications": 5}],
    )
    pages: float = Field(
        default=0.0,
        description="The most pages of the CV; the entries that matter least are left out until it fits.",
        examples=[1, 2],
    )
    sections: SectionChoice = group(SectionChoice, "Order and titles of the sections.", {"order": ["work"]})
    letter: str = text("Id of the letter that goes with it.", "cover-paris")
    theme: str = text("Theme to render it with.", "modern")
    options: Mapping[str, Any] = Field(
        default_factory=dict, description="Options of the theme.", examples=[{"accent": "#0b5394"}]
    )
    locale: str = text("Language of the output as a BCP 47 tag.", "fr", "de-AT")


class TranslatedBasics(Model):
    """Texts of `basics` in another language."""

    name: str = text("Name in another script or form.", "Maria Skłodowska-Curie")
    label: str = text("Label.", "Physikerin und Chemikerin")
    summary: str = text("Summary.", "Pionierin der Erforschung der Radioaktivität.")
    nationality: str = text("Nationality.", "polnisch und französisch")
    availability: str = text("Availability.", "ab September")
    relocation: str = text("Relocation.", "in Europa")
    work_authorization: str = text("Work authorisation.", "EU-Bürgerin")


class Translation(Model):
    """The texts of a profile in another language; what is not here stays as it is."""

    basics: TranslatedBasics = group(TranslatedBasics, "Texts of `basics`.", {"label": "Physikerin"})
    entries: Mapping[str, Mapping[str, Any]] = Field(
        default_factory=dict,
        description="Texts of entries by the id of the entry.",
        examples=[{"paris-1906": {"position": "Professorin"}}],
    )
