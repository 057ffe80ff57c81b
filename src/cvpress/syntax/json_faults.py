"""What is wrong with single values of a text that otherwise is JSON."""

from __future__ import annotations

import math
from json import loads
from typing import TYPE_CHECKING, Any

from cvpress.syntax import limits
from cvpress.syntax.document import Fault, Span
from cvpress.syntax.faults import not_finite, number_too_long

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.diagnostics import Pointer
    from cvpress.syntax.document import Place

__all__ = ["value_faults", "without_surrogates"]


def value_faults(text: str, places: Mapping[Pointer, Place]) -> Iterator[Fault]:
    """Numbers that cannot be held (S106, S109) and halves of surrogate pairs (S108)."""
    for pointer, (key, value) in places.items():
        if key is not None and _is_half_a_pair(text[key.start : key.end]):
            yield _lone_surrogate(key, pointer)
        written = text[value.start : value.end]
        if written[0] == '"' and _is_half_a_pair(written):
            yield _lone_surrogate(value, pointer)
        elif written[0] in "-0123456789NI":
            yield from _number_faults(written, value, pointer)


def without_surrogates(data: Any) -> Any:
    """Copy plain data with U+FFFD for halves of surrogate pairs, which no encoding can write."""
    if isinstance(data, str):
        return data.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(data, list):
        return [without_surrogates(item) for item in data]
    if isinstance(data, dict):
        return {without_surrogates(key): without_surrogates(value) for key, value in data.items()}
    return data


def _number_faults(written: str, span: Span, pointer: Pointer) -> Iterator[Fault]:
    digits = written.lstrip("-")
    if digits.isdigit():
        if len(digits) > limits.INTEGER_DIGITS:
            yield number_too_long(span, pointer)
    elif not math.isfinite(float(written)):
        yield not_finite(written, span, pointer)


def _is_half_a_pair(written: str) -> bool:
    if "\\u" not in written:
        return False
    value = loads(written)
    return bool(without_surrogates(value) != value)


def _lone_surrogate(span: Span, pointer: Pointer) -> Fault:
    return Fault(
        "S108",
        "the text holds half of a surrogate pair, which is no character",
        "write the character itself, or both halves, such as `\\ud83d\\ude00` for 😀",
        span,
        pointer,
    )
