"""The icons of a theme: drawings of its folder `icons`, as values of styles.

Icons say nothing that the text does not say, so they are pictures of the style sheets, which neither
extractors nor screen readers meet. On paper they are drawn in a colour; on a screen they are masks.
A drawing may be a stranger's: only shapes are taken over from it, and what else it holds stays behind.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from cvpress.errors import ThemeError
from cvpress.themes.files import bytes_of
from cvpress.themes.options import template_values

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from cvpress.themes.find import Theme

__all__ = ["icon_styles"]

_MOST_BYTES: Final = 16_384
_MOST_SHAPES: Final = 64

_SHAPES: Final = frozenset({"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"})
_SILENT: Final = frozenset({"title", "desc", "metadata"})
"""Elements that draw nothing."""

_MEASURES: Final = frozenset(
    "viewBox d points cx cy r rx ry x y x1 y1 x2 y2 width height transform fill-rule clip-rule opacity "
    "stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray".split()
)
_PAINTS: Final = frozenset({"fill", "stroke"})
_MEASURE: Final = re.compile(r"[\w\s.,()+-]*")
_NOTICE: Final = re.compile(r"<!--!([^<>*]{1,400}?)-->")
"""A comment that is to stay with the drawing, by the habit of those who shrink files: the author's terms."""

_SAFE: Final = " =:/,;()+'!-.~"
"""What need not be escaped in a data URL between double quotes."""


def icon_styles(theme: Theme, icons: Mapping[str, str], options: Mapping[str, str]) -> str:
    """A rule for each icon, which gives the property `--icon` to what has its name in `data-icon`.

    Args:
        theme: a drawing of its own comes before that of the theme it extends.
        icons: the names of those that are used, each with the one that serves in its place.
        options: a value for every option of the theme. Icons are drawn in its accent, as dark as its texts;
            where they are masks, their outlines alone count.

    Returns:
        Nothing where icons are off.

    Raises:
        ThemeError: a drawing is no SVG, too large, or holds anything but shapes.
    """
    if options.get("icons", "off") == "off":
        return ""
    color = template_values(theme.options, options).get("accent-text", "#000000")
    found = ((name, _path(theme, name) or _path(theme, other)) for name, other in icons.items())
    return "\n".join(_rule(name, path, color) for name, path in found if path)


def _path(theme: Theme, name: str) -> str:
    return next(iter(reversed([*theme.files(f"icons/{name}.svg")])), "")


@cache
def _rule(name: str, path: str, color: str) -> str:
    """The rule of an icon; its name has letters and digits alone."""
    text = _text(path)
    notice = _NOTICE.search(text)
    said = f"/*!{notice[1]}*/" if notice else ""
    drawing = quote(_drawing(path, text, color), safe=_SAFE)
    return f'{said}[data-icon="{name}"]{{--icon:url("data:image/svg+xml,{drawing}")}}'


def _text(path: str) -> str:
    try:
        return bytes_of(path, _MOST_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ThemeError(f"{path} cannot be read: it is not in UTF-8") from error


def _drawing(path: str, text: str, color: str) -> str:
    """The shapes of an SVG, written anew in one colour."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(text, forbid_dtd=True)
    except (ParseError, ValueError) as error:  # DTDs and entities are ValueErrors of defusedxml
        raise ThemeError(f"{path} is no SVG: {error}", "write an icon as a plain SVG file") from error
    if _name(root) != "svg" or "viewBox" not in root.attrib:
        raise ThemeError(f"{path} is no SVG with a viewBox", "write an icon as a plain SVG file")
    if sum(1 for _ in root.iter()) > _MOST_SHAPES:
        raise ThemeError(f"{path} has more than {_MOST_SHAPES} shapes", "an icon is a few shapes")
    return _written(root, path, color, f" xmlns='http://www.w3.org/2000/svg' fill='{color}'")


def _name(element: Element) -> str:
    return str(element.tag).removeprefix("{http://www.w3.org/2000/svg}")


def _written(element: Element, path: str, color: str, more: str = "") -> str:
    name = _name(element)
    if name in _SILENT:
        return ""
    if name not in _SHAPES or "style" in element.attrib:
        found = name if name not in _SHAPES else "style"
        raise ThemeError(f"{path} holds `{found}`", "an icon has shapes with plain attributes only: path, circle, fill")
    sizes = {"width", "height"} if name == "svg" else set()
    measures = {key: value for key, value in element.attrib.items() if key in _MEASURES - sizes}
    if unfit := next((key for key, value in measures.items() if not _MEASURE.fullmatch(value)), ""):
        raise ThemeError(f"{path} has an odd `{unfit}`", "numbers and letters make a shape")
    paints = {key: "none" if value == "none" else color for key, value in element.attrib.items() if key in _PAINTS}
    if "fill" in paints:
        more = more.replace(f" fill='{color}'", "")
    attributes = "".join(f" {key}='{' '.join(value.split())}'" for key, value in {**measures, **paints}.items())
    inner = "".join(_written(child, path, color) for child in element)
    return f"<{name}{more}{attributes}>{inner}</{name}>" if inner else f"<{name}{more}{attributes}/>"
