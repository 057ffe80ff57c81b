"""Exceptions for single values, by pointers such as `/work/*/url` or `marie.yaml#/basics/phone`.

Source: RFC 6901 (JSON Pointer); `*` as a step, and the file before `#`, are ours.
"""

from __future__ import annotations

import os
import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Finding, format_pointer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cvpress.diagnostics import Diagnostic, Pointer
    from cvpress.policy.settings import PointerIgnore, Settings
    from cvpress.syntax.document import Document

__all__ = ["PointerIgnores", "parse_target"]

_BAD_ESCAPE: Final = re.compile(r"~(?![01])")


def parse_target(written: str) -> tuple[str, tuple[str, ...]]:
    """The file pattern and the steps of a key such as `marie.yaml#/work/0`.

    Raises:
        ValueError: it is none; says what is wrong.
    """
    file, mark, pointer = ("", "", written) if written.startswith("/") else written.partition("#")
    if pointer and not pointer.startswith("/"):
        raise ValueError("a pointer begins with `/`")
    if not mark and not pointer:
        raise ValueError("this is no pointer to a value")
    if _BAD_ESCAPE.search(pointer):
        raise ValueError("in a pointer, `~` is written `~0`")
    return file, tuple(_unescaped(step) for step in pointer.split("/")[1:])


def _unescaped(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")


class PointerIgnores:
    """The exceptions for single values, through one run."""

    def __init__(self, settings: Settings) -> None:
        self._ignores = settings.pointer_ignores
        self._folder = os.path.dirname(os.path.realpath(settings.source))
        self._active: Sequence[PointerIgnore] = ()
        self._tried: set[PointerIgnore] = set()
        self._hit: set[PointerIgnore] = set()

    def enter(self, document: Document) -> None:
        """Go on to the next document that is checked: some exceptions are for certain files only."""
        path = _relative(document.name, self._folder) if any(ignore.file for ignore in self._ignores) else ""
        self._active = [ignore for ignore in self._ignores if not ignore.file or _is_meant(path, ignore.file)]
        self._tried.update(self._active)

    def hits(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is excepted; those that except it are used."""
        hit = [
            ignore
            for ignore in self._active
            if diagnostic.code.startswith(ignore.prefix) and _covers(ignore.steps, diagnostic.pointer)
        ]
        self._hit.update(hit)
        return bool(hit)

    def unused(self, is_looked_for: Callable[[str], bool]) -> Iterator[Finding]:
        """What to say of exceptions that hit nothing in the files that they are for."""
        for ignore in self._ignores:
            if ignore in self._tried and ignore not in self._hit and is_looked_for(ignore.prefix):
                where = f"at `{format_pointer(ignore.steps)}`" if ignore.steps else "in the file"
                yield Finding(ignore.place, f"`{ignore.written}` finds nothing {where}", "remove it")


def _is_meant(path: str, pattern: str) -> bool:
    # A name may hold what a pattern takes for its own signs.
    return path == pattern or fnmatchcase(path, pattern)


def _covers(steps: Sequence[str], pointer: Pointer) -> bool:
    """Whether a value is the one that steps lead to, or lies in it."""
    return len(steps) <= len(pointer) and all(
        step in ("*", str(actual)) for step, actual in zip(steps, pointer, strict=False)
    )


def _relative(path: str, folder: str) -> str:
    """A path as the settings file gives it: from its folder, with `/`."""
    path = os.path.realpath(path)
    try:
        path = os.path.relpath(path, folder)
    except ValueError:  # another drive of Windows
        return path
    return path.replace(os.sep, "/")
