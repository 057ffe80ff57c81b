"""The pictures of a document: the photo and the figures that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.diagnostics import Diagnostic
    from cvpress.model.profile import Profile
    from cvpress.syntax.document import Document
    from cvpress.themes.find import Theme
    from cvpress.views.request import Request
    from cvpress.views.view import Picture

__all__ = ["Place", "photo_of", "pictures_of"]


class Place(NamedTuple):
    """Where pictures are named, and the folder that they are looked for in."""

    document: Document
    profile: Profile
    folder: str


def photo_of(
    place: Place, request: Request, theme: Theme, options: Mapping[str, str]
) -> tuple[Picture | None, tuple[Diagnostic, ...]]:
    """The photo as the theme crops it, and why it is not shown; a blind document has none."""
    from cvpress.attachments.photo import read_photo_of
    from cvpress.themes.options import photo_aspect

    if request.redaction is not None:
        return None, ()
    return read_photo_of(place.document, place.folder, photo_aspect(theme.options, options))


def pictures_of(place: Place, request: Request) -> tuple[Mapping[str, Picture], tuple[Diagnostic, ...]]:
    """The pictures of a deck, and what of its figures is not shown; a blind deck has no pictures."""
    from cvpress.attachments.pictures import read_pictures
    from cvpress.notices import figure_notices
    from cvpress.views.build import shown_part
    from cvpress.views.portfolio.topics import figures, place_in

    document, shown = place.document, shown_part(place.profile, request)
    located = [(place_in(document, pointer), figure) for pointer, figure in figures(shown)]
    wanted = located if request.redaction is None else ()
    pictures, unusable = read_pictures(document, wanted, place.folder)
    return pictures, (*unusable, *figure_notices(document, located))
