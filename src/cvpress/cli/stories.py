"""cvpress stories."""

from __future__ import annotations

import json
import sys
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

import click

from cvpress.cli.terminal import has_color, note, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.views.stories import StoriesView, Story
    from cvpress.views.story_search import Match

__all__ = ["stories"]

_WIDTH: Final = 80
_NARROWEST: Final = 40
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
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the stories are written.",
)
def stories(profile: str, question: str, limit: int, format_name: str) -> None:
    """Find the stories that answer a question in an interview, or list them all.

    They are shown in this terminal only, so private ones are among them. The exit code is 1
    where no story answers the question.
    """
    view = _view(profile)
    if not question.strip():
        click.echo(_as_json([_data(story) for story in view.stories]) if format_name == "json" else _listing(view))
        return
    from cvpress.views.story_search import matching_stories

    matches = matching_stories(view, question, limit)
    if format_name == "json":
        click.echo(_as_json([{**_data(match.story), "match": _reason(match)} for match in matches]))
    elif matches:
        click.echo("\n\n".join(map(_found, matches)))
    if not matches:
        note(f"none of the {len(view.stories)} stories answers “{question.strip()}”")
        sys.exit(_NONE_FOUND)


def _view(profile: str) -> StoriesView:
    from cvpress.pipeline.rendering import open_profile
    from cvpress.policy.config import read_settings
    from cvpress.views.build import build_view
    from cvpress.views.request import Request
    from cvpress.views.stories import StoriesView

    opened = open_profile(profile, settings=read_settings("."))
    view = build_view(opened.profile, Request(document="stories", with_private=True))
    assert isinstance(view, StoriesView)  # noqa: S101  # as the request says
    return view


def _listing(view: StoriesView) -> str:
    """All stories by kind, each with the questions that it answers."""
    blocks = []
    for group in view.groups:
        lines = [_bold(_visible(group.title))]
        for story in group.stories:
            lines += _lines(_heading(story), f"{story.number:>3}  ", " " * 5)
            lines += [line for prompt in story.prompts for line in _lines(str(prompt), " " * 7, " " * 7)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _found(match: Match) -> str:
    """A story in short, under its title."""
    story = match.story
    head = [_bold(line) for line in _lines(str(story.title), f"{story.number:>3}  ", " " * 5)]
    about = " · ".join(filter(None, (story.kind, str(story.employer), match.prompt)))
    width = max((len(label) for label, _ in _told(story)), default=0) + 2
    told = (
        line
        for label, text in _told(story)
        for line in _lines(text, f"     {label:<{width}}", " " * (5 + width))
    )
    return "\n".join((*head, *_lines(about, " " * 5, " " * 5), *told))


def _heading(story: Story) -> str:
    return f"{story.title} ({story.employer})" if story.employer else str(story.title)


def _told(story: Story) -> Iterator[tuple[str, str]]:
    """The parts of a story with their labels; only the first of several lessons has none before it."""
    for part in story.parts:
        yield part.label, str(part.value)
    for lesson in story.lessons:
        yield "→", str(lesson)


def _lines(text: str, first: str, rest: str) -> list[str]:
    width = max(_NARROWEST, min(_WIDTH, width_of(sys.stdout) or _WIDTH))
    return wrap(_visible(text), width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _visible(text: str) -> str:
    from cvpress.reporters.style import visible

    return visible(text)


def _bold(text: str) -> str:
    return click.style(text, bold=True) if has_color(sys.stdout) else text


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
    }


def _reason(match: Match) -> dict[str, Any]:
    return {"prompt": match.prompt, "score": match.score}


def _as_json(data: Sequence[Any]) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False)
