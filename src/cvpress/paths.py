"""Which files the paths of a command line mean."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from cvpress.errors import FileError
from cvpress.syntax import SYNTAXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["PROFILE_STEMS", "finished_paths", "profile_paths"]

PROFILE_STEMS: Final = ("profile", "resume", "cv")
"""What profiles are called, without their extension, where nobody names them."""

_PATTERN_SIGNS: Final = frozenset("*?[")
_SKIPPED_FOLDERS: Final = frozenset({"node_modules", "build", "dist", "__pycache__"})


def profile_paths(path: str) -> Sequence[str]:
    """The files that a path of the command line means: itself, those in a folder, those of a pattern.

    Raises:
        FileError: a folder holds no profile, or a pattern fits no file.
    """
    if os.path.isdir(path):
        found = sorted(_in_folder(path, _is_profile))
        if not found:
            raise FileError(
                f"there is no profile in the folder {path}",
                "profiles there are called profile, resume or cv (.yaml, .json, .toml); others by name: "
                f"{os.path.join(path, '*.json')}",
            )
        return found
    return _fitting(path)


def finished_paths(path: str) -> Sequence[str]:
    """The finished files that a path of the command line means: itself, the PDFs in a folder, those of a pattern.

    Raises:
        FileError: a folder holds no PDF, or a pattern fits no file.
    """
    if os.path.isdir(path):
        found = sorted(_in_folder(path, _is_pdf))
        if not found:
            raise FileError(
                f"there is no PDF in the folder {path}", f"pages of HTML are named: {os.path.join(path, '*.html')}"
            )
        return found
    return _fitting(path)


def _fitting(path: str) -> Sequence[str]:
    """The files that a pattern fits, or the one that a path names."""
    if not _PATTERN_SIGNS.isdisjoint(path) and not os.path.exists(path):
        from glob import iglob

        found = sorted(name for name in iglob(path, recursive=True) if os.path.isfile(name))
        if not found:
            raise FileError(f"no file fits the pattern {path}")
        return found
    return (path,)


def _in_folder(folder: str, is_wanted: Callable[[str], bool]) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] != "." and name not in _SKIPPED_FOLDERS)
        for name in files:
            if is_wanted(name):
                yield os.path.normpath(os.path.join(here, name))


def _is_profile(name: str) -> bool:
    stem, extension = os.path.splitext(name)
    return stem.lower() in PROFILE_STEMS and extension.lower() in SYNTAXES


def _is_pdf(name: str) -> bool:
    return name.lower().endswith(".pdf")
