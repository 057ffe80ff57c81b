"""Profile → View: take out what is private, translate, order, write out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.views.context import Context, PublicationStyle
from cvpress.views.header import address, contacts, person_facts
from cvpress.views.locales import catalogue, english_catalogue, has_catalogue
from cvpress.views.privacy import public_part
from cvpress.views.sections import sections
from cvpress.views.translate import translated
from cvpress.views.view import View

if TYPE_CHECKING:
    from cvpress.model.profile import Profile
    from cvpress.views.view import Photo

__all__ = ["build_view"]


_AS_WRITTEN = PublicationStyle()


def build_view(
    profile: Profile, *, language: str = "", photo: Photo | None = None, publications: PublicationStyle = _AS_WRITTEN
) -> View:
    """Make the view of a CV.

    Args:
        profile: a whole profile.
        language: a BCP 47 tag. If empty, the profile's own language (`meta.language`, else English);
            where there are no words for that one, they are English.
        publications: how publications are shown.
        photo: the person's photo, read and bounded (`cvpress.views.photo`).

    Raises:
        UsageError: there are no words for that language.
    """
    own = profile.meta.language or "en"
    words = catalogue(language or own) if language or has_catalogue(own) else english_catalogue(own)
    public = translated(public_part(profile), words.tag)
    basics = public.basics
    context = Context(
        language=words.tag,
        catalogue=words,
        name=basics.name,
        publications={name: one for one in public.publications for name in (one.key, one.id) if name},
        publication_style=publications,
    )
    label = context.text(basics.label)
    return View(
        language=words.tag,
        direction=words.locale.text_direction,
        name=basics.name,
        heading=basics.name or label.plain or words.words["curriculum_vitae"],
        label=label if basics.name else context.text(""),
        photo=photo,
        address=address(basics, context),
        contacts=contacts(basics),
        facts=person_facts(basics, context),
        summary=context.text(basics.summary),
        sections=sections(public, context),
        words=words.words,
        modified=public.meta.last_modified,
    )
