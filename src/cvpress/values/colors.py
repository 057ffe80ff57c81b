"""Colours: how well they are read on one another, and how to make them better read.

The contrast of two colours is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

import colorsys
import re
from typing import Final

__all__ = ["better_read", "contrast", "is_color", "readable"]

_COLOR: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEPS: Final = 100


def is_color(text: str) -> bool:
    """Whether a text is a colour as #rgb or #rrggbb."""
    return _COLOR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21; both as #rgb or #rrggbb."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(color: str, paper: str, least: float) -> str:
    """The colour of the same hue that is nearest to a colour and has at least a contrast with what is behind it.

    Args:
        color: the colour, #rgb or #rrggbb.
        paper: the colour behind it.
        least: the contrast, which black or white has with the paper.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(color))
    end = 0.0 if contrast("#000", paper) > contrast("#fff", paper) else 1.0
    for step in range(_STEPS + 1):
        found = _hex(colorsys.hls_to_rgb(hue, lightness + (end - lightness) * step / _STEPS, saturation))
        if contrast(found, paper) >= least:
            return found
    return _hex((end, end, end))


def better_read(paper: str, light: str, dark: str) -> str:
    """Of two colours the one that is better read on another."""
    return light if contrast(light, paper) >= contrast(dark, paper) else dark


def _luminance(color: str) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in _channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(color: str) -> tuple[float, float, float]:
    digits = color.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
