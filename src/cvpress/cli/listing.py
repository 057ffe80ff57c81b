"""What commands that list something share: lines of a terminal's width, JSON, the option between the two."""

from __future__ import annotations

import json
import sys
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

import click

from cvpress.cli.terminal import has_color, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["bold", "format_option", "lines", "say", "say_json"]

_WIDTH: Final = 80
_NARROWEST: Final = 40


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --format, as `format_name`: "text" or "json"."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="How the list is written.",
    )(command)


def lines(text: str, first: str = "", rest: str = "") -> list[str]:
    """A text of a profile on lines that the terminal has room for, with no character that could deceive.

    Args:
        text: it may hold anything.
        first: what the first line begins with.
        rest: what the others begin with.
    """
    from cvpress.reporters.style import visible

    width = max(_NARROWEST, min(_WIDTH, width_of(sys.stdout) or _WIDTH))
    wrapped = wrap(visible(text), width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in wrapped]


def bold(text: str) -> str:
    """A text in bold, on a terminal that has colours."""
    return click.style(text, bold=True) if has_color(sys.stdout) else text


def say(text: str) -> None:
    """Print what was made visible before."""
    click.echo(text, color=has_color(sys.stdout))


def say_json(data: Any) -> None:
    """Print plain data for programs."""
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))
