"""All that is wrong with a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.themes.find import find_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.theme_check.flaw import Flaw

__all__ = ["check_theme"]


def check_theme(name: str, project: str) -> Iterator[Flaw]:
    """Find what is wrong with a theme: its files first, then the pages that it makes.

    Args:
        name: its name, or the path of its folder.
        project: the folder whose themes/ is looked at.

    Raises:
        ThemeError: there is no such theme, or its theme.toml is broken.
        MissingLibrary: Pango is not installed.
    """
    from cvpress.theme_check.bounded import bounded_page_flaws
    from cvpress.theme_check.files import file_flaws

    theme = find_theme(name, project)
    _ = theme.options  # every document would tell of defaults that are wrong
    yield from file_flaws(theme)
    yield from bounded_page_flaws(name, theme.documents, project)
