"""The sections of a CV: which there are, in which order, and how their entries are made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.views import abilities, occupations, scholarship
from cvpress.views.publications.entries import publication_section
from cvpress.views.view import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cvpress.model.profile import Profile
    from cvpress.views.context import Context
    from cvpress.views.request import Selection
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


def sections(profile: Profile, context: Context, selection: Selection) -> tuple[Section, ...]:
    """The sections that have something to show, arranged as the selection says."""
    kinds = sorted(_KINDS, key=lambda kind: kind.name != "education") if _is_student(profile) else _KINDS
    made = [section for kind in kinds for section in _sections_of(kind, profile, context)]
    return _arranged(made, profile, context, selection)


def _arranged(made: list[Section], profile: Profile, context: Context, selection: Selection) -> tuple[Section, ...]:
    """Sections that the selection names come first, in its order and under its titles."""
    names = {section.id: _names(section, profile) for section in made}
    ranks = {name: rank for rank, name in reversed(list(enumerate(selection.order)))}
    made.sort(key=lambda section: min((ranks[name] for name in names[section.id] if name in ranks), default=len(ranks)))
    titles = {
        id_: next((selection.titles[name] for name in called if name in selection.titles), "")
        for id_, called in names.items()
    }
    return tuple(
        replace(section, title=context.text(titles[section.id]).plain) if titles[section.id] else section
        for section in made
    )


def _names(section: Section, profile: Profile) -> tuple[str, ...]:
    """What a user may call a section: one of their own by its id or title, else by its key."""
    if section.name != "custom":
        return (section.name,)
    custom = profile.custom[int(section.id.removeprefix("custom-")) - 1]
    return (custom.id, custom.title, "custom")


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
