"""Holds any document against any JSON Schema; cvpress's own rules stay out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.diagnostics import Severity
from cvpress.schema.builtin import builtin_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Diagnostic, Finding
    from cvpress.rules.rule import Rule
    from cvpress.schema.schema import Schema
    from cvpress.syntax.document import Document

__all__ = ["check_by_schema"]


def check_by_schema(document: Document, schema: Schema) -> list[Diagnostic]:
    """Everything by which a document breaks a schema, by its position, and what its text is broken by.

    There is an error exactly if the text is broken or the schema does not take it.

    Args:
        document: what was read as plain data (`cvpress.syntax.read(…, plain=True)`).
        schema: any, such as `cvpress.rules.schema_file.schema_from` gives.
    """
    diagnostics = list(document.faults)
    if not document.broken and not schema.accepts(document.data):
        unread = {fault.pointer for fault in diagnostics if fault.severity is Severity.ERROR}
        diagnostics.extend(
            rule.report(document, finding)
            for rule, finding in _findings(document, schema)
            if finding.pointer not in unread
        )
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.start, diagnostic.code))


def _findings(document: Document, schema: Schema) -> Iterator[tuple[Rule, Finding]]:
    from cvpress.rules.schema_violations import SCHEMA_VIOLATION_RULES, in_words

    rules = SCHEMA_VIOLATION_RULES
    if schema is builtin_schema("jsonresume"):
        from cvpress.rules.details import VIOLATION_RULES

        rules = (*VIOLATION_RULES, *SCHEMA_VIOLATION_RULES)
    yield from in_words(schema.violations(document.data), rules)
