"""What every document of a profile is made with."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.views.context import Context
    from cvpress.views.letters.choice import ChosenLetter
    from cvpress.views.person import Person
    from cvpress.views.request import Request
    from cvpress.views.view import Page, Picture

__all__ = ["Frame"]

_NONE: Final[Mapping[str, Picture]] = MappingProxyType({})


class Frame(NamedTuple):
    """What all documents have in common, made before the document itself.

    Attributes:
        request: what is asked for.
        context: makes texts, dates and figures of the language.
        letter: which letter is meant, where one is asked for.
        withheld_stories: how many stories are private and left out, to tell why there is no sheet.
        pictures: those of figures, by the names that the profile gives them.
    """

    request: Request
    context: Context
    page: Page
    person: Person
    letter: ChosenLetter | None = None
    withheld_stories: int = 0
    pictures: Mapping[str, Picture] = _NONE
