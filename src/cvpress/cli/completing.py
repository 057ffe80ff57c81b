"""What a shell may complete: names that only a run of cvpress knows."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from click import Context, Parameter
    from click.shell_completion import CompletionItem

__all__ = ["complete_codes", "complete_files", "complete_themes", "complete_variants"]


def complete_files(_context: Context, _parameter: Parameter, start: str) -> list[CompletionItem]:
    """What makes the shell complete files itself, for an argument that click is not to look up on the disk."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(start, type="file")]


def complete_themes(start: str) -> list[str]:
    """The themes whose names begin with `start`."""
    from cvpress.errors import CvpressError
    from cvpress.themes.find import theme_names

    try:
        return [name for name in theme_names(os.getcwd()) if name.startswith(start)]
    except CvpressError:  # a broken theme; the command that is typed will tell
        return []


def complete_codes(start: str) -> list[str]:
    """The codes and names of rules that begin with `start`."""
    from cvpress.rules.table import RULES

    words = [word for rule in RULES for word in (rule.code, rule.name)]
    return [word for word in words if word.lower().startswith(start.lower())]


def complete_variants(context: Context, _parameter: Parameter, start: str) -> list[CompletionItem]:
    """The variants of the profile that the command line names, whose names begin with `start`."""
    from click.shell_completion import CompletionItem

    from cvpress.errors import CvpressError
    from cvpress.loading import load

    # While the value of an option is missing, click leaves arguments where it found them.
    paths = [context.params.get("profile"), *context.args]
    try:
        variants = load(next(path for path in paths if path), "").data["variants"]
    except (CvpressError, KeyError, StopIteration, TypeError):
        return []
    return [CompletionItem(name) for name in variants if isinstance(name, str) and name.startswith(start)]
