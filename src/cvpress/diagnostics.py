"""A diagnostic: one thing that is wrong with what a user wrote, and where.

Everything from a broken bracket to a date that the calendar does not have is a
`Diagnostic`. Codes are stable; each has a page (`cvpress explain CODE`).
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Advice",
    "Area",
    "Diagnostic",
    "Finding",
    "Fix",
    "Pointer",
    "Position",
    "Severity",
    "format_pointer",
    "remove",
    "rename",
    "replace",
]

Pointer = tuple[str | int, ...]
"""The way from the root of a document to a value: keys and list indices."""


class Severity(Enum):
    """How bad a finding is: errors fail a run, warnings do so only with --strict."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A place in a text; both counted from 1, the column in characters."""

    line: int
    column: int


class Area(NamedTuple):
    """A place on the pages of a file that is no text.

    Attributes:
        page: its page, from 1; 0 for the file as a whole.
        box: left, top, right and bottom in points from the upper left corner of the page; None for all of it.
    """

    page: int = 0
    box: tuple[float, float, float, float] | None = None


class Fix(NamedTuple):
    """A change of the value that a finding points to, which mends the finding.

    Attributes:
        action: rename its key, put another value in its place, or remove it with its key
            (of a list: the item).
        value: the new key or the new value; None for a removal.
        is_safe: whether the file says the same afterwards; what is not safe is done only
            when it is asked for (`--unsafe-fixes`).
    """

    action: Literal["rename", "replace", "remove"]
    value: Any = None
    is_safe: bool = True


def rename(key: str, *, safe: bool = True) -> Fix:
    """The fix that gives the value another key."""
    return Fix("rename", key, safe)


def replace(value: Any, *, safe: bool = True) -> Fix:
    """The fix that puts another value in its place."""
    return Fix("replace", value, safe)


def remove(*, safe: bool = True) -> Fix:
    """The fix that removes the value, and its key with it."""
    return Fix("remove", None, safe)


class Advice(NamedTuple):
    """How to mend a fault.

    Attributes:
        hint: for a person, or an empty string.
        fix: for a program, if there is one; it does what the hint says.
    """

    hint: str = ""
    fix: Fix | None = None


class Finding(NamedTuple):
    """What is wrong with a value of a document, before it is known where that stands.

    Attributes:
        pointer: the value that it is about.
        message: what is wrong, one sentence without a full stop.
        hint: how to mend it, or an empty string.
        at_key: mark the key of the value instead of the value.
        fix: what mends it, if a program can.
        part: mark only the first place in the value where this is written, if it is anywhere there.
        by_source: makes hint and fix of the characters that the value is written with: of a number
            these say more than the data, which has no zeros at its end.
    """

    pointer: Pointer
    message: str
    hint: str = ""
    at_key: bool = False
    fix: Fix | None = None
    part: str = ""
    by_source: Callable[[str], Advice] | None = None


class Diagnostic(NamedTuple):
    """One finding.

    Attributes:
        code: the rule's stable code, such as "K102".
        severity: error or warning.
        message: what is wrong, one sentence without a full stop.
        hint: how to mend it, or an empty string.
        pointer: the value (or the key) that it is about.
        file: the name that the file was given by.
        start: where the marked text begins; in a file that is no text, where in what is read of it, or
            line 0 for what is not about that.
        end: where the marked text ends, exclusive.
        fix: what mends it, if a program can.
        area: where in a file that is no text; None in one that is.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    pointer: Pointer
    file: str
    start: Position
    end: Position
    fix: Fix | None = None
    area: Area | None = None


def format_pointer(pointer: Pointer) -> str:
    """Write a pointer as RFC 6901 does: ("work", 0, "a/b") → "/work/0/a~1b"."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in pointer)
