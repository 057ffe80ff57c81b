"""What every document of a profile is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.views.context import Context
    from cvpress.views.request import Request
    from cvpress.views.view import Page, Person, Photo

__all__ = ["Frame"]


class Frame(NamedTuple):
    """What all documents have in common, made before the document itself.

    Attributes:
        request: what is asked for.
        context: makes texts, dates and figures of the language.
        pictures: those of figures, by the names that the profile gives them.
    """

    request: Request
    context: Context
    page: Page
    person: Person
    pictures: Mapping[str, Photo]
