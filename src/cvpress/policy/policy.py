"""Applies settings and exceptions to what the rules found, through one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Diagnostic
from cvpress.policy.settings import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cvpress.diagnostics import Severity
    from cvpress.policy.line_ignores import LineIgnores, Remark
    from cvpress.policy.pointer_ignores import PointerIgnores
    from cvpress.policy.settings import Settings
    from cvpress.rules.rule import Rule
    from cvpress.syntax.document import Document

__all__ = ["Policy"]

_MARK: Final = "cvpress"
"""What a text without comments for cvpress does not hold."""


class Policy:
    """Which findings of a run count, how severely, and which exceptions hit nothing.

    Args:
        settings: those of the run.
        families: the letters of the rule families that the run looks for; it cannot tell
            whether an exception for others is needed.
    """

    def __init__(self, settings: Settings = DEFAULT, *, families: str = "SKTVCB") -> None:
        self._settings = settings
        self._families = families
        self._severities: dict[str, Severity | None] = {}
        self._pointer_ignores: PointerIgnores | None = None
        if settings.pointer_ignores:
            from cvpress.policy.pointer_ignores import PointerIgnores

            self._pointer_ignores = PointerIgnores(settings)

    def apply(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """What counts of all that was found in a document, and what is wrong with its exceptions.

        A text that cannot be read has no exceptions, and its faults always count.

        Args:
            document: one that was checked.
            diagnostics: what the rules found, by position.

        Returns:
            Diagnostics with the severities that are wanted, by position.
        """
        if document.broken:
            return list(diagnostics)
        if self._pointer_ignores:
            self._pointer_ignores.enter(document)
        if not _may_have_comments(document):
            return self._kept(diagnostics, None) if diagnostics else []
        from cvpress.policy.instructions import read_comments

        comments = read_comments(document)
        kept = self._kept(diagnostics, comments)
        kept.extend(self._about_comments(document, comments))
        return sorted(kept, key=lambda diagnostic: (diagnostic.start, diagnostic.code))

    def weigh(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """What counts of some diagnostics, without a word about the exceptions."""
        if document.broken or not diagnostics:
            return list(diagnostics)
        if self._pointer_ignores:
            self._pointer_ignores.enter(document)
        if not _may_have_comments(document):
            return self._kept(diagnostics, None)
        from cvpress.policy.instructions import read_comments

        return self._kept(diagnostics, read_comments(document))

    def severity_of(self, rule: Rule) -> Severity | None:
        """How severe the findings of a rule are, as the settings have it; None if they do not count."""
        return self._severity(rule.code, rule.severity)

    def unused(self) -> list[Diagnostic]:
        """X101 for exceptions in the settings file that hit nothing in the documents so far.

        They stand in the settings' `document`. One for a file that was not checked is not
        among them.
        """
        config = self._settings.document
        if config is None or self._pointer_ignores is None:
            return []
        from cvpress.rules.exceptions import UNUSED_IGNORE

        severity = self._severity(UNUSED_IGNORE.code, UNUSED_IGNORE.severity)
        if severity is None:
            return []
        unused = self._pointer_ignores.unused(self._is_looked_for)
        return [config.diagnostic(UNUSED_IGNORE.code, severity, finding) for finding in unused]

    def _kept(self, diagnostics: Sequence[Diagnostic], comments: LineIgnores | None) -> list[Diagnostic]:
        exceptions = [ignores for ignores in (self._pointer_ignores, comments) if ignores]
        kept: list[Diagnostic] = []
        for diagnostic in diagnostics:
            severity = self._severity(diagnostic.code, diagnostic.severity)
            if severity is None:
                continue
            # Each is asked, lest one be called unused for another that hits the same.
            hits = [ignores.hits(diagnostic) for ignores in exceptions]
            if not any(hits):
                kept.append(diagnostic._replace(severity=severity))
        return kept

    def _severity(self, code: str, default: Severity) -> Severity | None:
        """How severe the findings of a rule are; None if they do not count."""
        if not self._settings.choices:
            return default
        if code not in self._severities:
            from cvpress.policy.selection import is_selected, severity_of

            choices = self._settings.choices
            self._severities[code] = severity_of(code, default, choices) if is_selected(code, choices) else None
        return self._severities[code]

    def _is_looked_for(self, prefix: str) -> bool:
        """Whether the run looks for one of some rules, so that it can tell whether an exception is needed."""
        from cvpress.rules.table import RULES

        return any(
            rule.code.startswith(prefix) and rule.code[0] in self._families and self._severity(rule.code, rule.severity)
            for rule in RULES
        )

    def _about_comments(self, document: Document, comments: LineIgnores) -> Iterator[Diagnostic]:
        from cvpress.rules.exceptions import BAD_IGNORE, UNUSED_IGNORE

        yield from self._remarks(document, BAD_IGNORE, comments.bad)
        yield from self._remarks(document, UNUSED_IGNORE, comments.unused(self._is_looked_for))

    def _remarks(self, document: Document, rule: Rule, remarks: Iterable[Remark]) -> Iterator[Diagnostic]:
        severity = self._severity(rule.code, rule.severity)
        if severity is None:
            return
        for span, message, hint in remarks:
            start, end = document.position(span.start), document.position(span.end)
            yield Diagnostic(rule.code, severity, message, hint, (), document.name, start, end)


def _may_have_comments(document: Document) -> bool:
    """Whether there may be comments for us; JSON has none, of BibTeX none are read, most texts need no closer look."""
    return document.syntax not in {"json", "bibtex"} and _MARK in document.text
