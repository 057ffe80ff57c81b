"""The source of a CV: all that its sections show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.model.profile import Profile
from cvpress.model.walking import sections_of
from cvpress.views.source.parts import accounts, of, publication, publications_by_name, reference, referring, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.model.base import Entry
    from cvpress.model.basics import Basics
    from cvpress.model.publications import Publication

__all__ = ["cv_source", "heads_of", "is_shown"]

_HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "work": ("name", "position"),
    "volunteer": ("organization", "position"),
    "education": ("study_type", "area", "institution"),
    "awards": ("title",),
    "skills": ("name",),
    "languages": ("language",),
    "interests": ("name",),
    "references": ("name", "reference"),
    "teaching": ("course", "role"),
    "memberships": ("role", "organization"),
    "service": ("role", "organization"),
    "projects": ("name", "description"),
}
"""Fields of which one has to be there, or a summary, so that an entry is shown; in other sections its name."""

_UNTOLD: Final[Mapping[str, tuple[str, ...]]] = {"research": ("directions", "topics")}
"""Fields that other documents show."""


def cv_source(profile: Profile, options: Mapping[str, str]) -> Profile:
    """What a CV shows.

    Args:
        profile: what of the profile is to be shown.
        options: a value for every option of the theme.
    """
    sections: dict[str, Any] = {
        name: tuple(shown(entry, *_UNTOLD.get(name, ())) for entry in entries if is_shown(name, entry))
        for name, entries in sections_of(profile)
        if name not in {"publications", "custom"}
    }
    named = publications_by_name(profile)
    sections["research"] = tuple(referring(area, named) for area in sections["research"])
    referred = {name for area in sections["research"] for name in area.publications}
    sections["publications"] = tuple(_publications(profile, referred, options))
    sections["custom"] = _custom(profile)
    return Profile.model_construct(basics=_basics(profile.basics), **sections)


def heads_of(section: str) -> tuple[str, ...]:
    """The fields of a section's entries that head them, the most telling first."""
    return _HEADS.get(section, ("name",))


def is_shown(section: str, entry: Entry) -> bool:
    """Whether an entry of a section has anything to head it, without which it is left out."""
    fields = (*heads_of(section), *(("summary",) if "summary" in type(entry).model_fields else ()))
    return any(getattr(entry, name).strip() for name in fields)


def _basics(basics: Basics) -> Basics:
    fields = [name for name in type(basics).model_fields if name not in {"image", "profiles"}]
    bare = of(basics, fields).model_copy(update={"profiles": accounts(basics)})
    return shown(bare)


def _publications(profile: Profile, referred: set[str], options: Mapping[str, str]) -> Iterator[Publication]:
    """The publications of the section; of others that an area of research names, where and when they came out."""
    for one in profile.publications:
        named = one.model_copy(update={"id": reference(one)}) if reference(one) in referred else one
        if is_shown("publications", one):
            yield publication(named, options)
        elif named.id in referred:
            yield of(named, ("id", "venue", "release_date") if one.venue else ("id", "name", "release_date"))


def _custom(profile: Profile) -> tuple[Any, ...]:
    """Sections of the person's own; where one is not shown, an empty one keeps the numbers of those behind it."""
    sections = []
    for section in profile.custom:
        entries = tuple(shown(entry) for entry in section.entries if is_shown("custom", entry))
        has_content = section.title and (entries or section.summary)
        bare = of(section, ("id", "title", "summary") if has_content else ())
        sections.append(bare.model_copy(update={"entries": entries if has_content else ()}))
    while sections and not sections[-1].title:
        sections.pop()
    return tuple(sections)
