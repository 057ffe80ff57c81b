"""cvpress stories."""

from __future__ import annotations

import json
import sys
from itertools import chain
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

import click

from cvpress.cli.terminal import has_color, note, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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

    PROFILE is a JSON, YAML or TOML file, or - for standard input. What is shown stays in your
    terminal, so private stories are among it. The exit code is 1 if none answers the question.
    """
    view = _view(profile)
    if not question.strip():
        _print(_as_json(map(_data, view.stories)) if format_name == "json" else _listing(view))
        return
    from cvpress.views.story_search import matching_stories

    matches = matching_stories(view, question, limit)
    if format_name == "json":
        _print(_as_json({**_data(match.story), "match": _reason(match)} for match in matches))
    elif matches:
        _print("\n\n".join(_found(match, view.page.words) for match in matches))
    if not matches:
        note(f"none of the {len(view.stories)} stories answers “{question.strip()}”")
        sys.exit(_NONE_FOUND)


def _print(text: str) -> None:
    click.echo(text, color=has_color(sys.stdout))


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


def _found(match: Match, words: Mapping[str, str]) -> str:
    """A story in short, under its title."""
    story, told = match.story, _told(match.story, words)
    head = [_bold(line) for line in _lines(str(story.title), f"{story.number:>3}  ", " " * 5)]
    about = " · ".join(filter(None, (story.kind, str(story.employer), match.prompt)))
    width = max(map(len, told), default=0) + 2
    lines = (_lines(text, f"     {label:<{width}}", " " * (5 + width)) for label, text in told.items())
    return "\n".join((*head, *_lines(about, " " * 5, " " * 5), *chain.from_iterable(lines)))


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
        "links": [{"label": link.label, "url": link.url} for link in story.links],
    }


def _reason(match: Match) -> dict[str, Any]:
    return {"prompt": match.prompt, "score": match.score}


def _as_json(data: Iterable[dict[str, Any]]) -> str:
    return json.dumps(list(data), indent=2, ensure_ascii=False)
