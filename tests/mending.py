"""Fixes chosen by a test, in place of those that the rules offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.diagnostics import Finding, Severity
from cvpress.fixes import Fixed, fix
from cvpress.syntax import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.diagnostics import Diagnostic, Fix, Pointer
    from cvpress.syntax.document import Document

__all__ = ["mend", "mended_text", "pointer_of"]


def pointer_of(written: str) -> Pointer:
    """Read a pointer; a step of digits is an index."""
    return tuple(int(step) if step.isdigit() else step for step in written.split("/")[1:])


def mend(document: Document, fixes: Mapping[Pointer, Fix], *, unsafe: bool = False) -> Fixed:
    """Make fixes in one pass: afterwards nothing is found."""

    def check(looked_at: Document) -> list[Diagnostic]:
        if looked_at is not document:
            return []
        findings = [Finding(pointer, "wrong", fix=fix) for pointer, fix in fixes.items()]
        return [document.diagnostic("T101", Severity.ERROR, finding) for finding in findings]

    return fix(document, check, unsafe=unsafe)


def mended_text(syntax: str, text: str, fixes: Mapping[str, Fix]) -> str:
    """The text after fixes."""
    document = read(text.encode(), f"profile.{syntax}")
    assert not document.broken, document.faults
    return mend(document, {pointer_of(pointer): fix for pointer, fix in fixes.items()}).document.text
