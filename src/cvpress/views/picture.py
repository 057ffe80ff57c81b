"""A picture as an output may hold it: upright, small, and without its metadata.

A camera's file tells where and when it was taken; that is nobody's business, so the
picture is decoded and written anew.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from cvpress.views.view import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

__all__ = ["MAX_BYTES", "read_figure", "read_photo"]

MAX_BYTES = 20 * 1024 * 1024
"""The largest file that is looked at."""

_MAX_PIXELS = 50_000_000
_PHOTO_SIDE = 720
_FIGURE_SIDE = 1600
_FORMATS = ("JPEG", "PNG", "WEBP")


def read_photo(data: bytes) -> Picture:
    """Decode a photo and bound it.

    Args:
        data: a JPEG, PNG or WebP file.

    Raises:
        ValueError: it is none of these, broken, or too large; the message says which.
    """
    return _read(data, _PHOTO_SIDE, keeps_edges=False)


def read_figure(data: bytes) -> Picture:
    """Decode a figure and bound it: larger than a photo, and a PNG stays one, for its lines are sharp.

    Args and errors: as `read_photo`.
    """
    return _read(data, _FIGURE_SIDE, keeps_edges=True)


def _read(data: bytes, side: int, *, keeps_edges: bool) -> Picture:
    from PIL import Image, ImageOps

    try:
        with _strict_pillow(), Image.open(BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MAX_PIXELS:
                raise ValueError(f"it has more than {_MAX_PIXELS // 1_000_000} million pixels")
            is_drawn = keeps_edges and picture.format == "PNG"
            upright = ImageOps.exif_transpose(picture)
            has_alpha = "A" in upright.getbands() or "transparency" in upright.info
            if upright.mode == "P" and keeps_edges:
                upright = upright.convert("RGBA" if has_alpha else "RGB")  # a palette cannot be made smaller smoothly
            upright.thumbnail((side, side))
            plain = upright.convert("RGBA" if has_alpha else "RGB")
            return _written(plain, "PNG" if has_alpha or is_drawn else "JPEG")
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("it is not a JPEG, PNG or WebP picture, or it is broken") from error


@contextmanager
def _strict_pillow() -> Iterator[None]:
    """Take no half of a picture, which WeasyPrint makes Pillow do, and say nothing of large ones."""
    from PIL import ImageFile

    takes_halves = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = takes_halves


def _written(picture: Image, kind: str) -> Picture:
    picture.info.clear()  # what Pillow would write again: EXIF, comments, colour profiles
    buffer = BytesIO()
    if kind == "PNG":
        picture.save(buffer, "PNG", optimize=True)
    else:
        picture.save(buffer, "JPEG", quality=88, optimize=True)
    return Picture(f"image/{kind.lower()}", buffer.getvalue(), picture.width, picture.height)
