"""Where a text holds formulas: `$…$` within a line, `$$…$$` on a line of its own.

The rule is pandoc's (`tex_math_dollars`), under which prices are none: the opening dollar
sign has something other than a blank right behind it, the closing one right before it and no
digit behind it. See https://pandoc.org/MANUAL.html#extension-tex_math_dollars.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FoundFormula", "formula_at", "formulas"]

_LATEX = r"[^\\$]*+(?:\\.[^\\$]*+)*"
_INLINE = re.compile(rf"(?<!(?<!\\)\$)\$(?![\s$])({_LATEX})(?<!\s)\$(?!\d)", re.DOTALL)
_DISPLAY = re.compile(
    rf"""
    (?<!(?<!\\)\$)\$\$(?!\s)({_LATEX})(?<!\s)\$\$(?!\$)
    | (?<![^\n])\$\$({_LATEX})\$\$(?=[ \t]*(?:\n|\Z))  # as whole lines also with blanks inside
    """,
    re.DOTALL | re.VERBOSE,
)

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_SIGN = re.compile(
    r"""
    \$
    | \\.
    | `++
    | \]\([^\s()]*\) | <[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>  # where a link leads
    """,
    re.DOTALL | re.VERBOSE,
)


class FoundFormula(NamedTuple):
    """A formula in a text.

    Attributes:
        start: where its first dollar sign stands.
        end: where what follows it begins.
        latex: what stands between the dollar signs, without blanks around it.
        is_display: whether it stands on a line of its own.
    """

    start: int
    end: int
    latex: str
    is_display: bool


def formula_at(text: str, start: int) -> FoundFormula | None:
    """The formula whose first dollar sign stands at a place of a paragraph.

    Args:
        text: a paragraph.
        start: where there is a dollar sign that no backslash takes away, and that is not in code.
    """
    is_display = text.startswith("$$", start)
    match = (_DISPLAY if is_display else _INLINE).match(text, start)
    latex = match[match.lastindex or 0].strip() if match else ""
    return FoundFormula(start, match.end(), latex, is_display) if match and latex else None


def formulas(text: str) -> Iterator[FoundFormula]:
    """The formulas of a text, in their order; none in code spans and link targets, none over a blank line."""
    if text.count("$") < 2:
        return
    start = 0
    for end in (*(blank.start() for blank in _BLANK_LINE.finditer(text)), len(text)):
        for found in _in_paragraph(text[start:end]):
            yield found._replace(start=start + found.start, end=start + found.end)
        start = end


def _in_paragraph(text: str) -> Iterator[FoundFormula]:
    position = 0
    unclosed: set[str] = set()
    while match := _SIGN.search(text, position):
        position = match.end()
        if match[0] == "$":
            if found := formula_at(text, match.start()):
                position = found.end
                yield found
        elif match[0][0] == "`" and match[0] not in unclosed:
            if end := re.compile(f"(?<!`){match[0]}(?!`)").search(text, position):
                position = end.end()
            else:
                unclosed.add(match[0])
