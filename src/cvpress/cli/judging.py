"""The options of commands that judge files: how it is told, which rules count, which settings hold."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Protocol

import click

from cvpress.cli.completing import complete_codes
from cvpress.policy.config import read_settings
from cvpress.reporters import REPORTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cvpress.cli.report import Report
    from cvpress.policy.settings import Settings

__all__ = ["Judging", "format_of", "is_failed", "judging_options", "settings_of"]


class Judging(Protocol):
    """What the options say, as click gives it."""

    @property
    def format_name(self) -> str | None:
        """One of REPORTERS, if one is asked for."""

    @property
    def select(self) -> tuple[str, ...]:
        """The rules that count."""

    @property
    def ignore(self) -> tuple[str, ...]:
        """Those that do not."""

    @property
    def error(self) -> tuple[str, ...]:
        """Those whose findings are errors."""

    @property
    def warn(self) -> tuple[str, ...]:
        """Those whose findings are warnings."""

    @property
    def strict(self) -> bool:
        """Whether warnings fail a run."""

    @property
    def config(self) -> str:
        """The settings file; the nearest if empty."""

    @property
    def isolated(self) -> bool:
        """Whether no settings file is read."""


def _rules(flag: str, help_text: str) -> Callable[[Any], Any]:
    return click.option(
        flag,
        metavar="CODES",
        multiple=True,
        shell_complete=lambda _ctx, _param, start: complete_codes(start),
        help=help_text,
    )


def judging_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; they are the attributes of `Judging`, and `output_file`."""
    options = (
        click.option(
            "--format",
            "format_name",
            type=click.Choice(list(REPORTERS)),
            help="How findings are written.  [default: full; github under GitHub Actions]",
        ),
        click.option("--output-file", "-o", metavar="FILE", default="", help="Write the report to a file."),
        _rules("--select", "Rules that count, and no others: K102, K, misspelt-key; several with commas."),
        _rules("--ignore", "Rules that do not count."),
        _rules("--error", "Rules whose findings are errors."),
        _rules("--warn", "Rules whose findings are warnings."),
        click.option("--strict", is_flag=True, help="Exit with 1 for warnings, too."),
        click.option(
            "--config", metavar="FILE", default="", help="Settings file.  [default: the nearest cvpress.toml]"
        ),
        click.option("--isolated", is_flag=True, help="Read no settings file."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def settings_of(options: Judging) -> Settings:
    """The settings of a run: those of the file, and what the command line says.

    Raises:
        FileError: the file cannot be read.
        UsageError: it has errors, or a selector means no rule.
    """
    settings = read_settings(".", config=options.config, isolated=options.isolated)
    if not (options.select or options.ignore or options.error or options.warn):
        return settings
    from cvpress.policy.selection import with_options

    return with_options(settings, select=options.select, ignore=options.ignore, error=options.error, warn=options.warn)


def format_of(options: Judging, settings: Settings) -> str:
    """How findings are written."""
    is_on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    return options.format_name or settings.format or ("github" if is_on_github else "full")


def is_failed(report: Report, options: Judging, settings: Settings) -> bool:
    """Whether what was found fails the run."""
    return report.errors > 0 or (report.warnings > 0 and (options.strict or settings.strict))
