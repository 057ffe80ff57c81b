"""Family C, themes and options that a profile asks for. Checks take a profile's contents."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.diagnostics import Finding, Severity
from cvpress.errors import ThemeError, UsageError
from cvpress.rules.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.diagnostics import Pointer
    from cvpress.rules.contents import Contents
    from cvpress.themes.find import Theme

__all__ = ["unknown_theme", "wrong_option"]

_MOST: Final = 50
"""Looks of one profile that are checked; each may read a theme."""


class _Look(NamedTuple):
    """What a place of a profile says about the look; the theme is that of the profile where the place names none."""

    place: Pointer
    theme: str
    options: Mapping[str, Any]
    names_theme: bool


@rule("C117", "wrong-option")
def wrong_option(contents: Contents) -> Iterator[Finding]:
    """An option of a theme that there is not, or a value that it does not take.

    Nothing can be rendered with it. `cvpress theme show NAME` prints the options of a theme and
    what each takes.

    Example: `options: {page: a5}`

    Use instead: `options: {page: a4}`
    """
    for look in _looks(contents):
        if not look.options:
            continue
        try:
            theme = _theme(look.theme)
        except ThemeError:
            continue
        for key, value in look.options.items():
            yield from _faults((*look.place, "options", key), key, value, theme)


@rule("C118", "unknown-theme", Severity.WARNING)
def unknown_theme(contents: Contents) -> Iterator[Finding]:
    """A theme that is not found from here, or that cannot be used.

    Themes are looked for in `themes/` of the folder that cvpress runs in, among the built-in
    ones and in installed packages. A profile names its theme; a path could lead anywhere.

    Example: `theme: modrn`

    Use instead: `theme: modern`
    """
    for look in _looks(contents):
        if look.names_theme:
            try:
                _theme(look.theme)
            except ThemeError as error:
                yield Finding((*look.place, "theme"), error.message, error.hint)


def _looks(contents: Contents) -> Iterator[_Look]:
    """What `meta` and the variants say, as far as they say anything."""
    own = _table(_table(contents.data.get("meta")).get("cvpress"))
    variants = _table(contents.data.get("variants"))
    said = [(("meta", "cvpress"), own), *((("variants", name), _table(one)) for name, one in variants.items())]
    standing = _text(own.get("theme"))
    for place, table in said[:_MOST]:
        theme, options = _text(table.get("theme")), _table(table.get("options"))
        if theme or options:
            yield _Look(place, theme or standing, options, bool(theme))


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _theme(name: str) -> Theme:
    """A theme, imported and read only where a profile speaks of one."""
    from cvpress.themes.find import DEFAULT, find_theme, is_path

    if is_path(name):
        raise ThemeError(f"a profile names its theme, and `{name}` is a path", "put the folder into themes/")
    theme = find_theme(name or DEFAULT, os.getcwd())
    _ = theme.options  # its defaults may be wrong
    return theme


def _faults(place: Pointer, key: str, value: Any, theme: Theme) -> Iterator[Finding]:
    from cvpress.themes.options import chosen_options
    from cvpress.values.option_texts import written_options

    try:
        chosen_options(theme.options, written_options({key: value}))
    except UsageError as error:
        yield Finding(place, error.message, error.hint)
    except ValueError as error:
        yield Finding(place, str(error), f"`cvpress theme show {theme.name}` prints what it takes")
