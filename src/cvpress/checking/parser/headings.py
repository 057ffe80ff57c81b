"""The titles of sections that parsers of CVs know: those of the catalogues, and what else people call them."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Final

from cvpress.checking.checks.squeezing import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["heading_at_start", "kind_of", "plain_title"]

_FILE: Final = os.path.join(os.path.dirname(os.path.abspath(__file__)), "headings.json")

_NO_TITLES: Final = frozenset({"forthcoming", "undated", "other"})
"""Groups of publications that stand among years, or after others."""

_ROUND_ABOUT: Final = " :：.|–—-_•·#*▪■"


def kind_of(title: str) -> str:
    """The section that a title stands for, by the format's key, "summary" or "contact"; empty if it is not known."""
    plain = plain_title(title)
    return _known().get(plain, "") or _of_two(plain)


def plain_title(title: str) -> str:
    """A title as it is compared: in small letters, without the marks around it."""
    return folded(title).strip(_ROUND_ABOUT)


def heading_at_start(line: str) -> str:
    """The known title that a line begins with, in its own capitals, if more follows; a sentence may begin so too."""
    words = line.split(" ")
    for count in range(min(4, len(words) - 1), 0, -1):
        title = " ".join(words[:count])
        if plain_title(title) in _known():
            return title.rstrip(_ROUND_ABOUT)
    return ""


def _of_two(plain: str) -> str:
    """That of the first where a title names two: "Skills & interests"."""
    for sign in (" & ", " and ", " und ", " et ", " y ", " e ", " / "):
        parts = [_known().get(part.strip(), "") for part in plain.split(sign)]
        if len(parts) > 1 and all(parts):
            return parts[0]
    return ""


@cache
def _known() -> Mapping[str, str]:
    return {folded(title): kind for kind, title in (*_usual(), *_in_catalogues())}


def _usual() -> Iterator[tuple[str, str]]:
    with open(_FILE, encoding="utf-8") as file:
        for kind, titles in json.load(file).items():
            for title in titles:
                yield kind, title


def _in_catalogues() -> Iterator[tuple[str, str]]:
    from cvpress.views.locales import catalogue, languages

    for language in languages():
        words = catalogue(language)
        yield from words.sections.items()
        groups = (words.publications[kind] for kind in words.publications.keys() - _NO_TITLES)
        yield from (("publications", title) for title in groups)
        yield "summary", words.words["profile"]
        yield "contact", words.words["contact"]
