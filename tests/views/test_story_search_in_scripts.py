"""Stories are found in languages that do not part words by blanks, or hang endings on them."""

from __future__ import annotations

import pytest
from outputs import ROOT

import cvpress
from cvpress.model.profile import Profile
from cvpress.views.build import build_view
from cvpress.views.locales import nearest_catalogue
from cvpress.views.request import Request
from cvpress.views.stories.search import matching_stories
from cvpress.views.stories.view import StoriesView

DATA = cvpress.load(ROOT / "tests" / "languages" / "stories.yaml").data


@pytest.mark.parametrize(("language", "question", "wanted"), DATA["questions"])
def test_the_story_that_answers_is_first(language: str, question: str, wanted: str) -> None:
    data = {"meta": {"language": language}, "basics": {"name": "A"}, "stories": DATA["told"][language]}
    view = build_view(Profile.model_validate(data), Request(document="stories", with_private=True))
    assert isinstance(view, StoriesView)
    matches = matching_stories(view, nearest_catalogue(language), question, 3)
    assert [match.story.id for match in matches][:1] == ([wanted] if wanted else [])
