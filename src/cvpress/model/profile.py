"""The root of the format: a whole profile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from cvpress.model.activities import Membership, Service, Talk, Teaching
from cvpress.model.base import Items, Model, Timestamp, Uri, group, items, text
from cvpress.model.basics import Basics
from cvpress.model.custom import CustomSection
from cvpress.model.education import Education
from cvpress.model.honours import Award, Certificate, Competition, Grant, Patent
from cvpress.model.letters import Letter
from cvpress.model.portfolio import Portfolio
from cvpress.model.projects import Project, Research
from cvpress.model.publications import Publication
from cvpress.model.skills import Interest, Language, Reference, Skill
from cvpress.model.stories import Story
from cvpress.model.variants import Translation, Variant
from cvpress.model.work import Volunteer, Work

__all__ = ["Look", "Meta", "Profile"]


class Look(Model):
    """How the documents look, unless a variant, the settings or the command line say otherwise."""

    theme: str = text("Theme to render with.", "modern")
    options: Mapping[str, Any] = Field(
        default_factory=dict, description="Options of the theme.", examples=[{"accent": "#0b5394"}]
    )


class Meta(Model):
    """About the file itself. Tools may keep settings of their own here."""

    canonical: Uri = text("Where the latest version of the file is.", "https://example.org/profile.json")
    version: str = text("Version of the file.", "v1.0.0")
    last_modified: Timestamp = text("When the file was last changed.", "2026-11-21", "2026-11-21T12:00:00")
    language: str = text("Language of the texts as a BCP 47 tag.", "en", "de", "pl")
    text_language: str = text("Language of the texts, where it is not that of the page, as `language` says.", "en")
    cvpress: Look = group(Look, "How cvpress renders the profile.", {"theme": "modern"})


class Profile(Model):
    """A person's professional life."""

    schema_url: Uri = Field(
        default="",
        alias="$schema",
        title="Schema",
        description="The schema that the file follows.",
        examples=["https://cvpress.example/schema/profile.schema.json"],
    )
    basics: Basics = group(Basics, "Who the person is and how to reach them.", {"name": "Marie Curie"})
    work: Items[Work] = items("Jobs, the latest first.", [{"name": "University of Paris", "position": "Professor"}])
    volunteer: Items[Volunteer] = items("Unpaid work.", [{"organization": "Red Cross", "position": "Director"}])
    education: Items[Education] = items("Schools and degrees.", [{"institution": "University of Paris"}])
    awards: Items[Award] = items("Prizes and distinctions.", [{"title": "Nobel Prize in Physics", "date": "1903"}])
    certificates: Items[Certificate] = items("Certificates and licences.", [{"name": "Driving licence"}])
    publications: Items[Publication] = items("Papers, books and the like.", [{"name": "Radio-active substances"}])
    bibliography: str = text("A BibTeX file beside the profile whose entries are taken in.", "refs.bib")
    skills: Items[Skill] = items("What one is good at.", [{"name": "Measurement", "keywords": ["electrometer"]}])
    languages: Items[Language] = items("Languages.", [{"language": "Polish", "fluency": "native"}])
    interests: Items[Interest] = items("What one likes to do.", [{"name": "Cycling"}])
    references: Items[Reference] = items("Who vouches for one.", [{"name": "Paul Appell"}])
    projects: Items[Project] = items("Projects.", [{"name": "Petites Curies"}])
    research: Items[Research] = items("Areas of research.", [{"name": "Radioactivity"}])
    talks: Items[Talk] = items("Talks and lectures.", [{"name": "Radium", "event": "Nobel lecture"}])
    teaching: Items[Teaching] = items("Courses that one taught.", [{"course": "General physics"}])
    grants: Items[Grant] = items("Money for one's work.", [{"name": "Research scholarships"}])
    patents: Items[Patent] = items("Patents.", [{"name": "Method of separating an element"}])
    memberships: Items[Membership] = items("Societies and committees.", [{"organization": "Academy of Medicine"}])
    service: Items[Service] = items("Work for one's field.", [{"organization": "Solvay Conference"}])
    competitions: Items[Competition] = items("Contests.", [{"name": "Prix Gegner", "date": "1898"}])
    custom: Items[CustomSection] = items("Sections of one's own.", [{"title": "Institutions founded"}])
    letters: Items[Letter] = items("Letters.", [{"purpose": "cover", "subject": "Chair of general physics"}])
    stories: Items[Story] = items("What one tells in an interview.", [{"kind": "challenge"}])
    portfolio: Portfolio = group(Portfolio, "A deck of slides.", {"title": "Research portfolio"})
    variants: Mapping[str, Variant] = Field(
        default_factory=dict,
        description="Named selections, one for each audience.",
        examples=[{"teaching": {"include": ["teaching"]}}],
    )
    translations: Mapping[str, Translation] = Field(
        default_factory=dict,
        description="The texts in other languages, by BCP 47 tag.",
        examples=[{"de": {"basics": {"label": "Physikerin"}}}],
    )
    meta: Meta = group(Meta, "About the file itself.", {"version": "v1.0.0", "lastModified": "2026-11-21"})
