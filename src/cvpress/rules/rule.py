"""A rule: a stable code, a severity, a check, and a docstring that is its documentation."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cvpress.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from cvpress.diagnostics import Diagnostic, Finding, Pointer
    from cvpress.syntax.document import Document

__all__ = ["Fixes", "Rule", "documented", "lies_within", "rule"]

Fixes = Literal["none", "safe", "unsafe", "both"]
"""Which fixes the findings of a rule can have."""


def _found_elsewhere(_: Any) -> Iterator[Finding]:
    return iter(())


class Rule(NamedTuple):
    """One rule.

    Attributes:
        code: stable; the letter tells the family.
        name: what the rule is called in lists.
        severity: error or warning.
        doc: the rule's page: what it does, why it matters, an example, what to write instead.
        check: takes what the rule's family looks at, yields what it finds; finds
            nothing where a reader or a writer meets the fault by itself.
        fixes: whether a program can mend what the rule finds: never, or by safe fixes,
            unsafe ones, or both, each where there is one way to.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    check: Callable[[Any], Iterator[Finding]] = _found_elsewhere
    fixes: Fixes = "none"

    @property
    def title(self) -> str:
        """The first line of the page."""
        return self.doc.partition("\n")[0].rstrip(".")

    def report(self, document: Document, finding: Finding) -> Diagnostic:
        """The diagnostic of a finding of this rule."""
        return document.diagnostic(self.code, self.severity, finding)


def rule(
    code: str, name: str, severity: Severity = Severity.ERROR, *, fixes: Fixes = "none"
) -> Callable[[Callable[[Any], Iterator[Finding]]], Rule]:
    """Make a rule of the function that checks it; its docstring becomes the rule's page."""

    def make(check: Callable[[Any], Iterator[Finding]]) -> Rule:
        return Rule(code, name, severity, cleandoc(check.__doc__ or ""), check, fixes)

    return make


def documented(code: str, name: str, severity: Severity, doc: str) -> Rule:
    """Make a rule that a reader or a writer applies by itself; its page may be indented as the code around it."""
    return Rule(code, name, severity, cleandoc(doc))


def lies_within(pointer: Pointer, values: Collection[Pointer]) -> bool:
    """Whether a value is one of some others, or inside one of them."""
    return any(pointer[:length] in values for length in range(len(pointer) + 1))
