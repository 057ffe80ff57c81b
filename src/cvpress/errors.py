"""What can go wrong outside a profile's text: one tree, one exit code a class.

    CvpressError
    ├── InvalidProfile   1  the profile has errors; they are in `diagnostics`
    ├── LimitExceeded    1  a profile or a theme takes more time, memory or pages than it may
    ├── UsageError       2  the command line or a setting asks for what does not exist
    │   ├── InvalidSettings  2  the settings file has errors; they are in `diagnostics`
    │   └── InvalidSchema    2  a schema that the user names is none; what is wrong is in `diagnostics`
    ├── FileError        2  a file or a folder cannot be read or written
    ├── ThemeError       3  a theme is missing, broken or asks for what it may not have
    └── MissingLibrary   4  a system library is not installed

What is wrong *in* a profile is never an exception on its way to the user but a
`cvpress.diagnostics.Diagnostic`, with its position; `InvalidProfile` only carries
a batch of them out of a function that had to stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic

__all__ = [
    "CvpressError",
    "FileError",
    "InvalidProfile",
    "InvalidSchema",
    "InvalidSettings",
    "LimitExceeded",
    "MissingLibrary",
    "ThemeError",
    "UsageError",
    "reason",
]


def reason(error: OSError) -> str:
    """Why the system would not read or write, as part of a sentence."""
    return (error.strerror or str(error)).lower()


class CvpressError(Exception):
    """Base of all errors that cvpress raises on purpose.

    Args:
        message: what is wrong, one sentence without a full stop.
        hint: what to do about it, or an empty string.
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InvalidProfile(CvpressError):
    """A profile has errors, so there is nothing to render.

    Args:
        message: which profile it is.
        diagnostics: all that was found in it, warnings included.
    """

    exit_code = 1

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)


class LimitExceeded(CvpressError):
    """A profile or a theme takes more time, memory or pages than it may, or breaks what works on it."""

    exit_code = 1


class UsageError(CvpressError):
    """The command line or a setting asks for something that does not exist."""


class InvalidSettings(UsageError):
    """The settings file has errors.

    Args:
        message: which file it is.
        diagnostics: all that was found in it.
        text: what stands in it, for code frames.
    """

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic], text: str) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)
        self.text = text


class InvalidSchema(UsageError):
    """A schema that the user names is none, or leads nowhere.

    Args:
        message: which file it is.
        diagnostics: all that was found in it, or in a file that it refers to.
        text: what stands in that file, for code frames.
    """

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic], text: str) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)
        self.text = text


class FileError(CvpressError):
    """A file or a folder cannot be read or written."""


class ThemeError(CvpressError):
    """A theme is missing, broken, or asks for something that it may not have."""

    exit_code = 3


class MissingLibrary(CvpressError):
    """A system library that the task needs is not installed."""

    exit_code = 4
