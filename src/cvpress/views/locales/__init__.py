"""The words of a page, one catalogue file a language."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from cvpress.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

__all__ = ["Catalogue", "catalogue", "languages"]

_FOLDER = os.path.dirname(os.path.abspath(__file__))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language.

    Attributes:
        tag: the BCP 47 tag that was asked for.
        locale: Babel's data for it: dates, countries, direction.
        sections: titles of sections by their key.
        words: words of the page by their name.
    """

    tag: str
    locale: Locale
    sections: Mapping[str, str]
    words: Mapping[str, str]


def languages() -> tuple[str, ...]:
    """The languages that there are catalogues for."""
    return tuple(sorted(name.removesuffix(".json") for name in os.listdir(_FOLDER) if name.endswith(".json")))


@cache
def catalogue(tag: str) -> Catalogue:
    """The words for a BCP 47 tag: "de-AT" has those of "de" and Austria's dates.

    Raises:
        UsageError: there is no catalogue for the language, or no such language.
    """
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = None
    if locale is None or locale.language not in languages():
        raise UsageError(f"there is no language `{tag}`", f"languages: {', '.join(languages())}")
    words = _read(locale.language)
    return Catalogue(tag, locale, words["sections"], words["words"])


@cache
def _read(language: str) -> dict[str, Any]:
    with open(os.path.join(_FOLDER, f"{language}.json"), encoding="utf-8") as file:
        words: dict[str, Any] = json.load(file)
        return words
