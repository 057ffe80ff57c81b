from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageFile

from cvpress.views.picture import read_photo


def picture(kind: str, size: tuple[int, int] = (40, 60), mode: str = "RGB", exif: Image.Exif | None = None) -> bytes:
    """A picture file."""
    buffer = BytesIO()
    options = {"exif": exif} if exif else {}
    Image.new(mode, size, "red").save(buffer, kind, **options)
    return buffer.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("kind", "mode", "media_type"),
    [
        ("JPEG", "RGB", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
        ("PNG", "RGB", "image/jpeg"),
        ("PNG", "RGBA", "image/png"),
        ("PNG", "P", "image/jpeg"),
        ("WEBP", "RGB", "image/jpeg"),
    ],
)
def test_formats(kind: str, mode: str, media_type: str) -> None:
    photo = read_photo(picture(kind, mode=mode))
    assert (photo.media_type, photo.width, photo.height) == (media_type, 40, 60)
    assert photo.url.startswith(f"data:{media_type};base64,")


def test_upright_and_without_metadata() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # rotated
    exif[0x010F] = "SecretCamera"
    photo = read_photo(picture("JPEG", exif=exif))
    assert (photo.width, photo.height) == (60, 40)
    assert b"SecretCamera" not in photo.data
    assert b"Exif" not in photo.data


def test_small() -> None:
    photo = read_photo(picture("PNG", (3000, 4000)))
    assert (photo.width, photo.height) == (540, 720)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        picture("GIF"),
        picture("PNG")[:60],
        picture("JPEG")[:300],
        bomb(30_000, 30_000),
        bomb(0, 10),
        bomb(100, 100),
    ],
    ids=["empty", "text", "SVG", "GIF", "cut PNG", "cut JPEG", "bomb", "no pixels", "short data"],
)
def test_unusable(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^it "):
        read_photo(data)


@pytest.mark.parametrize("side", [7_100, 10_000, 13_000])
def test_too_many_pixels(side: int) -> None:
    with pytest.raises(ValueError, match="it has more than 50 million pixels"):
        read_photo(bomb(side, side))


@pytest.mark.parametrize("takes_halves", [True, False])
def test_half_a_picture_is_none_whether_weasyprint_was_here_or_not(
    monkeypatch: pytest.MonkeyPatch, takes_halves: bool
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", takes_halves)
    with pytest.raises(ValueError, match="it is broken"):
        read_photo(picture("PNG", (400, 400))[:-30])
    assert ImageFile.LOAD_TRUNCATED_IMAGES is takes_halves
