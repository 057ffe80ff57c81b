"""theme.toml: what a theme says of itself."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from typing import Any, Final

from cvpress.errors import ThemeError
from cvpress.syntax import read
from cvpress.themes.files import TEXT_BYTES, bytes_of, safe_path
from cvpress.themes.options import Option
from cvpress.values.option_texts import written_options
from cvpress.values.suggestions import suggestion

__all__ = ["API_VERSION", "KEYS", "NAME", "SCRIPTS", "Font", "IconSet", "ThemeSpec", "read_spec"]

API_VERSION = 1
"""The version of what templates get to see; a theme names the one that it was written for."""

NAME: Final = re.compile(r"[a-z][a-z0-9]{0,39}(?:-[a-z0-9]{1,40}){0,9}")
"""What a theme can be called."""

_RANGE = re.compile(r"U\+([0-9A-F]{1,6})(?:-([0-9A-F]{1,6}))?", re.IGNORECASE)
"""See https://www.w3.org/TR/css-fonts-4/#unicode-range-desc, without its question marks."""

KEYS = frozenset(
    "name api description extends abstract documents options defaults linear fonts icons scripts grid".split()
)
"""What a theme.toml can say."""

SCRIPTS = frozenset({"copy"})
"""The scripts of cvpress's own that a theme may ask for, by name; it brings none. `writers/scripts` has them."""


@dataclass(frozen=True, slots=True)
class Font:
    """One face of a family.

    Attributes:
        ttf: the whole face, for PDF (paths are relative to the theme's folder).
        woff2: the face cut to `cvpress.themes.cutting.COVERAGE`, for HTML, or "": then one is made for each page.
        has_small_caps: whether a page on the web gets its small capitals, half as many glyphs again.
        unicode_range: the characters that the face is for, as CSS writes them: "U+0590-05FF, U+200F".
            Such a face stands in for those that a page's own faces lack, and only where a page has
            one of them. If empty, the face is one of the look's own.
    """

    family: str
    weight: int
    style: str
    ttf: str
    woff2: str = ""
    unicode_range: str = ""
    has_small_caps: bool = False


@dataclass(frozen=True, slots=True)
class IconSet:
    """Where icons of a theme are from, and on what terms.

    Attributes:
        license: an SPDX identifier.
        license_file: its text (the path is relative to the theme's folder).
    """

    source: str
    license: str
    license_file: str


@dataclass(frozen=True, slots=True)
class ThemeSpec:
    """A theme by itself, before it is joined with what it extends.

    Attributes:
        folder: where it is.
        extends: the name of the theme that it builds on, or "".
        is_abstract: only made to be extended; not offered to users.
        documents: what it can render ("cv", …).
        defaults: other defaults of options that it inherits, by their names.
        linear: what options are where all is to stand in one column, by their names.
        icon_sets: where the icons in its folder `icons` are from.
        scripts: the names of scripts that its pages have: some of `SCRIPTS`.
        grid: whether its text stands on a baseline grid; None if it does not say.
    """

    folder: str
    name: str
    description: str = ""
    extends: str = ""
    is_abstract: bool = False
    documents: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    fonts: tuple[Font, ...] = ()
    defaults: tuple[tuple[str, str], ...] = ()
    linear: tuple[tuple[str, str], ...] = ()
    icon_sets: tuple[IconSet, ...] = ()
    scripts: tuple[str, ...] = ()
    grid: bool | None = None


