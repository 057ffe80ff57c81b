"""What every document of a profile is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cvpress.model.profile import Profile
    from cvpress.views.context import Context
    from cvpress.views.request import Request
    from cvpress.views.view import Page, Person

__all__ = ["Frame"]


class Frame(NamedTuple):
    """What all documents have in common, made before the document itself.

    Attributes:
        request: what is asked for.
        context: makes texts, dates and figures of the language.
        whole: the profile with its private parts, to tell where something stands in it and
            what is private; nothing of it is to be shown.
    """

    request: Request
    context: Context
    page: Page
    person: Person
    whole: Profile
