"""cvpress stories."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

import click

from cvpress.cli.findings import print_findings
from cvpress.cli.listing import bold, format_option, lines, say, say_json
from cvpress.cli.terminal import note
from cvpress.pipeline.rendering import open_profile
from cvpress.policy.config import read_settings
from cvpress.views.build import build_view
from cvpress.views.request import Request
from cvpress.views.stories.view import StoriesView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.views.stories.search import Match
    from cvpress.views.stories.view import Story

__all__ = ["stories"]

_NONE_FOUND: Final = 1


@click.command()
@click.argument("profile", type=click.Path(allow_dash=True))
@click.option("--for", "question", metavar="QUESTION", default="", help="What is asked: a conflict with a colleague.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="How many stories to show for a question at the most.",
)
@format_option
@click.option("--config", metavar="FILE", default="", help="Settings file.  [default: the nearest cvpress.toml]")
@click.option("--isolated", is_flag=True, help="Read no settings file.")
def stories(profile: str, *, question: str, limit: int, format_name: str, **reading: Any) -> None:
    """Find the stories that answer a question in an interview, or list them all.

    PROFILE is a JSON, YAML or TOML file, or - for standard input. What is shown stays in your
    terminal, so private stories are among it. The exit code is 1 if none answers the question.
    """
    view = _view(profile, **reading)
    if not question.strip():
        if format_name == "json":
            say_json([_data(story) for story in view.stories])
        else:
            say(_listing(view))
        return
    matches = _matches(view, question, limit)
    if format_name == "json":
        say_json([{**_data(match.story), "match": _reason(match)} for match in matches])
    elif matches:
        say("\n\n".join(_found(match, view.page.words) for match in matches))
    if not matches:
        note(f"none of the {len(view.stories)} stories answers “{question.strip()}”")
        sys.exit(_NONE_FOUND)


def _view(profile: str, *, config: str, isolated: bool) -> StoriesView:
    opened = open_profile(profile, settings=read_settings(".", config=config, isolated=isolated))
    print_findings(opened.diagnostics)
    view = build_view(opened.profile, Request(document="stories", with_private=True))
    assert isinstance(view, StoriesView)  # noqa: S101  # as the request says
    return view


def _matches(view: StoriesView, question: str, limit: int) -> tuple[Match, ...]:
    from cvpress.views.locales import nearest_catalogue
    from cvpress.views.stories.search import matching_stories

    return matching_stories(view, nearest_catalogue(view.page.language), question, limit)


def _listing(view: StoriesView) -> str:
    """All stories by kind, each with the questions that it answers."""
    blocks = []
    for group in view.groups:
        block = [bold(line) for line in lines(group.title)]
        for story in group.stories:
            block += lines(_heading(story), f"{story.number:>3}  ", " " * 5)
            block += [line for prompt in story.prompts for line in lines(str(prompt), " " * 7, " " * 7)]
        blocks.append("\n".join(block))
    return "\n\n".join(blocks)


def _found(match: Match, words: Mapping[str, str]) -> str:
    """A story in short, under its title."""
    story, told = match.story, _told(match.story, words)
    head = [bold(line) for line in lines(str(story.title), f"{story.number:>3}  ", " " * 5)]
    about = " · ".join(filter(None, (story.kind, str(story.employer), match.prompt)))
    width = max(map(len, told), default=0) + 2
    parts = (lines(text, f"     {label:<{width}}", " " * (5 + width)) for label, text in told.items())
    return "\n".join((*head, *lines(about, " " * 5, " " * 5), *chain.from_iterable(parts)))


def _heading(story: Story) -> str:
    return f"{story.title} ({story.employer})" if story.employer else str(story.title)


def _told(story: Story, words: Mapping[str, str]) -> dict[str, str]:
    """What there is of a story, by its labels."""
    told = {
        words["cues"]: " → ".join(map(str, story.cues)),
        **{part.label: str(part.value) for part in story.parts},
        words["lessons"]: " ".join(map(str, story.lessons)),
    }
    return {label: text for label, text in told.items() if text}


def _data(story: Story) -> dict[str, Any]:
    return {
        "number": story.number,
        "id": story.id,
        "title": str(story.title),
        "kind": story.kind,
        "employer": str(story.employer),
        "prompts": [str(prompt) for prompt in story.prompts],
        "parts": [{"label": part.label, "text": str(part.value)} for part in story.parts],
        "cues": [str(cue) for cue in story.cues],
        "lessons": [str(lesson) for lesson in story.lessons],
        "links": [{"label": link.label, "url": link.url} for link in story.links],
    }


def _reason(match: Match) -> dict[str, Any]:
    return {"prompt": match.prompt, "score": match.score}
