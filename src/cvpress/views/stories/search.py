"""Finds the stories that answer a question, by their words.

Words are stemmed by Snowball (https://snowballstem.org) and weighed by how rare they are
(inverse document frequency: Spärck Jones, 1972). What a question asks for counts by where a
story has it: most in its prompts, its title and its kind, less in what is told. A synonym
counts less than the word itself, and a misspelt word is taken for the one that it is most
like (rapidfuzz).

Chinese and Japanese part no words by blanks, and Korean hangs endings on them: there every two
characters that stand together are taken for a word (bigrams: Kwok, 1997).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process
from snowballstemmer import algorithms, stemmer

from cvpress.views.casing import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cvpress.views.locales import Catalogue
    from cvpress.views.stories.view import StoriesView, Story

__all__ = ["Match", "matching_stories"]

_LONGEST: Final = 1000
"""Characters of a question that are read: nobody asks a longer one."""

_WEIGHTS: Final = {"told": 0.6, "employer": 0.7, "kind": 0.75, "title": 0.85, "prompts": 1.0}
"""How much a word counts by the place in a story where it is found, the best place last."""

_SYNONYM: Final = 0.85
"""How much a word for the same thing counts beside the word itself."""

_UNKNOWN: Final = 0.6
"""How much a word that no story has counts beside the rarest of those that one has."""

_UNKNOWN_PAIR: Final = 0.15
"""The same of two characters, most of which are no word but the end of one and the beginning of the next."""

_WORDING: Final = 0.25
"""How much it counts that question and prompt say no more than what they have in common."""

_SAME_QUESTION: Final = 85
"""From which likeness, in per cent, a question is a prompt itself, even one of words that tell nothing."""

_GOOD_ENOUGH: Final = 0.17
_MISSPELT: Final = 85
"""From which likeness a word is another one misspelt, in per cent."""

_SHORTEST_MISSPELT: Final = 6
_SHORTEST_BEGINNING: Final = 4
_WORDS: Final = re.compile(r"\w+")
_UNPARTED: Final = "々\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_RUNS: Final = re.compile(f"[{_UNPARTED}]+|[^{_UNPARTED}]+")
"""What of a word is written in kana, hanzi or hangul, and what is not: "Python経験"."""

_PAIR: Final = re.compile(f"[{_UNPARTED}]{{2}}")
_HANGUL: Final = re.compile("[\uac00-\ud7af]")


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


def matching_stories(view: StoriesView, catalogue: Catalogue, question: str, limit: int) -> tuple[Match, ...]:
    """The stories of a sheet that answer a question well enough, the best first.

    Args:
        view: the sheet.
        catalogue: the words of its language.
        question: what is asked, in any words of the sheet's language.
        limit: how many there may be at the most.
    """
    question = question[:_LONGEST]
    speech = _Speech(catalogue)
    told = [_Told(story, speech) for story in view.stories]
    rarities = _rarities(told)
    asked = _Asked(question, speech, rarities)
    matches = sorted((story.match(asked) for story in told), key=lambda match: -match.score)
    return tuple(match for match in matches[:limit] if match.score >= _GOOD_ENOUGH)


class _Speech:
    """The language of a sheet: its stems, its synonyms, and all words that were read so far."""

    def __init__(self, catalogue: Catalogue) -> None:
        name = _stemmer_name(catalogue)
        self._language = catalogue.tag
        self._stem = stemmer(name).stemWord if name in algorithms() else str
        self._stop_words = catalogue.stop_words.union(*map(_words, catalogue.stop_words))
        self._asked_as = {kind.title: kind.asked_as for kind in catalogue.stories.values()}
        self._words: dict[str, str] = {}
        groups = [frozenset(self.stems(group)) for group in catalogue.synonyms]
        self._synonyms: dict[str, frozenset[str]] = {}
        for group in groups:
            self._synonyms |= {stem: self.synonyms(stem) | group for stem in group}

    def stems(self, *texts: object) -> tuple[str, ...]:
        """The stems of the telling words of some texts, each once."""
        words = _words(self.folded(" ".join(map(str, texts))))
        return tuple(dict.fromkeys(self._known(word) for word in words if self._tells(word)))

    def _tells(self, word: str) -> bool:
        """Whether a word tells something; a pair does not where one of its characters is a word that does not."""
        if word in self._stop_words:
            return False
        return not (_PAIR.fullmatch(word) and not _HANGUL.search(word) and self._stop_words.intersection(word))

    def folded(self, text: str) -> str:
        """A text as it is compared, without regard to case."""
        return folded(text, self._language)

    def asked_as(self, kind: str) -> str:
        """Words that questions for a kind of story have, beside its title."""
        return self._asked_as.get(kind, "")

    def _known(self, word: str) -> str:
        return self._words.get(word) or self._words.setdefault(word, self._stem(word))

    def synonyms(self, stem: str) -> frozenset[str]:
        """The stems of words for the same thing."""
        return self._synonyms.get(stem, frozenset())

    def spelt(self, text: str) -> str:
        """A text with its misspelt words as they were read before."""
        return _WORDS.sub(lambda found: self._spelt(found[0]), self.folded(text))

    def _spelt(self, word: str) -> str:
        if word in self._words or word in self._stop_words or len(word) < _SHORTEST_MISSPELT:
            return word
        stems = (known for known in self._words if len(known) >= _SHORTEST_BEGINNING and word.startswith(known))
        if beginning := max(stems, key=len, default=""):
            return beginning  # "proudest" is "proud" to no stemmer
        found = process.extractOne(word, self._words.keys(), scorer=fuzz.ratio, score_cutoff=_MISSPELT)
        return str(found[0]) if found else word


def _words(text: str) -> list[str]:
    """The words of a text; every two characters of a script that does not part them."""
    words = _WORDS.findall(text)
    if text.isascii() or not re.search(f"[{_UNPARTED}]", text):
        return words
    return [part for word in words for run in _RUNS.findall(word) for part in _parts(run)]


def _parts(run: str) -> list[str]:
    if len(run) == 1 or not re.match(f"[{_UNPARTED}]", run):
        return [run]
    return [run[start : start + 2] for start in range(len(run) - 1)]


def _stemmer_name(catalogue: Catalogue) -> str:
    """What stemmers call a language: its English name. Norwegian has two written forms, and one stemmer."""
    return (catalogue.locale.get_language_name("en") or "").partition(" ")[0].lower()


class _Asked:
    """A question: its stems, and how much each matters."""

    def __init__(self, question: str, speech: _Speech, rarities: Mapping[str, float]) -> None:
        self._question = speech.folded(question)
        self._speech = speech
        self.stems = speech.stems(speech.spelt(question))
        self._rarest = max(rarities.values(), default=1.0)
        self.rarities = rarities

    def rarity(self, stem: str) -> float:
        """How much a stem matters."""
        unknown = _UNKNOWN_PAIR if _PAIR.fullmatch(stem) else _UNKNOWN
        return self.rarities.get(stem, unknown * self._rarest)

    def share(self, weights: Mapping[str, float]) -> float:
        """How much of what is asked for there is among weighed stems, from 0 to 1."""
        whole = sum(map(self.rarity, self.stems))
        found = sum(self.rarity(stem) * self._weight(stem, weights) for stem in self.stems)
        return found / whole if whole else 0.0

    def _weight(self, stem: str, weights: Mapping[str, float]) -> float:
        alike = (weights[synonym] for synonym in self._speech.synonyms(stem) & weights.keys())
        return max(weights.get(stem, 0.0), _SYNONYM * max(alike, default=0.0))

    def likeness(self, prompt: str, stems: Sequence[str]) -> float:
        """How much of a prompt and of the question is in both, from 0 to 1 (Dice); 1 if they are the same."""
        if fuzz.ratio(self._question, self._speech.folded(prompt), score_cutoff=_SAME_QUESTION):
            return 1.0
        shared = sum(2 * self.rarity(stem) for stem in self.stems if stem in stems)
        whole = sum(map(self.rarity, (*self.stems, *stems)))
        return shared / whole if whole else 0.0


class _Told:
    """A story, with what it can be found by."""

    def __init__(self, story: Story, speech: _Speech) -> None:
        self._story = story
        self._prompts = [(str(prompt), speech.stems(prompt)) for prompt in story.prompts]
        places = {
            "told": speech.stems(*(part.value for part in story.parts), *story.lessons, *story.cues),
            "employer": speech.stems(story.employer),
            "kind": speech.stems(story.kind, speech.asked_as(story.kind)),
            "title": speech.stems(story.title),
            "prompts": speech.stems(*story.prompts),
        }
        self.weights = {stem: weight for place, weight in _WEIGHTS.items() for stem in places[place]}

    def match(self, asked: _Asked) -> Match:
        """How well the story answers a question."""
        ranked = ((asked.likeness(text, stems), text) for text, stems in self._prompts)
        likeness, prompt = max(ranked, key=lambda pair: pair[0], default=(0.0, ""))
        score = 1.0 if likeness == 1 else (1 - _WORDING) * asked.share(self.weights) + _WORDING * likeness
        return Match(self._story, prompt, round(score, 3))


def _rarities(stories: Sequence[_Told]) -> dict[str, float]:
    """The inverse document frequency of every stem."""
    counts = Counter(stem for story in stories for stem in story.weights)
    return {stem: log(1 + len(stories) / count) for stem, count in counts.items()}
