"""Colours: how well they are read on one another, and how to make them better read.

The contrast of two colours is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

import colorsys
import re
from typing import Final

__all__ = ["BLACK", "WHITE", "Color", "better_read", "color", "color_text", "contrast", "is_color", "mixed", "readable"]

Color = tuple[int, int, int]
"""Red, green and blue, from 0 to 255."""

WHITE: Final[Color] = (255, 255, 255)
BLACK: Final[Color] = (0, 0, 0)

_COLOR: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEPS: Final = 100


def is_color(text: str) -> bool:
    """Whether a text is a colour as #rgb or #rrggbb."""
    return _COLOR.fullmatch(text) is not None


def color(text: str) -> Color:
    """The colour that a text, #rgb or #rrggbb, stands for."""
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    red, green, blue = (int(digits[place : place + 2], 16) for place in (0, 2, 4))
    return red, green, blue


def color_text(value: Color) -> str:
    """A colour as #rrggbb."""
    return "#{:02x}{:02x}{:02x}".format(*value)


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(ink: Color, paper: Color, alpha: float) -> Color:
    """What an ink that is not opaque looks like on a paper."""
    red, green, blue = (round(over * alpha + under * (1 - alpha)) for over, under in zip(ink, paper, strict=True))
    return red, green, blue


def readable(ink: Color, paper: Color, least: float) -> Color:
    """The ink of the same hue that is nearest to another one and has at least a contrast with its paper.

    Args:
        ink: the colour of the text.
        paper: what is behind it.
        least: the contrast, which black or white has with the paper.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in ink))
    end = better_read(paper, WHITE, BLACK)
    for step in range(_STEPS):
        moved = lightness + (end[0] / 255 - lightness) * step / _STEPS
        red, green, blue = (round(channel * 255) for channel in colorsys.hls_to_rgb(hue, moved, saturation))
        if contrast((red, green, blue), paper) >= least:
            return red, green, blue
    return end


def better_read(paper: Color, one: Color, other: Color) -> Color:
    """Of two inks the one that is better read on a paper."""
    return one if contrast(one, paper) >= contrast(other, paper) else other


def _luminance(value: Color) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    channels = (channel / 255 for channel in value)
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
