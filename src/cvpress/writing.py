"""Writes output files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from cvpress.errors import FileError, reason

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
    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        with _telling(path):
            device = open(path, "wb")  # noqa: SIM115  or a pipe; it must not be replaced
        with device:
            yield device
        return
    target = os.path.realpath(path)  # a link stays one
    with _telling(path):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".cvpress-", dir=os.path.dirname(target))
    try:
        with open(handle, "wb") as file:
            yield file
        with _telling(path):
            _give_rights(temporary, target)
            os.replace(temporary, target)
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


@contextmanager
def _telling(path: str) -> Iterator[None]:
    """Only around what is done to the file itself: another fault of the block is not its own."""
    try:
        yield
    except OSError as error:
        raise FileError(f"{path} cannot be written: {reason(error)}", "choose another place") from error


def _give_rights(path: str, target: str) -> None:
    """Owner and permissions of the file that is replaced, or the permissions of a new file."""
    if not os.path.exists(target):
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(path, 0o666 & ~mask)
        return
    old = os.stat(target)
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # who may not give a file away owns what they write
            os.chown(path, old.st_uid, old.st_gid)
    os.chmod(path, old.st_mode & 0o777)
