"""Writes output files whole or not at all."""

from __future__ import annotations

import os
import tempfile

from cvpress.errors import FileError

__all__ = ["write_output"]


def write_output(path: str, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that a failed run leaves the old one.

    Raises:
        FileError: the folder cannot be made or written.
    """
    folder = os.path.dirname(path) or "."
    temporary = ""
    try:
        os.makedirs(folder, exist_ok=True)
        mode = _mode(path)
        handle, temporary = tempfile.mkstemp(prefix=".cvpress-", dir=folder)
        with open(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        reason = (error.strerror or str(error)).lower()
        raise FileError(f"{path} cannot be written: {reason}", "choose another place with -o") from error


def _mode(path: str) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
