"""Rendering: a profile that passed its validation → views in a theme → HTML, PDF.

What is heavy is imported where it is needed.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.diagnostics import Diagnostic, Severity
from cvpress.errors import InvalidProfile, UsageError
from cvpress.pipeline.validating import Validator, document_of
from cvpress.policy.policy import Policy
from cvpress.policy.settings import DEFAULT
from cvpress.rules.engine import check
from cvpress.schema import accepts
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.model.profile import Profile
    from cvpress.model.variants import Variant
    from cvpress.pipeline.validating import Source
    from cvpress.policy.settings import Settings
    from cvpress.syntax.document import Document
    from cvpress.themes.find import Theme
    from cvpress.views.listing import Listed
    from cvpress.views.view import Picture, View

__all__ = ["Opened", "Output", "Rendering", "checked", "open_profile", "prepare", "render_html", "render_pdf"]

_THEME = "modern"
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


class Rendering(NamedTuple):
    """A document ready to be written: what is shown, in which theme, and what was noticed.

    Attributes:
        document: the profile that it is made of.
        diagnostics: warnings of the rendering itself; errors have stopped it before.
        left_out: the entries for which there is no room on the pages that are asked for.
    """

    document: Document
    view: View
    theme: Theme
    options: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings = DEFAULT
    left_out: tuple[Listed, ...] = ()

    def html(self) -> str:
        """The document as one self-contained HTML page."""
        from cvpress.writers.html import write_html

        return write_html(self.view, self.theme, self.options)

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
        from cvpress.writers.pdf import write_pdf

        pdf = write_pdf(self.view, self.theme, self.options)
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
            theme: a theme's name, or the path of its folder; if empty the variant's, or `modern`.
            options: options of the theme; the variant's hold beside them.
            project: the folder whose themes/ is looked at; the working folder if empty.
            is_fitted: whether entries are left out for the pages that are asked for, which takes seconds.

        Raises:
            ThemeError: there is no such theme, or it is broken.
            UsageError: there is no such document, variant, language or option, or the document
                does not fit on the pages that are asked for.
            MissingLibrary: pages are to be counted, and Pango is not installed.
        """
        from cvpress.attachments.photo import read_photo_of
        from cvpress.notices import language_notices
        from cvpress.pipeline.fitting import fitted
        from cvpress.themes.find import find_theme
        from cvpress.themes.options import chosen_options
        from cvpress.views.build import build_view
        from cvpress.views.context import PublicationStyle
        from cvpress.views.select import find_variant, resolved

        request = resolved(self.profile, request)
        variant = find_variant(self.profile, request.variant)
        found = find_theme(theme or (variant.theme if variant else "") or _THEME, project=project or os.getcwd())
        found.check_document(request.document)
        chosen = {**_options_of(variant, found, request.variant), **(options or {})}
        chosen = chosen_options(found.options, chosen)
        is_blind = request.redaction is not None
        photo, notices = (None, ()) if is_blind else read_photo_of(self.document, self.folder)
        pictures, unusable = self._pictures(request) if request.document == "portfolio" else ({}, ())
        build = partial(
            build_view, self.profile, photo=photo, pictures=pictures, publications=PublicationStyle.of(chosen)
        )
        wanted = request if is_fitted else replace(request, fit=0)
        view, left_out = fitted(self.profile, wanted, build, partial(_page_count, theme=found, options=chosen))
        noticed = Policy(self.settings).weigh(
            self.document, [*language_notices(self.document, request.language), *notices, *unusable]
        )
        return Rendering(self.document, view, found, chosen, tuple(noticed), self.settings, left_out)

    def _pictures(self, request: Request) -> tuple[Mapping[str, Picture], tuple[Diagnostic, ...]]:
        """The pictures of a deck, and what of its figures is not shown; a blind deck has no pictures."""
        from cvpress.attachments.pictures import read_pictures
        from cvpress.notices import figure_notices
        from cvpress.views.build import shown_part
        from cvpress.views.portfolio.topics import figures, place_in

        document, shown = self.document, shown_part(self.profile, request)
        located = [(place_in(document, pointer), figure) for pointer, figure in figures(shown)]
        wanted = located if request.redaction is None else ()
        pictures, unusable = read_pictures(document, wanted, self.folder)
        return pictures, (*unusable, *figure_notices(document, located))


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


def _options_of(variant: Variant | None, theme: Theme, name: str) -> dict[str, str]:
    """A variant's options for a theme, as the command line writes them.

    They are meant for its own theme: another that is asked for in its place need not have them all.

    Raises:
        UsageError: its theme has no such option, or it does not take the value.
    """
    from cvpress.themes.options import chosen_options

    if variant is None:
        return {}
    is_own = theme.name == (variant.theme or _THEME)
    options = {key: _written(value) for key, value in variant.options.items() if is_own or key in theme.options}
    try:
        chosen_options(theme.options, options)
    except UsageError as error:
        raise UsageError(f"variant `{name}`: {error.message}", error.hint) from error
    return options


def _written(value: Any) -> str:
    """A value of an option as text: true, 10, 0.5."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _page_count(view: View, theme: Theme, options: Mapping[str, str]) -> int:
    from cvpress.writers.pdf import page_count

    return page_count(view, theme, options)


def _is_error(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.ERROR
