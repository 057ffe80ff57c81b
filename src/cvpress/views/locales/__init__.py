"""The words of a page, one catalogue file a language; where a language has two scripts, one a script."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from cvpress.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

__all__ = ["Catalogue", "StoryKind", "catalogue", "has_catalogue", "languages", "nearest_catalogue"]

_COMMAS: Final[Mapping[str, str]] = {"ar": "، ", "fa": "، ", "ja": "、", "zh": "、"}
"""Those that are not the Latin one."""

_TAG: Final = re.compile("[A-Za-z0-9]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}")

_FOLDER = os.path.dirname(os.path.abspath(__file__))


@dataclass(frozen=True, slots=True)
class StoryKind:
    """A kind of story that interviews are known to ask for.

    Attributes:
        title: what the stories of this kind are called together.
        names: what else a profile may call the kind.
        asked_as: words that questions for such a story have.
    """

    title: str
    names: tuple[str, ...]
    asked_as: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language.

    Attributes:
        tag: the BCP 47 tag that was asked for.
        locale: Babel's data for it: dates, countries, direction.
        sections: titles of sections by their key.
        publications: titles of groups of publications by their kind.
        words: words of the page by their name.
        levels: how well one speaks a language or knows a field, by the keys of `cvpress.views.levels`.
        stories: the known kinds of stories, by what the format calls them, in the order in
            which people are asked.
        synonyms: words that questions have for the same thing, one group each.
        stop_words: words that tell nothing of what a question is about.
    """

    tag: str
    locale: Locale
    sections: Mapping[str, str]
    publications: Mapping[str, str]
    words: Mapping[str, str]
    levels: Mapping[str, str]
    stories: Mapping[str, StoryKind]
    synonyms: tuple[str, ...]
    stop_words: frozenset[str]

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return _COMMAS.get(self.locale.language, ", ")


@cache
def languages() -> tuple[str, ...]:
    """The tags of the languages that there are catalogues for; Chinese has one for each script: "zh", "zh-Hant"."""
    return tuple(sorted(name.removesuffix(".json") for name in os.listdir(_FOLDER) if name.endswith(".json")))


def has_catalogue(tag: str) -> bool:
    """Whether there are words for a BCP 47 tag."""
    locale = _locale(tag)
    return locale is not None and _file_of(locale) in languages()


@cache
def catalogue(tag: str) -> Catalogue:
    """The words for a BCP 47 tag: "de-AT" has those of "de" and Austria's dates, "zh-TW" those of "zh-Hant".

    Raises:
        UsageError: there is no catalogue for the language, or no such language.
    """
    locale = _locale(tag)
    if locale is None or _file_of(locale) not in languages():
        raise UsageError(f"there is no language `{tag[:60]}`", f"languages: {', '.join(languages())}")
    words = _read(_file_of(locale))
    return Catalogue(
        tag=tag.replace("_", "-"),
        locale=locale,
        sections=words["sections"],
        publications=words["publications"],
        words=words["words"],
        levels=words["levels"],
        stories={
            name: StoryKind(kind["title"], tuple(kind["names"]), kind["asked_as"])
            for name, kind in words["stories"].items()
        },
        synonyms=tuple(words["synonyms"]),
        stop_words=frozenset(words["stop_words"].split()),
    )


def nearest_catalogue(tag: str) -> Catalogue:
    """The words for a BCP 47 tag; English ones, with its own dates, for a language that has none yet."""
    if has_catalogue(tag):
        return catalogue(tag)
    locale, english = _locale(tag), catalogue("en")
    return english if locale is None else replace(english, tag=tag.replace("_", "-"), locale=locale)


def _locale(tag: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    if not _TAG.fullmatch(tag):  # Babel drops what stands behind "@" and "."; it would stand in names of files
        return None
    try:
        return Locale.parse(tag.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _file_of(locale: Locale) -> str:
    """What the catalogue of a locale is called: by its script where the script has one of its own."""
    name = f"{locale.language}-{locale.script}"
    return name if name in languages() else str(locale.language)


@cache
def _read(language: str) -> dict[str, Any]:
    with open(os.path.join(_FOLDER, f"{language}.json"), encoding="utf-8") as file:
        words: dict[str, Any] = json.load(file)
        return words
