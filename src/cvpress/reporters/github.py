"""Findings as workflow commands of GitHub Actions, which become annotations of the changed lines.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.reporters.places import spots
from cvpress.reporters.rulebook import rule_of
from cvpress.reporters.style import one_line, place, summary, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Screen, Totals
    from cvpress.reporters.places import Spot

__all__ = ["GithubReporter"]

_IN_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


class GithubReporter:
    """A command a finding."""

    def __init__(self, screen: Screen) -> None:
        pass

    def begin(self) -> str:
        """Nothing."""
        return ""

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """A line a finding."""
        return "".join(f"{_command(spot)}\n" for spot in spots(diagnostics))

    def end(self, totals: Totals) -> str:
        """The sums, for who reads the log."""
        return summary(totals, color=False)


def _command(spot: Spot) -> str:
    diagnostic = spot.diagnostic
    # The log shows nothing but the message, so that the place is said there, too.
    message = f"{place(diagnostic)}: {one_line(diagnostic.message)}"
    if diagnostic.hint:
        message += f"\n{one_line(diagnostic.hint)}"
    properties = ",".join(f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in _properties(spot).items())
    return f"::{diagnostic.severity.value} {properties}::{message.translate(_IN_MESSAGE)}"


def _properties(spot: Spot) -> Mapping[str, str | int]:
    diagnostic = spot.diagnostic
    return {
        "file": visible(spot.path),
        **(_lines(spot) if diagnostic.area is None else {}),
        "title": f"cvpress ({diagnostic.code} {rule_of(diagnostic).name})",
    }


def _lines(spot: Spot) -> Mapping[str, int]:
    start, end = spot.diagnostic.start, spot.diagnostic.end
    # Columns count for something only where all is on one line.
    columns = {"col": start.column, "endColumn": end.column} if start.line == end.line else {}
    return {"line": start.line, "endLine": spot.last_line, **columns}
