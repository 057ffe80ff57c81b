"""Where the findings of a run go: to the terminal, to a file, to GitHub's job summary."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

import click

from cvpress.cli.terminal import has_color, note, width_of
from cvpress.diagnostics import Severity
from cvpress.errors import reason
from cvpress.reporters import Screen, Totals, make_reporter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Self, TextIO

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Reporter

__all__ = ["Report"]


class _Writer(NamedTuple):
    """A place that a report goes to."""

    format_name: str
    screen: Screen
    reporter: Reporter
    write: Callable[[str], object]


class Report:
    """Writes a run's findings as they come, and counts them.

    Used as a context: a file takes its place, and the sums are written, when the block ends.

    Args:
        format_name: one of `cvpress.reporters.REPORTERS`.
        output_file: where the report is written; the terminal then gets the findings one a line.
        stream: what people read.
        praise: as in `Totals`; that of validation if None.
    """

    def __init__(
        self, format_name: str, output_file: str, stream: TextIO, *, praise: tuple[str, str] | None = None
    ) -> None:
        self._format = format_name
        self._output_file = output_file
        self._stream = stream
        self._praise = praise or Totals(0, 0, 0).praise
        self._writers: list[_Writer] = []
        self._open = ExitStack()
        self._files = 0
        self.errors = self.warnings = self.fixed = 0
        self._fixable = self._unsafe_fixable = 0

    def __enter__(self) -> Self:
        with ExitStack() as opening:
            self._open_writers(opening)
            self._open = opening.pop_all()
        for writer in self._writers:
            writer.write(writer.reporter.begin())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None:
            found = (self.errors, self.warnings, self._fixable, self._unsafe_fixable, self.fixed)
            totals = Totals(self._files, *found, self._praise)
            for writer in self._writers:
                writer.write(writer.reporter.end(totals))
        self._open.__exit__(kind, error, traceback)

    @property
    def readers(self) -> tuple[tuple[str, Screen], ...]:
        """The formats that are written, each with what it is read on."""
        return tuple((writer.format_name, writer.screen) for writer in self._writers)

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Report one file that was checked."""
        self._files += 1
        for diagnostic in diagnostics:
            self._count(diagnostic)
        for writer in self._writers:
            written = writer.reporter.file(name, text, diagnostics)
            if written:
                writer.write(written)

    def add(self, make: Callable[[str, Screen], str]) -> None:
        """Report something else, in the formats for people.

        Args:
            make: takes a format and what it is read on, and gives the text; empty if that format has none.
        """
        for writer in self._writers:
            text = make(writer.format_name, writer.screen)
            if text:
                writer.write(text)

    def _count(self, diagnostic: Diagnostic) -> None:
        if diagnostic.severity is Severity.ERROR:
            self.errors += 1
        else:
            self.warnings += 1
        if diagnostic.fix:
            self._fixable += diagnostic.fix.is_safe
            self._unsafe_fixable += not diagnostic.fix.is_safe

    def _open_writers(self, opening: ExitStack) -> None:
        on_screen = "concise" if self._output_file else self._format
        color = has_color(self._stream)
        screen = Screen(color, width_of(self._stream) or Screen().width)
        self._add(on_screen, screen, lambda text: click.echo(text, self._stream, nl=False, color=color))
        if self._output_file:
            from cvpress.writing import open_output

            file = opening.enter_context(open_output(self._output_file))
            self._add(self._format, Screen(), lambda text: file.write(text.encode(errors="replace")))
        if self._format == "github":
            self._open_job_summary(opening)

    def _open_job_summary(self, opening: ExitStack) -> None:
        """GitHub shows what a step appends to this file: https://docs.github.com/actions/reference/workflow-commands."""
        path = os.environ.get("GITHUB_STEP_SUMMARY", "")
        if not path:
            return
        try:
            file = opening.enter_context(open(path, "a", encoding="utf-8", errors="replace"))  # noqa: SIM115  the stack closes it
        except OSError as error:
            note(f"no job summary: {path} cannot be written: {reason(error)}")
            return
        self._add("markdown", Screen(), file.write)

    def _add(self, format_name: str, screen: Screen, write: Callable[[str], object]) -> None:
        reporter = make_reporter(format_name, color=screen.color, width=screen.width)
        self._writers.append(_Writer(format_name, screen, reporter, write))
