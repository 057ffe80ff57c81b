"""What scripts do that extractors stumble over: they run from right to left, or have no blanks."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cvpress.checking.artefact import Artefact
    from cvpress.checking.check import Checked

__all__ = ["is_right_to_left", "left_to_right", "reads_right_to_left", "runs_without_blanks"]

_WITHOUT_BLANKS: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u3190-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
)
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese; Korean has blanks, but its lines break within words."""

_LEAST_SHARE: Final = 0.1


def is_right_to_left(text: str) -> bool:
    """Whether a text has letters that are written from right to left (UAX #9: R, AL)."""
    return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)


def runs_without_blanks(text: str) -> bool:
    """Whether a text has letters of a script whose lines may break anywhere."""
    return bool(_WITHOUT_BLANKS.search(text))


def reads_right_to_left(artefact: Artefact) -> bool:
    """Whether a file is one that is read from right to left: it says so, or a tenth of its letters do."""
    language = artefact.metadata.language.partition("-")[0].lower()
    letters = [char for char in artefact.text if char.isalpha()]
    rightmost = sum(1 for char in letters if is_right_to_left(char))
    return language in {"ar", "fa", "he", "ur", "yi"} or rightmost > _LEAST_SHARE * len(letters)


def left_to_right(checked: Checked) -> bool:
    """For rules about the order of what is read, which no extractor gets right from right to left."""
    return not reads_right_to_left(checked.artefact)
