"""A language and how well it is spoken, in one text: "English: fluent", "Deutsch (C2)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cvpress.rules.languages import simplified
from cvpress.values.fluency import CEFR_PATTERN

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["spoken_language"]

_LONGEST: Final = 80
_BOTH: Final = re.compile(r"([^:(–—]*[^:(–—\s])(:\s+|\s*\(|\s+[-–—]\s+|\s*[–—]\s*)([^:()]*[^:()\s])\)?")
_LEVELS: Final = frozenset(
    """
    native bilingual fluent proficient advanced intermediate conversational basic beginner elementary
    muttersprache muttersprachlich verhandlungssicher fließend fortgeschritten gut grundkenntnisse
    maternelle courant avancé intermédiaire débutant nativo fluido avanzado intermedio básico madrelingua
    """.split()
)
"""Words that say how well a language is spoken, where they begin what stands behind it."""


def spoken_language(text: str) -> tuple[Mapping[str, str], bool]:
    """The keys of a language for a text, and whether nothing else can be meant."""
    match = _BOTH.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if not match:
        return {"language": text}, True
    language, separator, fluency = match.groups()
    is_level = re.search(CEFR_PATTERN, fluency) is not None or _begins_with_a_level(fluency)
    if "(" in separator and not is_level:  # "Chinese (Mandarin)"
        return {"language": text}, True
    return {"language": language, "fluency": fluency}, is_level


def _begins_with_a_level(text: str) -> bool:
    return simplified(re.split(r"[\s,/]", text, maxsplit=1)[0]) in map(simplified, _LEVELS)
