"""Which documents there are in a profile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cvpress.errors import UsageError
from cvpress.values.suggestions import suggestion
from cvpress.views.build import DOCUMENTS
from cvpress.views.letters.choice import chosen_letter, public_letters
from cvpress.views.request import BLIND_DOCUMENTS
from cvpress.views.select import resolved, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.model.profile import Profile
    from cvpress.views.request import Request

__all__ = ["ALL", "requests", "requests_to_merge"]

ALL = "all"
"""Stands for every document that the profile has something for."""


def requests(profile: Profile, documents: Sequence[str], request: Request) -> tuple[Request, ...]:
    """What is asked for, a request a document.

    Args:
        profile: a whole profile.
        documents: kinds of documents, or ALL.
        request: all that the documents have in common.

    Raises:
        UsageError: there is no such kind of document, or something is asked for that none of them has.
    """
    for document in documents:
        if document not in DOCUMENTS and document != ALL:
            raise UsageError(f"there is no document `{document}`", f"documents: {', '.join((*DOCUMENTS, ALL))}")
    _refuse_in_vain(profile, documents, request)
    if ALL in documents:
        request = resolved(profile, request)
        return tuple(wanted for wanted in _available(profile, request) if _can_be(wanted))
    return tuple(replace(request, document=document) for document in dict.fromkeys(documents))


def requests_to_merge(profile: Profile, documents: Sequence[str], request: Request) -> tuple[Request, ...]:
    """What one file of several documents holds: what goes to one reader.

    ALL stands for the letter, the CV and the portfolio.

    Args and errors: as `requests`; and UsageError for the story sheet, or where several letters may be meant.
    """
    if "stories" in documents:
        raise UsageError("the story sheet is for yourself and cannot be part of an application", "leave it out")
    wanted = [one for one in requests(profile, documents, request) if one.document != "stories"]
    if ALL not in documents:
        return tuple(wanted)
    letters = [one for one in wanted if one.document == "letter"]
    if len(letters) > 1:
        chosen_letter(profile, request.letter)
    return (*letters, *(one for one in wanted if one.document != "letter"))


def _refuse_in_vain(profile: Profile, documents: Sequence[str], request: Request) -> None:
    """Refuse what would change nothing without a word."""
    wanted = set(documents)
    if request.with_private and not {"stories", ALL} & wanted:
        raise UsageError("what is private is shown in the story sheet alone", "add --document stories")
    if request.letter and not {"letter", ALL} & wanted:
        raise UsageError(f"letter `{request.letter}` is in none of these documents", "add --document letter")
    if request.fit and not {"cv", ALL} & wanted:
        raise UsageError("only a CV is fitted to a number of pages", "add --document cv")
    tags = tags_of(profile)
    for tag in (*request.selection.include, *request.selection.exclude):
        if tag not in tags:
            hint = suggestion(tag, sorted(tags), "tags: ")
            raise UsageError(f"no entry has the tag `{tag}`", hint)


def _available(profile: Profile, request: Request) -> Iterator[Request]:
    from cvpress.views.portfolio.view import has_portfolio
    from cvpress.views.stories.view import has_stories

    yield replace(request, document="cv")
    letters = public_letters(profile)
    for position, name in letters:
        if request.letter in {"", name} and _is_in(profile.letters[position].language, request.language):
            yield replace(request, document="letter", letter=name if len(letters) > 1 else "")
    if has_portfolio(profile):
        yield replace(request, document="portfolio")
    if has_stories(profile, with_private=request.with_private):
        yield replace(request, document="stories")


def _can_be(request: Request) -> bool:
    """Whether the document can be blind, where it is to be."""
    return request.redaction is None or request.document in BLIND_DOCUMENTS


def _is_in(own: str, wanted: str) -> bool:
    """Whether a letter is one of those that are asked for by a language; without a language of its own it is in all."""
    return not own or not wanted or own.partition("-")[0] == wanted.partition("-")[0]
