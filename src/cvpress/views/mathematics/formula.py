"""LaTeX formulas, drawn: outlines in the colour and the size of the text around them.

The same SVG serves browsers and PDF, with the LaTeX as its title: browsers and screen readers
take it for the name of the picture, WeasyPrint for its alternative text.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.values.latex import latex_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

__all__ = ["Formula"]

_UNITS: Final = 1000
"""Units of a drawing to the size of its letters."""

_SCALE: Final = 1.1
"""Size of a formula's letters to the text's: the letters of STIX Two are smaller than a sans's of the same size."""

_MIDDLE: Final = 0.273 / _SCALE * _UNITS
"""Half the height of an x of Inter above the baseline, where `vertical-align: middle` puts the middle of a box."""

_NAMESPACE: Final = ' xmlns="http://www.w3.org/1998/Math/MathML"'
_TEXT_ARGUMENT = re.compile(r"(\\(?:text[a-z]*|mbox|hbox|fbox|emph)\s*\{)([^{}]*)(?=\})")
_OPERATOR = re.compile(r"\\operatorname\*?\s*\{([A-Za-z]+(?:\\,|[ ~])[A-Za-z]+)\}")
_HIDDEN: Final = {"<": "\ue000", ">": "\ue001", "&": "\ue002"}
"""Signs that the libraries would take for MathML's own, and what stands for them on the way."""

_SHOWN = {ord(hidden): sign for sign, hidden in _HIDDEN.items()}
_ESCAPED_SIGN = re.compile(r"\\([&%#_$])|([<>])")
_PATH_STEP = re.compile(r"([MLQCZ])([^MLQCZ]*)")

_BEARING: Final = 40
"""Units between a formula and what stands beside it."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, which in a template stands for its drawing.

    One that cannot be drawn stands for its LaTeX.

    Attributes:
        latex: the formula, without dollar signs.
        is_display: whether it stands on a line of its own.
    """

    latex: str
    is_display: bool = False

    def __str__(self) -> str:
        return self.latex

    def __html__(self) -> str:
        return _svg(self.latex, is_display=self.is_display) or f"<code>{escape(self.latex)}</code>"


class _Box(NamedTuple):
    """The part of the plane that a drawing shows, in its units; downwards is more."""

    left: int
    top: int
    right: int
    bottom: int


@lru_cache(maxsize=1024)
def _svg(latex: str, *, is_display: bool) -> str:
    """The drawing of a formula; empty if there is none."""
    if latex_fault(latex):
        return ""
    ziamath = _ziamath()
    try:
        drawing = _drawing(ziamath, latex, is_display=is_display)
        shapes = "".join(_shapes(drawing))
        left, top, right, bottom = _box(drawing, is_display=is_display)
    except Exception:  # noqa: BLE001  # a theme shows the LaTeX rather than nothing, whatever the library stumbles on
        return ""
    kind = "formula is-display" if is_display else "formula"
    return (
        f'<svg class="{kind}" role="img" width="{_em(right - left)}" height="{_em(bottom - top)}"'
        f' viewBox="{left} {top} {right - left} {bottom - top}" fill="currentColor">'
        f"<title>{escape(latex, quote=False)}</title>{shapes}</svg>"
    )


def _drawing(ziamath: Any, latex: str, *, is_display: bool) -> Element:
    from xml.etree import ElementTree as ET

    from cvpress.views.mathematics.mathml import typeset

    source = _TEXT_ARGUMENT.sub(lambda match: match[1] + _ESCAPED_SIGN.sub(_hidden, match[2]), latex)
    source = _OPERATOR.sub(_operator, source).replace(r"\&", _HIDDEN["&"])
    mathml = ziamath.tex.tex2mml(source, inline=not is_display).replace(_NAMESPACE, "")
    tree = ET.fromstring(mathml)  # noqa: S314  # made by a library
    for element in tree.iter():
        element.text = element.text and element.text.translate(_SHOWN)
    typeset(tree)
    ziamath.zmath.loadedfonts["default"].language("math", "")  # a drawing that failed may have left it another
    drawing: Element = ziamath.Math(tree, size=_UNITS, margin=0).svgxml()
    return drawing


