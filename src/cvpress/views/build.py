"""Profile → View: take out what is private, translate, order, write out."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Final

from cvpress.views.context import Context
from cvpress.views.frame import Frame
from cvpress.views.header import person
from cvpress.views.letters.choice import chosen_letter
from cvpress.views.locales import catalogue, nearest_catalogue
from cvpress.views.presentation import PLAIN
from cvpress.views.privacy import known_part, public_part
from cvpress.views.request import Request
from cvpress.views.select import resolved, selected
from cvpress.views.translate import translated, untranslated
from cvpress.views.view import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.model.profile import Profile
    from cvpress.views.locales import Catalogue
    from cvpress.views.presentation import Presentation
    from cvpress.views.qr import QrCode
    from cvpress.views.view import Picture, View

__all__ = ["DOCUMENTS", "build_view", "shown_part"]

DOCUMENTS: Final[Mapping[str, tuple[str, str]]] = {
    "cv": ("cvpress.views.cv", "cv_view"),
    "letter": ("cvpress.views.letters.view", "letter_view"),
    "portfolio": ("cvpress.views.portfolio.view", "portfolio_view"),
    "stories": ("cvpress.views.stories.view", "stories_view"),
}
"""What can be made of a profile: module and function of each, imported when it is asked for."""

_CV = Request()


def build_view(
    profile: Profile,
    request: Request = _CV,
    *,
    photo: Picture | None = None,
    pictures: Mapping[str, Picture] | None = None,
    presentation: Presentation = PLAIN,
) -> View:
    """Make the view of a document.

    Args:
        profile: a whole profile.
        request: which document, and how. Where there are no words for the profile's own
            language, they are English.
        presentation: how things are shown, as the options of a theme say.
        photo: the person's photo, read and bounded (`cvpress.views.picture`).
        pictures: those of figures, by the names that the profile gives them.

    Raises:
        UsageError: there are no words for the language that is asked for, no such variant, the
            profile has nothing for such a document, or it cannot be blind.
    """
    request = resolved(profile, request)
    request = replace(request, selection=presentation.selection(request.selection))
    letter = chosen_letter(profile, request.letter) if request.document == "letter" else None
    words = _catalogue(_addressed(profile, request), request.language)
    shown = shown_part(profile, request)
    if request.redaction is not None:
        from cvpress.views.redact import blinded

        shown, request = blinded(shown, request, words.words, profile)
        photo = None
    context = Context(
        language=words.tag,
        catalogue=words,
        name=words.words["candidate"] if request.redaction else shown.basics.name,
        publications={name: one for one in shown.publications for name in (one.key, one.id) if name},
        presentation=presentation,
    )
    frame = Frame(
        request=request,
        context=context,
        page=_page(shown, words),
        person=person(
            shown.basics, context, photo if presentation.has_photo else None, _qr(shown, request, presentation)
        ),
        letter=letter,
        withheld_stories=0 if request.keeps_private else _private_stories(profile),
        pictures=pictures or {},
    )
    module, function = DOCUMENTS[request.document]
    build = getattr(import_module(module), function)
    view: View = build(shown, frame)
    return view


def shown_part(profile: Profile, request: Request) -> Profile:
    """What a request leaves of a profile: without what is private, translated, selected; not yet blind.

    Of letters only the one that is asked for is left.

    Args and errors: as `build_view`.
    """
    request = resolved(profile, request)
    profile = _addressed(profile, request)
    part = known_part(profile) if request.keeps_private else public_part(profile)
    return selected(translated(part, _catalogue(profile, request.language).tag), request.selection)


def _addressed(profile: Profile, request: Request) -> Profile:
    """For a letter, the profile with that alone, whose language is the profile's."""
    if request.document != "letter":
        return profile
    letter = profile.letters[chosen_letter(profile, request.letter).position]
    meta = profile.meta.model_copy(update={"language": letter.language or profile.meta.language})
    return profile.model_copy(update={"letters": (letter,), "meta": meta})


def _private_stories(profile: Profile) -> int:
    return sum(story.visibility == "private" for story in profile.stories)


def _catalogue(profile: Profile, language: str) -> Catalogue:
    return catalogue(language) if language else nearest_catalogue(profile.meta.language or "en")


def _qr(shown: Profile, request: Request, presentation: Presentation) -> QrCode | None:
    """The QR code of a CV that is to have one; a blind CV leads nowhere."""
    if not presentation.has_qr or request.document != "cv" or request.redaction is not None:
        return None
    from cvpress.views.qr import qr_code

    return qr_code(shown.basics)


def _page(profile: Profile, words: Catalogue) -> Page:
    return Page(
        language=words.tag,
        direction=words.locale.text_direction,
        words=words.words,
        modified=profile.meta.last_modified,
        texts=untranslated(profile, words.tag),
        comma=words.comma,
    )
