"""The whole way: file → Document → diagnostics, Profile, View → output.

Nothing else knows all of it. What is heavy is imported where it is needed: validation
imports neither the models nor a renderer.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from cvpress.diagnostics import Diagnostic, Severity
from cvpress.errors import FileError, InvalidProfile
from cvpress.rules.engine import check
from cvpress.syntax import read
from cvpress.syntax.limits import BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from cvpress.syntax.document import Document
    from cvpress.themes.find import Theme
    from cvpress.views.view import View

    Source = Document | str | PathLike[str]

__all__ = ["Rendering", "load", "loads", "prepare", "render_html", "render_pdf", "validate"]


def load(path: str | PathLike[str], name: str = "") -> Document:
    """Read a profile file; "-" is standard input.

    What is wrong with its text is not raised but found by `validate`.

    Args:
        path: a JSON, YAML or TOML file.
        name: what diagnostics call it, and whose extension tells the syntax; the path if empty.

    Raises:
        FileError: there is no such file, or it cannot be read.
    """
    path = os.fspath(path)
    if path == "-":
        if sys.stdin is None:
            raise FileError("standard input is closed")
        return loads(sys.stdin.buffer.read(BYTES + 1), name or "<stdin>")
    try:
        with open(path, "rb") as file:
            # Asking for the limit at once would reserve so much for each of a thousand small files.
            size = os.fstat(file.fileno()).st_size
            return read(file.read(min(size or BYTES, BYTES) + 1), name or path)
    except OSError as error:
        what = path or "a file without a name"
        raise FileError(f"{what} cannot be read: {_reason(error)}", _reading_hint(path)) from error


def loads(source: bytes, name: str = "<stdin>", syntax: str | None = None) -> Document:
    """Read a profile from bytes.

    Args:
        source: the text, in UTF-8.
        name: what diagnostics call it; its extension tells the syntax.
        syntax: "json", "yaml" or "toml", where the name does not tell.
    """
    return read(source, name, syntax)


def validate(source: Source) -> list[Diagnostic]:
    """Everything that is wrong with a profile, in the order of the text.

    Args:
        source: a document, or the path of a file.

    Raises:
        FileError: the file cannot be read.
    """
    return check(_document(source))


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
        return pdf.data, missing_characters(self.document, pdf.missing)


def prepare(
    source: Source,
    *,
    theme: str = "modern",
    options: Mapping[str, str] | None = None,
    language: str = "",
    folder: str | None = None,
) -> Rendering:
    """Validate a profile and make its view.

    Args:
        source: a document, or the path of a file.
        theme: a theme's name, or the path of its folder.
        options: options of the theme.
        language: a BCP 47 tag; the profile's own language if empty.
        folder: where the profile's photo may be; the folder of its file if None.

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
    diagnostics = check(document)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        raise InvalidProfile(f"{document.name} has errors", diagnostics)
    found = find_theme(theme, project=os.getcwd())
    settings = chosen_options(found.options, options or {})
    photo, notices = read_photo_of(document, os.path.dirname(document.name) or "." if folder is None else folder)

    from cvpress.model.profile import Profile
    from cvpress.views.build import build_view

    view = build_view(Profile.model_validate(document.data), language=language, photo=photo)
    notices = (*diagnostics, *language_notices(document, language), *notices)
    return Rendering(document, view, found, settings, notices)


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


def _document(source: Source) -> Document:
    from cvpress.syntax.document import Document

    return source if isinstance(source, Document) else load(source)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _reading_hint(name: str) -> str:
    if os.path.isdir(name):
        return "it is a folder; name a file in it"
    if os.path.lexists(name):
        return ""
    from difflib import get_close_matches

    folder, wanted = os.path.split(name)
    try:
        match = get_close_matches(wanted, os.listdir(folder or "."), n=1)
    except OSError:
        return f"there is no folder {folder}"
    return f"did you mean {os.path.join(folder, match[0])}?" if match else ""
