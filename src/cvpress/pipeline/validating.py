"""Validation: a file or a document → everything that is wrong with it, and how to mend that.

It imports neither the models nor a renderer: on every push it is run on files that are fine.
"""

from __future__ import annotations

import os
from os import PathLike
from typing import TYPE_CHECKING, NamedTuple

from cvpress.loading import load
from cvpress.policy.policy import Policy
from cvpress.policy.settings import DEFAULT
from cvpress.rules.engine import check
from cvpress.syntax.document import Document

if TYPE_CHECKING:
    from cvpress.diagnostics import Diagnostic
    from cvpress.fixes import Fixed
    from cvpress.policy.settings import Settings
    from cvpress.readers.bibtex import Bibliography
    from cvpress.schema.schema import Schema

__all__ = ["CheckedBibliography", "Source", "Validator", "document_of", "fix", "validate"]

Source = Document | str | PathLike[str]
"""A document, or the path of a file."""


class CheckedBibliography(NamedTuple):
    """A bibliography, and what counts of all that is wrong with it, in the order of its text."""

    bibliography: Bibliography
    diagnostics: list[Diagnostic]


class Validator:
    """Finds what is wrong with the documents of one run.

    Args:
        settings: which rules count, how severely, and the exceptions.
        schema: what to judge by in place of the format and its rules; documents are to be
            loaded as plain data then.
        folder: where the bibliography of a profile may be; the folder of its file if None.
    """

    def __init__(
        self, settings: Settings = DEFAULT, schema: Schema | None = None, *, folder: str | None = None
    ) -> None:
        self._schema = schema
        self._folder = folder
        self._last: tuple[Document, Bibliography | None, tuple[Diagnostic, ...]] | None = None
        self._policy = Policy(settings, families="SJTV") if schema else Policy(settings)

    def check(self, document: Document) -> list[Diagnostic]:
        """What counts of all that is wrong with a document, in the order of its text; each fault once."""
        once: dict[tuple[object, ...], Diagnostic] = {}
        for found in self.occurrences(document):
            once.setdefault((found.start, found.end, found.code, found.message), found)
        return list(once.values())

    def occurrences(self, document: Document) -> list[Diagnostic]:
        """The same, with what is wrong behind an alias of YAML as often as it comes out in the data."""
        if self._schema is None:
            return self._policy.apply(document, self._findings(document))
        from cvpress.rules.by_schema import check_by_schema

        return self._policy.apply(document, check_by_schema(document, self._schema))

    def check_bibliography(self, document: Document) -> CheckedBibliography | None:
        """The bibliography that a profile names, and what is wrong with it; None if there is none to be read."""
        bibliography = self._bibliography(document)[0] if self._schema is None and _has_bibliography(document) else None
        if bibliography is None:
            return None
        return CheckedBibliography(
            bibliography, self._policy.weigh(bibliography.document, bibliography.document.faults)
        )

    def _findings(self, document: Document) -> list[Diagnostic]:
        if not _has_bibliography(document):
            return check(document)
        bibliography, unusable = self._bibliography(document)
        found = check(document, None if bibliography is None else bibliography.keys)
        return sorted([*found, *unusable], key=lambda diagnostic: (diagnostic.start, diagnostic.code))

    def _bibliography(self, document: Document) -> tuple[Bibliography | None, tuple[Diagnostic, ...]]:
        """That of a document; the last one is kept, since it is asked for more than once."""
        if self._last is None or self._last[0] is not document:
            from cvpress.attachments.bibliography import read_bibliography_of

            folder = (os.path.dirname(document.name) or ".") if self._folder is None else self._folder
            self._last = (document, *read_bibliography_of(document, folder))
        return self._last[1:]

    def unused(self) -> list[Diagnostic]:
        """The exceptions of the settings file that hit nothing in the documents so far."""
        return self._policy.unused()


def validate(source: Source, *, settings: Settings = DEFAULT) -> list[Diagnostic]:
    """Everything that is wrong with a profile, in the order of the text, and then with its bibliography.

    Args:
        source: a document, or the path of a file.
        settings: which rules count, how severely, and the exceptions; `read_settings` reads them.

    Raises:
        FileError: the file cannot be read.
    """
    validator, document = Validator(settings), document_of(source)
    found = validator.check(document)
    bibliography = validator.check_bibliography(document)
    return [*found, *bibliography.diagnostics] if bibliography else found


def fix(source: Source, *, settings: Settings = DEFAULT, unsafe: bool = False) -> Fixed:
    """Mend what a program can mend of a profile; nothing is written.

    Args:
        source: a document, or the path of a file.
        settings: which rules count, how severely, and the exceptions.
        unsafe: mend also where the profile may say something else afterwards.

    Returns:
        The mended document, and the diagnostics that it no longer has.

    Raises:
        FileError: the file cannot be read.
    """
    from cvpress.fixes import fix as mend

    return mend(document_of(source), Validator(settings).occurrences, unsafe=unsafe)


def _has_bibliography(document: Document) -> bool:
    data = document.data
    return isinstance(data, dict) and isinstance(data.get("bibliography"), str) and bool(data["bibliography"].strip())


def document_of(source: Source) -> Document:
    """The document itself, or the one in the file that has that path.

    Raises:
        FileError: the file cannot be read.
    """
    return source if isinstance(source, Document) else load(source)
