"""The files that a command line asks for, read one after the other."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from cvpress.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["Inputs"]

T = TypeVar("T")
U = TypeVar("U")


class Inputs(Generic[T]):
    """Every file that can be read, each once, with its path; what cannot be read does not stop the run.

    Args:
        paths: files, folders, glob patterns, "-".
        find: which files a path means.
        read: what is made of a file.

    Attributes:
        failures: what could not be read or written so far.
    """

    def __init__(self, paths: tuple[str, ...], find: Callable[[str], Sequence[str]], read: Callable[[str], T]) -> None:
        self._paths = paths
        self._find = find
        self._read = read
        self.failures: list[FileError] = []

    @property
    def takes_stdin(self) -> bool:
        """Whether standard input is one of the files."""
        return "-" in self._paths

    def __iter__(self) -> Iterator[tuple[str, T]]:
        seen: set[str] = set()
        for path in self._paths:
            for found in self.tried(partial(self._find, path)) or ():
                # Behind a link, `..` is another folder than it seems.
                normal = os.path.relpath(os.path.realpath(found)) if ".." in found else os.path.normpath(found)
                if normal not in seen:
                    seen.add(normal)
                    content = self.tried(partial(self._read, found))
                    if content is not None:
                        yield found, content

    def tried(self, action: Callable[[], U]) -> U | None:
        """What an action gives; None, and one failure more, if a file cannot be read or written for it."""
        try:
            return action()
        except FileError as error:
            self.failures.append(error)
            return None
