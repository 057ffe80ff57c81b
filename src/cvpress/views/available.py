"""Which documents there are in a profile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cvpress.errors import UsageError
from cvpress.views.build import DOCUMENTS
from cvpress.views.letter_choice import public_letters
from cvpress.views.request import BLIND_DOCUMENTS
from cvpress.views.select import resolved

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
        UsageError: there is no such kind of document, or what is private is asked for in
            documents that never show it.
    """
    for document in documents:
        if document not in DOCUMENTS and document != ALL:
            raise UsageError(f"there is no document `{document}`", f"documents: {', '.join((*DOCUMENTS, ALL))}")
    if request.with_private and not {"stories", ALL} & set(documents):
        raise UsageError("what is private is shown in the story sheet alone", "add --document stories")
    if ALL in documents:
        request = resolved(profile, request)
        return tuple(wanted for wanted in _available(profile, request) if _can_be(wanted))
    return tuple(replace(request, document=document) for document in dict.fromkeys(documents))


def _available(profile: Profile, request: Request) -> Iterator[Request]:
    from cvpress.views.portfolio.view import has_portfolio
    from cvpress.views.stories import has_stories

    yield replace(request, document="cv")
    letters = public_letters(profile)
    for _, name in letters:
        if request.letter in {"", name}:
            yield replace(request, document="letter", letter=name if len(letters) > 1 else "")
    if has_portfolio(profile):
        yield replace(request, document="portfolio")
    if has_stories(profile, with_private=request.with_private):
        yield replace(request, document="stories")


def _can_be(request: Request) -> bool:
    """Whether the document can be blind, where it is to be."""
    return request.redaction is None or request.document in BLIND_DOCUMENTS
