"""Whether the letters of a file can be told, and are such as people type (rules P101..P108)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, always, checks, in_pdf
from cvpress.checking.checks.squeezing import line_near, listed, shortened
from cvpress.checking.parser.layout import BULLETS
from cvpress.rules.file_texts import (
    LIGATURE_CHARACTER,
    NO_TEXT,
    ODD_CHARACTER,
    PRIVATE_CHARACTER,
    TEXT_IN_PICTURES,
    TYPE_3_FONT,
    UNKNOWN_BULLET,
    UNMAPPED_GLYPH,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.artefact import Artefact
    from cvpress.checking.check import Check, Checked

__all__ = ["GLYPH_CHECKS"]

_UNMAPPED: Final = re.compile(r"�|\(cid:\d+\)")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_LIGATURES: Final = re.compile("[ﬀ-ﬆ]")
_ODD: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\xad\u115f\u1160\u180e\u200b\u2060-\u2064\u2800\u3164\ufeff\uffa0]")

_MOST_PICTURE: Final = 0.5
_FEW_LETTERS: Final = 100

_SIGNS: Final = re.compile(r"\s*([^\w\s])(?:\s|$)")
_NO_BULLETS: Final = "+±~<=>×÷|^°©®™&"


@checks(NO_TEXT, when=in_pdf)
def _no_text(checked: Checked) -> Iterator[Found]:
    with_text = {line.page for line in checked.artefact.lines if line.text.strip()}
    for page in range(1, len(checked.artefact.sheets) + 1):
        if page not in with_text:
            yield Found("the page has no text that a program can read", page=page)


@checks(TEXT_IN_PICTURES, when=in_pdf)
def _text_in_pictures(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    letters: Counter[int] = Counter()
    for line in artefact.lines:
        letters[line.page] += sum(map(str.isalnum, line.text))
    for page in sorted({picture.page for picture in artefact.pictures}):
        largest = max((one for one in artefact.pictures if one.page == page), key=lambda one: one.share)
        if largest.share >= _MOST_PICTURE and 0 < letters[page] < _FEW_LETTERS:
            yield Found(
                f"a picture takes {min(largest.share, 1):.0%} of the page, which has hardly any text",
                "what is to be read in the picture should be text",
                page=page,
                box=largest.box,
            )


@checks(TYPE_3_FONT, when=in_pdf)
def _type_3(checked: Checked) -> Iterator[Found]:
    for font in checked.artefact.fonts:
        if font.kind == "Type3":
            yield Found(f"the font {font.name} is of Type 3", "embed an outline font", page=font.pages[0])


@checks(UNMAPPED_GLYPH)
def _unmapped(checked: Checked) -> Iterator[Found]:
    for font in checked.artefact.fonts:
        if not font.is_mapped:
            message = f"the font {font.name} does not tell which characters its glyphs are"
            yield Found(message, "embed it with a ToUnicode map", page=font.pages[0])
    yield from _characters(checked.artefact, _UNMAPPED, "has glyphs that are no characters to")


@checks(PRIVATE_CHARACTER)
def _private(checked: Checked) -> Iterator[Found]:
    yield from _characters(checked.artefact, _PRIVATE, "has a character of nobody's but its font's for")


@checks(LIGATURE_CHARACTER)
def _ligatures(checked: Checked) -> Iterator[Found]:
    yield from _characters(checked.artefact, _LIGATURES, "has a ligature instead of letters for")


@checks(ODD_CHARACTER)
def _odd(checked: Checked) -> Iterator[Found]:
    yield from _characters(checked.artefact, _ODD, "has an invisible character for")


def _characters(artefact: Artefact, pattern: re.Pattern[str], fault: str) -> Iterator[Found]:
    """A finding for each kind of character, at the first line that has it."""
    found: dict[str, tuple[str, list[str]]] = {}
    for reading in artefact.readings:
        for line in reading.text.split("\n"):
            for match in pattern.finditer(line):
                _, extractors = found.setdefault(_called(match[0]), (line, []))
                if reading.extractor not in extractors:
                    extractors.append(reading.extractor)
    for name, (first, extractors) in found.items():
        own = (one for one in artefact.lines if pattern.search(one.text) and one.text.strip() == first.strip())
        text = shortened(pattern.sub("\u25a1", first))
        near = next(own, None) or line_near(artefact, pattern.sub("", first))
        yield Found(f"{text} {fault} {listed(extractors)}: {name}", line=near)


def _called(character: str) -> str:
    if len(character) > 1:
        return "“(cid:…)”"
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


@checks(UNKNOWN_BULLET, when=always)
def _bullets(checked: Checked) -> Iterator[Found]:
    lines = checked.artefact.lines
    signs = Counter(match[1] for line in lines if (match := _SIGNS.match(line.text)))
    for sign, count in signs.items():
        if count > 1 and sign not in BULLETS + _NO_BULLETS and unicodedata.category(sign) in {"So", "Sm", "Sk"}:
            line = next(line for line in lines if line.text.lstrip().startswith(sign))
            message = f"items begin with “{sign}”, which parsers do not know for a bullet"
            yield Found(message, "use •, ‣, – or *", line=line, part=sign)


GLYPH_CHECKS: Final[tuple[Check, ...]] = (
    _no_text,
    _text_in_pictures,
    _type_3,
    _unmapped,
    _private,
    _ligatures,
    _odd,
    _bullets,
)
"""The checks of letters and fonts."""
