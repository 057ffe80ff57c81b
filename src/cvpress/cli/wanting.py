"""What a profile on the command line says that finished files must hold."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from cvpress.cli.findings import print_findings
from cvpress.cli.selecting import assignments_of
from cvpress.errors import CvpressError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.artefact import Artefact
    from cvpress.checking.wanted import Wanted
    from cvpress.cli.selecting import Wishes
    from cvpress.policy.settings import Settings
    from cvpress.views.request import Request
    from cvpress.views.view import View

__all__ = ["WantedBy", "Wants"]


class Wants(NamedTuple):
    """What the options say of the profile, as click gives it."""

    wishes: Wishes
    profile: str
    document: str
    letter: str
    theme: str
    assignments: tuple[str, ...]
    locale: str
    private: bool


class WantedBy:
    """What must be found in each of some files.

    Args:
        wants: what the command line says.
        settings: those of the run.

    Raises:
        UsageError: something is said of a profile, and none is named.
        InvalidProfile: the profile has errors.
        FileError: it cannot be read.
    """

    def __init__(self, wants: Wants, settings: Settings) -> None:
        self._wants = wants
        self._made: dict[str, tuple[View, ...]] = {}
        self._opened = None
        if wants.profile:
            from cvpress.pipeline.rendering import open_profile

            self._opened = open_profile(wants.profile, settings=settings)
            print_findings(self._opened.diagnostics)
        elif any((*wants.wishes, *wants[2:])):
            raise UsageError("what must be found is said of a profile, and none is named", "add --profile FILE")

    def of(self, artefact: Artefact) -> Wanted | None:
        """What must be found in a file: in the document whose title it has, unless one is asked for.

        None without a profile.

        Raises:
            UsageError: there is no such document, variant, language or option.
        """
        if self._opened is None:
            return None
        from cvpress.checking.wanted import wanted_of

        language = self._wants.locale or self._language(artefact)
        if language not in self._made:
            self._made[language] = tuple(self._views(language))
        views = self._made[language]
        title = artefact.metadata.title
        return wanted_of(next((view for view in views if view.title == title), views[0]))

    def _language(self, artefact: Artefact) -> str:
        """The language of a file, where there are words for it, and it is not that of the profile anyhow."""
        from cvpress.views.locales import catalogue, nearest_catalogue

        assert self._opened  # noqa: S101  as `of` sees to
        language = artefact.metadata.language
        own = nearest_catalogue(self._opened.profile.meta.language or "en").tag
        if language and language.partition("-")[0] != own.partition("-")[0]:
            with suppress(UsageError):
                return catalogue(language).tag
        return ""

    def _views(self, language: str) -> Iterator[View]:
        """The documents that may be meant, the likeliest first."""
        from cvpress.views.available import requests
        from cvpress.views.request import Request

        assert self._opened  # noqa: S101  as `of` sees to
        wants, assigned = self._wants, assignments_of(self._wants.assignments)
        request = Request(
            letter=wants.letter,
            language=language,
            with_private=wants.private,
            variant=wants.wishes.variant,
            selection=wants.wishes.selection(assigned.basics),
            redaction=wants.wishes.redaction,
            fit=wants.wishes.fit or 0,
        )
        named = [wants.document.strip().lower()] if wants.document else ["all"]
        for wanted in requests(self._opened.profile, named, request):
            try:
                yield self._opened.rendering(self._fitting(wanted), theme=wants.theme, options=assigned.theme).view
            except CvpressError:
                if wants.document or wanted.document == "cv":
                    raise  # another one is not asked for: a theme need not have it

    def _fitting(self, request: Request) -> Request:
        """The request with pages only where they count."""
        return request if request.document == "cv" else replace(request, fit=0)
