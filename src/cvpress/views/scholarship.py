"""Entries of research, talks, teaching, grants, patents and service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.views.context import link_url
from cvpress.views.markup import Text
from cvpress.views.publications.entries import authors_of
from cvpress.views.view import Entry, Fact

if TYPE_CHECKING:
    from cvpress.model.activities import Membership, Service, Talk, Teaching
    from cvpress.model.honours import Grant, Patent
    from cvpress.model.projects import Research
    from cvpress.model.publications import Publication
    from cvpress.views.context import Context

__all__ = [
    "grant_entry",
    "membership_entry",
    "patent_entry",
    "research_entry",
    "service_entry",
    "talk_entry",
    "teaching_entry",
]


def research_entry(research: Research, context: Context) -> Entry:
    """An area of research, with where its publications came out: their titles have a section of their own."""
    publications = [context.publications[name] for name in research.publications if name in context.publications]
    section = context.catalogue.sections["publications"]
    places = "; ".join(dict.fromkeys(_short_reference(publication) for publication in publications))
    return Entry(
        id=research.id,
        title=context.text(research.name),
        url=link_url(research.url),
        dates=context.dates(research.start_date, research.end_date),
        summary=context.text(research.summary),
        highlights=context.texts(research.highlights),
        keywords=research.keywords,
        results=context.results(research.results),
        facts=(Fact(section, context.text(places)),) if places else (),
        links=context.links(research.links),
    )


def _short_reference(publication: Publication) -> str:
    """Venue and year; the title of what has no venue yet."""
    year = publication.release_date[:4]
    return f"{publication.venue} {year}".strip() if publication.venue else publication.name


def talk_entry(talk: Talk, context: Context) -> Entry:
    """A talk and the event that it was given at."""
    return Entry(
        id=talk.id,
        title=context.text(talk.name),
        url=link_url(talk.url),
        organization=context.text(talk.event),
        location=talk.location,
        dates=context.date(talk.date),
        summary=context.text(talk.summary),
        note=context.text(talk.type),
        links=context.links(talk.links),
    )


def teaching_entry(teaching: Teaching, context: Context) -> Entry:
    """A course, where it was taught and for whom."""
    return Entry(
        id=teaching.id,
        title=context.text(teaching.course or teaching.role),
        url=link_url(teaching.url),
        organization=context.text(teaching.institution),
        location=teaching.location,
        dates=context.dates(teaching.start_date, teaching.end_date),
        summary=context.text(teaching.summary),
        highlights=context.texts(teaching.highlights),
        note=context.text(
            context.catalogue.comma.join(filter(None, [teaching.role if teaching.course else "", teaching.level]))
        ),
        links=context.links(teaching.links),
    )


def grant_entry(grant: Grant, context: Context) -> Entry:
    """A grant, its funder and its amount."""
    return Entry(
        id=grant.id,
        title=context.text(grant.name),
        url=link_url(grant.url),
        organization=context.text(grant.funder),
        dates=context.dates(grant.start_date, grant.end_date),
        summary=context.text(grant.summary),
        note=context.text(context.catalogue.comma.join(filter(None, [grant.role, grant.amount]))),
        links=context.links(grant.links),
    )


def patent_entry(patent: Patent, context: Context) -> Entry:
    """A patent, its number and its inventors."""
    return Entry(
        id=patent.id,
        title=context.text(patent.name),
        url=link_url(patent.url),
        organization=context.text(context.catalogue.comma.join(filter(None, [patent.office, patent.number]))),
        dates=context.date(patent.date),
        summary=context.text(patent.summary),
        authors=authors_of(patent.inventors, context.name),
        note=context.text(patent.status),
        links=context.links(patent.links),
    )


def membership_entry(membership: Membership, context: Context) -> Entry:
    """A society, and one's role in it."""
    return _belonging(membership, context)


def service_entry(service: Service, context: Context) -> Entry:
    """A journal or a conference, and what one did for it."""
    return _belonging(service, context)


def _belonging(entry: Membership | Service, context: Context) -> Entry:
    role, organization = context.text(entry.role), context.text(entry.organization)
    url = link_url(entry.url)
    return Entry(
        id=entry.id,
        title=role or organization,
        url="" if role else url,
        organization=organization if role else Text(""),
        organization_url=url if role else "",
        dates=context.dates(entry.start_date, entry.end_date),
        summary=context.text(entry.summary),
        links=context.links(entry.links),
    )
