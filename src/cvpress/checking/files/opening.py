"""Files and standard input → artefacts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from cvpress.errors import FileError, reason

if TYPE_CHECKING:
    from cvpress.checking.artefact import Artefact

__all__ = ["artefact_of", "open_artefact"]

_BYTES: Final = 50_000_000
"""No CV that can be sent by mail is as large."""

_SIGNATURE: Final = b"%PDF-"
_START: Final = 1024
"""Bytes within which readers look for the signature (ISO 32000-1, Annex H.3)."""


def open_artefact(path: str) -> Artefact:
    """Open a finished file, and take it apart.

    Args:
        path: a PDF or a page of HTML; "-" is standard input.

    Raises:
        FileError: it cannot be read, or is neither.
    """
    if path == "-":
        if sys.stdin is None:
            raise FileError("standard input is closed")
        return artefact_of("<stdin>", sys.stdin.buffer.read(_BYTES + 1))
    try:
        with open(path, "rb") as file:
            data = file.read(_BYTES + 1)
    except OSError as error:
        raise FileError(f"{path or 'a file without a name'} cannot be read: {reason(error)}") from error
    return artefact_of(path, data)


def artefact_of(name: str, data: bytes) -> Artefact:
    """Take a finished file apart.

    Args:
        name: what the user calls it.
        data: a PDF, or a page of HTML that cvpress wrote.

    Raises:
        FileError: it is neither.
    """
    if not data:
        raise FileError(f"{name} is empty")
    if len(data) > _BYTES:
        raise FileError(f"{name} is larger than {_BYTES // 1_000_000} MB", "no one can mail that, and it is not read")
    if _SIGNATURE in data[:_START]:
        from cvpress.checking.files.pdf_file import read_pdf

        return read_pdf(name, data)
    from cvpress.checking.files.html_file import read_html

    return read_html(name, data)
