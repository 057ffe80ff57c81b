"""Reads a file that a profile names: only from its own folder, and only so much of it."""

from __future__ import annotations

import os

from cvpress.errors import reason

__all__ = ["file_in"]


def file_in(folder: str, name: str, most: int) -> bytes:
    """The bytes of a file in a folder.

    Args:
        folder: where it has to be, at any depth.
        name: its path from there; a symbolic link may not lead out of the folder.
        most: how many bytes it may have.

    Raises:
        ValueError: it is elsewhere, too large, or cannot be read; the message says which.
    """
    if "\0" in name or "://" in name or name.startswith("data:"):
        raise ValueError("it is no file")
    root = os.path.realpath(folder)
    path = os.path.realpath(os.path.join(root, name))
    if os.path.commonpath([root, path]) != root:
        raise ValueError("it lies outside the folder of the profile")
    if not os.path.isfile(path):
        raise ValueError("there is no such file")
    try:
        with open(path, "rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise ValueError(reason(error)) from error
    if len(data) > most:
        raise ValueError(f"it is larger than {most // 2**20} MiB")
    return data
