"""The files that a recipe makes of a profile."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from cvpress._version import __version__
from cvpress.build.state import fingerprint, folder_fingerprint
from cvpress.paths import PROFILE_STEMS, profile_paths
from cvpress.pipeline.merging import merged_output
from cvpress.pipeline.rendering import open_profile
from cvpress.pipeline.source import attached_sources
from cvpress.values.outputs import APPLICATION, file_stem
from cvpress.views.available import requests, requests_to_merge
from cvpress.views.select import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.build.recipes import Recipe
    from cvpress.diagnostics import Diagnostic
    from cvpress.pipeline.rendering import Opened, Output, Rendering
    from cvpress.policy.settings import Settings
    from cvpress.views.request import Request

__all__ = ["Job", "Maker", "profiles_of"]


class _Document:
    """A document of a recipe; it is fitted to its pages, which takes seconds, once and only if it is made."""

    def __init__(self, maker: Maker, request: Request) -> None:
        self._maker = maker
        self.request = request
        self.fit = resolved(maker.opened.profile, request).fit
        self.whole = maker.rendering(request, is_fitted=False)

    @cached_property
    def rendering(self) -> Rendering:
        """What is written."""
        return self._maker.rendering(self.request, is_fitted=True) if self.fit else self.whole

    @property
    def source(self) -> str:
        """The fingerprint of everything that it is made of.

        A view holds all that is shown, so a change of what is not (a comment, a private entry,
        another variant) makes nothing new.
        """
        return fingerprint(
            __version__,
            _weasyprint_version(),
            os.environ.get("SOURCE_DATE_EPOCH", ""),
            str(self.fit),
            repr(self.whole.view),
            repr(sorted(self.whole.options.items())),
            folder_fingerprint(self.whole.theme.folders),
        )


class Job(NamedTuple):
    """One file that is to be made.

    Attributes:
        name: the file, relative to the folder of the recipe's outputs.
        format: "html" or "pdf".
        documents: what is in it: one document, or several that are merged.
        source: the fingerprint of everything that it is made of.
    """

    name: str
    format: str
    documents: tuple[_Document, ...]
    source: str

    def make(self) -> Output:
        """Make the file.

        Raises:
            ThemeError: the theme is broken.
            MissingLibrary: Pango is not installed.
            UsageError: the CV does not fit on the pages that are asked for.
        """
        if len(self.documents) > 1:
            return merged_output([document.rendering for document in self.documents])
        return self.documents[0].rendering.output(self.format)


def profiles_of(recipe: Recipe, project: str) -> Iterator[tuple[str, str]]:
    """The profiles of a recipe, each with the folder for its outputs, relative to that of the recipe.

    Several profiles have a folder each, called as the file is, or as its folder where the
    file is called profile, resume or cv. Those of blind documents have numbers: the names of
    files are often those of people.

    Args:
        recipe: what is to be made.
        project: the folder that the recipe's paths are relative to.

    Raises:
        FileError: a folder holds no profile, or a pattern fits no file.
    """
    paths = [found for path in recipe.profiles for found in profile_paths(os.path.join(project, path))]
    for number, path in enumerate(dict.fromkeys(map(os.path.normpath, paths)), start=1):
        name = str(number) if recipe.request.redaction else _name(path)
        yield path, name if len(paths) > 1 else ""


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
        self.opened: Opened = open_profile(profile, settings=settings)
        self._documents: list[_Document] = []
        self._diagnostics = list(self.opened.diagnostics)

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
            for format_name in self._recipe.formats:
                for job in self._jobs_of(format_name, common):
                    yield job._replace(name=os.path.join(folder, job.name))

    def _jobs_of(self, format_name: str, common: Request) -> Iterator[Job]:
        """The files of a format. Documents are merged as PDF; pages of HTML are always apart."""
        profile, names = self.opened.profile, self._recipe.documents
        if format_name == "pdf" and self._recipe.is_merged:
            documents = tuple(map(self._document, requests_to_merge(profile, names, common)))
            carried = _carried(documents)
            source = fingerprint("merged", *carried, *(document.source for document in documents))
            yield Job(f"{_stem(self._profile, common, APPLICATION)}.pdf", "pdf", documents, source)
            return
        for document in map(self._document, requests(profile, names, common)):
            name = f"{_stem(self._profile, document.request, document.whole.view.suffix)}.{format_name}"
            carried = _carried([document]) if format_name == "pdf" else ()
            yield Job(name, format_name, (document,), fingerprint(format_name, *carried, document.source))

    def _document(self, request: Request) -> _Document:
        """A document, made once for all formats."""
        for document in self._documents:
            if document.request == request:
                return document
        self._documents.append(_Document(self, request))
        return self._documents[-1]

    def rendering(self, request: Request, *, is_fitted: bool) -> Rendering:
        """A document of the profile, in the recipe's theme; errors as of `Opened.rendering`."""
        rendering = self.opened.rendering(
            request,
            theme=self._recipe.theme,
            options=dict(self._recipe.options),
            project=self._project,
            is_fitted=is_fitted,
        )
        self._diagnostics += rendering.diagnostics
        return rendering


def _carried(documents: Sequence[_Document]) -> tuple[bytes, ...]:
    """What the PDF of some documents carries beside its pages."""
    return tuple(file.data for file in attached_sources([document.whole for document in documents]))


def _stem(profile: str, request: Request, suffix: str) -> str:
    return file_stem(
        profile,
        suffix,
        variant=request.variant,
        language=request.language,
        is_blind=request.redaction is not None,
    )


def _weasyprint_version() -> str:
    from importlib.metadata import version

    return version("weasyprint")
