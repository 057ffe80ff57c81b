"""Cuts a face to some of its characters, as woff2: HarfBuzz cuts it in a millisecond, fontTools packs it in sixty."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["COVERAGE", "covered", "cut_face"]

COVERAGE = {
    "Latin, Latin-1, Latin Extended-A": "20-7E A0-17F",
    "pinyin, Romanian, modifier letters, capital sharp s": "1CD-1DC 218-21B 2BB-2BC 2C6-2C7 2D8-2DD 1E9E",
    "spaces, hyphens, dashes, quotation marks": "2002-2003 2007 2009-200A 2010-2015 2018-201E 202F",
    "daggers, bullets, ellipsis, primes, guillemets": "2020-2022 2026 2030 2032-2033 2039-203A 2044",
    "currencies, numero, trade mark": "20A4 20AC 20B4 20B9 20BA 20BD 2116 2122",
    "arrows": "2190-2193 2196-2199",
    "mathematics": "2212 221A 221E 2248 2260 2264-2265",
    "bullets, checks": "25A0-25A1 25AA 25B6 25CB 25CF 2605-2606 2713",
}
"""What the woff2 faces of the built-in themes are cut to, as CSS's unicode-range writes it, without "U+"."""

_FEATURES = (
    *("kern", "mark", "mkmk", "curs", "ccmp", "locl", "liga", "clig", "rlig"),
    *("init", "medi", "fina", "isol"),
    *("tnum", "pnum", "lnum", "onum"),
)
"""What texts in living scripts need, and the figures that looks ask for; not calt, which makes an arrow of "->" in
Inter, and which the base theme switches off."""

_SMALL_CAPS = ("smcp", "c2sc")

_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17)
"""Copyright, family and style, version, licence and its address: the OFL asks for them."""

_RESERVED = "Reserved Font Name"
_OWN_NAMES = {1: "CV Face", 3: "CV Face", 4: "CV Face", 6: "CVFace", 16: "CV Face"}


@cache
def covered() -> frozenset[int]:
    """The code points of COVERAGE."""
    ends = [entry.split("-") for entry in " ".join(COVERAGE.values()).split()]
    return frozenset(point for pair in ends for point in range(int(pair[0], 16), int(pair[-1], 16) + 1))


def cut_face(face: bytes, code_points: Iterable[int], *, has_small_caps: bool = False) -> bytes:
    """A face as woff2, with the glyphs of some characters alone; the same bytes at every run: no time is put in.

    Args:
        face: a TrueType or OpenType font.
        code_points: the characters.
        has_small_caps: whether it keeps their small capitals.

    Raises:
        ValueError: it is no font.
    """
    import uharfbuzz
    from fontTools.ttLib import TTFont

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(code_points)
    for chosen, values in (
        (wanted.layout_feature_tag_set, map(_tag, (*_FEATURES, *(_SMALL_CAPS if has_small_caps else ())))),
        (wanted.name_id_set, _NAMES),
    ):
        chosen.clear()
        chosen.update(values)
    wanted.drop_table_tag_set.update([_tag("STAT")])  # it tells of the variable face that this one was made of
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    try:
        cut = uharfbuzz.subset(uharfbuzz.Face(face), wanted).blob.data
    except RuntimeError as error:
        raise ValueError("it is no font") from error
    packed = BytesIO()
    try:
        with TTFont(BytesIO(cut), recalcTimestamp=False) as font:
            _rename_reserved(font)
            font.flavor = "woff2"
            font.save(packed)
    except Exception as error:  # fontTools raises what comes up: KeyError, struct.error, AssertionError, TTLibError
        raise ValueError(f"it is a broken font ({type(error).__name__})") from error
    return packed.getvalue()


def _rename_reserved(font: Any) -> None:
    """Take a name off a face that its licence keeps for the whole one (SIL Open Font License 1.1, condition 3)."""
    names = font["name"]
    if _RESERVED in (names.getDebugName(0) or ""):
        for record in list(names.names):
            if record.nameID in _OWN_NAMES:
                names.setName(_OWN_NAMES[record.nameID], *_place_of(record))


def _place_of(record: Any) -> tuple[int, int, int, int]:
    return record.nameID, record.platformID, record.platEncID, record.langID


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")
