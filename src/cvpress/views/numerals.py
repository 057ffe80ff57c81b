"""The digits of a language, the same in dates, figures and the numbers of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

__all__ = ["with_own_digits"]

_LATIN: Final = "0123456789"
_DIGITS: Final[Mapping[str, dict[int, int]]] = {
    "arab": str.maketrans(_LATIN, "٠١٢٣٤٥٦٧٨٩"),
    "arabext": str.maketrans(_LATIN, "۰۱۲۳۴۵۶۷۸۹"),
}
"""By the CLDR's name of a numbering system. Persian has the second; Arabic is written with Latin
digits unless the locale is of a country that has the first: ar-EG, ar-SA."""


def with_own_digits(text: str, locale: Locale) -> str:
    """A text of ours with the digits of the locale. Babel writes dates with Latin ones only."""
    digits = _DIGITS.get(locale.default_numbering_system)
    return text.translate(digits) if digits else text
