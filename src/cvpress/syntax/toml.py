"""TOML 1.0 → Document: tomllib reads it, our own scanner finds the places.

Dates and times become the text that was written: a profile's dates may be less exact
(2024-03, 2024), so they are text in every syntax.
"""

from __future__ import annotations

import math
import re
import tomllib
from contextlib import suppress
from datetime import date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cvpress.syntax import limits
from cvpress.syntax.characters import character_faults, clean, may_hold_forbidden
from cvpress.syntax.document import Document, Fault, Place, Span
from cvpress.syntax.faults import (
    BrokenText,
    broken,
    capped,
    duplicate_keys,
    empty,
    is_too_deep,
    not_finite,
    number_too_long,
    too_deep,
)
from cvpress.syntax.toml_tree import NotToml, duplicates, parse, parse_as_far_as_possible
from cvpress.syntax.tree import places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.diagnostics import Pointer

__all__ = ["read"]

_DOTTED_KEY = re.compile(r"""(?>(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+)+)""")
_MANY_DIGITS = re.compile(rf"(?<![0-9_])[0-9_]{{{limits.INTEGER_DIGITS + 1}}}")
_TOO_LONG = 10**limits.INTEGER_DIGITS


def read(text: str, name: str, *, plain: bool = False) -> Document:
    """Read a TOML text.

    Args:
        text: what stands in the file, without a byte order mark.
        name: what the user calls the file.
        plain: take any value, not only a profile.

    Returns:
        A document. Dates and times are the text that was written, and so is a number that
        cannot be held, which is a fault. A text with duplicate keys has no data.
    """
    try:
        _refuse_too_much(text)
        data = tomllib.loads(text)
    except BrokenText as error:
        return broken(name, text, error.fault)
    except RecursionError:
        return broken(name, text, _too_deep(text))
    except ValueError as error:
        return broken(name, text, *_why_not(text, error))
    if not data and not plain:
        return broken(name, text, empty(text))
    if is_too_deep(data):
        return broken(name, text, _too_deep(text))
    maker = _PlainMaker(text)
    if may_hold_forbidden(text) and not plain:
        data = maker.clean(data)
    data = maker.value(data, ())
    return Document(name, text, data, faults=capped(maker.faults), places=_places)


def _refuse_too_much(text: str) -> None:
    """Raise BrokenText for what tomllib would need too much time or memory for."""
    if sum(map(text.count, "=,[")) > limits.VALUES or _MANY_DIGITS.search(text) or _has_endless_key(text):
        with suppress(NotToml):
            parse(text)


def _has_endless_key(text: str) -> bool:
    # tomllib needs quadratic time for a dotted key.
    if text.count(".") < limits.DEPTH:
        return False
    return any(found[0].count(".") >= limits.DEPTH for found in _DOTTED_KEY.finditer(text))


def _too_deep(text: str) -> Fault:
    try:
        with suppress(NotToml):
            parse(text)
    except BrokenText as error:
        return error.fault
    return too_deep(Span(0, 0))


def _why_not(text: str, error: ValueError) -> tuple[Fault, ...]:
    from cvpress.syntax.toml_explain import explain, is_about_duplicates

    if not isinstance(error, tomllib.TOMLDecodeError):
        return (number_too_long(Span(0, 0), ()),)
    if is_about_duplicates(error):
        faults = duplicate_keys(text, duplicates(text))
        if faults:
            return capped(faults)
    return (explain(text, error),)


class _PlainMaker:
    """Makes TOML's data plain; asks for places only if what was written is needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []

    def clean(self, data: Any) -> Any:
        data, found = clean(data)
        if found:
            self.faults.extend(character_faults(found, self._where))
        return data

    def value(self, value: Any, pointer: Pointer) -> Any:
        if isinstance(value, dict):
            return {key: self.value(child, (*pointer, key)) for key, child in value.items()}
        if isinstance(value, list):
            return [self.value(child, (*pointer, index)) for index, child in enumerate(value)]
        if isinstance(value, (datetime, time)):
            return self._written(pointer, value.isoformat())
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return self._number(value, pointer)
        return value

    def _number(self, number: float, pointer: Pointer) -> float | str:
        if isinstance(number, int):
            if abs(number) < _TOO_LONG:
                return number
            self.faults.append(number_too_long(self._span(pointer), pointer))
        elif math.isfinite(number):
            return number
        else:
            self.faults.append(not_finite(self._written(pointer, str(number)), self._span(pointer), pointer))
        return self._written(pointer, hex(number) if isinstance(number, int) else str(number))

    def _written(self, pointer: Pointer, otherwise: str) -> str:
        if pointer not in self._where:
            return otherwise
        span = self._span(pointer)
        return self.text[span.start : span.end]

    def _span(self, pointer: Pointer) -> Span:
        return self._where[pointer].value

    @cached_property
    def _where(self) -> Mapping[Pointer, Place]:
        return _places(self.text)


class _Places(dict["Pointer", Place]):
    """Places that know the nearest parent of what our scanner did not find, though tomllib did."""

    def __missing__(self, pointer: Pointer) -> Place:
        return self[pointer[:-1]]


def _places(text: str) -> Mapping[Pointer, Place]:
    return _Places(places(parse_as_far_as_possible(text)))
