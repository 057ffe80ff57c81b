"""What a YAML scalar means: the core schema of YAML 1.2.2, 10.3, and where it is left.

Left on purpose: a number with a leading zero or a plus sign stays the text that it looks
like, since in a profile it is a postal code or a telephone number.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from cvpress.syntax import limits

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "FIRST_CHARACTERS",
    "PLAIN_FIRST_CHARACTERS",
    "Infinite",
    "TooLong",
    "resolve_core",
    "resolve_plain",
    "resolve_tagged",
]

FIRST_CHARACTERS = frozenset("~nNtTfF.-0123456789") | {""}
"""What a plain scalar begins with that may be other than text ("" for an empty one)."""

PLAIN_FIRST_CHARACTERS = FIRST_CHARACTERS | {"+"}
"""The same for data that is no profile."""

Value = str | int | float | bool | None

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_CORE_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"-?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_CORE_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_TOO_LONG = 10**limits.INTEGER_DIGITS
_CORE_TAG = "tag:yaml.org,2002:"


class TooLong(ValueError):  # noqa: N818  a property of the text
    """An integer with more digits than are read."""


class Infinite(ValueError):  # noqa: N818  a property of the text
    """A number that is not finite, or not a number."""


def resolve_plain(text: str) -> Value:
    """The value of a scalar without quotes and tag; raises TooLong or Infinite."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return _integer(text)
    if _OTHER_BASE.fullmatch(text):
        return _integer_to_base(text)
    if _FLOAT.fullmatch(text):
        return _float(text)
    if _INFINITE.fullmatch(text):
        raise Infinite
    return text


def resolve_core(text: str) -> Value:
    """As `resolve_plain`, with all numbers of the core schema: 0123 is 123, +1 is 1."""
    if _CORE_INTEGER.fullmatch(text):
        return _integer(text)
    if _CORE_FLOAT.fullmatch(text):
        return _float(text)
    return resolve_plain(text)


def resolve_tagged(tag: str, text: str) -> Value:
    """The value of a scalar with a tag of the core schema.

    Raises TooLong or Infinite, KeyError for any other tag and ValueError if the text is not
    what the tag says.
    """
    return _TAGGED[tag](text)


def _integer(text: str) -> int:
    if len(text.lstrip("-+")) > limits.INTEGER_DIGITS:
        raise TooLong
    return int(text)


def _integer_to_base(text: str) -> int:
    number = int(text, 0)
    if number >= _TOO_LONG:
        raise TooLong
    return number


def _float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise Infinite
    return number


def _tagged_null(text: str) -> None:
    if _CONSTANTS.get(text, True) is not None:
        raise ValueError


def _tagged_bool(text: str) -> bool:
    value = _CONSTANTS.get(text)
    if value is None:
        raise ValueError
    return value


def _tagged_int(text: str) -> int:
    if _CORE_INTEGER.fullmatch(text):
        return _integer(text)
    if not _OTHER_BASE.fullmatch(text):
        raise ValueError
    return _integer_to_base(text)


def _tagged_float(text: str) -> float:
    if _CORE_INTEGER.fullmatch(text):
        return _float(text)
    value = resolve_plain(text.removeprefix("+"))
    if not isinstance(value, float):
        raise ValueError  # noqa: TRY004  a wrong text, not a wrong type
    return value


_TAGGED: dict[str, Callable[[str], Value]] = {
    "!": str,
    f"{_CORE_TAG}str": str,
    f"{_CORE_TAG}null": _tagged_null,
    f"{_CORE_TAG}bool": _tagged_bool,
    f"{_CORE_TAG}int": _tagged_int,
    f"{_CORE_TAG}float": _tagged_float,
}
