"""The digits of a language, the same in dates, figures and the numbers of pages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

__all__ = ["counter_style", "with_own_digits"]

_LATIN: Final = "0123456789"
_DIGITS: Final[Mapping[str, dict[int, int]]] = {
    "arab": str.maketrans(_LATIN, "٠١٢٣٤٥٦٧٨٩"),
    "arabext": str.maketrans(_LATIN, "۰۱۲۳۴۵۶۷۸۹"),
}
"""By the CLDR's name of a numbering system. Persian has the second; Arabic is written with Latin
digits unless the locale is of a country that has the first: ar-EG, ar-SA."""


_COUNTER_STYLES: Final[Mapping[str, str]] = {"arab": "arabic-indic", "arabext": "persian"}
"""What CSS calls them: https://www.w3.org/TR/css-counter-styles-3/#simple-numeric."""


@cache
def counter_style(tag: str) -> str:
    """What CSS calls the digits of a language, for the numbers of pages.

    Args:
        tag: a BCP 47 tag that Babel knows.
    """
    from babel import Locale

    return _COUNTER_STYLES.get(Locale.parse(tag, sep="-").default_numbering_system, "decimal")


def with_own_digits(text: str, locale: Locale) -> str:
    """A text of ours with the digits of the locale. Babel writes dates with Latin ones only."""
    digits = _DIGITS.get(locale.default_numbering_system)
    return text.translate(digits) if digits else text
