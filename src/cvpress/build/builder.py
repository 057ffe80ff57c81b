"""Makes the outputs of a recipe, those that are out of date."""

from __future__ import annotations

import os
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from cvpress._version import __version__
from cvpress.build.state import fingerprint, folder_fingerprint
from cvpress.paths import PROFILE_STEMS, profile_paths
from cvpress.pipeline.rendering import open_profile
from cvpress.views.available import requests
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.build.recipes import Recipe
    from cvpress.diagnostics import Diagnostic
    from cvpress.pipeline.rendering import Rendering
    from cvpress.policy.settings import Settings

__all__ = ["Job", "Output", "jobs", "made", "profiles_of"]


class Job(NamedTuple):
    """One file that is to be made.

    Attributes:
        name: the file, relative to the folder of the recipe's outputs.
        rendering: what stands in it.
        format: "html" or "pdf".
        source: the fingerprint of everything that it is made of.
    """

    name: str
    rendering: Rendering
    format: str
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


def jobs(recipe: Recipe, profile: str, folder: str, project: str, settings: Settings) -> Iterator[Job]:
    """The files that are to be made of a profile.

    Args:
        recipe: what is to be made.
        profile: the path of the profile.
        folder: where its outputs go, relative to the recipe's.
        project: the folder whose themes/ is looked at.
        settings: which rules count.

    Raises:
        CvpressError: the profile has errors, or there is no such document, variant, locale or theme.
    """
    opened = open_profile(profile, settings=settings)
    stem = os.path.splitext(os.path.basename(profile))[0]
    for variant, locale in product(recipe.variants, recipe.locales):
        wanted = Request(language=locale)
        for request in requests(opened.profile, recipe.documents, wanted):
            rendering = opened.rendering(request, theme=recipe.theme, options=dict(recipe.options), project=project)
            name = "-".join(filter(None, (stem, variant, locale)))
            source = _source(rendering)
            for format_name in recipe.formats:
                file = f"{name}{rendering.view.suffix}.{format_name}"
                yield Job(os.path.join(folder, file), rendering, format_name, fingerprint(source, format_name))


def made(job: Job) -> Output:
    """Make a file.

    Raises:
        ThemeError: the theme is broken.
        MissingLibrary: Pango is not installed.
    """
    if job.format == "html":
        return Output(job.rendering.html().encode("utf-8"), ())
    return Output(*job.rendering.pdf_and_diagnostics())


def _source(rendering: Rendering) -> str:
    """The fingerprint of everything that the outputs of a rendering are made of.

    A view holds all that is shown, so a change of what is not (a comment, a private entry,
    another variant) makes nothing new.
    """
    return fingerprint(
        __version__,
        _weasyprint_version(),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        repr(rendering.view),
        repr(sorted(rendering.options.items())),
        folder_fingerprint(rendering.theme.folders),
    )


def _weasyprint_version() -> str:
    from importlib.metadata import version

    return version("weasyprint")
