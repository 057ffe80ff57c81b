"""Bytes → text: UTF-8, and a fault that says what the bytes are if they are not."""

from __future__ import annotations

import codecs

from cvpress.syntax import limits
from cvpress.syntax.document import Fault, Span

__all__ = ["decode"]

_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(source: bytes) -> tuple[str, Fault | None]:
    """Decode a file; a UTF-8 byte order mark is dropped, as RFC 8259, 8.1 allows.

    Returns the text and what is wrong with it; with a fault, the text is there only
    to show its place.
    """
    if len(source) > limits.BYTES:
        return "", _too_large(len(source))
    for mark, encoding in _OTHER_MARKS:
        if source.startswith(mark):
            return source.decode(encoding, "replace"), _other_encoding(encoding)
    for encoding, every_other in (("utf-16-be", source[0:4:2]), ("utf-16-le", source[1:4:2])):
        if every_other == b"\0\0":
            return source.decode(encoding, "replace"), _other_encoding("UTF-16")
    source = source.removeprefix(codecs.BOM_UTF8)
    try:
        text = source.decode()
    except UnicodeDecodeError as error:
        return source.decode(errors="replace"), _not_utf8(source, error.start)
    return text, _nul(text) if "\0" in text else None


def _too_large(size: int) -> Fault:
    return Fault(
        "S106",
        f"the file is too large: {size:,} bytes, and at most {limits.BYTES:,} are read",
        "keep pictures and other data in files of their own and give their names",
        Span(0, 0),
    )


def _other_encoding(encoding: str) -> Fault:
    return Fault(
        "S105",
        f"the file is written in {encoding}, not in UTF-8",
        "save it as UTF-8: most editors have this under “Save as” or “Encoding”",
        Span(0, 0),
    )


def _not_utf8(source: bytes, offset: int) -> Fault:
    start = len(source[:offset].decode())
    byte = source[offset : offset + 1]
    meant = byte.decode("cp1252", "replace")
    guess = f": in Windows-1252 this byte is “{meant}”" if meant.isprintable() and meant != "�" else ""
    return Fault(
        "S105",
        f"byte {offset} of the file, 0x{byte[0]:02x}, is not UTF-8",
        f"save the file as UTF-8{guess}",
        Span(start, start + 1),
    )


def _nul(text: str) -> Fault:
    start = text.index("\0")
    return Fault("S108", "a NUL character stands in the text", "remove it", Span(start, start + 1))
