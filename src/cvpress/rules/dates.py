"""How to write what is not a date: the advice of the rule V101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.diagnostics import Advice, remove, replace
from cvpress.rules.loose_dates import (
    DATE_FORMS,
    is_range,
    is_year_pair,
    means_present,
    means_unknown,
    readings,
    season_year,
    tells_start,
    without_doubt,
)

if TYPE_CHECKING:
    from cvpress.diagnostics import Pointer

__all__ = ["date_advice"]

_GOES_ON = "leave `endDate` out: without it the entry goes on until the present"


def date_advice(pointer: Pointer, text: str) -> Advice:
    """How to write a date that was written otherwise; with a fix where there is one reading only."""
    if pointer[-1] == "endDate" and means_present(text):
        return Advice(_GOES_ON, remove())
    if pointer[-1] == "endDate" and tells_start(text):
        return Advice("that is when it began: write it as `startDate`, and no `endDate` while it goes on")
    if means_unknown(text):
        # Without its end an entry goes on, which is more than "unknown" says.
        return Advice(f"leave `{pointer[-1]}` out if it is not known", remove(safe=pointer[-1] != "endDate"))
    if is_range(text) or is_year_pair(text):
        return Advice(_range_hint(text))
    year = season_year(text)
    if year:
        return Advice(f'write the year, "{year}", or its month')
    return _reading_advice(text)


def _range_hint(text: str) -> str:
    months = readings(text)
    hint = "write the two ends of the range as `startDate` and `endDate`"
    return f'{hint}, or "{months[0]}" if it is a month' if months else hint


def _reading_advice(text: str) -> Advice:
    dates = readings(text)
    if len(dates) == 1:
        return Advice(f'write "{dates[0]}"', replace(dates[0]))
    if dates:
        either = " or ".join(f'"{date}"' for date in dates)
        return Advice(f"write {either}, whichever is meant")
    likely = readings(without_doubt(text))
    if len(likely) == 1:
        return Advice(f'write "{likely[0]}"', replace(likely[0], safe=False))
    return Advice(DATE_FORMS)
