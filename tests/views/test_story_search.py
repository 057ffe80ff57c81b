from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from outputs import ROOT
from story_questions import ANSWERED, FRESH, UNANSWERED

from cvpress.model.profile import Profile
from cvpress.pipeline.rendering import open_profile
from cvpress.views.build import build_view
from cvpress.views.locales import nearest_catalogue
from cvpress.views.request import Request
from cvpress.views.stories.search import Match, matching_stories
from cvpress.views.stories.view import StoriesView

SHEET = Request(document="stories", with_private=True)


def sheet_of(profile: Profile) -> StoriesView:
    view = build_view(profile, SHEET)
    assert isinstance(view, StoriesView)
    return view


def matching(view: StoriesView, question: str, limit: int) -> tuple[Match, ...]:
    return matching_stories(view, nearest_catalogue(view.page.language), question, limit)


@cache
def example() -> StoriesView:
    """The stories that the questions are about."""
    return sheet_of(open_profile(ROOT / "profiles/data-scientist/profile.yaml").profile)


def found(question: str, limit: int = 3) -> list[str]:
    """The stories that are found, by their ids."""
    return [match.story.id.removeprefix("story-") for match in matching(example(), question, limit)]


@cache
def shares(which: str) -> tuple[float, float]:
    """How many of the questions have a fitting story first, and among the first three."""
    questions = {"answered": ANSWERED, "fresh": FRESH}[which]
    answers = {question: found(question) for question in questions}
    first = sum(bool(ids) and ids[0] in questions[question] for question, ids in answers.items())
    three = sum(bool(questions[question] & set(ids)) for question, ids in answers.items())
    return first / len(questions), three / len(questions)


def test_the_questions_are_about_stories_that_there_are() -> None:
    ids = {story.id.removeprefix("story-") for story in example().stories}
    assert ids == set().union(*ANSWERED.values()), "each is the answer to something"
    assert set().union(*FRESH.values()) <= ids
    prompts = {prompt.plain for story in example().stories for prompt in story.prompts}
    assert not prompts & {*ANSWERED, *FRESH}


# Measured: 84 and 96 % of the questions that the words were chosen by, 58 and 79 % of fresh ones.
@pytest.mark.parametrize(("which", "first", "three"), [("answered", 0.80, 0.93), ("fresh", 0.5, 0.75)])
def test_how_often_a_fitting_story_is_found(which: str, first: float, three: float) -> None:
    assert shares(which) >= (first, three)
    assert shares(which)[1] >= three


def test_how_often_nothing_is_found_for_what_nothing_answers() -> None:
    assert sum(not found(question) for question in UNANSWERED) / len(UNANSWERED) >= 0.75


@pytest.mark.parametrize("story", example().stories, ids=lambda story: story.id)
def test_a_storys_own_prompts_find_it_first(story: Any) -> None:
    for prompt in story.prompts:
        (match,) = matching(example(), prompt.plain, 1)
        assert match.prompt == prompt.plain
        assert match.score > 0.8


def test_the_best_comes_first_and_no_more_than_wanted() -> None:
    matches = matching(example(), "a conflict with a colleague", 20)
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert len(matches) > 3
    assert matching(example(), "a conflict with a colleague", 2) == matches[:2]


@pytest.mark.parametrize("question", ["", "?", "the of and", "x" * 100_000, "conflict " * 50_000, "\0", "’’’"])
def test_odd_questions(question: str) -> None:
    assert all(isinstance(match, Match) for match in matching(example(), question, 3))


LANGUAGES = {
    "de": ("Erzählen Sie von einem schwierigen Kollegen.", "Was war Ihr Konflikt mit Kolleginnen?"),
    "fr": ("Parlez d’un conflit avec un collègue.", "Avez-vous connu des conflits entre collègues ?"),
    "pl": ("Trudny projekt w laboratorium", "projekty w laboratoriach"),
    "nb": ("Fortell om en vanskelig kollega.", "vanskelige kollegaer"),
    "ja": ("困難", "困難"),
}


@pytest.mark.parametrize(("language", "prompt", "question"), [(key, *texts) for key, texts in LANGUAGES.items()])
def test_other_languages(language: str, prompt: str, question: str) -> None:
    stories = [{"id": "right", "prompts": [prompt]}, {"id": "wrong", "prompts": ["Xyzzy plugh?"]}]
    view = sheet_of(Profile.model_validate({"stories": stories, "meta": {"language": language}}))
    assert [match.story.id for match in matching(view, question, 2)] == ["right"]


IN_OTHER_WORDS = {
    "fr": {
        "Comment gérez-vous un différend avec votre responsable ?": "conflict",
        "Quelles sont vos prétentions salariales ?": "salary",
        "Pourquoi quittez-vous votre poste ?": "leaving",
        "Parlez-moi d’un obstacle que vous avez surmonté.": "challenge",
        "Quel est votre plus grand défaut ?": "weakness",
    },
    "es": {
        "¿Ha tenido alguna vez una discusión con su jefe?": "conflict",
        "¿Cuánto le gustaría ganar?": "salary",
        "¿Por qué quiere cambiar de empresa?": "leaving",
        "Hábleme de un problema difícil.": "challenge",
        "¿Cuál es su mayor defecto?": "weakness",
    },
    "uk": {
        "Чи були у вас конфлікти з начальником?": "conflict",
        "Які ваші зарплатні очікування?": "salary",
        "Чому ви залишаєте теперішню роботу?": "leaving",
        "Розкажіть про складну проблему.": "challenge",
        "Які ваші недоліки?": "weakness",
    },
    "tr": {
        "Müdürünüzle bir tartışma yaşadınız mı?": "conflict",
        "Maaş beklentiniz nedir?": "salary",
        "İŞTEN NEDEN AYRILDINIZ?": "leaving",
        "Karmaşık bir sorun anlatın": "challenge",
        "Zayıf yönleriniz nelerdir?": "weakness",
    },
}
KINDS = {
    "conflict": "conflict",
    "salary": "salary",
    "leaving": "reason for leaving",
    "challenge": "challenge",
    "weakness": "weakness",
}


@pytest.mark.parametrize("language", IN_OTHER_WORDS)
def test_a_question_in_other_words_finds_the_kind(language: str) -> None:
    stories = [{"id": name, "title": "Radium", "kind": kind} for name, kind in KINDS.items()]
    view = sheet_of(Profile.model_validate({"stories": stories, "meta": {"language": language}}))
    found = {
        question: [match.story.id.removeprefix("story-") for match in matching(view, question, 1)]
        for question in IN_OTHER_WORDS[language]
    }
    assert found == {question: [name] for question, name in IN_OTHER_WORDS[language].items()}


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("İŞTEN AYRILMA NEDENİ", "Ayrılma nedeni"),
        ("Introduction", "Kendini tanıtma"),
        ("iş ilanı", "İş ilanı"),
        ("ısı", "Isı"),
    ],
)
def test_turkish_has_two_letters_i(kind: str, shown: str) -> None:
    view = sheet_of(Profile.model_validate({"stories": [{"title": "A", "kind": kind}], "meta": {"language": "tr"}}))
    assert [story.kind for story in view.stories] == [shown]


def test_a_story_without_prompts_is_found_by_what_it_tells() -> None:
    view = sheet_of(Profile.model_validate({"stories": [{"title": "Radium", "action": "Stirred pitchblende."}]}))
    (match,) = matching(view, "pitchblende", 3)
    assert (match.story.title.plain, match.prompt) == ("Radium", "")
