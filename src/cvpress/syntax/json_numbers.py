"""Numbers that JSON can write and a profile cannot hold: S106, S109."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cvpress.syntax import limits
from cvpress.syntax.faults import not_finite, number_too_long

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.diagnostics import Pointer
    from cvpress.syntax.document import Fault, Place

__all__ = ["number_faults"]


def number_faults(text: str, places: Mapping[Pointer, Place]) -> Iterator[Fault]:
    """Integers with too many digits, numbers that overflow, NaN and Infinity."""
    for pointer, (_, span) in places.items():
        if text[span.start] not in "-0123456789NI":
            continue
        written = text[span.start : span.end]
        digits = written.lstrip("-")
        if not digits.isdigit():
            if not math.isfinite(float(written)):
                yield not_finite(written, span, pointer)
        elif len(digits) > limits.INTEGER_DIGITS:
            yield number_too_long(span, pointer)
