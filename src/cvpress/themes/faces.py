"""Which faces a page needs beside the look's own: those for scripts that it is written in.

A look has faces of its own, for Latin, Greek and Cyrillic letters. For others base has faces of their
own families, each for a range of characters; a page that has none of them carries none of the faces.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cvpress.views.numerals import counter_style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cvpress.themes.find import Theme
    from cvpress.themes.spec import Font

__all__ = ["Writing", "drawn_by", "with_fallbacks", "writing_of"]

_UPRIGHT: Final = frozenset("ar ckb fa he ja ko ps sd ug ur yi yue zh".split())
"""Languages whose letters have no slanted form and are not parted by space; a machine would slant them."""

_JOINERS: Final = frozenset(range(0x200C, 0x2010))


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
    has_any = bool(ranges) and _characters(", ".join(ranges)).search(text) is not None
    wanted = {"", *(each for each in ranges if has_any and _characters(each).search(text))}
    faces = tuple((folder, font) for folder, font in theme.fonts if font.unicode_range in wanted)
    return Writing(faces, language.partition("-")[0].lower() in _UPRIGHT, counter_style(language))


def drawn_by(font: Font, code_points: frozenset[int]) -> frozenset[int]:
    """Of some code points those that a face is for; and joiners, for one from elsewhere would break a word in two."""
    if not font.unicode_range:
        return code_points
    within = _characters(font.unicode_range)
    return _JOINERS.union(point for point in code_points if within.match(chr(point)))


def with_fallbacks(styles: str, faces: Iterable[tuple[str, Font]]) -> str:
    """A style sheet in which behind each of the look's own families stand those that lend it their characters.

    WeasyPrint draws wrong glyphs for a family whose characters are in several files, though the text
    of the PDF is right: so each is a family of its own, which style sheets need not name.
    """
    own = {re.escape(font.family) for _, font in faces if not font.unicode_range}
    lent = ", ".join(dict.fromkeys(f'"{font.family}"' for _, font in faces if font.unicode_range))
    if not (own and lent):
        return styles
    return re.sub(rf"""(["'])(?:{"|".join(sorted(own))})\1""", lambda match: f"{match[0]}, {lent}", styles)


@cache
def _characters(unicode_range: str) -> re.Pattern[str]:
    """A pattern of any character in a range as CSS writes it."""
    ends = [part.strip()[2:].split("-") for part in unicode_range.split(",")]
    return re.compile(f"[{''.join(f'{_escaped(pair[0])}-{_escaped(pair[-1])}' for pair in ends)}]")


def _escaped(number: str) -> str:
    return f"\\U{int(number, 16):08x}"
