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
    page, box = diagnostic.area or (0, None)
    return {
        "file": diagnostic.file,
        "code": diagnostic.code,
        "name": rule_of(diagnostic).name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "pointer": format_pointer(diagnostic.pointer),
        **_lines_as_data(diagnostic),
        "page": page or None,
        "box": box,
        "fix": _fix_as_data(diagnostic.fix) if diagnostic.fix else None,
    }


def _lines_as_data(diagnostic: Diagnostic) -> dict[str, int | None]:
    """Where in the text of the file; a PDF has none, and the lines that are read of it are not its own."""
    if diagnostic.area is not None:
        return dict.fromkeys(("line", "column", "endLine", "endColumn"))
    start, end = diagnostic.start, diagnostic.end
    return {"line": start.line, "column": start.column, "endLine": end.line, "endColumn": end.column}


def _fix_as_data(fix: Fix) -> dict[str, Any]:
    return {"action": fix.action, "value": fix.value, "safe": fix.is_safe}
