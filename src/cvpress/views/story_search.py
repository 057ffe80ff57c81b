"""Finds the stories that answer a question: stemmed words, the rare ones weighing more, and likeness of the wording.

What a question is asked for counts by where it is found: most in the prompts, the title and
the kind, less in the story itself. Words are stemmed by Snowball (https://snowballstem.org),
and weighed by their inverse document frequency (Spärck Jones, 1972); a misspelt word, and the
wording of a whole prompt, are compared by rapidfuzz.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process
from snowballstemmer import algorithms, stemmer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cvpress.views.markup import Text
    from cvpress.views.stories import StoriesView, Story

__all__ = ["Match", "matching_stories"]

_LONGEST: Final = 1000
"""Characters of a question that are read: nobody asks a longer one."""

_WEIGHTS: Final = {"prompts": 1.0, "title": 0.8, "kind": 0.8, "employer": 0.7, "told": 0.5}
"""How much a word of the question counts by the place in a story where it is found."""

_WORDING: Final = 0.4
"""How much the likeness of question and prompt counts beside the words that they share."""

_GOOD_ENOUGH: Final = 0.35
_ALIKE: Final = 82
"""From where two words are one of them misspelt, in per cent."""

_SHORTEST_MISSPELT: Final = 5
_WORDS: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """A story that answers a question.

    Attributes:
        prompt: the one of its prompts that is closest to the question; empty if it has none.
        score: how well it answers, from 0 to 1.
    """

    story: Story
    prompt: str
    score: float


def matching_stories(view: StoriesView, question: str, limit: int) -> tuple[Match, ...]:
    """The stories of a sheet that answer a question well enough, the best first.

    Args:
        view: the sheet.
        question: what is asked, in any words of the sheet's language.
        limit: how many there may be at the most.
    """
    words = _Words(_stemmer(view), view.stop_words)
    index = [_Indexed(story, words) for story in view.stories]
    weights = _rarities(index)
    asked = [_spelt(stem, weights) for stem in words.stems(question[:_LONGEST])]
    matches = sorted((entry.match(asked, weights) for entry in index), key=lambda match: -match.score)
    return tuple(match for match in matches[:limit] if match.score >= _GOOD_ENOUGH)


class _Words:
    """The telling words of a text, stemmed."""

    def __init__(self, stem: Callable[[list[str]], list[str]], stop_words: frozenset[str]) -> None:
        self._stem = stem
        self._stop_words = stop_words

    def stems(self, *texts: object) -> list[str]:
        """Each once, in their order."""
        words = _WORDS.findall(" ".join(map(str, texts)).casefold())
        return list(dict.fromkeys(self._stem([word for word in words if word not in self._stop_words])))


class _Indexed:
    """A story, ready to be asked for."""

    def __init__(self, story: Story, words: _Words) -> None:
        self._story = story
        self._prompts = [(prompt.plain, words.stems(prompt)) for prompt in story.prompts]
        told = (*(part.value for part in story.parts), *story.lessons)
        places: Mapping[str, list[str]] = {
            "told": words.stems(*told),
            "employer": words.stems(story.employer),
            "kind": words.stems(story.kind, story.asked_as),
            "title": words.stems(story.title),
            "prompts": words.stems(*story.prompts),
        }
        self.weights = {stem: _WEIGHTS[place] for place, stems in places.items() for stem in stems}

    def match(self, asked: list[str], rarities: Mapping[str, float]) -> Match:
        """How well the story answers a question."""
        likeness, prompt = max(((_likeness(asked, stems), text) for text, stems in self._prompts), default=(0.0, ""))
        score = (1 - _WORDING) * self._coverage(asked, rarities) + _WORDING * likeness
        return Match(self._story, prompt, round(score, 3))

    def _coverage(self, asked: list[str], rarities: Mapping[str, float]) -> float:
        """How much of what is asked for the story has; what no story has counts as the rarest."""
        rarest = max(rarities.values(), default=1.0)
        whole = sum(rarities.get(stem, rarest) for stem in asked)
        found = sum(rarities[stem] * weight for stem in asked if (weight := self.weights.get(stem)))
        return found / whole if whole else 0.0


def _likeness(one: list[str], other: list[str]) -> float:
    return fuzz.token_sort_ratio(" ".join(one), " ".join(other)) / 100 if one and other else 0.0


def _rarities(index: list[_Indexed]) -> dict[str, float]:
    """The inverse document frequency of every stem."""
    counts = Counter(stem for entry in index for stem in entry.weights)
    return {stem: log(1 + len(index) / count) for stem, count in counts.items()}


def _spelt(stem: str, known: Iterable[str]) -> str:
    """A stem, or the known one that it is a misspelling of."""
    if stem in known or len(stem) < _SHORTEST_MISSPELT:
        return stem
    found = process.extractOne(stem, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return str(found[0]) if found else stem


def _stemmer(view: StoriesView) -> Callable[[list[str]], list[str]]:
    """The stemmer of a sheet's language; words as they are where there is none."""
    name = view.language_name
    return stemmer(name).stemWords if name in algorithms() else list
