"""Where schema/, themes/ and profiles/ are: inside an installed package or in a checkout."""

from __future__ import annotations

import os

from cvpress.errors import FileError

__all__ = ["data_folder"]

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_ROOTS = (
    os.path.join(_PACKAGE, "_data"),
    os.path.dirname(os.path.dirname(_PACKAGE)),  # an editable install: src/cvpress → the repository
)


def data_folder(name: str) -> str:
    """The path of one of cvpress's own data folders.

    Args:
        name: "schema", "themes" or "profiles".

    Raises:
        FileError: the installation lacks it.
    """
    for root in _ROOTS:
        folder = os.path.join(root, name)
        if os.path.isdir(folder):
            return folder
    raise FileError(f"this installation of cvpress has no `{name}` folder", "install cvpress again")
