"""A picture as an output may hold it: upright, small, and without its metadata.

A camera's file tells where and when it was taken; that is nobody's business, so the
picture is decoded and written anew, unless there is provably nothing in the file but a picture
of the right size.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from cvpress.views.bare import is_bare
from cvpress.views.view import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

__all__ = ["MAX_BYTES", "read_figure", "read_photo"]

MAX_BYTES = 20 * 1024 * 1024
"""The largest file that is looked at."""

_MAX_PIXELS = 50_000_000
_PHOTO_SIDES = (600, 480, 384, 300)
"""The longer side of a photo, in pixels: 50 mm at 300 to the inch, and less where the file would be too large."""

_PHOTO_BYTES = 80_000
_FIGURE_SIDE = 1600
_FORMATS = ("JPEG", "PNG", "WEBP")


def read_photo(data: bytes, aspect: float = 0) -> Picture:
    """Decode a photo, crop it and bound it: what is not shown is not in it.

    Args:
        data: a JPEG, PNG or WebP file.
        aspect: its width by its height as it is to be; 0 for as it is.

    Raises:
        ValueError: it is none of these, broken, or too large; the message says which.
    """
    with _opened(data) as picture:
        if _is_finished_photo(picture, data, aspect):
            return _as_it_is(picture, data)
        cropped = _cropped(_upright(picture), aspect)
        kind = "PNG" if _has_alpha(cropped) else "JPEG"
        plain = cropped.convert("RGBA" if kind == "PNG" else "RGB")
        for side in _PHOTO_SIDES:
            plain.thumbnail((side, side))
            written = _written(plain, kind)
            if len(written.data) <= _PHOTO_BYTES:
                break
        return written


def _is_finished_photo(picture: Image, data: bytes, aspect: float) -> bool:
    """Whether a photo is as it would be written: to write it anew would make it worse, and another file."""
    side = max(picture.size)
    is_small = side <= _PHOTO_SIDES[0] and (len(data) <= _PHOTO_BYTES or side <= _PHOTO_SIDES[-1])
    # Of a picture that was made smaller, a side may be rounded otherwise.
    has_shape = not aspect or abs(picture.width - picture.height * aspect) <= max(1, aspect)
    kind = ("PNG", "RGBA") if picture.format == "PNG" else ("JPEG", "RGB")
    return is_small and has_shape and (picture.format, picture.mode) == kind and is_bare(data)


def _is_finished_figure(picture: Image, data: bytes) -> bool:
    modes = ("RGB", "RGBA") if picture.format == "PNG" else ("RGB",)
    is_taken = picture.format in {"PNG", "JPEG"} and picture.mode in modes and max(picture.size) <= _FIGURE_SIDE
    return is_taken and is_bare(data)


def _as_it_is(picture: Image, data: bytes) -> Picture:
    """The same file, once it is sure that it is not broken."""
    picture.load()
    return Picture(f"image/{str(picture.format).lower()}", data, picture.width, picture.height)


def _cropped(picture: Image, aspect: float) -> Image:
    """The middle of a wide picture, the upper part of a high one: that is where a portrait has the eyes."""
    if not aspect:
        return picture
    width = max(1, min(picture.width, round(picture.height * aspect)))
    height = max(1, min(picture.height, round(picture.width / aspect)))
    left, top = (picture.width - width) // 2, (picture.height - height) // 3
    return picture.crop((left, top, left + width, top + height))


def read_figure(data: bytes) -> Picture:
    """Decode a figure and bound it: larger than a photo, and a PNG stays one, for its lines are sharp.

    Args and errors: as `read_photo`.
    """
    with _opened(data) as picture:
        if _is_finished_figure(picture, data):
            return _as_it_is(picture, data)
        is_drawn = picture.format == "PNG"
        upright = _upright(picture)
        upright.thumbnail((_FIGURE_SIDE, _FIGURE_SIDE))
        plain = upright.convert("RGBA" if _has_alpha(upright) else "RGB")
        return _written(plain, "PNG" if is_drawn or _has_alpha(plain) else "JPEG")


@contextmanager
def _opened(data: bytes) -> Iterator[Image]:
    """A picture of a kind that is taken; what is broken shows when it is decoded."""
    from PIL import Image

    try:
        with _strict_pillow(), Image.open(BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MAX_PIXELS:
                raise ValueError(f"it has more than {_MAX_PIXELS // 1_000_000} million pixels")
            yield picture
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("it is not a JPEG, PNG or WebP picture, or it is broken") from error


def _upright(picture: Image) -> Image:
    """As the camera was held. A palette becomes colours: it cannot be made smaller smoothly."""
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(picture)
    return upright.convert("RGBA" if _has_alpha(upright) else "RGB") if upright.mode == "P" else upright


def _has_alpha(picture: Image) -> bool:
    return "A" in picture.getbands() or "transparency" in picture.info


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
