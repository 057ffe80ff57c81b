"""Which language a text is in, told by its letters and by the small words that no text does without."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["is_language", "other_language"]

_SMALL_WORDS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to in for with on by from at as an is was were that this",
        "de": "der die das und in zu den von mit für auf des im dem ein eine bei als zur zum durch",
        "fr": "le la les de des du et en un une pour dans sur avec par au aux est que à",
        "es": "el la los las de del y en un una para con por al se que como su",
        "it": "il lo la gli le di del della dei delle e in un una per con da al nel che",
        "pt": "o os as de do da dos das e em um uma para com por no na ao que",
        "nl": "de het een en van in op voor met te bij aan door naar als der",
        "pl": "i w z na do oraz dla od po przez za się jest pod przy ze",
        "sv": "och i att av för på med en ett som till den det vid inom",
        "da": "og i at af for på med en et som til den det ved inden",
        "cs": "a v na z pro s do od po o při ve k se za jako",
        "fi": "ja on ei sekä että oli kun tai myös joka mutta kuin",
        "ro": "și în de la pe cu din pentru un o ale al a prin",
        "hu": "a az és egy is hogy nem volt meg el között mint",
        "tr": "ve bir bu için ile olarak da de olan en sonra",
    }.items()
}
_SCRIPTS: Final[Mapping[str, tuple[re.Pattern[str], frozenset[str]]]] = {
    name: (re.compile(letters), frozenset(languages.split()))
    for name, (letters, languages) in {
        "Cyrillic": ("[\u0400-\u04ff]", "ru uk bg sr mk be kk ky mn tg uz ab ba cv os tt bs sh"),
        "Greek": ("[\u0370-\u03ff]", "el grc"),
        "Arabic": ("[\u0600-\u06ff]", "ar fa ur ps ckb ku sd ug arz ary"),
        "Hebrew": ("[\u0590-\u05ff]", "he yi iw"),
        "Japanese": ("[\u3040-\u30ff]", "ja"),
        "Chinese": ("[\u4e00-\u9fff]", "zh yue ja cmn nan"),
        "Korean": ("[\uac00-\ud7af]", "ko"),
        "Thai": ("[\u0e00-\u0e7f]", "th"),
        "Devanagari": ("[\u0900-\u097f]", "hi mr ne sa"),
        "Latin": ("[A-Za-z\u00c0-\u024f]", "sr mn uz kk bs sh ku ckb az"),
    }.items()
}
_NAMED_SCRIPT: Final = re.compile("-[a-z]{4}(?:-|$)", re.IGNORECASE)
_ENOUGH_WORDS: Final = 60
_ENOUGH_LETTERS: Final = 100
_MANY: Final = 0.12
"""Every eighth word is one of the twenty; in running text every fourth is, in a CV's key words fewer."""
_HARDLY_ANY: Final = 0.25
"""Of the other language's share: languages have a few small words in common."""


def is_language(tag: str) -> bool:
    """Whether the language of a tag is one; of three letters all are taken to be (ISO 639-3 has 7,900)."""
    code = tag.lower().partition("-")[0]
    return len(code) != 2 or code in _known_codes()


def other_language(text: str, tag: str) -> str:
    """What a text is in, if not in the language of a tag: another tag, or the name of its letters; or empty."""
    language = tag.lower().partition("-")[0]
    return _other_script(text, language, tag) or _other_words(text, language)


def _other_script(text: str, language: str, tag: str) -> str:
    counts = {name: len(letters.findall(text)) for name, (letters, _) in _SCRIPTS.items()}
    name = max(counts, key=lambda each: counts[each])
    if counts[name] < _ENOUGH_LETTERS or counts[name] < 0.7 * sum(counts.values()):
        return ""
    wrong = (
        "-latn" not in tag.lower()
        and "-cyrl" not in tag.lower()
        and any(language in own for _, own in _SCRIPTS.values())
        if name == "Latin"
        else language not in _SCRIPTS[name][1] and "-" + name[:4].lower() not in tag.lower()
    )
    return name if wrong else ""


def _other_words(text: str, language: str) -> str:
    words = re.findall(r"[^\W\d_]+", text.lower())
    if language not in _SMALL_WORDS or len(words) < _ENOUGH_WORDS:
        return ""
    counts = Counter(words)
    shares = {each: sum(counts[word] for word in small) / len(words) for each, small in _SMALL_WORDS.items()}
    likely = max(shares, key=lambda each: shares[each])
    return likely if shares[likely] >= _MANY and shares[language] <= _HARDLY_ANY * shares[likely] else ""


@cache
def _known_codes() -> frozenset[str]:
    from babel import Locale

    return frozenset(str(code) for code in Locale("en").languages)
