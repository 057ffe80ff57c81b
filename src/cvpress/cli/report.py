"""Where the findings of a run go: to the terminal, to a file, to GitHub's job summary."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from cvpress.cli.terminal import has_color, note, width_of
from cvpress.diagnostics import Severity
from cvpress.errors import reason
from cvpress.reporters import Totals, make_reporter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Self, TextIO

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Reporter

__all__ = ["Report"]


class Report:
    """Writes a run's findings as they come, and counts them.

    Used as a context: a file takes its place, and the sums are written, when the block ends.

    Args:
        format_name: one of `cvpress.reporters.REPORTERS`.
        output_file: where the report is written; the terminal then gets the findings one a line.
        stream: what people read.
    """

    def __init__(self, format_name: str, output_file: str, stream: TextIO) -> None:
        self._format = format_name
        self._output_file = output_file
        self._stream = stream
        self._writers: list[tuple[Reporter, Callable[[str], object]]] = []
        self._open = ExitStack()
        self._files = 0
        self.errors = self.warnings = self.fixed = 0
        self._fixable = self._unsafe_fixable = 0

    def __enter__(self) -> Self:
        with ExitStack() as opening:
            self._open_writers(opening)
            self._open = opening.pop_all()
        for reporter, write in self._writers:
            write(reporter.begin())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None:
            totals = Totals(self._files, self.errors, self.warnings, self._fixable, self._unsafe_fixable, self.fixed)
            for reporter, write in self._writers:
                write(reporter.end(totals))
        self._open.__exit__(kind, error, traceback)

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Report one file that was checked."""
        self._files += 1
        for diagnostic in diagnostics:
            self._count(diagnostic)
        for reporter, write in self._writers:
            written = reporter.file(name, text, diagnostics)
            if written:
                write(written)

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
        reporter = make_reporter(on_screen, color=color, width=width_of(self._stream))
        self._writers.append((reporter, lambda text: click.echo(text, self._stream, nl=False, color=color)))
        if self._output_file:
            from cvpress.writing import open_output

            file = opening.enter_context(open_output(self._output_file))
            self._writers.append((make_reporter(self._format), lambda text: file.write(text.encode(errors="replace"))))
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
        self._writers.append((make_reporter("markdown"), file.write))
