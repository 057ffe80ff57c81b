"""How well one speaks a language or knows a field, in the language of the page."""

from __future__ import annotations

from typing import Any

import pytest
from outputs import view_of

KNOWN = [
    ("Native speaker", "de", "Muttersprache"),
    ("native", "de", "Muttersprache"),
    (" Fluent ", "de", "Fließend"),
    ("Professional working proficiency", "zh", "专业工作水平"),
    ("Full professional proficiency", "ja", "専門業務に支障なし"),
    ("Limited working proficiency", "ko", "제한적 업무 구사 능력"),
    ("Elementary", "ar", "مستوى أولي"),
    ("Intermediate", "he", "ברמה בינונית"),
    ("Beginner", "fa", "مبتدی"),
    ("Advanced (C1)", "de", "Fortgeschritten (C1)"),
    ("Native or bilingual proficiency", "zh-TW", "母語或雙語程度"),
]
AS_WRITTEN = [
    ("B2", "de"),
    ("C1+", "ar"),
    ("Advanced (self-assessed)", "de"),
    ("I get by", "de"),
    ("", "de"),
    ("native", "en"),
    ("Native speaker", "en-GB"),
]


def levels(text: str, language: str, **more: Any) -> list[str]:
    """What is shown of a level of a language and of a skill."""
    data = {"languages": [{"id": "a", "language": "A", "fluency": text}], "skills": [{"name": "B", "level": text}]}
    view = view_of({**data, **more}, language)
    return [entry.note.plain for section in view.sections for entry in section.entries]


@pytest.mark.parametrize(("text", "language", "shown"), KNOWN)
def test_known_levels_are_in_the_language_of_the_page(text: str, language: str, shown: str) -> None:
    assert levels(text, language) == [shown, shown]


@pytest.mark.parametrize(("text", "language"), AS_WRITTEN)
def test_others_are_as_they_were_written(text: str, language: str) -> None:
    assert levels(text, language) == [text, text]


def test_the_profiles_own_words_are_known_too() -> None:
    assert levels("Muttersprache", "en", meta={"language": "de"}) == ["Native speaker", "Native speaker"]


def test_what_a_translation_says_stays() -> None:
    translations = {"de": {"entries": {"a": {"fluency": "Fluent"}}}}
    assert levels("Native speaker", "de", translations=translations) == ["Muttersprache", "Fluent"]
