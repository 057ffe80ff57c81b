"""The faults that all three syntaxes share, and what becomes of a text that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.syntax import limits
from cvpress.syntax.document import Document, Fault, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cvpress.diagnostics import Pointer
    from cvpress.syntax.tree import Duplicate

__all__ = [
    "BrokenText",
    "broken",
    "capped",
    "duplicate_keys",
    "empty",
    "is_too_deep",
    "line_of",
    "not_finite",
    "not_mapping",
    "number_too_long",
    "too_deep",
]


class BrokenText(Exception):
    """A text that cannot be read to its end; it never leaves `cvpress.syntax`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def broken(name: str, text: str, *faults: Fault) -> Document:
    """A document without data."""
    return Document(name, text, None, faults=faults, broken=True)


def line_of(text: str, offset: int) -> int:
    """The number of the line, from 1, that a character stands in."""
    return text.count("\n", 0, offset) + 1


def capped(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """As many faults as are reported, and one more that says so if there were others."""
    if len(faults) <= limits.FAULTS:
        return tuple(faults)
    shown = tuple(faults[: limits.FAULTS])
    message = f"the file has {len(faults):,} faults, and only the first {limits.FAULTS:,} are shown"
    return (*shown, Fault("S106", message, "", shown[-1].span))


def duplicate_keys(text: str, duplicates: Iterable[Duplicate]) -> list[Fault]:
    """S104: RFC 8259, 4 leaves the meaning of duplicate keys open, YAML and TOML forbid them."""
    return [
        Fault(
            "S104",
            f"the key `{duplicate.pointer[-1]}` is here already",
            f"it stands first on line {line_of(text, duplicate.first_key.start)}: keep one of them",
            duplicate.key,
            duplicate.pointer,
        )
        for duplicate in duplicates
    ]


def empty(text: str) -> Fault:
    """S110: nothing to read."""
    found = "holds only comments" if text.strip() else "is empty"
    return Fault("S110", f"the file {found}", _A_PROFILE_IS, Span(0, 0))


def not_mapping(data: Any, span: Span) -> Fault:
    """S110: the top of the file is a list, a text or another value that has no keys."""
    end = span.end if not isinstance(data, list) else span.start + 1
    return Fault("S110", f"the file holds {_KINDS[type(data)]} instead of sections", _A_PROFILE_IS, Span(span.start, end))


def too_deep(span: Span) -> Fault:
    """S106: lists and mappings inside one another beyond what is read."""
    message = f"lists and mappings are nested more than {limits.DEPTH} deep"
    return Fault("S106", message, "a profile needs fewer than ten levels", span)


def number_too_long(span: Span, pointer: Pointer) -> Fault:
    """S106: an integer that cannot be written out again."""
    message = f"this number is too long: at most {limits.INTEGER_DIGITS:,} digits are read"
    return Fault("S106", message, "put it in quotes if it is meant as text", span, pointer)


def not_finite(written: str, span: Span, pointer: Pointer) -> Fault:
    """S109: RFC 8259, 6 has no NaN and no infinity."""
    shown = written if len(written) <= 20 else f"{written[:20]}…"
    what = "is too large for a number" if any(char.isdigit() for char in written) else "is not a number that a profile can hold"
    return Fault("S109", f"`{shown}` {what}", "write a finite number, or leave the key out", span, pointer)


def is_too_deep(data: Any) -> bool:
    """Whether plain data is nested deeper than is allowed; looks at one level at a time."""
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(limits.DEPTH):
        level = [
            child
            for parent in level
            for child in (parent.values() if isinstance(parent, dict) else parent)
            if isinstance(child, (dict, list))
        ]
    return bool(level)


_A_PROFILE_IS = "a profile is a mapping of sections, such as `basics` and `work`"
_KINDS = {
    list: "a list",
    str: "one text",
    int: "one number",
    float: "one number",
    bool: "one truth value",
    type(None): "one empty value",
}
