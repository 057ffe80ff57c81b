"""Single keywords that the native validator judges: it knows ECMA-262's patterns, and needs linear time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["SPECIFIED_FORMATS", "is_multiple", "matches"]


def _format(name: str) -> Callable[[str], bool]:
    def is_well_formed(text: str) -> bool:
        return _assertion("format", name).is_valid(text)

    return is_well_formed


SPECIFIED_FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    name: _format(name)
    for name in (
        *("date", "date-time", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6"),
        *("uri", "uri-reference", "iri", "iri-reference", "uri-template", "uuid"),
        *("json-pointer", "relative-json-pointer", "regex"),
    )
}
"""Of JSON Schema 2020-12 (validation, 7.3), each with what tells whether a text has it."""


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern of ECMA-262 fits somewhere in a text."""
    return _assertion("pattern", pattern).is_valid(text)


def is_multiple(number: float, factor: float) -> bool:
    """Whether a number is a multiple of a factor as it is written in figures: 0.3 is one of 0.1."""
    return _assertion("multipleOf", factor).is_valid(number)


@lru_cache(maxsize=1024)
def _assertion(keyword: str, wanted: float | str) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for({keyword: wanted}, validate_formats=True)
