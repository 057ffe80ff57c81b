"""Finds the settings file: cvpress.toml, or pyproject.toml with a table `[tool.cvpress]`.

Looking and finding none costs a few calls of the system; what reads a file is imported
only when there is one.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from cvpress.errors import FileError, reason
from cvpress.policy.settings import DEFAULT
from cvpress.syntax.limits import BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.policy.settings import Settings

__all__ = ["read_settings"]

_OWN: Final = "cvpress.toml"
_SHARED: Final = "pyproject.toml"
_TABLE: Final = re.compile(rb"""tool["']?[ \t]*+(?:\.[ \t]*+["']?cvpress|\])""")
"""What a pyproject.toml with our table holds; few others do, and they need not be read."""


def read_settings(folder: str, *, config: str = "", isolated: bool = False) -> Settings:
    """The settings for a folder: those of the nearest file in it or above it.

    Args:
        folder: where to begin; the working folder as a rule.
        config: the file to read instead; of one that is called pyproject.toml the table.
        isolated: read no file.

    Raises:
        FileError: a file cannot be read.
        InvalidSettings: it has errors.
    """
    if isolated:
        return DEFAULT
    if config:
        return _read(config) or DEFAULT
    for path in _candidates(folder):
        settings = _read(path)
        if settings:
            return settings
    return DEFAULT


def _candidates(folder: str) -> Iterator[str]:
    """Files with the right names, the nearest first."""
    try:
        here = os.path.abspath(folder)
    except FileNotFoundError:  # the working folder was removed
        return
    while True:
        for name in (_OWN, _SHARED):
            path = os.path.join(here, name)
            if os.path.isfile(path):
                yield os.path.relpath(path)
        above = os.path.dirname(here)
        if above == here:
            return
        here = above


def _read(path: str) -> Settings | None:
    """The settings in a file; None if it is a pyproject.toml that has none."""
    try:
        with open(path, "rb") as file:
            source = file.read(BYTES + 1)
    except OSError as error:
        raise FileError(f"the settings file {path} cannot be read: {reason(error)}") from error
    is_shared = os.path.basename(path) == _SHARED
    if is_shared and not (b"cvpress" in source and _TABLE.search(source)):
        return None
    from cvpress.policy.config_file import settings_of

    return settings_of(source, path, ("tool", "cvpress") if is_shared else ())
