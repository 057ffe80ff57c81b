"""The section of publications: its entries, in the theme's own layout or a citation style, and its groups."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from cvpress.values.identifiers import arxiv_url, bare_arxiv, bare_doi, doi_url
from cvpress.values.names import is_same_person, parse_name
from cvpress.views.casing import capitalized
from cvpress.views.context import link_url
from cvpress.views.view import Author, Entry, Group, Link, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.model.publications import Publication
    from cvpress.views.context import Context
    from cvpress.views.view import Reference

__all__ = [
    "NUMBERED_KINDS",
    "authors_of",
    "kind_of",
    "publication_entry",
    "publication_section",
    "shown_pages",
]

_MOST_AUTHORS: Final = 20
"""So many authors are all named; APA 7 draws the line there, too."""
_FIRST_AUTHORS: Final = 10

_MOST_REFERENCES: Final = 1000
"""So many are set in a citation style, which takes 4 to 8 ms for each, once; the others have the theme's own layout."""

_KINDS: Final = (
    ("thesis", "thesis|dissertation|habilitation"),
    ("preprint", "preprint|working.paper|manuscript|unpublished|draft"),
    ("chapter", "chapter|incollection|inbook"),
    ("conference", "conference|proceedings|workshop|symposium"),
    ("dataset", "data"),
    ("software", "software|code|package"),
    ("report", "report|standard"),
    ("article", "article|journal|letter|review|paper"),
    ("book", "book|monograph"),
)
"""Kinds of publications, and what a profile's `type` says of each."""

_ORDER: Final = "article conference book chapter preprint thesis report software dataset other".split()
"""The kinds in the order of their groups."""

NUMBERED_KINDS: Final = frozenset({"thesis", "report", "software", "dataset"})
"""Kinds with numbers of their own, not those of a journal. From where it came out a reader cannot tell such a kind."""


def publication_section(
    publications: Sequence[Publication], title: str, section_id: str, context: Context
) -> Section | None:
    """The section, unless there is nothing to show."""
    shown = [publication for publication in publications if publication.name.strip() or publication.summary.strip()]
    if not shown:
        return None
    groups = _grouped(shown, context)
    ordered = [publication for _, group in groups for publication in group]
    entries = _entries(ordered, context)
    made, taken = [], 0
    for group_title, group in groups:
        made.append(Group(group_title, entries[taken : taken + len(group)]))
        taken += len(group)
    has_groups = context.presentation.grouping != "list"
    return Section(
        name="publications",
        id=section_id,
        title=title,
        layout="publications",
        entries=entries,
        groups=tuple(made) if has_groups else (),
    )


def _entries(publications: Sequence[Publication], context: Context) -> tuple[Entry, ...]:
    if context.presentation.citations == "theme":
        return tuple(publication_entry(publication, context) for publication in publications)
    from cvpress.views.publications.citations import references

    made = references(publications[:_MOST_REFERENCES], context)
    others = [None] * (len(publications) - len(made))
    return tuple(
        _with_reference(publication, reference, context)
        for publication, reference in zip(publications, [*made, *others], strict=True)
    )


def _with_reference(publication: Publication, reference: Reference | None, context: Context) -> Entry:
    """An entry in a citation style, behind which stands what the style leaves out."""
    if reference is None:
        return publication_entry(publication, context)
    status = publication.status if publication.release_date else ""
    return replace(
        publication_entry(publication, context),
        reference=reference,
        note=context.text(" · ".join(filter(None, [status, publication.award]))),
        links=_links(publication, context, with_ids=False),
    )


def _grouped(publications: Sequence[Publication], context: Context) -> list[tuple[str, list[Publication]]]:
    """The publications under the title of each group, the latest first; in a list as they are written."""
    grouping = context.presentation.grouping
    words = context.catalogue.publications
    if grouping == "list":
        return [("", list(publications))]
    latest = sorted(publications, key=_age)
    groups: dict[str, list[Publication]] = {}
    if grouping == "by-type":
        for kind in _ORDER:
            groups[words[kind]] = [publication for publication in latest if kind_of(publication) == kind]
    else:
        for publication in latest:
            year = publication.release_date[:4] or (words["forthcoming"] if publication.status else words["undated"])
            groups.setdefault(year, []).append(publication)
    return [(title, group) for title, group in groups.items() if group]


def _age(publication: Publication) -> tuple[int, tuple[int, ...]]:
    """A key that puts what is not out yet first, then the latest, and what has no date last."""
    if not publication.release_date:
        return (0 if publication.status else 2), ()
    return 1, tuple(-int(part) for part in publication.release_date.split("-"))


def kind_of(publication: Publication) -> str:
    """What kind a publication is of: one of those that groups have."""
    written = publication.type.casefold()
    for kind, words in _KINDS:
        if re.search(words, written):
            return kind
    if written:
        return "other"
    return "preprint" if publication.arxiv and not publication.venue else "article" if publication.volume else "other"


def publication_entry(publication: Publication, context: Context) -> Entry:
    """A publication in the theme's own layout: where it came out stands as its organisation, its award as a note."""
    return Entry(
        id=publication.id,
        title=context.text(publication.name),
        url=link_url(publication.url) or doi_url(publication.doi),
        organization=context.text(_source(publication, context.language)),
        dates=context.date(publication.release_date),
        summary=context.text(publication.summary),
        authors=authors_of(publication.authors, context.name),
        note=context.text(" · ".join(filter(None, [publication.status, publication.award]))),
        links=_links(publication, context, with_ids=True),
    )


def authors_of(names: Sequence[str], own_name: str) -> tuple[Author, ...]:
    """The authors; of very many the first ones and the person."""
    authors = [Author(parse_name(name).text, is_same_person(name, own_name)) for name in names]
    if len(authors) <= _MOST_AUTHORS:
        return tuple(authors)
    rest = [author for author in authors[_FIRST_AUTHORS:] if author.is_self]
    gap = [Author("…", is_self=False)] if rest and authors[_FIRST_AUTHORS] not in rest else []
    return (*authors[:_FIRST_AUTHORS], *gap, *rest, Author("et al.", is_self=False))


def _source(publication: Publication, language: str) -> str:
    """Journal 127(3), 175–178, Publisher."""
    venue = publication.venue
    if publication.issue and not publication.volume and kind_of(publication) in NUMBERED_KINDS:
        venue = " ".join(filter(None, [venue, publication.issue]))
    elif publication.volume or publication.issue:
        issue = f"({publication.issue})" if publication.issue else ""
        venue = f"{venue} {publication.volume}{issue}".strip()
    kind = publication.type if kind_of(publication) in NUMBERED_KINDS else ""
    return ", ".join(
        filter(None, [venue, shown_pages(publication), capitalized(kind, language), publication.publisher])
    )


def shown_pages(publication: Publication) -> str:
    """The pages with the dash that ranges have: "321–331"."""
    return publication.pages.replace("--", "–").replace("-", "–")


def _links(publication: Publication, context: Context, *, with_ids: bool) -> tuple[Link, ...]:
    identifiers = []
    if publication.doi and with_ids:
        identifiers.append(Link(f"doi:{bare_doi(publication.doi)}", doi_url(publication.doi)))
    if publication.arxiv and (with_ids or kind_of(publication) != "preprint"):
        identifiers.append(Link(f"arXiv:{bare_arxiv(publication.arxiv)}", arxiv_url(publication.arxiv)))
    return (*identifiers, *context.links(publication.links))
