"""What the scripts that a page is written in ask of its style sheet: faces, upright letters, digits.

A look has faces of its own, for Latin, Greek and Cyrillic letters. For others base has faces of their
own families, each for a range of characters; a page that has none of them carries none of the faces.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cvpress.views.numerals import counter_style

if TYPE_CHECKING:
    from cvpress.themes.find import Theme
    from cvpress.themes.spec import Font

__all__ = ["Writing", "characters_of", "writing_of"]

_UPRIGHT: Final = frozenset("ar ckb fa he ja ko ps sd ug ur yi yue zh".split())
"""Languages whose letters have no slanted form and are not parted by space; a machine would slant them."""


class Writing(NamedTuple):
    """What the script of a page asks of its style sheet.

    Attributes:
        faces: the faces that it needs, each with the folder that it is in.
        is_upright: whether nothing in it is slanted, nor letters spaced.
        digits: the counter style of the page's numbers; style sheets have it as `var(--digits)`.
    """

    faces: tuple[tuple[str, Font], ...]
    is_upright: bool
    digits: str


def writing_of(theme: Theme, text: str, language: str) -> Writing:
    """What a page asks of its style sheet.

    Args:
        theme: the page's theme.
        text: the page, as HTML.
        language: its BCP 47 tag.
    """
    ranges = dict.fromkeys(font.unicode_range for _, font in theme.fonts if font.unicode_range)
    # All at once first: most pages have none of them.
    has_any = bool(ranges) and characters_of(", ".join(ranges)).search(text) is not None
    wanted = {"", *(each for each in ranges if has_any and characters_of(each).search(text))}
    faces = tuple((folder, font) for folder, font in theme.fonts if font.unicode_range in wanted)
    return Writing(faces, language.partition("-")[0].lower() in _UPRIGHT, counter_style(language))


@cache
def characters_of(unicode_range: str) -> re.Pattern[str]:
    """A pattern of any character in a range as CSS writes it."""
    ends = [part.strip()[2:].split("-") for part in unicode_range.split(",")]
    return re.compile(f"[{''.join(f'{_escaped(pair[0])}-{_escaped(pair[-1])}' for pair in ends)}]")


def _escaped(number: str) -> str:
    return f"\\U{int(number, 16):08x}"
