"""Which documents there are in a profile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cvpress.errors import UsageError
from cvpress.views.build import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.model.profile import Profile
    from cvpress.views.request import Request

__all__ = ["ALL", "requests"]

ALL = "all"
"""Stands for every document that the profile has something for."""


def requests(profile: Profile, documents: Sequence[str], request: Request) -> tuple[Request, ...]:
    """What is asked for, a request a document.

    Args:
        profile: a whole profile.
        documents: kinds of documents, or ALL.
        request: all that the documents have in common.

    Raises:
        UsageError: there is no such kind of document.
    """
    for document in documents:
        if document not in DOCUMENTS and document != ALL:
            raise UsageError(f"there is no document `{document}`", f"documents: {', '.join((*DOCUMENTS, ALL))}")
    if ALL in documents:
        return tuple(_available(profile, request))
    return tuple(replace(request, document=document) for document in dict.fromkeys(documents))


def _available(profile: Profile, request: Request) -> Iterator[Request]:
    yield replace(request, document="cv")
    for letter in profile.letters:
        if letter.visibility == "public":
            yield replace(request, document="letter", letter=letter.id)
    if profile.portfolio != type(profile.portfolio)():
        yield replace(request, document="portfolio")
