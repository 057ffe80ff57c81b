"""Runs the rules over a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.rules.relations import Contents, dead_reference, duplicate_id, end_before_start, nameless
from cvpress.rules.rule import lies_within
from cvpress.schema import accepts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Diagnostic, Finding, Pointer
    from cvpress.rules.rule import Rule
    from cvpress.syntax.document import Document

__all__ = ["PROFILE_RULES", "check"]

PROFILE_RULES = (end_before_start, dead_reference, duplicate_id, nameless)
"""The rules that take a whole profile; they run on every one."""

_DUPLICATE_KEY = "S104"
"""Of this fault a value comes out that is judged as any other."""


def check(document: Document) -> list[Diagnostic]:
    """Everything that is wrong with a document, by its position.

    One fault is one finding: what lies inside a value that the schema does not take is
    not looked at.
    """
    diagnostics = list(document.faults)
    unread = {fault.pointer for fault in diagnostics if fault.code != _DUPLICATE_KEY}
    if not document.broken:
        diagnostics.extend(
            rule.report(document, finding)
            for rule, finding in _findings(document.data)
            if finding.pointer not in unread or finding.at_key
        )
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.start, diagnostic.code))


def _findings(data: Any) -> Iterator[tuple[Rule, Finding]]:
    wrong: set[Pointer] = set()
    if not accepts(data, "strict"):
        from cvpress.rules.details import detailed_findings

        for rule, finding in detailed_findings(data):
            wrong.add(finding.pointer)
            yield rule, finding
    contents = Contents.of(data)
    for rule in PROFILE_RULES:
        for finding in rule.check(contents):
            if not lies_within(finding.pointer, wrong):
                yield rule, finding
