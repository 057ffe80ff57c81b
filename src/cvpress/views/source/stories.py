"""The source of a story sheet: the stories, and what the places are called that they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.model.profile import Profile
from cvpress.model.walking import entries_in, sections_of
from cvpress.views.source.parts import heading, of, shown
from cvpress.views.stories.view import NAMES, is_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.model.base import Entry

__all__ = ["stories_source"]


def stories_source(profile: Profile) -> Profile:
    """What a story sheet shows.

    Args:
        profile: what of the profile is to be shown.
    """
    told = [story for story in profile.stories if is_told(story)]
    places = {part.id: name for _, entry, name in _named(profile) for part in entries_in(entry) if part.id}
    wanted = {places[story.entry] for story in told if story.entry in places}
    sections: dict[str, Any] = {}
    ids: dict[str, str] = {}
    for section, entry, name in _named(profile):
        parts = [part.id for part in entries_in(entry) if part.id]
        if name in wanted and name not in ids and parts:
            ids[name] = parts[0]
            field = next(key for key in NAMES if getattr(entry, key, ""))
            sections[section] = (
                *sections.get(section, ()),
                of(entry, (field,)).model_copy(update={"id": parts[0]}),
            )
    stories = tuple(
        shown(story).model_copy(update={"entry": ids.get(places.get(story.entry, ""), "")}) for story in told
    )
    return Profile.model_construct(basics=heading(profile.basics), stories=stories, **sections)


def _named(profile: Profile) -> Iterator[tuple[str, Entry, str]]:
    """The entries of all sections that are called anything."""
    for section, entries in sections_of(profile):
        for entry in entries:
            name = next((text for key in NAMES if (text := getattr(entry, key, ""))), "")
            if name:
                yield section, entry, name
