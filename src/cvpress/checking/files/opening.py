"""Finished files → artefacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.errors import FileError
from cvpress.loading import load_bytes

if TYPE_CHECKING:
    from cvpress.checking.artefact import Artefact

__all__ = ["artefact_of", "read_file"]

_BYTES: Final = 50_000_000
"""No CV that can be sent by mail is as large."""

_SIGNATURE: Final = b"%PDF-"
_START: Final = 1024
"""Bytes within which readers look for the signature (ISO 32000-1, Annex H.3)."""


def read_file(path: str) -> tuple[str, bytes]:
    """Read a finished file, and no more than one byte beyond what is looked at.

    Args:
        path: a PDF or a page of HTML; "-" is standard input.

    Returns:
        What the user calls it, and what is in it.

    Raises:
        FileError: it cannot be read.
    """
    return "<stdin>" if path == "-" else path, load_bytes(path, _BYTES)


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
