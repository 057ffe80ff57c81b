"""Writes output files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from cvpress.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["open_output", "write_output"]


def write_output(path: str, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that a failed run leaves the old one.

    Raises:
        FileError: the folder cannot be made or written.
    """
    with open_output(path) as file:
        file.write(data)


@contextmanager
def open_output(path: str) -> Iterator[IO[bytes]]:
    """As `write_output`, for what is written piece by piece.

    The file takes its place when the block ends; if that ends with an error, the old file stays.

    Raises:
        FileError: the folder cannot be made or written.
    """
    try:
        if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
            with open(path, "wb") as file:  # a device or a pipe; it must not be replaced
                yield file
            return
        target = os.path.realpath(path)  # a link stays one
        with _temporary_beside(target) as temporary:
            with open(temporary, "wb") as file:
                yield file
            os.chmod(temporary, _mode(target))
            os.replace(temporary, target)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FileError(f"{path} cannot be written: {reason}", "choose another place") from error


@contextmanager
def _temporary_beside(target: str) -> Iterator[str]:
    folder = os.path.dirname(target)
    os.makedirs(folder, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".cvpress-", dir=folder)
    os.close(handle)
    try:
        yield temporary
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def _mode(path: str) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
