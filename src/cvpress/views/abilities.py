"""Entries of awards, certificates, competitions, skills, languages, interests, references, custom sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.views.context import link_url
from cvpress.views.view import Entry

if TYPE_CHECKING:
    from cvpress.model.custom import CustomEntry
    from cvpress.model.honours import Award, Certificate, Competition
    from cvpress.model.skills import Interest, Language, Reference, Skill
    from cvpress.views.context import Context

__all__ = [
    "award_entry",
    "certificate_entry",
    "competition_entry",
    "custom_entry",
    "interest_entry",
    "language_entry",
    "reference_entry",
    "skill_entry",
]


def award_entry(award: Award, context: Context) -> Entry:
    """A prize, who gave it and what for."""
    return _honour(award, award.title, award.awarder, context)


def certificate_entry(certificate: Certificate, context: Context) -> Entry:
    """A certificate and who issued it."""
    return _honour(certificate, certificate.name, certificate.issuer, context)


def competition_entry(competition: Competition, context: Context) -> Entry:
    """A contest, who held it and how one did."""
    return _honour(competition, competition.name, competition.organizer, context, note=competition.result)


def _honour(
    honour: Award | Certificate | Competition, title: str, giver: str, context: Context, *, note: str = ""
) -> Entry:
    return Entry(
        id=honour.id,
        title=context.text(title),
        url=link_url(honour.url),
        organization=context.text(giver),
        dates=context.date(honour.date),
        summary=context.text(honour.summary),
        note=context.text(note),
        links=context.links(honour.links),
    )


def custom_entry(entry: CustomEntry, context: Context) -> Entry:
    """A generic entry."""
    dates = context.date(entry.date) if entry.date else context.dates(entry.start_date, entry.end_date)
    return Entry(
        id=entry.id,
        title=context.text(entry.name),
        url=link_url(entry.url),
        organization=context.text(entry.subtitle),
        location=entry.location,
        dates=dates,
        summary=context.text(entry.summary),
        highlights=context.texts(entry.highlights),
        keywords=entry.keywords,
        links=context.links(entry.links),
    )


def skill_entry(skill: Skill, context: Context) -> Entry:
    """A field and what belongs to it."""
    return Entry(
        id=skill.id,
        title=context.text(skill.name),
        note=context.text(skill.level),
        keywords=skill.keywords,
        links=context.links(skill.links),
    )


def language_entry(language: Language, context: Context) -> Entry:
    """A language and how well one speaks it."""
    return Entry(
        id=language.id,
        title=context.text(language.language),
        note=context.text(language.fluency),
        links=context.links(language.links),
    )


def interest_entry(interest: Interest, context: Context) -> Entry:
    """Something that one likes to do."""
    return Entry(
        id=interest.id,
        title=context.text(interest.name),
        keywords=interest.keywords,
        links=context.links(interest.links),
    )


def reference_entry(reference: Reference, context: Context) -> Entry:
    """What somebody says of one."""
    return Entry(
        id=reference.id,
        title=context.text(reference.name),
        summary=context.text(reference.reference),
        links=context.links(reference.links),
    )
