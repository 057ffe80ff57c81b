"""A profile in another language: the texts of its `translations`, entry by entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic.alias_generators import to_camel

from cvpress.model.base import Entry, Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.model.profile import Profile

__all__ = ["translated"]

AnyModel = TypeVar("AnyModel", bound=Model)


def translated(profile: Profile, tag: str) -> Profile:
    """The profile with the texts of a language; what is not translated stays as it is."""
    translation = profile.translations.get(tag) or profile.translations.get(tag.partition("-")[0])
    if translation is None:
        return profile
    texts = {
        name: getattr(translation.basics, name)
        for name in type(translation.basics).model_fields
        if getattr(translation.basics, name)
    }
    translated_entries = _with_texts(profile, translation.entries)
    return translated_entries.model_copy(update={"basics": profile.basics.model_copy(update=texts)})


def _with_texts(model: AnyModel, entries: Mapping[str, Mapping[str, Any]]) -> AnyModel:
    changes: dict[str, Any] = {}
    own = entries.get(model.id, {}) if isinstance(model, Entry) and model.id else {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        other = own.get(to_camel(name))
        if isinstance(other, str) and isinstance(value, str) and name not in Entry.model_fields:
            changes[name] = other
        elif _are_texts(other) and _are_texts(value):
            changes[name] = tuple(other)  # type: ignore[arg-type]  # a list of texts, as _are_texts says
        elif isinstance(value, tuple) and value and isinstance(value[0], Model):
            changes[name] = tuple(_with_texts(item, entries) for item in value)
    return model.model_copy(update=changes) if changes else model


def _are_texts(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(item, str) for item in value)
