"""Pictures that hold nothing but the picture: no camera's notes, no comment, nothing behind its end.

Only what `cvpress.views.picture` writes itself is taken for bare, by the structure of the file:
JPEG (ITU-T T.81, annex B) and PNG (https://www.w3.org/TR/png-3/).
"""

from __future__ import annotations

import struct
import zlib
from typing import Final

__all__ = ["is_bare"]

_JPEG: Final = b"\xff\xd8"
_APP0, _DQT, _SOF0, _DHT, _SOS = 0xE0, 0xDB, 0xC0, 0xC4, 0xDA
_MOST_OF: Final = {_APP0: 1, _DQT: 4, _SOF0: 1, _DHT: 8, _SOS: 1}
"""The segments that there may be, and how many of each; all others could tell something."""

_JFIF: Final = b"JFIF\0"
_JFIF_BYTES: Final = 14
_WITHOUT_THUMBNAIL: Final = b"\0\0"
_STUFFED: Final = 0
_END: Final = b"\xff\xd9"

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_CHANNELS: Final = {2: 3, 6: 4}
"""Colours without and with alpha, by the number that PNG has for them."""


def is_bare(data: bytes) -> bool:
    """Whether a file is a JPEG or a PNG with nothing beside its picture."""
    if data.startswith(_JPEG):
        return _is_bare_jpeg(data)
    return data.startswith(_PNG) and _is_bare_png(data)


def _is_bare_jpeg(data: bytes) -> bool:
    """Whether it has the segments that a picture needs, one scan, and its end is the end of the file."""
    counts = dict.fromkeys(_MOST_OF, 0)
    place = len(_JPEG)
    while data[place : place + 1] == b"\xff" and place + 4 <= len(data):
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4])
        if marker not in counts or length < 2:
            return False
        counts[marker] += 1
        body = data[place + 4 : place + 2 + length]
        if marker == _APP0 and not _is_plain_jfif(body):
            return False
        place += 2 + length
        if marker == _SOS:
            return all(counts[name] <= most for name, most in _MOST_OF.items()) and _is_only_scan(data[place:])
    return False


def _is_plain_jfif(body: bytes) -> bool:
    return len(body) == _JFIF_BYTES and body.startswith(_JFIF) and body.endswith(_WITHOUT_THUMBNAIL)


def _is_only_scan(rest: bytes) -> bool:
    """Whether nothing follows but one scan: in it, a byte 0xFF stands before a 0 until the end of the picture."""
    end = rest.find(b"\xff")
    while 0 <= end < len(rest) - 2 and rest[end + 1] == _STUFFED:
        end = rest.find(b"\xff", end + 2)
    return end == len(rest) - 2 and rest.endswith(_END)


def _is_bare_png(data: bytes) -> bool:
    """Whether it is a head, the picture and an end, and the picture is as many bytes as the head says."""
    kinds, pixels, head = [], [], b""
    place = len(_PNG)
    while place + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        kinds.append(kind)
        if kind == b"IHDR":
            head = body
        elif kind == b"IDAT":
            pixels.append(body)
        place += 12 + length
    count = len(kinds) - 2
    is_whole = place == len(data) and count > 0 and kinds == [b"IHDR", *[b"IDAT"] * count, b"IEND"]
    return is_whole and data.endswith(b"IEND\xaeB`\x82") and _is_all_pixels(head, b"".join(pixels))


def _is_all_pixels(head: bytes, packed: bytes) -> bool:
    if len(head) != 13:
        return False
    width, height, depth, colours, *others = struct.unpack(">IIBBBBB", head)
    if depth != 8 or colours not in _CHANNELS or any(others):
        return False
    wanted = height * (1 + width * _CHANNELS[colours])
    unpacker = zlib.decompressobj()
    try:
        found = len(unpacker.decompress(packed, wanted + 1))
    except zlib.error:
        return False
    return found == wanted and unpacker.eof and not unpacker.unused_data
