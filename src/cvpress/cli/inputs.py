"""The files that a command line asks for, read one after the other."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from cvpress.errors import FileError
from cvpress.loading import load
from cvpress.paths import profile_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cvpress.syntax.document import Document

__all__ = ["Inputs"]

T = TypeVar("T")


class Inputs:
    """Every file that can be read, each once, with its path; what cannot be read does not stop the run.

    Args:
        paths: files, folders, glob patterns, "-".
        stdin_name: what standard input is called.
        plain: whether they may hold any data, not only profiles.

    Attributes:
        failures: what could not be read or written so far.
    """

    def __init__(self, paths: tuple[str, ...], stdin_name: str, *, plain: bool) -> None:
        self._paths = paths
        self._stdin_name = stdin_name
        self._plain = plain
        self.failures: list[FileError] = []

    @property
    def takes_stdin(self) -> bool:
        """Whether standard input is one of the files."""
        return "-" in self._paths

    def __iter__(self) -> Iterator[tuple[str, Document]]:
        seen: set[str] = set()
        for path in self._paths:
            for found in self.tried(partial(profile_paths, path)) or ():
                # Behind a link, `..` is another folder than it seems.
                normal = os.path.relpath(os.path.realpath(found)) if ".." in found else os.path.normpath(found)
                if normal not in seen:
                    seen.add(normal)
                    name = self._stdin_name if found == "-" else ""
                    document = self.tried(partial(load, found, name, plain=self._plain))
                    if document is not None:
                        yield found, document

    def tried(self, action: Callable[[], T]) -> T | None:
        """What an action gives; None, and one failure more, if a file cannot be read or written for it."""
        try:
            return action()
        except FileError as error:
            self.failures.append(error)
            return None
