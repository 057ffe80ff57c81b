"""Findings to report, and whole reports of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.diagnostics import Diagnostic, Position, Severity
from cvpress.reporters import Totals, make_reporter

if TYPE_CHECKING:
    from collections.abc import Iterable


def diagnostic(start: tuple[int, int] = (1, 1), end: tuple[int, int] = (1, 2), **changes: Any) -> Diagnostic:
    finding = Diagnostic(
        code="V101",
        severity=Severity.ERROR,
        message="this is wrong",
        hint="mend it",
        pointer=("work", 0, "endDate"),
        file="cv.yaml",
        start=Position(*start),
        end=Position(*end),
    )
    return finding._replace(**changes)


def report(name: str, *files: Iterable[Diagnostic], text: str = "a: 1\n", color: bool = False) -> str:
    """The report of some files, each given by its findings."""
    reporter = make_reporter(name, color=color)
    listed = [list(found) for found in files]
    parts = [reporter.begin()]
    parts.extend(reporter.file(found[0].file if found else "clean.yaml", text, found) for found in listed)
    parts.append(reporter.end(totals(listed)))
    return "".join(parts)


def totals(files: list[list[Diagnostic]]) -> Totals:
    every = [finding for found in files for finding in found]
    errors = sum(finding.severity is Severity.ERROR for finding in every)
    fixes = [finding.fix for finding in every if finding.fix]
    safe = sum(fix.is_safe for fix in fixes)
    return Totals(len(files), errors, len(every) - errors, safe, len(fixes) - safe)
