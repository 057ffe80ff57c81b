"""Diagnostics → text: one file a report format. `REPORTERS` is the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic

__all__ = ["REPORTERS", "Reporter", "Screen", "Totals", "make_reporter"]


class Totals(NamedTuple):
    """What a whole run found.

    Attributes:
        files: how many files were judged.
        errors: how many errors are in them.
        warnings: how many warnings are in them.
        fixable: how many of these `--fix` can mend.
        unsafe_fixable: how many more `--unsafe-fixes` can mend.
        fixed: how many findings this run has mended; they are not among the errors and warnings.
        praise: what is said of one file without a finding, and of several.
    """

    files: int
    errors: int
    warnings: int
    fixable: int = 0
    unsafe_fixable: int = 0
    fixed: int = 0
    praise: tuple[str, str] = ("is valid", "are valid")


class Screen(NamedTuple):
    """What a report for people is read on.

    Attributes:
        color: whether it shows colours.
        width: how many columns it has.
    """

    color: bool = False
    width: int = 100


class Reporter(Protocol):
    """Writes a run's findings file by file, so that memory does not grow with their number."""

    def begin(self) -> str:
        """What stands before everything."""

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """One file that was checked, also one without findings; its text is given for frames."""

    def end(self, totals: Totals) -> str:
        """What stands after everything."""


REPORTERS = {
    "full": ("cvpress.reporters.full", "FullReporter"),
    "concise": ("cvpress.reporters.concise", "ConciseReporter"),
    "json": ("cvpress.reporters.json", "JsonReporter"),
    "github": ("cvpress.reporters.github", "GithubReporter"),
    "gitlab": ("cvpress.reporters.gitlab", "GitlabReporter"),
    "sarif": ("cvpress.reporters.sarif", "SarifReporter"),
    "junit": ("cvpress.reporters.junit", "JunitReporter"),
    "markdown": ("cvpress.reporters.markdown", "MarkdownReporter"),
}
"""The formats of `validate --format`: module and class of each, imported when it is asked for."""


def make_reporter(name: str, *, color: bool = False, width: int | None = None) -> Reporter:
    """The reporter of a format.

    Args:
        name: one of REPORTERS.
        color: whether reports for people are to have colours.
        width: how many columns the terminal has; None where there is no terminal.
    """
    from importlib import import_module

    module, attribute = REPORTERS[name]
    screen = Screen(color) if width is None else Screen(color, width)
    reporter: Reporter = getattr(import_module(module), attribute)(screen)
    return reporter
