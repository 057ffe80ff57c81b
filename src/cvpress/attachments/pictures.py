"""The pictures that a deck shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.attachments.files import file_in
from cvpress.diagnostics import Finding
from cvpress.rules.rendering import FIGURE_UNUSABLE
from cvpress.views.picture import MAX_BYTES, read_figure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cvpress.diagnostics import Diagnostic
    from cvpress.syntax.document import Document
    from cvpress.views.portfolio.topics import LocatedFigure
    from cvpress.views.view import Picture

__all__ = ["read_pictures"]

_MOST: Final = 60


def read_pictures(
    document: Document, figures: Iterable[LocatedFigure], folder: str
) -> tuple[dict[str, Picture], tuple[Diagnostic, ...]]:
    """The pictures of some figures, by the names that the profile gives them, and warnings of what cannot be shown.

    Args:
        document: the profile, where the warnings are.
        figures: those that are to be shown; no more than 60 pictures are.
        folder: where the pictures may be.
    """
    pictures: dict[str, Picture] = {}
    warnings: list[Diagnostic] = []
    for pointer, figure in figures:
        if not figure.image or figure.image in pictures:
            continue
        try:
            pictures[figure.image] = _read(folder, figure.image, len(pictures))
        except ValueError as error:
            message = f"the picture cannot be shown: {error}"
            hint = "put a JPEG, PNG or WebP file beside the profile, and write its name"
            warnings.append(FIGURE_UNUSABLE.report(document, Finding((*pointer, "image"), message, hint)))
    return pictures, tuple(warnings)


def _read(folder: str, name: str, count: int) -> Picture:
    if count == _MOST:
        raise ValueError(f"a deck has no more than {_MOST}")
    return read_figure(file_in(folder, name, MAX_BYTES))
