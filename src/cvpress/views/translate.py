"""A profile in another language: the texts of its `translations`, entry by entry, and the levels that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic.alias_generators import to_camel

from cvpress.model.base import Entry, Model
from cvpress.model.walking import fields_of
from cvpress.values.language_tags import is_language_tag
from cvpress.views.levels import level_text
from cvpress.views.locales import catalogue, has_catalogue, nearest_catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cvpress.model.profile import Profile

__all__ = ["translated", "untranslated"]

AnyModel = TypeVar("AnyModel", bound=Model)


def translated(profile: Profile, tag: str) -> Profile:
    """The profile with the texts of a language; what is not translated stays as it is.

    Levels that are known are in the language of the page, unless the translation has other words for them.
    """
    profile = _with_levels(profile, tag)
    for name in _tags(tag):
        if translation := profile.translations.get(name):
            texts = {key: text for key, text in fields_of(translation.basics) if text}
            profile = _with_texts(profile, translation.entries).model_copy(
                update={"basics": profile.basics.model_copy(update=texts)}
            )
    return profile


def untranslated(profile: Profile, tag: str) -> str:
    """The language of a profile's texts, where there are none in the language of the page; else "".

    Args:
        profile: the profile.
        tag: the language of the page, as a BCP 47 tag.
    """
    meta = profile.meta
    own = meta.text_language or meta.language or tag
    if _is_same(own, tag) or not is_language_tag(own):
        return ""
    has_said = meta.text_language and _is_same(meta.language, tag)
    return own if has_said or not any(name in profile.translations for name in _tags(tag)) else ""


def _is_same(one: str, other: str) -> bool:
    """Whether two tags are of one language, whatever its region."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


def _tags(tag: str) -> tuple[str, ...]:
    """The translations that a page takes its texts from, the closest last: for "zh-TW" zh, zh-Hant, zh-TW."""
    locale = catalogue(tag).locale if has_catalogue(tag) else None
    script = f"{locale.language}-{locale.script}" if locale else tag
    return tuple(dict.fromkeys((tag.partition("-")[0], script, tag)))


def _with_levels(profile: Profile, tag: str) -> Profile:
    """The profile with the levels of languages and skills in words of the page's language."""
    own, page = nearest_catalogue(profile.meta.language or "en"), nearest_catalogue(tag)
    english = catalogue("en")
    if own.levels == page.levels == english.levels:
        return profile
    languages = tuple(
        entry.model_copy(update={"fluency": level_text(entry.fluency, own, english, page)})
        for entry in profile.languages
    )
    skills = tuple(
        entry.model_copy(update={"level": level_text(entry.level, own, english, page)}) for entry in profile.skills
    )
    return profile.model_copy(update={"languages": languages, "skills": skills})


def _with_texts(model: AnyModel, entries: Mapping[str, Mapping[str, Any]]) -> AnyModel:
    """A copy in which every entry that has an id there has its texts from `entries`."""
    inner = {
        name: tuple(_with_texts(item, entries) for item in value)
        for name, value in fields_of(model)
        if isinstance(value, tuple) and _all_are(value, Model)
    }
    copy = model.model_copy(update=inner)
    own = entries.get(model.id) if isinstance(model, Entry) else None
    return _translated_model(copy, own) if own else copy


def _translated_model(model: AnyModel, texts: Mapping[str, Any]) -> AnyModel:
    changes = {
        name: _translated_value(value, texts[to_camel(name)])
        for name, value in fields_of(model)
        if to_camel(name) in texts and name not in Entry.model_fields
    }
    return model.model_copy(update=changes)


def _translated_value(value: Any, other: Any) -> Any:
    """The translation, if it is of the value's own kind: text, list of texts, list of groups."""
    if isinstance(value, str) and isinstance(other, str):
        return other
    if not isinstance(other, list) or not isinstance(value, tuple):
        return value
    if _all_are(value, str) and _all_are(other, str):
        return tuple(other)
    if _all_are(value, Model) and _all_are(other, dict):
        texts = [*other, *({} for _ in value)]
        return tuple(_translated_model(model, own) for model, own in zip(value, texts, strict=False))
    return value


def _all_are(values: Sequence[Any], kind: type) -> bool:
    return bool(values) and all(isinstance(value, kind) for value in values)
