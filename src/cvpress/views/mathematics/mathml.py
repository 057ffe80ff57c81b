"""MathML as TeX would set it: the blanks around operators, where ziamath's are others or none.

The classes of atoms and the blanks between them are those of The TeXbook, chapter 18.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from collections.abc import Container

__all__ = ["typeset"]

_THIN: Final = "0.167em"
_MEDIUM: Final = "0.222em"
_THICK: Final = "0.278em"

_BINARY: Final = frozenset("×÷±∓∖∗∘∙⋅∧∨∩∪⊎⊓⊔⊕⊖⊗⊘⊙⋄⋆⊼⊻≀†‡")
_PUNCTUATION: Final = frozenset(",;")
_BARS: Final = frozenset("|‖")
_LARGE: Final = frozenset("∑∏∐∫∬∭∮⋂⋃⋀⋁⨁⨂⨀")

_RELATIONS: Final[tuple[Container[int], ...]] = (
    range(0x2190, 0x2200),  # arrows
    range(0x2208, 0x220E),  # elements
    (0x221D, 0x2223, 0x2225, 0x2226),
    range(0x223C, 0x228C),
    range(0x228F, 0x2293),
    range(0x22A2, 0x22B9),
    range(0x27F5, 0x2800),
    range(0x2A7D, 0x2AB1),
)

_WITH_SCRIPTS: Final = frozenset("msub msup msubsup munder mover munderover".split())

_POINTS: Final = re.compile(r"([+-]?\d+(?:\.\d+)?)pt")

_SLANTED: Final = {ord(upright): slanted for upright, slanted in zip("ϵϑϰϕϱϖ", "𝜖𝜗𝜘𝜙𝜚𝜛", strict=True)}
"""Letters of which ziamath has the upright form only."""


def typeset(tree: Element) -> None:
    """Put the blanks into a formula, in place."""
    for element in tree.iter():
        element.attrib |= {name: _in_ems(value) for name, value in element.attrib.items()}
        if element.tag == "mi" and element.text:
            _make_operator(element, element.text.replace("~", "∼"))
        if element.tag == "mo" and element.text:
            _put_blanks_around(element, element.text)
        elif element.tag == "mi" and element.text and "mathvariant" not in element.attrib:
            element.text = element.text.translate(_SLANTED)
        elif element.tag in {"math", "mrow", "mtd", "mstyle"}:
            _put_blanks_behind_operators(element)


def _in_ems(value: str) -> str:
    """A length in points as one in ems, of which TeX's text has one to ten; any other value as it is."""
    points = _POINTS.fullmatch(value)
    return f"{float(points[1]) / 10:g}em" if points else value


def _make_operator(letter: Element, sign: str) -> None:
    r"""Make operators of those that latex2mathml takes for letters: `\sim`, `\leqslant`."""
    if sign in _BINARY or _is_relation(sign):
        letter.tag, letter.text = "mo", sign


def _is_relation(sign: str) -> bool:
    return len(sign) == 1 and any(ord(sign) in group for group in _RELATIONS)


def _put_blanks_around(operator: Element, sign: str) -> None:
    if sign in _BARS and "stretchy" not in operator.attrib:
        operator.attrib |= {"stretchy": "false", "lspace": "0em", "rspace": "0em"}
    elif sign in _PUNCTUATION:
        operator.attrib |= {"lspace": "0em", "rspace": _THIN}
    elif sign in _BINARY:
        operator.attrib |= {"lspace": _MEDIUM, "rspace": _MEDIUM}
    elif _is_relation(sign) and "stretchy" not in operator.attrib:
        operator.attrib |= {"lspace": _THICK, "rspace": _THICK}


def _put_blanks_behind_operators(row: Element) -> None:
    """A blank between an operator with its limits (max, Σ) and what it is applied to, unless that is in brackets."""
    children = list(row)
    for index in range(len(children) - 2, -1, -1):
        operator, following = children[index], children[index + 1]
        if operator.tag in _WITH_SCRIPTS and _is_large(operator[0]) and following.tag not in {"mo", "mspace"}:
            row.insert(index + 1, Element("mspace", width=_THIN))


def _is_large(base: Element) -> bool:
    text = (base.text or "").replace("\u2009", "")
    return base.tag in {"mo", "mi"} and (text in _LARGE or (len(text) > 1 and text.isalpha()))
