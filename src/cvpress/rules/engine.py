"""Runs the rules over a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.rules.chronology import end_before_start, future_date
from cvpress.rules.contents import Contents
from cvpress.rules.letters import other_name, other_recipient
from cvpress.rules.looks import unknown_theme, wrong_option
from cvpress.rules.mathematics import may_have_formulas, not_a_formula
from cvpress.rules.person import nameless, no_contact
from cvpress.rules.privacy import private_text
from cvpress.rules.relations import dead_reference, duplicate_id
from cvpress.rules.rule import lies_within
from cvpress.rules.timelines import out_of_order, overlap
from cvpress.rules.variants import impossible_limit, unknown_section, unused_tag
from cvpress.schema import accepts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cvpress.diagnostics import Diagnostic, Finding, Pointer
    from cvpress.rules.rule import Rule
    from cvpress.syntax.document import Document

__all__ = ["PROFILE_RULES", "check"]

PROFILE_RULES = (
    future_date,
    end_before_start,
    overlap,
    out_of_order,
    dead_reference,
    duplicate_id,
    private_text,
    other_recipient,
    not_a_formula,
    other_name,
    unknown_section,
    unused_tag,
    impossible_limit,
    wrong_option,
    unknown_theme,
    nameless,
    no_contact,
)
"""The rules that take a whole profile; they run on every one.

Of several that find fault with one value the first counts.
"""

_DUPLICATE_KEY = "S104"
"""Of this fault a value comes out that is judged as any other."""

_FOREIGN_FORMAT = "K104"
"""Of this one nothing does: the whole file is another's."""


def check(document: Document, citation_keys: Collection[str] | None = ()) -> list[Diagnostic]:
    """Everything that is wrong with a document, by its position.

    One fault is one finding: what lies inside a value that the schema does not take is
    not looked at.

    Args:
        document: a profile.
        citation_keys: those of its bibliography; None if it has one that could not be read.
    """
    diagnostics = list(document.faults)
    unread = {fault.pointer for fault in diagnostics if fault.code != _DUPLICATE_KEY}
    if not document.broken:
        diagnostics.extend(
            rule.report(document, finding)
            for rule, finding in _findings(document, citation_keys)
            if finding.pointer not in unread or finding.at_key
        )
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.start, diagnostic.code))


def _findings(document: Document, citation_keys: Collection[str] | None) -> Iterator[tuple[Rule, Finding]]:
    data = document.data
    wrong: set[Pointer] = set()
    misnamed: set[Pointer] = set()
    if not accepts(data, "strict"):
        from cvpress.rules.details import detailed_findings

        for rule, finding in detailed_findings(data):
            wrong.add(() if rule.code == _FOREIGN_FORMAT else finding.pointer)
            if finding.fix and finding.fix.action == "rename":
                misnamed.add((*finding.pointer[:-1], finding.fix.value))
            yield rule, finding
    contents = Contents.of(data, misnamed, citation_keys)._replace(may_have_formulas=may_have_formulas(document.text))
    for rule in PROFILE_RULES:
        found = [finding for finding in rule.check(contents) if not lies_within(finding.pointer, wrong)]
        wrong.update(finding.pointer for finding in found)
        yield from ((rule, finding) for finding in found)
