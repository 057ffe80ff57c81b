"""Texts without their white space, which every extractor puts elsewhere, and what stands between the letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.checking.artefact import Artefact, Reading, TextLine

__all__ = ["Squeezed", "folded", "line_near", "listed", "read_squeezed", "shortened", "squeezed"]

_RANKS: Final = " \n\f"


class Squeezed(NamedTuple):
    r"""A text without white space, after NFKC and in small letters.

    Attributes:
        letters: all but the white space.
        gaps: what was before each letter, and after the last: "." nothing, " " a blank, "\\n" the end
            of a line, "\\f" that of a page.
    """

    letters: str
    gaps: str

    def places(self, wanted: str) -> Iterator[int]:
        """Where some letters are."""
        place = self.letters.find(wanted) if wanted else -1
        while place >= 0:
            yield place
            place = self.letters.find(wanted, place + 1)


@lru_cache(maxsize=4096)
def squeezed(text: str) -> Squeezed:
    """Take the white space out of a text; soft hyphens go too."""
    letters, gaps, gap = [], [], "\n"
    for char in _lowered(text.replace("\xad", "")):
        if char.isspace():
            gap = max(gap, char if char in _RANKS else " ", key=f". {_RANKS}".rindex)
        else:
            letters.append(char)
            gaps.append(gap)
            gap = "."
    return Squeezed("".join(letters), "".join((*gaps, "\n")))


def read_squeezed(reading: Reading) -> Squeezed:
    """What an extractor reads, without white space."""
    return squeezed("\f".join(reading.pages))


def folded(text: str) -> str:
    """A text after NFKC in small letters, each run of white space a blank."""
    return " ".join(_lowered(text).split())


def _lowered(text: str) -> str:
    """A text after NFKC in small letters; the two letters i of Turkish are one, as capitals tell no language."""
    return unicodedata.normalize("NFKC", text).casefold().replace("i\u0307", "i").replace("ı", "i")


def shortened(text: str) -> str:
    """A text, quoted, and cut if it is long."""
    plain = " ".join(text.split())
    return f"“{plain}”" if len(plain) <= 60 else f"“{plain[:57].rstrip()}…”"


def listed(names: Sequence[str]) -> str:
    """Names as a sentence has them."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def line_near(artefact: Artefact, text: str) -> TextLine | None:
    """The line of a file that a text begins on, or the one that is most like its beginning."""
    words = re.findall(r"\S+", folded(text))
    for count in (*range(min(len(words), 6), 1, -1), *((1,) if words and len(words[0]) > 3 else ())):
        start = "".join(words[:count])
        found = next((line for line in artefact.lines if start in squeezed(line.text).letters), None)
        if found:
            return found
    return None
