"""The whole way: file → Document → diagnostics, Profile, View → output.

Nothing else knows all of it. What is heavy is imported where it is needed: validation
imports neither the models nor a renderer.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from cvpress.diagnostics import Diagnostic, Severity
from cvpress.errors import InvalidProfile
from cvpress.loading import load
from cvpress.policy.policy import Policy
from cvpress.policy.settings import DEFAULT
from cvpress.rules.engine import check
from cvpress.schema import accepts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from cvpress.fixes import Fixed
    from cvpress.policy.settings import Settings
    from cvpress.readers.bibtex import Bibliography
    from cvpress.schema.schema import Schema
    from cvpress.syntax.document import Document
    from cvpress.themes.find import Theme
    from cvpress.views.view import View

    Source = Document | str | PathLike[str]

__all__ = ["CheckedBibliography", "Rendering", "Validator", "fix", "prepare", "render_html", "render_pdf", "validate"]


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
            from cvpress.bibliographies import read_bibliography_of

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
    validator, document = Validator(settings), _document(source)
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

    return mend(_document(source), Validator(settings).occurrences, unsafe=unsafe)


class Rendering(NamedTuple):
    """A profile ready to be written: what is shown, in which theme, and what was noticed.

    Attributes:
        diagnostics: warnings; errors have stopped the rendering before.
    """

    document: Document
    view: View
    theme: Theme
    options: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings = DEFAULT

    def html(self) -> str:
        """The CV as one self-contained HTML page."""
        from cvpress.writers.html import write_html

        return write_html(self.view, self.theme, self.options)

    def pdf(self) -> bytes:
        """The CV as PDF.

        Raises:
            MissingLibrary: Pango is not installed.
        """
        return self.pdf_and_diagnostics()[0]

    def pdf_and_diagnostics(self) -> tuple[bytes, tuple[Diagnostic, ...]]:
        """The CV as PDF, and what was noticed while it was set: characters that no font has.

        Raises:
            MissingLibrary: Pango is not installed.
        """
        from cvpress.notices import missing_characters
        from cvpress.writers.pdf import write_pdf

        pdf = write_pdf(self.view, self.theme, self.options)
        noticed = Policy(self.settings).weigh(self.document, missing_characters(self.document, pdf.missing))
        return pdf.data, tuple(noticed)


def prepare(
    source: Source,
    *,
    theme: str = "modern",
    options: Mapping[str, str] | None = None,
    language: str = "",
    folder: str | None = None,
    settings: Settings = DEFAULT,
) -> Rendering:
    """Validate a profile and make its view.

    Args:
        source: a document, or the path of a file.
        theme: a theme's name, or the path of its folder.
        options: options of the theme.
        language: a BCP 47 tag; the profile's own language if empty.
        folder: where the profile's photo and its bibliography may be; the folder of its file if None.
        settings: which rules count, how severely, and the exceptions. What breaks the
            format's schema stops a rendering whatever they say.

    Raises:
        FileError: the file cannot be read.
        InvalidProfile: it has errors.
        ThemeError: there is no such theme, or it is broken.
        UsageError: there is no such option or language.
    """
    from cvpress.notices import language_notices, read_photo_of
    from cvpress.themes.find import find_theme
    from cvpress.themes.options import chosen_options

    document = _document(source)
    folder = (os.path.dirname(document.name) or ".") if folder is None else folder
    validator = Validator(settings, folder=folder)
    diagnostics = validator.check(document)
    bibliography = validator.check_bibliography(document)
    if bibliography:
        diagnostics += bibliography.diagnostics
    if not any(map(_is_error, diagnostics)) and not (document.data and accepts(document.data)):
        diagnostics = check(document, None)  # an error that the settings leave out
    if any(map(_is_error, diagnostics)):
        raise InvalidProfile(f"{document.name} has errors", diagnostics)
    found = find_theme(theme, project=os.getcwd())
    chosen = chosen_options(found.options, options or {})
    photo, notices = read_photo_of(document, folder)

    from cvpress.model.profile import Profile
    from cvpress.views.build import build_view
    from cvpress.views.context import PublicationStyle

    data = document.data
    if bibliography:
        from cvpress.bibliographies import with_publications

        data = with_publications(data, bibliography.bibliography)
    style = PublicationStyle.of(chosen)
    view = build_view(Profile.model_validate(data), language=language, photo=photo, publications=style)
    noticed = Policy(settings).weigh(document, [*language_notices(document, language), *notices])
    return Rendering(document, view, found, chosen, (*diagnostics, *noticed), settings)


def render_html(
    source: Source, *, theme: str = "modern", options: Mapping[str, str] | None = None, language: str = ""
) -> str:
    """Render a profile as one self-contained HTML page.

    Args and errors: as `prepare`.
    """
    return prepare(source, theme=theme, options=options, language=language).html()


def render_pdf(
    source: Source, *, theme: str = "modern", options: Mapping[str, str] | None = None, language: str = ""
) -> bytes:
    """Render a profile as PDF; the same input gives the same bytes.

    Args and errors: as `prepare`, and MissingLibrary where Pango is not installed.
    """
    return prepare(source, theme=theme, options=options, language=language).pdf()


def _is_error(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.ERROR


def _has_bibliography(document: Document) -> bool:
    data = document.data
    return isinstance(data, dict) and isinstance(data.get("bibliography"), str) and bool(data["bibliography"].strip())


def _document(source: Source) -> Document:
    from cvpress.syntax.document import Document

    return source if isinstance(source, Document) else load(source)
