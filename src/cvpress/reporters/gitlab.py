"""Findings as a Code Quality report of GitLab, which merge requests show.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Severity
from cvpress.reporters.json_array import JsonArray
from cvpress.reporters.places import spots
from cvpress.reporters.rulebook import rule_of
from cvpress.reporters.style import described

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Screen, Totals
    from cvpress.reporters.places import Spot

__all__ = ["GitlabReporter"]

_SEVERITIES: Final[Mapping[Severity, str]] = {Severity.ERROR: "major", Severity.WARNING: "minor"}


class GitlabReporter:
    """A JSON array of issues."""

    def __init__(self, screen: Screen) -> None:
        self._array = JsonArray()

    def begin(self) -> str:
        """The opening bracket."""
        return self._array.opening()

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """An issue a finding."""
        return self._array.items(map(_issue, spots(diagnostics)))

    def end(self, totals: Totals) -> str:
        """The closing bracket."""
        return f"{self._array.closing()}\n"


def _issue(spot: Spot) -> dict[str, Any]:
    diagnostic = spot.diagnostic
    # A line is asked for; that of a file that is no text says nothing.
    lines = {"begin": diagnostic.start.line, "end": spot.last_line} if diagnostic.area is None else {"begin": 1}
    return {
        "description": described(diagnostic),
        "check_name": f"{diagnostic.code} {rule_of(diagnostic).name}",
        "fingerprint": spot.fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": spot.path, "lines": lines},
    }
