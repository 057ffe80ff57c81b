"""Groups and lists that hold values, none of which says anything: entries of a template that nobody filled in."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Finding, remove
from cvpress.rules.words import FREE_KEY_PREFIX, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Pointer

__all__ = ["hollow_place", "is_blank", "is_hollow", "without_contents"]

_NO_WHITE_SPACE: Final = re.compile(r"[\S\x1c-\x1f\x85]")
"""As ECMA-262 has it, by which the strict schema judges."""

_WITH_FREE_PARTS: Final = ("meta", "translations", "variants")
"""Sections in which some texts may be empty."""

_FEWEST: Final = 2


def is_blank(value: Any) -> bool:
    """Whether a value is a text without letters."""
    return isinstance(value, str) and not _NO_WHITE_SPACE.search(value)


def is_hollow(pointer: Pointer, value: Any) -> bool:
    """Whether a value is a group or a list of several blank texts, nulls, or empty groups or lists, and nothing else.

    One that holds a single empty value is not: that value is easier to find.
    """
    if not isinstance(value, (dict, list)) or not pointer or pointer[0] in _WITH_FREE_PARTS:
        return False
    return not _says_something(value) and len(list(islice(_leaves(value), _FEWEST))) == _FEWEST


def hollow_place(data: Any, pointer: Pointer) -> Pointer | None:
    """The outermost hollow group or list around a place; None if there is none."""
    value = data
    for depth, step in enumerate(pointer[:-1], start=1):
        value = value[step]
        if is_hollow(pointer[:depth], value):
            return pointer[:depth]
    return None


def _says_something(value: Any) -> bool:
    if isinstance(value, dict):
        # What stands under the user's own keys is theirs, also if it is empty.
        return any(key.startswith(FREE_KEY_PREFIX) or _says_something(child) for key, child in value.items())
    if isinstance(value, list):
        return any(map(_says_something, value))
    return value is not None and not is_blank(value)


def _leaves(value: Any) -> Iterator[Any]:
    if value and isinstance(value, (dict, list)):
        for child in value.values() if isinstance(value, dict) else value:
            yield from _leaves(child)
    else:
        yield value


def without_contents(pointer: Pointer) -> Finding:
    """What to say of a hollow group or list."""
    return Finding(pointer, f"{subject(pointer)} holds nothing but empty values", "leave it out", fix=remove())
