"""Where things of a PDF come to stand on the page as it is shown: cropped, turned, with forms in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pypdfium2 import PdfMatrix

from cvpress.measuring.boxes import Box

if TYPE_CHECKING:
    import pypdfium2

__all__ = ["box_in", "matrix_of", "placement"]

_DEEPEST: Final = 20
"""Forms within forms that are followed, beyond those that pypdfium2 goes down to."""


_TURNS: Final = (PdfMatrix(), PdfMatrix(0, -1, 1, 0), PdfMatrix(-1, 0, 0, -1), PdfMatrix(0, 1, -1, 0))
"""About the origin: none, and one to three quarters clockwise."""


def placement(page: pypdfium2.PdfPage) -> PdfMatrix:
    """What brings a page's own coordinates to those of the page as it is shown, from its lower left corner.

    A page is cropped to its CropBox and turned by its Rotate (ISO 32000-1, 7.7.3.3).
    """
    turned = _TURNS[page.get_rotation() // 90 % 4]
    left, bottom, _, _ = turned.on_rect(*page.get_bbox())
    return turned.multiply(PdfMatrix(1, 0, 0, 1, -left, -bottom))


def matrix_of(thing: pypdfium2.PdfObject, place: PdfMatrix) -> PdfMatrix:
    """What brings the coordinates that a thing is painted in to those of the page as it is shown.

    Args:
        thing: what is painted, on the page or in a form on it.
        place: the page's placement.
    """
    matrix, form = PdfMatrix(), thing.container
    for _ in range(_DEEPEST):
        if form is None:
            break
        matrix = matrix.multiply(form.get_matrix())
        form = form.container
    return matrix.multiply(place)


def box_in(matrix: PdfMatrix, box: tuple[float, float, float, float]) -> Box:
    """A box in other coordinates."""
    return Box(*matrix.on_rect(*box))
