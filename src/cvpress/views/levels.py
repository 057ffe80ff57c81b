"""How well one speaks a language or knows a field, in the language of the page.

JSON Resume's `languages[].fluency` and `skills[].level` are free texts. Those that tools and
people write most are known here: LinkedIn's scale of proficiency, that of the Interagency
Language Roundtable which it goes back to (https://www.govtilr.org), and what forms for CVs
offer. The levels of the European framework are the same in all languages: "C1" stays "C1".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cvpress.values.fluency import CEFR_PATTERN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.views.locales import Catalogue

__all__ = ["LEVELS", "level_text"]

LEVELS: Final[Mapping[str, tuple[str, ...]]] = {
    "native": ("native", "mother tongue", "first language", "native language", "native proficiency"),
    "bilingual": ("bilingual proficiency",),
    "native_or_bilingual": ("native or bilingual",),
    "full_professional": ("full professional",),
    "professional": ("professional working", "professional proficiency", "working proficiency"),
    "limited_working": ("limited working", "limited proficiency"),
    "fluent": ("fluently",),
    "proficient": ("proficiency",),
    "advanced": ("advanced level", "upper advanced"),
    "upper_intermediate": ("upper-intermediate",),
    "intermediate": ("intermediate level",),
    "lower_intermediate": ("lower-intermediate", "pre-intermediate"),
    "conversational": ("conversational proficiency",),
    "basic": ("basics", "basic knowledge"),
    "elementary": ("elementary proficiency",),
    "beginner": ("novice", "beginner level"),
    "master": ("mastery",),
    "expert": ("expert level",),
    "competent": ("skilled",),
}
"""The levels by their keys in the catalogues, and what else they are called in English."""

_WITH_CEFR: Final = re.compile(rf"(?P<name>[^()]+?)\s*\((?P<level>{CEFR_PATTERN.strip('^$')})\)")
"""A level in words with that of the framework behind it: "Advanced (C1)"."""


def level_text(text: str, own: Catalogue, english: Catalogue, page: Catalogue) -> str:
    """A level in the language of the page; what is no known level as it is.

    Args:
        text: what the profile says.
        own: the words of the profile's language.
        english: those of the language that the format's levels are in.
        page: those of the page.
    """
    match = _WITH_CEFR.fullmatch(text.strip())
    name, behind = (match["name"], f" ({match['level']})") if match else (text.strip(), "")
    key = _key(name.casefold(), own, english)
    return page.levels[key] + behind if key else text


def _key(name: str, own: Catalogue, english: Catalogue) -> str:
    """The key of a level that is known by a name, in small letters; "" if none is."""
    for catalogue in (own, english):
        for key, level in catalogue.levels.items():
            if name == level.casefold():
                return key
    return next((key for key, names in LEVELS.items() if name in names), "")
