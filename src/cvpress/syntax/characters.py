"""Characters that may be escaped in a text but that no page, no PDF and no DOCX can hold: S108.

Unescaped, most of them are refused by the syntaxes themselves. XML 1.0, 2.2, on which DOCX
rests, sets the limit: no control characters but tab and line breaks, no halves of surrogate
pairs, no U+FFFE and U+FFFF.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.syntax.document import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cvpress.diagnostics import Pointer
    from cvpress.syntax.document import Place

__all__ = ["FORBIDDEN", "SURROGATES", "Forbidden", "character_faults", "clean", "clean_text", "may_hold_forbidden"]

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no profile may hold."""

SURROGATES = re.compile("[\ud800-\udfff]")
"""What UTF-8 cannot write, and so no program passes on."""

_ESCAPE = re.compile(r"\\[0abefvxuU]")


class Forbidden(NamedTuple):
    """A forbidden character in the value at a pointer, or in its key."""

    pointer: Pointer
    character: str
    is_in_key: bool


def may_hold_forbidden(text: str) -> bool:
    """Whether a look at the data is worth its time: most texts have no such escapes."""
    return "\ufffe" in text or "\uffff" in text or ("\\" in text and _ESCAPE.search(text) is not None)


def clean_text(text: str) -> str:
    """Put U+FFFD for each forbidden character."""
    return FORBIDDEN.sub("\ufffd", text)


def clean(data: Any, forbidden: re.Pattern[str] = FORBIDDEN) -> tuple[Any, list[Forbidden]]:
    """Put U+FFFD for each forbidden character in plain data; returns also where they were."""
    cleaner = _Cleaner(forbidden)
    return cleaner.value(data, ()), cleaner.found


def character_faults(found: Iterable[Forbidden], places: Mapping[Pointer, Place]) -> list[Fault]:
    """S108 for what `clean` found."""
    faults = []
    for pointer, character, is_in_key in found:
        place = places[pointer]
        span = place.key if is_in_key and place.key else place.value
        faults.append(Fault("S108", _message(character), _HINT, span, pointer))
    return faults


class _Cleaner:
    def __init__(self, forbidden: re.Pattern[str]) -> None:
        self._forbidden = forbidden
        self.found: list[Forbidden] = []

    def value(self, value: Any, pointer: Pointer) -> Any:
        if isinstance(value, str):
            return self._text(value, pointer, is_in_key=False)
        if isinstance(value, list):
            return [self.value(item, (*pointer, index)) for index, item in enumerate(value)]
        if isinstance(value, dict):
            return dict(self._entry(key, child, pointer) for key, child in value.items())
        return value

    def _entry(self, key: str, value: Any, pointer: Pointer) -> tuple[str, Any]:
        name = self._forbidden.sub("\ufffd", key)
        pointer = (*pointer, name)
        self._text(key, pointer, is_in_key=True)
        return name, self.value(value, pointer)

    def _text(self, text: str, pointer: Pointer, *, is_in_key: bool) -> str:
        first = self._forbidden.search(text)
        if not first:
            return text
        self.found.append(Forbidden(pointer, first[0], is_in_key))
        return self._forbidden.sub("\ufffd", text)


def _message(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "the text holds half of a surrogate pair, which is no character"
    return f"the text holds U+{ord(character):04X}, which no page can show"


_HINT = "remove the escape, or write the character that is meant"
