"""Colours, and how well one is read on another."""

from __future__ import annotations

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)


def mixed(ink: Colour, ground: Colour, alpha: float) -> Colour:
    """What an ink that is not opaque looks like on a ground."""
    red, green, blue = (round(over * alpha + under * (1 - alpha)) for over, under in zip(ink, ground, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
