"""What charts are drawn of: marks and labels, and the room that labels take.

A unit is a 960th of the width of a slide. A chart is shown as large as it
is drawn, so that all kinds have labels of one size.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = [
    "LINE",
    "TEXT",
    "Box",
    "Drawn",
    "Label",
    "Mark",
    "Value",
    "box_of",
    "crosses",
    "lines",
    "scale",
    "text_width",
    "widest",
]

TEXT: Final = 16
"""The size of type."""

LINE: Final = 20
"""From one line of a label to the next."""

_LETTER: Final = 0.57
"""The width of a letter, in ems; of a Chinese one it is 1."""

_LABEL_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Value:
    """A number: what it is of, which series it belongs to, how it is written."""

    label: str
    number: float
    shown: str
    series: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape: "bar" (a rectangle), "dot" (middle, and radius as width), "line" or "rule" (to x + width, y + height).

    Attributes:
        series: the number of its series, from 0.
    """

    shape: str
    x: float
    y: float
    width: float
    height: float
    series: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A text: "name", "value" or "legend"; its anchor is "start", "middle" or "end" of its base line."""

    kind: str
    x: float
    y: float
    text: str
    anchor: str = "start"
    series: int = 0


Drawn = tuple[list[Mark], list[Label], float]
"""The parts of a chart, and its height."""


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether they share a point."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def text_width(text: str) -> float:
    """About how wide a text is."""
    return sum(1 if east_asian_width(char) in "WF" else _LETTER for char in text) * TEXT


def box_of(label: Label) -> Box:
    """About where a label stands."""
    width = text_width(label.text)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return Box(left, label.y - 0.8 * TEXT, left + width, label.y + 0.15 * TEXT)


def crosses(box: Box, mark: Mark) -> bool:
    """Whether a straight mark goes through a box: tried at points that are closer than it is tall."""
    steps = max(1, int(max(abs(mark.width), abs(mark.height)) // 4))
    return any(
        box.left <= mark.x + mark.width * step / steps <= box.right
        and box.top <= mark.y + mark.height * step / steps <= box.bottom
        for step in range(steps + 1)
    )


def lines(text: str, width: float, most: int = _LABEL_LINES) -> list[str]:
    """A label in lines of a width, parted between words; what does not fit ends with an ellipsis."""
    letters = max(4, int(width / (TEXT * _LETTER) + 0.01))
    parts = wrap(text, letters, max_lines=most, placeholder=" …", break_long_words=False)
    return [_cut(part, max(width, 4 * TEXT * _LETTER)) for part in parts]


def _cut(text: str, width: float) -> str:
    if text_width(text) <= width + 1:
        return text
    taken = next(end for end in range(len(text), -1, -1) if text_width(text[:end] + "…") <= width or not end)
    return text[:taken].rstrip() + "…"


def scale(values: Sequence[Value]) -> Callable[[float], float]:
    """From numbers to the share of the axis, which holds zero: 0 for the least, 1 for the greatest."""
    most = max(abs(value.number) for value in values) or 1.0
    shares = [0.0, *(value.number / most for value in values)]
    low, span = min(shares), (max(shares) - min(shares)) or 1.0
    return lambda number: (number / most - low) / span


def widest(texts: Iterable[str]) -> float:
    """The width of the widest of some texts."""
    return max(map(text_width, texts), default=0.0)