def _operator(match: re.Match[str]) -> str:
    r"""The name of an operator with a blank in it, which latex2mathml does not take: `arg\,max`."""
    name = re.sub(r"\\,|\s", "", match[1])
    return rf"\{name} " if name in {"argmax", "argmin", "liminf", "limsup"} else rf"\mathrm {{{match[1]}}}"


def _hidden(match: re.Match[str]) -> str:
    sign = match[1] or match[2]
    return _HIDDEN.get(sign, sign)


@cache
def _ziamath() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # it opens its font by a function that Python 3.11 deprecated
        import ziamath
    from ziamath.config import config

    config.svg2 = False  # no symbols with ids, which several formulas of a page would share
    config.precision = 1  # with 0 it writes 480 as 48
    return ziamath


def _box(drawing: Element, *, is_display: bool) -> _Box:
    """What is drawn; in a line, as much below its middle as above it, so that its baseline is the line's."""
    points = [point for shape in drawing for point in _points(shape)] or [(0, 0)]
    across, down = zip(*points, strict=True)
    left, right = floor(min(across)) - _BEARING, ceil(max(across)) + _BEARING
    top, bottom = min(down), max(down)
    if not is_display:
        half = max(bottom + _MIDDLE, -_MIDDLE - top)
        top, bottom = -_MIDDLE - half, -_MIDDLE + half
    return _Box(left, floor(top), right, ceil(bottom))


def _points(shape: Element) -> list[tuple[float, float]]:
    """Points that a shape lies between."""
    if shape.tag == "path":
        numbers = [float(number) for _, step in _PATH_STEP.findall(shape.get("d", "")) for number in step.split()]
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    x, y, width, height = _rectangle(shape)
    return [(x, y), (x + width, y + height)]


def _rectangle(shape: Element) -> tuple[float, float, float, float]:
    x, y, width, height = (float(shape.get(name, "0")) for name in ("x", "y", "width", "height"))
    return x, y, width, height


def _em(units: float) -> str:
    return f"{units / _UNITS * _SCALE:.3f}".rstrip("0").rstrip(".") + "em"


def _shapes(drawing: Element) -> Iterator[str]:
    """The drawing in few characters: all that is filled as one path, then the lines and frames."""
    filled = (_filled(shape) for shape in drawing if not shape.get("stroke"))
    if path := "".join(filled):
        yield f'<path d="{path}"/>'
    for shape in drawing:
        if shape.get("stroke"):
            attributes = "".join(f' {name}="{value}"' for name, value in shape.items() if name in _LINE_ATTRIBUTES)
            yield f'<{shape.tag} fill="none" stroke="currentColor"{attributes}/>'


_LINE_ATTRIBUTES: Final = frozenset("d x y width height rx ry cx cy stroke-width".split())


def _filled(shape: Element) -> str:
    if shape.tag == "rect":
        x, y, width, height = map(round, _rectangle(shape))
        return f"M{x} {y}h{width}v{max(height, 1)}h{-width}z"
    return _relative(shape.get("d", ""))


def _relative(path: str) -> str:
    """An absolute path in whole units, each point told by its distance from the one before."""
    steps: list[str] = []
    x = y = 0
    for command, numbers in _PATH_STEP.findall(path):
        values = [round(float(number)) for number in numbers.split()]
        points = list(zip(values[::2], values[1::2], strict=True))
        if command == "M":
            steps.append("M" + _pairs(points, 0, 0))
        elif command == "Z":
            steps.append("z")
        elif points != [(x, y)]:
            steps.append(command.lower() + _pairs(points, x, y))
        x, y = points[-1] if points else (x, y)
    return "".join(steps)


def _pairs(points: list[tuple[int, int]], x: int, y: int) -> str:
    numbers = (str(number) for point in points for number in (point[0] - x, point[1] - y))
    return " ".join(numbers).replace(" -", "-")
