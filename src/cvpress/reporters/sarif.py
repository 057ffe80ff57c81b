"""Findings as a SARIF 2.1.0 log, the exchange format of static analysis (OASIS).

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; sections below are its.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from cvpress._version import __version__
from cvpress.diagnostics import format_pointer
from cvpress.reporters.json_array import JsonArray
from cvpress.reporters.places import spots
from cvpress.reporters.rulebook import rule_of
from cvpress.reporters.style import described, place_in_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic, Pointer
    from cvpress.reporters import Screen, Totals
    from cvpress.reporters.places import Spot
    from cvpress.rules.rule import Rule

__all__ = ["SarifReporter"]

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class SarifReporter:
    """One run: the results as they come, then the tool with the rules that they name."""

    def __init__(self, screen: Screen) -> None:
        self._results = JsonArray()
        self._rules: dict[Rule, int] = {}

    def begin(self) -> str:
        """Everything up to the results."""
        # Columns count characters, not UTF-16 code units (3.14.17).
        return (
            f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{\n'
            f'"columnKind": "unicodeCodePoints",\n"results": {self._results.opening()}'
        )

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """A result a finding."""
        return self._results.items(map(self._result, spots(diagnostics)))

    def end(self, totals: Totals) -> str:
        """The tool."""
        rules = [_descriptor(rule) for rule in self._rules]
        driver = {"name": "cvpress", "version": __version__, "rules": rules}
        return f'{self._results.closing()},\n"tool": {json.dumps({"driver": driver})}\n}}]}}\n'

    def _result(self, spot: Spot) -> dict[str, Any]:
        diagnostic = spot.diagnostic
        return {
            "ruleId": diagnostic.code,
            "ruleIndex": self._rules.setdefault(rule_of(diagnostic), len(self._rules)),
            "level": diagnostic.severity.value,
            "message": {"text": _without_links(described(diagnostic))},
            "locations": [_location(spot)],
            "partialFingerprints": {"cvpress/v1": spot.fingerprint},
        }


def _location(spot: Spot) -> dict[str, Any]:
    diagnostic = spot.diagnostic
    logical = _page(diagnostic) if diagnostic.area else _logical(diagnostic.pointer) if diagnostic.pointer else None
    physical = {
        "artifactLocation": _artifact(spot.path),
        **({} if diagnostic.area else {"region": _region(diagnostic)}),
    }
    return {"physicalLocation": physical, **({"logicalLocations": [logical]} if logical else {})}


def _region(diagnostic: Diagnostic) -> dict[str, int]:
    start, end = diagnostic.start, diagnostic.end
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _artifact(path: str) -> dict[str, str]:
    """A path as a URI (3.4.3): below the repository's root, which the consumer knows, or whole."""
    raw = os.fsencode(path)
    if os.path.isabs(path):
        return {"uri": f"file:///{quote(raw.lstrip(b'/'), safe='/:')}"}
    return {"uri": quote(raw), "uriBaseId": "%SRCROOT%"}


def _logical(pointer: Pointer) -> dict[str, str]:
    """A value, named by its JSON pointer (3.33.5)."""
    kind = "property" if isinstance(pointer[-1], str) else "value"
    return {"name": str(pointer[-1]), "fullyQualifiedName": format_pointer(pointer), "kind": kind}


def _page(diagnostic: Diagnostic) -> dict[str, str] | None:
    """A page of a file that is no text, which no region can say (3.30), and the place on it; None for all of it."""
    if not diagnostic.area or not diagnostic.area.page:
        return None
    page = f"page {diagnostic.area.page}"
    return {"name": page, "fullyQualifiedName": place_in_file(diagnostic), "kind": "page"}


def _without_links(text: str) -> str:
    """A message in which nothing that it quotes is taken for an embedded link (3.11.6)."""
    return text.replace("](", "\\](")


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.doc.split("\n\n")[:2][-1]},
        "help": {"text": rule.doc, "markdown": rule.doc},
        "defaultConfiguration": {"level": rule.severity.value},
    }
