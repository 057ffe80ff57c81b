"""Rendering: a profile that passed its validation → views in a theme → HTML, PDF.

What is heavy is imported where it is needed.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from cvpress.diagnostics import Diagnostic, Severity
from cvpress.errors import InvalidProfile
from cvpress.pipeline.validating import Validator, document_of
from cvpress.policy.policy import Policy
from cvpress.policy.settings import DEFAULT
from cvpress.rules.engine import check
from cvpress.schema import accepts
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.model.profile import Profile
    from cvpress.pipeline.validating import Source
    from cvpress.policy.settings import Settings
    from cvpress.syntax.document import Document
    from cvpress.themes.find import Theme
    from cvpress.views.listing import Listed
    from cvpress.views.view import Picture, View

__all__ = ["Opened", "Origin", "Output", "Rendering", "checked", "open_profile", "prepare", "render_html", "render_pdf"]

_CV = Request()


class Output(NamedTuple):
    """What was made of a document: its bytes, and what was noticed meanwhile."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def checked(output: Output, document: Document) -> Output:
    """An output, if nothing that was noticed while it was made is an error.

    Raises:
        InvalidProfile: something is.
    """
    if any(map(_is_error, output.diagnostics)):
        raise InvalidProfile(f"{document.name} cannot be rendered as PDF", output.diagnostics)
    return output


class Origin(NamedTuple):
    """What a document is made of.

    Attributes:
        profile: the whole profile.
        request: what was asked for, with all that was left out for want of room.
        pictures: those of figures, by the names that the profile gives them.
        has_named_theme: whether the theme was asked for by its name, and not by a path.
    """

    profile: Profile
    request: Request
    pictures: Mapping[str, Picture]
    has_named_theme: bool


class Rendering(NamedTuple):
    """A document ready to be written: what is shown, in which theme, and what was noticed.

    Attributes:
        document: the profile that it is made of.
        diagnostics: warnings of the rendering itself; errors have stopped it before.
        left_out: the entries for which there is no room on the pages that are asked for.
        origin: what it is made of, for the source that its PDF carries.
    """

    document: Document
    view: View
    theme: Theme
    options: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings = DEFAULT
    left_out: tuple[Listed, ...] = ()
    origin: Origin | None = None

    def html(self) -> str:
        """The document as one self-contained HTML page."""
        from cvpress.writers.html import write_html

        return write_html(self.view, self.theme, self.options)

    def paper_html(self) -> str:
        """The source of the PDF, without its styles: what a theme's templates make of the view."""
        from cvpress.writers.pdf import paper_html

        return paper_html(self.view, self.theme, self.options)

    def pdf(self) -> bytes:
        """The document as PDF.

        Raises:
            InvalidProfile: no font has the letters of a text.
            MissingLibrary: Pango is not installed.
        """
        return self.output("pdf").data

    def output(self, format_name: str) -> Output:
        """The document in a format, and what was noticed while it was made: characters without a font, too little room.

        Args:
            format_name: one of `cvpress.values.outputs.FORMATS`.

        Raises:
            InvalidProfile: what was noticed is an error: words that no font has the letters of.
            MissingLibrary: Pango is not installed.
        """
        if format_name == "html":
            return Output(self.html().encode("utf-8"))
        from cvpress.notices import layout_notices
        from cvpress.pipeline.source import attached_sources
        from cvpress.writers.pdf import write_pdf

        pdf = write_pdf(self.view, self.theme, self.options, attached_sources([self]))
        noticed = Policy(self.settings).weigh(self.document, layout_notices(self.document, self.view, pdf))
        return checked(Output(pdf.data, tuple(noticed)), self.document)


