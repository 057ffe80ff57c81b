"""Diagnostics → text: one file a report format. `REPORTERS` is the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic

__all__ = ["REPORTERS", "Reporter", "Totals", "make_reporter"]


class Totals(NamedTuple):
    """What a whole run found."""

    files: int
    errors: int
    warnings: int


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
}
"""The formats of `validate --format`: module and class of each, imported when it is asked for."""


def make_reporter(name: str, *, color: bool) -> Reporter:
    """The reporter of a format."""
    from importlib import import_module

    module, attribute = REPORTERS[name]
    reporter: Reporter = getattr(import_module(module), attribute)(color=color)
    return reporter
