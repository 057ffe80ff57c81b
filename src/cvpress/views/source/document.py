"""The source of a document: a profile that shows the same, and nothing that the document does not show."""

from __future__ import annotations

import json
from math import copysign
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.model.base import Model
from cvpress.model.profile import Meta
from cvpress.model.variants import Translation
from cvpress.views.source.parts import defaults_of
from cvpress.views.translate import translated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.model.profile import Profile
    from cvpress.views.cv import CvView
    from cvpress.views.request import Selection
    from cvpress.views.view import Section, View

__all__ = ["Arranged", "plain", "source_of", "source_text"]

_LARGEST_INTEGER: Final = 1e15
"""Up to it, figures without a fraction are written without a point."""

_COMMANDS: Final = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
"""Control characters that JSON lets stand; a terminal takes some for orders."""

_LEVELS: Final[Mapping[str, str]] = {"languages": "fluency", "skills": "level"}
"""Sections with levels, and the field of each."""


class Arranged(NamedTuple):
    """A source, and what it takes to show its sections as the document does.

    Attributes:
        order: sections that come first.
        titles: other titles of sections of the format; those of a person's own are in the profile.
    """

    profile: Profile
    order: tuple[str, ...] = ()
    titles: Mapping[str, str] = {}


def source_of(
    shown: Profile,
    view: View,
    selection: Selection,
    options: Mapping[str, str],
    files: Mapping[str, str],
) -> Arranged:
    """The source of a document that is not blind. That of a source is the same source.

    Args:
        shown: what of the profile is to be shown (`cvpress.views.build.shown_part`).
        view: the document.
        selection: the order and the titles of its sections, with those of the theme.
        options: a value for every option of the theme.
        files: what the pictures that are shown are called, by the names that the profile gives them.
    """
    arranged = Arranged(_made(shown, view, options, files))
    if view.document == "cv":
        arranged = _arranged(arranged.profile, view, selection)  # type: ignore[arg-type]  # the only view of a CV
    meta = Meta.model_construct(language=view.page.language, text_language=view.page.texts)
    profile = arranged.profile.model_copy(update={"meta": meta})
    return arranged._replace(profile=_with_levels_kept(profile))


def _made(shown: Profile, view: View, options: Mapping[str, str], files: Mapping[str, str]) -> Profile:
    if view.document == "letter":
        from cvpress.views.source.letter import letter_source

        return letter_source(shown, options)
    if view.document == "portfolio":
        from cvpress.views.source.portfolio import portfolio_source

        return portfolio_source(shown, options, files)
    if view.document == "stories":
        from cvpress.views.source.stories import stories_source

        return stories_source(shown)
    from cvpress.views.source.cv import cv_source

    source = cv_source(shown, options)
    image = files.get(shown.basics.image, "") if view.person.photo else ""
    return source.model_copy(update={"basics": source.basics.model_copy(update={"image": image})})


def _arranged(source: Profile, view: CvView, selection: Selection) -> Arranged:
    """The titles of a person's own sections as they are shown, and ids for those that the order names."""
    custom = list(source.custom)
    order: dict[str, None] = {}
    titles: dict[str, str] = {}
    names = {section.id: _names(section, source) for section in view.sections}
    for section in view.sections:
        title = next((selection.titles[name] for name in names[section.id] if name in selection.titles), "")
        if title and section.name == "custom":
            own = _index(section)
            custom[own] = custom[own].model_copy(update={"title": title})
        elif title:
            titles[section.name] = title
    for name in selection.order:
        for section in view.sections:
            if name not in names[section.id]:
                continue
            if section.name != "custom" or name == "custom":
                order[name] = None
                continue
            own = _index(section)
            if not custom[own].id.strip() or "," in custom[own].id:
                custom[own] = custom[own].model_copy(update={"id": section.id})
            order[custom[own].id] = None
    if selection.order and not order and view.sections:
        order[view.sections[0].name] = None  # the usual order, which a theme may have changed
    return Arranged(source.model_copy(update={"custom": tuple(custom)}), tuple(order), titles)


def _names(section: Section, source: Profile) -> tuple[str, ...]:
    if section.name != "custom":
        return (section.name,)
    own = source.custom[_index(section)]
    return (own.id, own.title, "custom")


def _index(section: Section) -> int:
    """Where a section of the person's own stands among them."""
    return int(section.id.removeprefix("custom-")) - 1


def _with_levels_kept(profile: Profile) -> Profile:
    """The source with levels that a translation has words for; else they would be put into those of the page."""
    language = profile.meta.language
    other = translated(profile, language)
    kept: dict[str, dict[str, str]] = {}
    changes: dict[str, Any] = {}
    for section, field in _LEVELS.items():
        entries = list(getattr(profile, section))
        for index, entry in enumerate(entries):
            level = getattr(entry, field)
            if getattr(getattr(other, section)[index], field) != level:
                entries[index] = entry.model_copy(update={"id": entry.id or f"{section}-{index + 1}"})
                kept[entries[index].id] = {field: level}
        changes[section] = tuple(entries)
    if not kept:
        return profile
    changes["translations"] = {language: Translation.model_construct(entries=kept)}
    return profile.model_copy(update=changes)


def source_text(data: Mapping[str, Any]) -> bytes:
    """A source as JSON in UTF-8: the keys in the order of the format, two blanks a level, no order to a terminal."""
    return f"{json.dumps(data, ensure_ascii=False, indent=2).translate(_COMMANDS)}\n".encode()


def plain(model: Model) -> dict[str, Any]:
    """A part of a profile as plain data, without what it does not say."""
    data: dict[str, Any] = {}
    for name, (key, default) in defaults_of(type(model)).items():
        value = getattr(model, name)
        if value not in ("", ()) and value != default and (written := _plain(value)) != {}:
            data[key] = written
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, float) and value.is_integer() and abs(value) < _LARGEST_INTEGER and copysign(1, value) > 0:
        return int(value)
    return value