class Opened(NamedTuple):
    """A profile without errors, of which any number of documents can be made.

    Attributes:
        document: what was written.
        folder: where its photo and its pictures may be.
        diagnostics: warnings of its validation.
    """

    document: Document
    profile: Profile
    folder: str
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings

    def rendering(
        self,
        request: Request = _CV,
        *,
        theme: str = "",
        options: Mapping[str, str] | None = None,
        project: str = "",
        is_fitted: bool = True,
    ) -> Rendering:
        """Make the view of a document.

        Args:
            request: which document, and how.
            theme: a theme's name, or the path of its folder; if empty the variant's, the settings', the
                profile's, or `modern`.
            options: options of the theme; theirs hold beside them (`cvpress.pipeline.look`).
            project: the folder whose themes/ is looked at; the working folder if empty.
            is_fitted: whether entries are left out for the pages that are asked for, which takes seconds.

        Raises:
            ThemeError: there is no such theme, or it is broken.
            UsageError: there is no such document, variant, language or option, or the document
                does not fit on the pages that are asked for.
            MissingLibrary: pages are to be counted, and Pango is not installed.
        """
        from cvpress.notices import language_notices, qr_notices
        from cvpress.pipeline.fitting import fitted
        from cvpress.pipeline.look import Wish, look_of
        from cvpress.pipeline.pictures import Place, photo_of, pictures_of
        from cvpress.views.build import build_view
        from cvpress.views.presentation import Presentation
        from cvpress.views.select import find_variant, resolved

        asked = Wish(theme, options or {})
        # What is asked for beats the variant, whose order and titles are part of the selection.
        request = replace(request, selection=Presentation.of(asked.options).selection(request.selection))
        request = resolved(self.profile, request)
        variant = find_variant(self.profile, request.variant)
        found, chosen, is_named = look_of(
            self.profile, self.settings, (request.variant, variant), asked, project or os.getcwd()
        )
        found.check_document(request.document)
        where = Place(self.document, self.profile, self.folder)
        photo, no_photo = photo_of(where, request, found, chosen)
        pictures, no_pictures = pictures_of(where, request) if request.document == "portfolio" else ({}, ())
        presentation = Presentation.of(chosen)
        build = partial(build_view, self.profile, photo=photo, pictures=pictures, presentation=presentation)
        wanted = request if is_fitted else replace(request, fit=0)
        view, request, left_out = fitted(self.profile, wanted, build, partial(_page_count, theme=found, options=chosen))
        wants_qr = presentation.has_qr and request.document == "cv" and request.redaction is None
        no_qr = qr_notices(self.document) if wants_qr and view.person.qr is None else ()
        notices = [*language_notices(self.document, request.language), *no_photo, *no_pictures, *no_qr]
        noticed = Policy(self.settings).weigh(self.document, notices)
        origin = Origin(self.profile, request, pictures, is_named)
        return Rendering(self.document, view, found, chosen, tuple(noticed), self.settings, left_out, origin)


def open_profile(source: Source, *, folder: str | None = None, settings: Settings = DEFAULT) -> Opened:
    """Validate a profile, so that documents can be made of it.

    Args:
        source: a document, or the path of a file.
        folder: where the profile's photo and its bibliography may be; the folder of its file if None.
        settings: which rules count, how severely, and the exceptions. What breaks the
            format's schema stops a rendering whatever they say.

    Raises:
        FileError: the file cannot be read.
        InvalidProfile: it has errors.
    """
    document = document_of(source)
    place = os.path.dirname(document.name) or "." if folder is None else folder
    validator = Validator(settings, folder=place)
    diagnostics = validator.check(document)
    bibliography = validator.check_bibliography(document)
    if bibliography:
        diagnostics += bibliography.diagnostics
    if not any(map(_is_error, diagnostics)) and not (document.data and accepts(document.data)):
        diagnostics = check(document, None)  # an error that the settings leave out
    if any(map(_is_error, diagnostics)):
        raise InvalidProfile(f"{document.name} has errors", diagnostics)

    from cvpress.model.profile import Profile

    data = document.data
    if bibliography:
        from cvpress.attachments.bibliography import with_publications

        data = with_publications(data, bibliography.bibliography)
    return Opened(document, Profile.model_validate(data), place, tuple(diagnostics), settings)


def prepare(
    source: Source,
    request: Request = _CV,
    *,
    theme: str = "",
    options: Mapping[str, str] | None = None,
    folder: str | None = None,
    settings: Settings = DEFAULT,
) -> Rendering:
    """Validate a profile and make the view of a document.

    Args and errors: as `open_profile` and `Opened.rendering`.
    """
    opened = open_profile(source, folder=folder, settings=settings)
    rendering = opened.rendering(request, theme=theme, options=options)
    return rendering._replace(diagnostics=(*opened.diagnostics, *rendering.diagnostics))


def render_html(
    source: Source, request: Request = _CV, *, theme: str = "", options: Mapping[str, str] | None = None
) -> str:
    """Render a document of a profile as one self-contained HTML page.

    Args and errors: as `prepare`.
    """
    return prepare(source, request, theme=theme, options=options).html()


def render_pdf(
    source: Source, request: Request = _CV, *, theme: str = "", options: Mapping[str, str] | None = None
) -> bytes:
    """Render a document of a profile as PDF; the same input gives the same bytes.

    Args and errors: as `prepare`, and MissingLibrary where Pango is not installed.
    """
    return prepare(source, request, theme=theme, options=options).pdf()


def _page_count(view: View, theme: Theme, options: Mapping[str, str]) -> int:
    from cvpress.writers.pdf import page_count

    return page_count(view, theme, options)


def _is_error(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.ERROR
