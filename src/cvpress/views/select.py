"""Variants: what of a profile one audience gets to see."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from cvpress.errors import UsageError
from cvpress.model.base import Entry, Model
from cvpress.model.walking import entries_in, fields_of, sections_of
from cvpress.values.suggestions import suggestion
from cvpress.views.request import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.model.profile import Profile
    from cvpress.model.variants import Variant
    from cvpress.views.request import Place, Request

__all__ = ["Shown", "find_variant", "resolved", "selected", "shown_entries", "tags_of"]

AnyModel = TypeVar("AnyModel", bound=Model)

_NOT_SELECTED: Final = frozenset({"letters"})
"""A letter is chosen by its id, not by tags."""


class Shown(NamedTuple):
    """An entry that a selection leaves, and where it stands."""

    place: Place
    entry: Entry


def find_variant(profile: Profile, name: str) -> Variant | None:
    """The variant of a name; None if the name is empty.

    Raises:
        UsageError: there is none of this name.
    """
    if not name:
        return None
    if name in profile.variants:
        return profile.variants[name]
    hint = suggestion(name, profile.variants, "variants: ") if profile.variants else "the profile has no `variants`"
    raise UsageError(f"there is no variant `{name}`", hint)


def resolved(profile: Profile, request: Request) -> Request:
    """The request with what its variant says wherever it says nothing itself.

    Resolving it once more changes nothing.

    Raises:
        UsageError: there is no such variant.
    """
    variant = find_variant(profile, request.variant)
    if variant is None:
        return request
    return replace(
        request,
        letter=request.letter or variant.letter,
        language=request.language or variant.locale,
        selection=_joined(variant, request.selection),
        fit=request.fit or int(variant.pages),
    )


def _joined(variant: Variant, selection: Selection) -> Selection:
    """A tag that is asked for and left out is as the request has it, not as the variant."""
    include = (tag for tag in variant.include if tag not in selection.exclude)
    exclude = (tag for tag in variant.exclude if tag not in selection.include)
    texts = {"label": variant.label, "summary": variant.summary}
    return replace(
        selection,
        include=tuple(dict.fromkeys((*include, *selection.include))),
        exclude=tuple(dict.fromkeys((*exclude, *selection.exclude))),
        limits={**variant.limits, **selection.limits},
        order=selection.order or variant.sections.order,
        titles={**variant.sections.titles, **selection.titles},
        basics={**{name: text for name, text in texts.items() if text}, **selection.basics},
    )


def selected(profile: Profile, selection: Selection) -> Profile:
    """The profile with the entries of a selection alone, at any depth, and with its texts.

    Sections of the user's own stay where they are, so that their numbers do; without entries they are empty.

    Args:
        profile: a profile, translated, without what is private.
        selection: with all that the variant says.
    """
    if selection == Selection():
        return profile
    out = selection.left_out | _beyond_limits(profile, selection)
    kept = _kept(profile, selection, out, ())
    whole = [
        section
        for index, section in enumerate(profile.custom)
        if ("custom", index) not in out and _has_tags(section, selection)
    ]
    custom = tuple(
        after if after.entries or not before.entries else after.model_copy(update={"summary": ""})
        for before, after in zip(whole, kept.custom, strict=True)
    )
    basics = kept.basics.model_copy(update=dict(selection.basics))
    return kept.model_copy(update={"basics": basics, "custom": custom})


def shown_entries(profile: Profile, selection: Selection) -> Iterator[Shown]:
    """The entries of a CV's sections that a selection leaves, at any depth, in the order of the file."""
    out = selection.left_out | _beyond_limits(profile, selection)
    for name, entries in sections_of(profile):
        yield from _shown((name,), entries, selection, out)


def _shown(place: Place, values: Any, selection: Selection, out: frozenset[Place]) -> Iterator[Shown]:
    for index, entry in enumerate(values if isinstance(values, tuple) else ()):
        here = (*place, index)
        if isinstance(entry, Entry) and here not in out and _has_tags(entry, selection):
            yield Shown(here, entry)
            for name, value in fields_of(entry):
                yield from _shown((*here, name), value, selection, out)


def _kept(model: AnyModel, selection: Selection, out: frozenset[Place], place: Place) -> AnyModel:
    """A copy without entries that are not selected."""
    changes: dict[str, Any] = {}
    for name, value in fields_of(model):
        here = (*place, name)
        if name in _NOT_SELECTED:
            continue
        if isinstance(value, Model):
            changes[name] = _kept(value, selection, out, here)
        elif isinstance(value, tuple) and any(isinstance(item, Model) for item in value):
            changes[name] = tuple(
                _kept(item, selection, out, (*here, index))
                for index, item in enumerate(value)
                if (*here, index) not in out and _has_tags(item, selection)
            )
    return model.model_copy(update=changes)


def _has_tags(item: Any, selection: Selection) -> bool:
    """Whether the tags of an entry let it in; what is no entry has none."""
    if not isinstance(item, Entry) or not item.tags:
        return True
    tags = set(item.tags)
    return tags.isdisjoint(selection.exclude) and not (selection.include and tags.isdisjoint(selection.include))


def _beyond_limits(profile: Profile, selection: Selection) -> frozenset[Place]:
    """The entries that are too many: of each section those of the highest priority stay, of equals the first."""
    out: list[Place] = []
    for place, names, entries in _limited(profile):
        limits = [selection.limits[name] for name in names if name in selection.limits]
        tagged = [(-entry.priority, index) for index, entry in enumerate(entries) if _has_tags(entry, selection)]
        if limits:
            out += [(*place, index) for _, index in sorted(tagged)[max(0, int(limits[0])) :]]
    return frozenset(out)


def _limited(profile: Profile) -> Iterator[tuple[Place, tuple[str, ...], tuple[Any, ...]]]:
    """Lists of entries with the names that limits may call them by, the most telling first."""
    for name, entries in sections_of(profile):
        if name != "custom":
            yield (name,), (name,), entries
    for index, section in enumerate(profile.custom):
        yield ("custom", index, "entries"), (section.id, section.title, "custom"), section.entries


def tags_of(profile: Profile) -> frozenset[str]:
    """All tags that a selection can name."""
    return frozenset(tag for entry in entries_in(profile) for tag in entry.tags)
