"""Findings for programs: one JSON array of objects, in the order of the files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cvpress.diagnostics import format_pointer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Totals

__all__ = ["JsonReporter"]


class JsonReporter:
    """Writes the array as it goes."""

    def __init__(self, *, color: bool) -> None:
        self._is_first = True

    def begin(self) -> str:
        """The opening bracket."""
        return "["

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """The findings, each on a line."""
        out = []
        for diagnostic in diagnostics:
            out.append("\n  " if self._is_first else ",\n  ")
            out.append(json.dumps(_as_data(diagnostic), ensure_ascii=False))
            self._is_first = False
        return "".join(out)

    def end(self, totals: Totals) -> str:
        """The closing bracket."""
        return "]\n" if self._is_first else "\n]\n"


def _as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "file": diagnostic.file,
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "pointer": format_pointer(diagnostic.pointer),
        "line": diagnostic.start.line,
        "column": diagnostic.start.column,
        "endLine": diagnostic.end.line,
        "endColumn": diagnostic.end.column,
    }
