"""Validation: a file or a document → everything that is wrong with it, and how to mend that.

It imports neither the models nor a renderer: on every push it is run on files that are fine.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from cvpress.loading import load
from cvpress.policy.policy import Policy
from cvpress.policy.settings import DEFAULT
from cvpress.rules.engine import check
from cvpress.syntax.document import Document

if TYPE_CHECKING:
    from cvpress.diagnostics import Diagnostic
    from cvpress.fixes import Fixed
    from cvpress.policy.settings import Settings
    from cvpress.schema.schema import Schema

__all__ = ["Source", "Validator", "document_of", "fix", "validate"]

Source = Document | str | PathLike[str]
"""A document, or the path of a file."""


class Validator:
    """Finds what is wrong with the documents of one run.

    Args:
        settings: which rules count, how severely, and the exceptions.
        schema: what to judge by in place of the format and its rules; documents are to be
            loaded as plain data then.
    """

    def __init__(self, settings: Settings = DEFAULT, schema: Schema | None = None) -> None:
        self._schema = schema
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
            return self._policy.apply(document, check(document))
        from cvpress.rules.by_schema import check_by_schema

        return self._policy.apply(document, check_by_schema(document, self._schema))

    def unused(self) -> list[Diagnostic]:
        """The exceptions of the settings file that hit nothing in the documents so far."""
        return self._policy.unused()


def validate(source: Source, *, settings: Settings = DEFAULT) -> list[Diagnostic]:
    """Everything that is wrong with a profile, in the order of the text.

    Args:
        source: a document, or the path of a file.
        settings: which rules count, how severely, and the exceptions; `read_settings` reads them.

    Raises:
        FileError: the file cannot be read.
    """
    return Validator(settings).check(document_of(source))


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


def document_of(source: Source) -> Document:
    """The document itself, or the one in the file that has that path.

    Raises:
        FileError: the file cannot be read.
    """
    return source if isinstance(source, Document) else load(source)
