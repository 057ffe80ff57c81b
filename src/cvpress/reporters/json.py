"""Findings for programs: one JSON array of objects, in the order of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.diagnostics import format_pointer
from cvpress.reporters.json_array import JsonArray
from cvpress.reporters.rulebook import rule_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic, Fix
    from cvpress.reporters import Screen, Totals

__all__ = ["JsonReporter"]


class JsonReporter:
    """Writes the array as it goes."""

    def __init__(self, screen: Screen) -> None:
        self._array = JsonArray()

    def begin(self) -> str:
        """The opening bracket."""
        return self._array.opening()

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """The findings, each on a line."""
        return self._array.items(map(_as_data, diagnostics))

    def end(self, totals: Totals) -> str:
        """The closing bracket."""
        return f"{self._array.closing()}\n"


def _as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "file": diagnostic.file,
        "code": diagnostic.code,
        "name": rule_of(diagnostic).name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "pointer": format_pointer(diagnostic.pointer),
        "line": diagnostic.start.line,
        "column": diagnostic.start.column,
        "endLine": diagnostic.end.line,
        "endColumn": diagnostic.end.column,
        "fix": _fix_as_data(diagnostic.fix) if diagnostic.fix else None,
    }


def _fix_as_data(fix: Fix) -> dict[str, Any]:
    return {"action": fix.action, "value": fix.value, "safe": fix.is_safe}
