from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageFile

from cvpress.views.bare import is_bare
from cvpress.views.picture import read_figure, read_photo


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


def corners(data: bytes) -> list[str]:
    """Which of red, green, blue and white is in each corner, from the upper left one with the clock."""
    image = Image.open(BytesIO(data)).convert("RGB")
    right, bottom = image.width - 1, image.height - 1
    names = {(1, 0, 0): "red", (0, 1, 0): "green", (0, 0, 1): "blue", (1, 1, 1): "white"}
    pixels = [image.getpixel(place) for place in ((0, 0), (right, 0), (right, bottom), (0, bottom))]
    return [names[tuple(int(channel > 128) for channel in pixel)] for pixel in pixels]


ORIENTATIONS = [
    Image.Transpose.FLIP_LEFT_RIGHT,
    Image.Transpose.ROTATE_180,
    Image.Transpose.FLIP_TOP_BOTTOM,
    Image.Transpose.TRANSPOSE,
    Image.Transpose.ROTATE_90,
    Image.Transpose.TRANSVERSE,
    Image.Transpose.ROTATE_270,
]
"""How a camera held in the ways 2 to 8 of EXIF stores what it sees."""


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_upright_and_without_metadata(kind: str, orientation: int) -> None:
    seen = Image.new("RGB", (64, 96), "red")
    seen.paste("lime", (32, 0, 64, 48))
    seen.paste("blue", (32, 48, 64, 96))
    seen.paste("white", (0, 48, 32, 96))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[0x001D] = "1903:11:05"  # GPS date
    stored, buffer = seen if orientation == 1 else seen.transpose(ORIENTATIONS[orientation - 2]), BytesIO()
    stored.save(buffer, kind, exif=exif, comment="SecretComment", quality=95)
    photo = read_photo(buffer.getvalue())
    assert (photo.width, photo.height) == (64, 96)
    assert corners(photo.data) == ["red", "green", "blue", "white"]
    assert not [word for word in (b"Secret", b"Exif", b"1903", b"ICC") if word in photo.data]


def test_small() -> None:
    photo = read_photo(picture("PNG", (3000, 4000)))
    assert (photo.width, photo.height) == (450, 600)


@pytest.mark.parametrize(("mode", "most"), [("RGB", 80_000), ("RGBA", 280_000)])
def test_bounded_bytes(mode: str, most: int) -> None:
    noise = Image.frombytes(mode, (900, 1200), random.Random(1).randbytes(900 * 1200 * len(mode)))  # noqa: S311
    buffer = BytesIO()
    noise.save(buffer, "PNG")
    photo = read_photo(buffer.getvalue())
    assert len(photo.data) < most
    assert photo.height >= 300


@pytest.mark.parametrize(
    ("size", "aspect", "expected"),
    [
        ((400, 500), 4 / 5, (400, 500)),
        ((600, 500), 4 / 5, (400, 500)),
        ((400, 600), 1.0, (400, 400)),
        ((40, 4000), 4 / 5, (40, 50)),
        ((4000, 40), 4 / 5, (32, 40)),
        ((1, 1), 0.75, (1, 1)),
        ((3000, 4000), 0, (450, 600)),
    ],
)
def test_aspect(size: tuple[int, int], aspect: float, expected: tuple[int, int]) -> None:
    photo = read_photo(picture("PNG", size), aspect)
    assert (photo.width, photo.height) == expected


def test_a_crop_keeps_what_is_above_the_middle() -> None:
    high = Image.new("RGB", (90, 390), "red")
    high.paste("white", (0, 100, 90, 190))
    buffer = BytesIO()
    high.save(buffer, "PNG")
    assert corners(read_photo(buffer.getvalue(), 1.0).data) == ["white"] * 4


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


# ---- Pictures that are finished ----


def noise(kind: str, size: tuple[int, int], mode: str = "RGB") -> bytes:
    """A picture that is hard to pack."""
    buffer = BytesIO()
    Image.effect_noise(size, 80).convert(mode).save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize(
    ("size", "aspect"), [((1200, 900), 0.0), ((901, 1203), 4 / 5), ((333, 1000), 1.0), ((9, 7), 0.75)]
)
def test_a_photo_that_was_written_is_not_written_anew(size: tuple[int, int], aspect: float, mode: str) -> None:
    once = read_photo(noise("PNG", size, mode), aspect)
    assert is_bare(once.data)
    assert read_photo(once.data, aspect) == once


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_figure_that_was_written_is_not_written_anew(kind: str) -> None:
    once = read_figure(noise(kind, (1700, 400)))
    assert is_bare(once.data)
    assert read_figure(once.data) == once


def with_segment(jpeg: bytes, marker: int, body: bytes) -> bytes:
    """A JPEG with one more segment."""
    return jpeg[:2] + bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body + jpeg[2:]


def with_chunk(png: bytes, kind: bytes, body: bytes, place: int = 33) -> bytes:
    """A PNG with one more chunk; behind its head unless said otherwise."""
    chunk = struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return png[:place] + chunk + png[place:]


JPEG, PNG = read_figure(noise("JPEG", (40, 40))).data, read_figure(noise("PNG", (40, 40))).data
STOWAWAYS = {
    "EXIF": with_segment(JPEG, 0xE1, b"Exif\0\0Zq"),
    "a comment": with_segment(JPEG, 0xFE, b"Zq"),
    "a colour profile": with_segment(JPEG, 0xE2, b"ICC_PROFILE\0\1\1Zq"),
    "a second JFIF": with_segment(JPEG, 0xE0, JPEG[6:20]),
    "a thumbnail": JPEG[:4] + (19).to_bytes(2) + JPEG[6:18] + b"\1\1Zqx" + JPEG[20:],
    "behind a JPEG": JPEG + b"Zq",
    "a second JPEG": JPEG + JPEG,
    "a text": with_chunk(PNG, b"tEXt", b"Zq"),
    "EXIF in a PNG": with_chunk(PNG, b"eXIf", b"Zq"),
    "behind a PNG": PNG + b"Zq",
    "behind the pixels": with_chunk(PNG, b"IDAT", b"Zq", len(PNG) - 12),
    "at the end": PNG[:-12] + struct.pack(">I", 2) + b"IENDZq" + struct.pack(">I", zlib.crc32(b"IENDZq")),
}


@pytest.mark.parametrize("data", STOWAWAYS.values(), ids=STOWAWAYS)
def test_what_rides_along_is_left_behind(data: bytes) -> None:
    assert not is_bare(data)
    try:
        written = read_figure(data).data
    except ValueError:  # broken as well
        return
    assert is_bare(written)
    assert b"Zq" not in written
