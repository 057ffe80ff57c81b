"""The options that say what of a profile is shown: variants, tags, other texts, pages, blind documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from cvpress.cli.completing import complete_variants
from cvpress.errors import UsageError
from cvpress.values.suggestions import suggestion
from cvpress.views.request import REDACTABLE, Redaction, Selection

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Assignments", "Wishes", "assignments_of", "selecting_options"]

_TEXTS: Final = (
    *("name", "label", "summary", "email", "phone", "url", "pronouns", "nationality"),
    *("workAuthorization", "availability", "relocation"),
)
"""The texts of `basics` that the command line may set, as the format calls them."""


class Wishes(NamedTuple):
    """What the options say, as click gives it."""

    variant: str
    tags: tuple[str, ...]
    without: tuple[str, ...]
    fit: int | None
    redact: bool
    redact_also: str

    @property
    def redaction(self) -> Redaction | None:
        """What a blind document leaves out; None if it is not to be blind.

        Raises:
            UsageError: there is no such kind of things to leave out.
        """
        also = [name.strip().lower() for name in self.redact_also.split(",") if name.strip()]
        for name in also:
            if name not in REDACTABLE:
                raise UsageError(f"--redact-also does not take `{name}`", f"it takes {' and '.join(REDACTABLE)}")
        return Redaction.of(is_wanted=self.redact, also=also)

    def selection(self, texts: dict[str, str]) -> Selection:
        """Which entries are shown, with other texts of `basics`."""
        return Selection(include=self.tags, exclude=self.without, basics=texts)


class Assignments(NamedTuple):
    """What `--set` sets: options of the theme, texts of `basics`."""

    theme: dict[str, str]
    basics: dict[str, str]


def selecting_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say what is shown; they are the fields of `Wishes`."""
    options = (
        click.option(
            "--variant",
            metavar="NAME",
            default="",
            shell_complete=complete_variants,
            help="Variant of the profile; `cvpress variants` lists them.",
        ),
        click.option("--tag", "tags", metavar="TAG", multiple=True, help="Only entries with this tag, or with none."),
        click.option("--without", metavar="TAG", multiple=True, help="No entries with this tag."),
        click.option(
            "--fit",
            metavar="PAGES",
            type=click.IntRange(min=1),
            help="Leave out what matters least, until the CV has so many pages.",
        ),
        click.option("--redact", is_flag=True, help="Make it blind: no name, photo, contacts, nationality, links."),
        click.option(
            "--redact-also",
            metavar="WHAT",
            default="",
            help="Make it blind, without dates (of study), organizations, or both with a comma.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def assignments_of(written: tuple[str, ...]) -> Assignments:
    """What `--set KEY=VALUE` says.

    Raises:
        UsageError: it is not written so, or there is no such text in `basics`.
    """
    found = Assignments({}, {})
    for setting in written:
        key, equals, value = setting.partition("=")
        scope, _, name = key.partition(".")
        if not equals or scope not in found._fields or not name:
            raise UsageError(f"--set does not take `{setting}`", "write it as theme.OPTION=VALUE or basics.label=VALUE")
        if scope == "theme":
            found.theme[name] = value
        else:
            found.basics[_field(name)] = value
    return found


def _field(name: str) -> str:
    """The model's name of a text of `basics`."""
    if name not in _TEXTS:
        hint = suggestion(name, [] if "." in name else _TEXTS, "texts: ", ", ".join(_TEXTS))
        raise UsageError(f"--set does not take `basics.{name}`", hint)
    return re.sub("([A-Z])", r"_\1", name).lower()
