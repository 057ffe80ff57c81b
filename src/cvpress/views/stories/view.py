"""The view of a story sheet: what a person tells in an interview, found by question and by employer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from cvpress.errors import UsageError
from cvpress.model.walking import entries_in, sections_of
from cvpress.views.casing import capitalized, folded
from cvpress.views.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.model.base import Entry
    from cvpress.model.profile import Profile
    from cvpress.model.stories import Story as ModelStory
    from cvpress.views.context import Context
    from cvpress.views.frame import Frame
    from cvpress.views.locales import Catalogue
    from cvpress.views.markup import Text
    from cvpress.views.view import Fact, Link

__all__ = [
    "NAMES",
    "EmployerStories",
    "StoriesView",
    "Story",
    "StoryGroup",
    "has_stories",
    "is_told",
    "stories_view",
]


NAMES: Final = ("name", "organization", "institution", "title", "course", "position", "area", "language", "network")
"""Fields that say what an entry is called, the most telling first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story.

    Attributes:
        number: its place in the sheet, from 1, which the indexes refer to.
        id: what the profile calls it, or "".
        kind: the title of its kind.
        employer: where it took place: an employer, a school, a project; empty if nobody says.
        cues: key words to tell it by.
        parts: situation, task, action, result, reflection, each with its label.
    """

    number: int
    id: str
    title: Text
    kind: str
    employer: Text
    prompts: tuple[Text, ...]
    parts: tuple[Fact, ...]
    cues: tuple[Text, ...]
    lessons: tuple[Text, ...]
    links: tuple[Link, ...]

    @property
    def anchor(self) -> str:
        """Its id in the page."""
        return f"story-{self.number}"


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """The stories of a kind."""

    title: str
    id: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class EmployerStories:
    """The stories from one place."""

    name: Text
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView(View):
    """A story sheet.

    Attributes:
        is_private: whether it holds anything that is for the person alone.
        groups: all stories, by kind in the order in which people are asked.
        employers: the same stories by where they took place, in the order of the profile.
    """

    document: ClassVar[str] = "stories"
    closes_up: ClassVar[bool] = True

    is_private: bool
    groups: tuple[StoryGroup, ...]
    employers: tuple[EmployerStories, ...]

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories in their order."""
        return tuple(story for group in self.groups for story in group.stories)


def has_stories(profile: Profile, *, with_private: bool) -> bool:
    """Whether a sheet would have a story.

    Args:
        profile: a whole profile.
        with_private: whether what is private is shown.
    """
    return any(is_told(story) and (with_private or story.visibility == "public") for story in profile.stories)


def stories_view(profile: Profile, frame: Frame) -> StoriesView:
    """The story sheet of what is left of a profile: nothing private, unless it is asked for.

    Raises:
        UsageError: there is no story, or none that may be shown.
    """
    told = [story for story in profile.stories if is_told(story)]
    if not told:
        raise _nothing_to_tell(frame.withheld_stories)
    page = frame.page
    groups = _groups(told, _places(profile), frame.context)
    return StoriesView(
        page=page,
        person=frame.person,
        title=frame.person.title(page.words["interview_stories"]),
        is_private=frame.request.keeps_private,
        groups=groups,
        employers=_employers(groups, _places(profile), frame.context),
    )


def _nothing_to_tell(withheld: int) -> UsageError:
    if not withheld:
        return UsageError("the profile has no stories", "write some under `stories`")
    what = "the only story is" if withheld == 1 else f"all {withheld} stories are"
    return UsageError(f"{what} private", "add --private: the sheet is for your eyes")


def is_told(story: ModelStory) -> bool:
    """Whether a story says anything."""
    texts = (story.situation, story.task, story.action, story.result, story.reflection)
    return any(text.strip() for text in (story.title, *texts, *story.cues, *story.lessons, *story.prompts))


def _groups(stories: list[ModelStory], places: Mapping[str, str], context: Context) -> tuple[StoryGroup, ...]:
    order = tuple(context.catalogue.stories)

    def rank(story: ModelStory) -> tuple[int, bool, str]:
        known = _known_kind(story.kind, context.catalogue)
        own = "" if known else _spelt(story.kind, context.catalogue.tag)
        return order.index(known) if known else len(order), not own, own

    ordered = sorted(stories, key=rank)
    numbers = {id(story): number for number, story in enumerate(ordered, start=1)}
    made = (
        tuple(_story(story, numbers[id(story)], places, context) for story in group)
        for _, group in groupby(ordered, key=rank)
    )
    return tuple(StoryGroup(group[0].kind, f"kind-{number}", group) for number, group in enumerate(made, start=1))


def _story(story: ModelStory, number: int, places: Mapping[str, str], context: Context) -> Story:
    known = _known_kind(story.kind, context.catalogue)
    kind = context.catalogue.stories[known] if known else None
    own = context.text(story.kind).plain or context.catalogue.words["other_stories"]
    return Story(
        number=number,
        id=story.id,
        title=context.text(story.title or next(iter(story.prompts), "")),
        kind=kind.title if kind else capitalized(own, context.catalogue.tag),
        employer=context.text(places.get(story.entry, "")),
        prompts=context.texts(story.prompts),
        parts=context.facts(
            situation=story.situation,
            task=story.task,
            action=story.action,
            result=story.result,
            reflection=story.reflection,
        ),
        cues=context.texts(story.cues),
        lessons=context.texts(story.lessons),
        links=context.links(story.links),
    )


def _known_kind(kind: str, catalogue: Catalogue) -> str:
    """The name that the format has for a kind of story; empty if it is the user's own."""
    wanted = _spelt(kind, catalogue.tag)
    for name, known in catalogue.stories.items():
        if _spelt(kind, "en") == name or wanted in {_spelt(known.title, catalogue.tag), *known.names}:
            return name
    return ""


def _spelt(text: str, language: str) -> str:
    """A text as it is compared: without regard to case and white space."""
    return " ".join(folded(text, language).split())


def _employers(
    groups: tuple[StoryGroup, ...], places: Mapping[str, str], context: Context
) -> tuple[EmployerStories, ...]:
    stories = [story for group in groups for story in group.stories]
    names = [context.text(place) for place in dict.fromkeys(places.values())]
    found = (EmployerStories(name, tuple(story for story in stories if story.employer == name)) for name in names)
    return tuple(employer for employer in found if employer.stories)


def _places(profile: Profile) -> dict[str, str]:
    """Where each entry with an id took place: what its outermost entry is called."""
    entries = [entry for _, entries in sections_of(profile) for entry in entries]
    return {part.id: _name(entry) for entry in entries for part in entries_in(entry) if part.id and _name(entry)}


def _name(entry: Entry) -> str:
    """What an entry is called, by the first key of its section that says it."""
    return next((text for key in NAMES if (text := getattr(entry, key, ""))), "")
