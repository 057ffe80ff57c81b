"""Phone numbers in international form: ITU-T E.164, with the separators that people put between digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DROPPED_ZERO", "EXTENSION", "MOST_DIGITS", "PHONE_PATTERN", "international"]

MOST_DIGITS: Final = 15
"""The most digits that E.164 lets a number have, those of the country included."""

_SEPARATOR = r"[ .()\-\u00a0\u2010\u2011\u2013\u202f]"

EXTENSION: Final = r"[ ,;\u00a0\u202f]*([eE][xX][tT]\.?|[xX]|#)[ \u00a0\u202f]*[0-9]{1,7}"
"""What is dialled when somebody has answered; it may follow the number."""

PHONE_PATTERN: Final = rf"^\+{_SEPARATOR}*[1-9]({_SEPARATOR}*[0-9]){{6,{MOST_DIGITS - 1}}}({EXTENSION})?$"
"""A plus sign and the code of the country first; no country has numbers of fewer than seven digits in all."""

DROPPED_ZERO: Final = r"\(0\)"
"""The zero that is dialled only within a country: with the country's code before it the number is another."""

_CALLING_CODES: Final[Mapping[str, str]] = dict(
    entry.split(":")
    for entry in """
    AE:971 AR:54 AT:43 AU:61 BD:880 BE:32 BG:359 BR:55 CA:1 CH:41 CL:56 CN:86 CO:57 CY:357 CZ:420 DE:49 DK:45 EE:372
    EG:20 ES:34 FI:358 FR:33 GB:44 GR:30 HK:852 HR:385 HU:36 ID:62 IE:353 IL:972 IN:91 IR:98 IS:354 IT:39 JP:81 KE:254
    KR:82 LI:423 LK:94 LT:370 LU:352 LV:371 MA:212 MT:356 MX:52 MY:60 NG:234 NL:31 NO:47 NZ:64 PE:51 PH:63 PK:92 PL:48
    PT:351 RO:40 RS:381 RU:7 SA:966 SE:46 SG:65 SI:386 SK:421 TH:66 TN:216 TR:90 TW:886 UA:380 US:1 VN:84 XK:383 ZA:27
    """.split()
)
"""The codes of the countries that most people write from."""

_NATIONAL_PREFIXES: Final[Mapping[str, str]] = {"CA": "1", "HU": "06", "IT": "", "LT": "8", "RU": "8", "US": "1"}
"""What is dialled before a number within a country, where it is not 0; in Italy the 0 belongs to the number."""

_NORTH_AMERICAN: Final = re.compile(r"(?:1[ .-])?(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[ .-])[0-9]{3}[ .-][0-9]{4}")


def international(text: str, country: str = "") -> str:
    """The international form of a number as it is dialled within a country, or an empty string.

    Args:
        text: the number as it is written.
        country: where the person lives, a code of ISO 3166-1, if that is known.
    """
    if text.startswith("(+"):
        return _whole(text[1:].replace(")", " ", 1))
    if text.startswith("00"):
        return _whole(f"+{text[2:].lstrip()}")
    if not country and _NORTH_AMERICAN.fullmatch(text):
        country = "US"
    if country not in _CALLING_CODES:
        return ""
    plain = re.sub(r"[()]", " ", text).strip()
    national = plain.removeprefix(_NATIONAL_PREFIXES.get(country, "0"))
    return _whole(f"+{_CALLING_CODES[country]} {national}")


def _whole(number: str) -> str:
    """A number in international form, if it is one; blanks part what slashes parted."""
    parted = " ".join(re.sub(r"[/ ]+-?", " ", number).split())
    return parted if re.match(PHONE_PATTERN.replace("$", r"\Z"), parted) else ""
