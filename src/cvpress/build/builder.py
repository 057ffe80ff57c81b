"""Makes the outputs of a recipe, those that are out of date."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from cvpress._version import __version__
from cvpress.build.state import fingerprint, folder_fingerprint
from cvpress.paths import PROFILE_STEMS, profile_paths
from cvpress.pipeline.merging import merged_pdf_and_diagnostics
from cvpress.pipeline.rendering import open_profile
from cvpress.values.outputs import blind_stem, output_stem
from cvpress.views.available import requests
from cvpress.views.select import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.build.recipes import Recipe
    from cvpress.diagnostics import Diagnostic
    from cvpress.pipeline.rendering import Opened, Rendering
    from cvpress.policy.settings import Settings
    from cvpress.views.request import Request

__all__ = ["Job", "Maker", "Output", "profiles_of"]


class Job(NamedTuple):
    """One file that is to be made.

    Attributes:
        name: the file, relative to the folder of the recipe's outputs.
        format: "html" or "pdf".
        requests: the documents in it: one, or several that are merged.
        source: the fingerprint of everything that it is made of.
    """

    name: str
    format: str
    requests: tuple[Request, ...]
    source: str


class Output(NamedTuple):
    """One file that was made: its bytes, and what was noticed while they were."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...]


def profiles_of(recipe: Recipe, project: str) -> Iterator[tuple[str, str]]:
    """The profiles of a recipe, each with the folder for its outputs, relative to that of the recipe.

    Several profiles have a folder each, called as the file is, or as its folder where the
    file is called profile, resume or cv.

    Args:
        recipe: what is to be made.
        project: the folder that the recipe's paths are relative to.

    Raises:
        FileError: a folder holds no profile, or a pattern fits no file.
    """
    paths = [found for path in recipe.profiles for found in profile_paths(os.path.join(project, path))]
    for path in dict.fromkeys(map(os.path.normpath, paths)):
        yield path, _name(path) if len(paths) > 1 else ""


def _name(path: str) -> str:
    stem = os.path.splitext(os.path.basename(path))[0]
    return os.path.basename(os.path.dirname(os.path.abspath(path))) if stem.lower() in PROFILE_STEMS else stem


class Maker:
    """Makes the files of one profile.

    Args:
        recipe: what is to be made.
        profile: the path of the profile.
        project: the folder whose themes/ is looked at.
        settings: which rules count.

    Raises:
        FileError: the profile cannot be read.
        InvalidProfile: it has errors.
    """

    def __init__(self, recipe: Recipe, profile: str, project: str, settings: Settings) -> None:
        self._recipe = recipe
        self._profile = profile
        self._project = project
        self._opened: Opened = open_profile(profile, settings=settings)
        self._diagnostics = list(self._opened.diagnostics)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The warnings of its validation, and of the views that were made so far; each once."""
        return tuple(dict.fromkeys(self._diagnostics))

    def jobs(self, folder: str) -> Iterator[Job]:
        """The files that are to be made.

        Args:
            folder: where they go, relative to the folder of the recipe's outputs.

        Raises:
            ThemeError: there is no such theme, or it is broken.
            UsageError: there is no such document, variant, locale or option.
        """
        for variant, locale in product(self._recipe.variants, self._recipe.locales):
            common = replace(self._recipe.request, variant=variant, language=locale)
            wanted = requests(self._opened.profile, self._recipe.documents, common)
            views = [self._rendering(request, is_fitted=False) for request in wanted]
            for rendering in views:
                self._diagnostics += rendering.diagnostics
            for job in self._jobs_of(wanted, views):
                yield job._replace(name=os.path.join(folder, job.name))

    def _jobs_of(self, wanted: tuple[Request, ...], views: list[Rendering]) -> Iterator[Job]:
        """Several documents are merged as PDF; pages of HTML are always apart."""
        fits = [resolved(self._opened.profile, request).fit for request in wanted]
        sources = [_source(view, fit) for view, fit in zip(views, fits, strict=True)]
        for format_name in self._recipe.formats:
            if format_name == "pdf" and self._recipe.is_merged:
                name = f"{self._stem(wanted[0], '-application')}.pdf"
                yield Job(name, "pdf", wanted, fingerprint("merged", *sources))
                continue
            for request, view, source in zip(wanted, views, sources, strict=True):
                name = f"{self._stem(request, view.view.suffix)}.{format_name}"
                yield Job(name, format_name, (request,), fingerprint(format_name, source))

    def _stem(self, request: Request, suffix: str) -> str:
        if request.redaction:
            return output_stem(blind_stem(suffix), request.variant, request.language)
        return f"{output_stem(self._profile, request.variant, request.language)}{suffix}"

    def make(self, job: Job) -> Output:
        """Make a file.

        Raises:
            ThemeError: the theme is broken.
            MissingLibrary: Pango is not installed.
            UsageError: the CV does not fit on the pages that are asked for.
        """
        renderings = [self._rendering(request, is_fitted=True) for request in job.requests]
        if len(renderings) > 1:
            return Output(*merged_pdf_and_diagnostics(renderings))
        (rendering,) = renderings
        if job.format == "html":
            return Output(rendering.html().encode("utf-8"), ())
        return Output(*rendering.pdf_and_diagnostics())

    def _rendering(self, request: Request, *, is_fitted: bool) -> Rendering:
        return self._opened.rendering(
            request,
            theme=self._recipe.theme,
            options=dict(self._recipe.options),
            project=self._project,
            is_fitted=is_fitted,
        )


def _source(rendering: Rendering, fit: int) -> str:
    """The fingerprint of everything that the outputs of a rendering are made of.

    A view holds all that is shown, so a change of what is not (a comment, a private entry,
    another variant) makes nothing new.
    """
    return fingerprint(
        __version__,
        _weasyprint_version(),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        str(fit),
        repr(rendering.view),
        repr(sorted(rendering.options.items())),
        folder_fingerprint(rendering.theme.folders),
    )


def _weasyprint_version() -> str:
    from importlib.metadata import version

    return version("weasyprint")
