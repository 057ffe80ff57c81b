"""Entries of research, publications, talks, teaching, grants, patents and service."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cvpress.views.context import link_url
from cvpress.views.markup import Text
from cvpress.views.view import Author, Entry, Fact, Link

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
    "publication_entry",
    "research_entry",
    "service_entry",
    "talk_entry",
    "teaching_entry",
]

_TITLES = {"dr", "prof", "professor", "phd", "msc", "bsc", "sir", "dame", "dipl-ing", "ing"}
_INITIALS = 3
"""The most letters of initials that stand behind a last name, as in "Curie MS"."""


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


def publication_entry(publication: Publication, context: Context) -> Entry:
    """A publication: where it came out stands as its organisation, its award as a note."""
    return Entry(
        id=publication.id,
        title=context.text(publication.name),
        url=link_url(publication.url) or _doi_url(publication.doi),
        organization=context.text(_source(publication)),
        dates=context.date(publication.release_date),
        summary=context.text(publication.summary),
        authors=tuple(Author(name, _is_same_person(name, context.name)) for name in publication.authors),
        note=context.text(" · ".join(filter(None, [publication.status, publication.award]))),
        links=(*_identifiers(publication), *context.links(publication.links)),
    )


def _source(publication: Publication) -> str:
    """Journal 127(3), 175–178, Publisher."""
    venue = publication.venue
    if publication.volume or publication.issue:
        issue = f"({publication.issue})" if publication.issue else ""
        venue = f"{venue} {publication.volume}{issue}".strip()
    pages = publication.pages.replace("--", "–").replace("-", "–")
    return ", ".join(filter(None, [venue, pages, publication.publisher]))


def _bare_doi(doi: str) -> str:
    """A DOI without the resolver or the label that people put before it."""
    return re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)\s*", "", doi.strip(), flags=re.IGNORECASE)


def _doi_url(doi: str) -> str:
    return link_url(f"https://doi.org/{_bare_doi(doi)}") if doi else ""


def _identifiers(publication: Publication) -> tuple[Link, ...]:
    links = []
    if publication.doi:
        links.append(Link(f"doi:{_bare_doi(publication.doi)}", _doi_url(publication.doi)))
    if publication.arxiv:
        arxiv = re.sub(r"^(https?://arxiv\.org/abs/|arxiv:)\s*", "", publication.arxiv.strip(), flags=re.IGNORECASE)
        links.append(Link(f"arXiv:{arxiv}", link_url(f"https://arxiv.org/abs/{arxiv}")))
    return tuple(links)


def _is_same_person(author: str, name: str) -> bool:
    """Whether an author is the person: the same last name, and initials that agree."""
    theirs, mine = _given_and_last(author), _given_and_last(name)
    return bool(theirs[1]) and theirs[1] == mine[1] and theirs[0][:1] == mine[0][:1]


def _given_and_last(name: str) -> tuple[str, str]:
    """First given name (or initial) and last name, folded, of "Dr. M. Curie", "Curie, M." or "Curie M"."""
    parts = [[word for word in part.split() if word.casefold().strip(".") not in _TITLES] for part in name.split(",")]
    last, *given = [part for part in parts if part] or [[]]
    words = [*given[0], *last] if given else last
    if len(words) > 1 and _are_initials(words[-1]):
        words = [words[-1], *words[:-1]]
    return (words[0].casefold(), words[-1].casefold()) if words else ("", "")


def _are_initials(word: str) -> bool:
    letters = word.replace(".", "")
    return letters.isupper() and len(letters) <= _INITIALS


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
        note=context.text(", ".join(filter(None, [teaching.role if teaching.course else "", teaching.level]))),
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
        note=context.text(", ".join(filter(None, [grant.role, grant.amount]))),
        links=context.links(grant.links),
    )


def patent_entry(patent: Patent, context: Context) -> Entry:
    """A patent, its number and its inventors."""
    return Entry(
        id=patent.id,
        title=context.text(patent.name),
        url=link_url(patent.url),
        organization=context.text(", ".join(filter(None, [patent.office, patent.number]))),
        dates=context.date(patent.date),
        summary=context.text(patent.summary),
        authors=tuple(Author(name, _is_same_person(name, context.name)) for name in patent.inventors),
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
