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
    from cvpress.views.view import Photo, View

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
        from cvpress.writers.pdf import write_pdf

        return write_pdf(self.view, self.theme, self.options)


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
    from cvpress.themes.find import find_theme
    from cvpress.themes.options import chosen_options

    document = _document(source)
    diagnostics = check(document)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        raise InvalidProfile(f"{document.name} has errors", diagnostics)
    found = find_theme(theme, project=os.getcwd())
    settings = chosen_options(found.options, options or {})
    photo, notes = _photo(document, os.path.dirname(document.name) or "." if folder is None else folder)

    from cvpress.model.profile import Profile
    from cvpress.views.build import build_view

    view = build_view(Profile.model_validate(document.data), language=language, photo=photo)
    return Rendering(view, found, settings, (*diagnostics, *_language_notes(document, language), *notes))


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


def _language_notes(document: Document, language: str) -> tuple[Diagnostic, ...]:
    """A warning if there are no words for the profile's own language, or no texts in another that is asked for."""
    from cvpress.rules.rendering import NO_WORDS, NOT_TRANSLATED
    from cvpress.views.locales import has_catalogue, languages

    own = document.data.get("meta", {}).get("language", "")
    wanted = language.replace("_", "-").partition("-")[0]
    if not language and own and not has_catalogue(own):
        message = f"there are no words for the language `{own}`; section titles are in English"
        hint = f"languages: {', '.join(languages())}"
        return (document.diagnostic(NO_WORDS.code, NO_WORDS.severity, message, hint, ("meta", "language")),)
    translations = {tag.partition("-")[0] for tag in document.data.get("translations", {})}
    if language and wanted not in {(own or "en").partition("-")[0], *translations}:
        message = f"the profile has no texts in `{wanted}`; only titles and dates are"
        hint = f"write them under `translations`, as `{wanted}`"
        return (document.diagnostic(NOT_TRANSLATED.code, NOT_TRANSLATED.severity, message, hint, ()),)
    return ()


def _photo(document: Document, folder: str) -> tuple[Photo | None, tuple[Diagnostic, ...]]:
    """The photo that the profile names, or a warning that says why there is none."""
    name = document.data.get("basics", {}).get("image", "")
    if not name:
        return None, ()
    from cvpress.rules.rendering import PHOTO_UNUSABLE
    from cvpress.views.photo import read_photo

    try:
        return read_photo(_file_in(folder, name)), ()
    except ValueError as error:
        warning = document.diagnostic(
            PHOTO_UNUSABLE.code,
            PHOTO_UNUSABLE.severity,
            f"the photo cannot be shown: {error}",
            "put a JPEG, PNG or WebP file beside the profile, and write its name",
            ("basics", "image"),
        )
        return None, (warning,)


def _file_in(folder: str, name: str) -> bytes:
    """The bytes of a file in a folder.

    Raises:
        ValueError: it is elsewhere, too large, or cannot be read.
    """
    from cvpress.views.photo import MAX_BYTES as MAX_PHOTO_BYTES

    if "\0" in name or "://" in name or name.startswith("data:"):
        raise ValueError("it is no file")
    root = os.path.realpath(folder)
    path = os.path.realpath(os.path.join(root, name))
    if os.path.commonpath([root, path]) != root:
        raise ValueError("it lies outside the folder of the profile")
    if not os.path.isfile(path):
        raise ValueError("there is no such file")
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_PHOTO_BYTES + 1)
    except OSError as error:
        raise ValueError(_reason(error)) from error
    if len(data) > MAX_PHOTO_BYTES:
        raise ValueError(f"it is larger than {MAX_PHOTO_BYTES // 2**20} MiB")
    return data


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