def read_spec(folder: str) -> ThemeSpec:
    """Read a theme's theme.toml.

    Raises:
        ThemeError: it is missing, not TOML, of another api, or holds what no theme.toml does.
    """
    path = os.path.join(folder, "theme.toml")
    data = _data(folder, path)
    unknown = sorted(data.keys() - KEYS)
    if unknown:
        raise ThemeError(f"{path} has an unknown key `{unknown[0]}`", suggestion(unknown[0], sorted(KEYS), "keys: "))
    if data.get("api") != API_VERSION:
        raise ThemeError(
            f"{path} asks for api {_as_written(data.get('api', 'none'))}, and this cvpress has api {API_VERSION}",
            f"write `api = {API_VERSION}` once the theme is made for it",
        )
    try:
        return _spec(folder, data)
    except KeyError as error:
        raise ThemeError(f"{path} is not as a theme.toml should be: `{error.args[0]}` is missing") from error
    except (AttributeError, OverflowError, TypeError, ValueError) as error:
        raise ThemeError(f"{path} is not as a theme.toml should be: {error}") from error


def _as_written(api: object) -> str:
    """A version as theme.toml has it: one in quotes is another than the number."""
    return f'"{api}"' if isinstance(api, str) and api != "none" else str(api)


def _data(folder: str, path: str) -> dict[str, Any]:
    """What stands in a theme.toml, with the bounds that a profile has."""
    if not os.path.lexists(path):
        raise ThemeError(f"{folder} is not a theme", "a theme is a folder with a theme.toml")
    document = read(bytes_of(safe_path(folder, "theme.toml"), TEXT_BYTES), path, "toml", plain=True)
    for fault in document.faults:
        raise ThemeError(f"{path}:{fault.start.line} cannot be read: {fault.message}", fault.hint)
    return document.data or {}


def _spec(folder: str, data: dict[str, Any]) -> ThemeSpec:
    extends = data.get("extends", "")
    if not isinstance(extends, str) or (extends and not NAME.fullmatch(extends)):
        raise ValueError("a theme extends another by its name; a path could lead out of its folder")
    name = data["name"]
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise ValueError(f"a theme cannot be called `{name}`; write small letters, digits and hyphens")
    for key in ("documents", "fonts", "icons"):
        if not isinstance(data.get(key, []), list):
            raise TypeError(f"`{key}` has to be a list")
    for key in ("abstract", "grid"):
        if not isinstance(data.get(key, False), bool):
            raise TypeError(f"`{key}` has to be true or false")
    return ThemeSpec(
        folder=folder,
        name=name,
        description=str(data.get("description", "")),
        extends=extends,
        is_abstract=bool(data.get("abstract", False)),
        documents=tuple(map(str, data.get("documents", ()))),
        options=tuple(Option.read(name, table) for name, table in data.get("options", {}).items()),
        fonts=tuple(map(_font, data.get("fonts", ()))),
        defaults=tuple(written_options(data.get("defaults", {})).items()),
        linear=tuple(written_options(data.get("linear", {})).items()),
        icon_sets=tuple(
            IconSet(str(icons["source"]), str(icons["license"]), str(icons["license-file"]))
            for icons in data.get("icons", ())
        ),
        scripts=_scripts(data.get("scripts", [])),
        grid=data.get("grid"),
    )


def _font(table: dict[str, Any]) -> Font:
    font = Font(
        family=str(table["family"]),
        weight=int(table["weight"]),
        style=str(table["style"]),
        ttf=str(table["ttf"]),
        woff2=str(table.get("woff2", "")),
        unicode_range=str(table.get("unicode-range", "")),
        has_small_caps=table.get("small-caps", False) is True,
    )
    if font.unicode_range and not all(map(_is_range, font.unicode_range.split(","))):
        raise ValueError(f"`{font.unicode_range}` is no unicode-range; write U+0590-05FF, U+200F")
    return font


def _is_range(text: str) -> bool:
    match = _RANGE.fullmatch(text.strip())
    return match is not None and int(match[1], 16) <= int(match[2] or match[1], 16) <= sys.maxunicode


def _scripts(names: list[Any]) -> tuple[str, ...]:
    unknown = sorted(map(str, {*names} - SCRIPTS))
    if unknown:
        raise ValueError(f"there is no script `{unknown[0]}`; scripts of cvpress: {', '.join(sorted(SCRIPTS))}")
    return tuple(sorted({*names}))
