"""Reads the files of a theme: only from its own folder, and only so much of each."""

from __future__ import annotations

import os
from stat import S_ISREG
from typing import Final

from cvpress.errors import ThemeError, reason

__all__ = ["FONT_BYTES", "TEXT_BYTES", "bytes_of", "check_size", "safe_path", "text_of"]

TEXT_BYTES: Final = 1024 * 1024
"""The largest style sheet, template or theme.toml that is read; a sound one has a tenth."""

FONT_BYTES: Final = 32 * 1024 * 1024
"""The largest font: a face with all of Chinese has 20 MiB."""


def safe_path(folder: str, name: str) -> str:
    """The path of a file of a theme.

    Raises:
        ThemeError: it lies outside the folder, also by way of a symbolic link, or can be no file's name.
    """
    root = os.path.realpath(folder)
    try:
        path = os.path.realpath(os.path.join(root, name))
        is_outside = os.path.commonpath([root, path]) != root
    except (OSError, ValueError) as error:  # a character that no path has; another drive
        raise ThemeError(f"{name} is no name of a file in {folder}", "use files inside the folder only") from error
    if is_outside:
        raise ThemeError(f"{name} lies outside the folder {folder}", "use files inside the folder only")
    return path


def bytes_of(path: str, most: int) -> bytes:
    """What stands in a file.

    Args:
        path: where it is.
        most: how many bytes it may have.

    Raises:
        ThemeError: it is none, such as a pipe, that might never end; it is too large, or cannot be read.
    """
    check_size(path, most)
    try:
        with open(path, "rb") as file:
            return file.read(most)
    except OSError as error:
        raise ThemeError(f"{path} cannot be read: {reason(error)}") from error


def check_size(path: str, most: int) -> None:
    """Make sure that something can be read, and comes to an end.

    Args and errors: as `bytes_of`.
    """
    try:
        status = os.stat(path)
    except OSError as error:
        raise ThemeError(f"{path} cannot be read: {reason(error)}") from error
    if not S_ISREG(status.st_mode):
        raise ThemeError(f"{path} cannot be read: it is no file")
    if status.st_size > most:
        raise ThemeError(f"{path} is larger than {most // 1024} KiB", "a theme is small")


def text_of(path: str) -> str:
    """What stands in a style sheet or a template.

    Args and errors: as `bytes_of`; and ThemeError where it is not UTF-8.
    """
    try:
        return bytes_of(path, TEXT_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ThemeError(f"{path} cannot be read: it is not in UTF-8", "save it as UTF-8") from error
