"""Single keywords that the native validator judges: it knows ECMA-262's patterns, and needs linear time."""

from __future__ import annotations

from functools import lru_cache

import jsonschema_rs

__all__ = ["is_multiple", "matches"]


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern of ECMA-262 fits somewhere in a text."""
    return _assertion("pattern", pattern).is_valid(text)


def is_multiple(number: float, factor: float) -> bool:
    """Whether a number is a multiple of a factor as it is written in figures: 0.3 is one of 0.1."""
    return _assertion("multipleOf", factor).is_valid(number)


@lru_cache(maxsize=1024)
def _assertion(keyword: str, wanted: float | str) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for({keyword: wanted})
