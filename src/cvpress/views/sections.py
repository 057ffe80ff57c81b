"""The sections of a CV: which there are, in which order, and how their entries are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.views import abilities, occupations, scholarship
from cvpress.views.publications import publication_section
from cvpress.views.view import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cvpress.model.profile import Profile
    from cvpress.views.context import Context
    from cvpress.views.view import Entry

__all__ = ["sections"]


class _Kind(NamedTuple):
    """A section of the format: its key, how it is laid out, how an entry of it is made.

    Publications are made all at once: a citation style numbers them.
    """

    name: str
    layout: str
    entry: Callable[[Any, Context], Entry] | None


_KINDS = (
    _Kind("work", "entries", occupations.work_entry),
    _Kind("research", "entries", scholarship.research_entry),
    _Kind("projects", "entries", occupations.project_entry),
    _Kind("education", "entries", occupations.education_entry),
    _Kind("awards", "lines", abilities.award_entry),
    _Kind("publications", "publications", None),
    _Kind("talks", "lines", scholarship.talk_entry),
    _Kind("teaching", "entries", scholarship.teaching_entry),
    _Kind("grants", "lines", scholarship.grant_entry),
    _Kind("patents", "lines", scholarship.patent_entry),
    _Kind("competitions", "lines", abilities.competition_entry),
    _Kind("certificates", "lines", abilities.certificate_entry),
    _Kind("skills", "terms", abilities.skill_entry),
    _Kind("languages", "terms", abilities.language_entry),
    _Kind("volunteer", "entries", occupations.volunteer_entry),
    _Kind("memberships", "lines", scholarship.membership_entry),
    _Kind("service", "lines", scholarship.service_entry),
    _Kind("custom", "entries", abilities.custom_entry),
    _Kind("interests", "terms", abilities.interest_entry),
    _Kind("references", "quotes", abilities.reference_entry),
)
"""All sections that a CV can hold, in the order of most people's CVs."""


def sections(profile: Profile, context: Context) -> tuple[Section, ...]:
    """The sections that have something to show."""
    kinds = sorted(_KINDS, key=lambda kind: kind.name != "education") if _is_student(profile) else _KINDS
    return tuple(section for kind in kinds for section in _sections_of(kind, profile, context))


def _is_student(profile: Profile) -> bool:
    """Somebody who is still studying leads with it."""
    return any(entry.start_date and not entry.end_date for entry in profile.education)


def _sections_of(kind: _Kind, profile: Profile, context: Context) -> Iterator[Section]:
    if kind.name == "custom":
        for number, custom in enumerate(profile.custom, start=1):
            entries = _entries(abilities.custom_entry, custom.entries, context)
            if custom.title and (entries or custom.summary):
                yield Section(
                    name="custom",
                    id=f"custom-{number}",
                    title=context.text(custom.title).plain,
                    layout=kind.layout,
                    entries=entries,
                    summary=context.text(custom.summary),
                )
        return
    title = context.catalogue.sections[kind.name]
    if kind.entry is None:
        section = publication_section(profile.publications, title, kind.name, context)
        if section:
            yield section
        return
    entries = _entries(kind.entry, getattr(profile, kind.name), context)
    if entries:
        yield Section(name=kind.name, id=kind.name, title=title, layout=kind.layout, entries=entries)


def _entries(make: Callable[[Any, Context], Entry], values: tuple[Any, ...], context: Context) -> tuple[Entry, ...]:
    """The entries that have anything to head them."""
    made = (make(value, context) for value in values)
    return tuple(entry for entry in made if entry.title or entry.summary)
