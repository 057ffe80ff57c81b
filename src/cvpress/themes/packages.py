"""Themes in installed packages, which name them by entry points of the group `cvpress.themes`.

    [project.entry-points."cvpress.themes"]
    nordic = "cvpress_nordic:theme"        # the folder theme/ of the package cvpress_nordic

The package is found, not imported: a theme is data, and no code of it runs.
See https://packaging.python.org/en/latest/specifications/entry-points/
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from cvpress.errors import ThemeError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["installed_themes"]

_GROUP: Final = "cvpress.themes"
_PART: Final = re.compile(r"\w[\w-]*")


@cache
def installed_themes() -> Mapping[str, str]:
    """The folders of the themes that packages bring, by their names.

    Raises:
        ThemeError: two packages bring themes of one name, or an entry point leads nowhere.
    """
    from importlib.metadata import entry_points

    found: dict[str, str] = {}
    for point in sorted(entry_points(group=_GROUP), key=lambda point: (point.name, point.value)):
        folder = _folder(point.value)
        if not folder:
            raise ThemeError(
                f"the installed theme `{point.name}` is not where its package says: {point.value}",
                "its entry point has to be PACKAGE:FOLDER",
            )
        if found.setdefault(point.name, folder) != folder:
            raise ThemeError(f"two packages bring a theme `{point.name}`", "uninstall one of them")
    return found


def _folder(value: str) -> str:
    """The folder of a package, or one inside it, by PACKAGE.FOLDER or PACKAGE:FOLDER; empty if there is none."""
    from importlib.util import find_spec

    package, *inside = re.split("[.:]", value)
    if not all(map(_PART.fullmatch, (package, *inside))):
        return ""
    try:
        spec = find_spec(package)  # to find more than the first would import the package
    except ValueError:  # a module without a specification, such as __main__
        return ""
    for root in (spec.submodule_search_locations or ()) if spec else ():
        folder = os.path.join(root, *inside)
        if os.path.isfile(os.path.join(folder, "theme.toml")):
            return folder
    return ""
