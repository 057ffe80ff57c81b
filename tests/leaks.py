"""Looks for a mark in every byte of an output: as it is, broken up, in another case, encoded."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from outputs import pdf_contents, pdfminer_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["leaks"]


def leaks(output: bytes, marks: Iterable[str]) -> set[str]:
    """Those of some marks (words of ASCII letters) that are in an HTML page, a PDF or a text."""
    readings = [reading for data in _layers(output) for reading in _readings(data)]
    return {mark for mark in marks if any(form in reading for reading in readings for form in _forms(mark.lower()))} | {
        mark for mark in marks if any(form in output for form in _base64_forms(mark))
    }


def _layers(output: bytes) -> Iterator[bytes]:
    """The output itself, and what a PDF holds: all streams inflated, strings decoded, text as two programs read it."""
    yield output
    if output.startswith(b"%PDF"):
        yield pdf_contents(output).encode("utf-8", "surrogatepass")
        yield pdfminer_text(output).encode("utf-8", "surrogatepass")


def _readings(data: bytes) -> Iterator[bytes]:
    """The same bytes in small letters: as they are, with references and escapes resolved, without all but letters.

    Accents, soft hyphens, line breaks, markup between letters: nothing of it hides a mark.
    """
    resolved = html.unescape(data.decode("utf-8", "replace")).encode("utf-8", "replace").lower()
    for reading in (data.lower(), resolved, unquote_to_bytes(resolved).lower()):
        yield reading
        yield re.sub(rb"[^a-z]", b"", reading)
    if b"<" in data[:200]:
        yield re.sub(rb"[^a-z]", b"", re.sub(rb"<[^>]*>", b"", resolved))


def _forms(mark: str) -> Iterator[bytes]:
    yield mark.encode()
    yield mark.encode("utf-16-be")
    yield mark.encode("utf-16-le")
    yield mark.encode().hex().encode()
    yield mark.encode("utf-16-be").hex().encode()


def _base64_forms(mark: str) -> Iterator[bytes]:
    """A mark within base64, wherever it begins; the first and the last sign depend on what stands beside."""
    for word in (mark, mark.lower(), mark.upper(), mark.capitalize()):
        for before in range(3):
            encoded = b64encode(b"\0" * before + word.encode())
            yield encoded[(before * 8 + 5) // 6 : len(word.encode()) * 8 // 6 + (before * 8) // 6]
