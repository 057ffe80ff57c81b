"""The faults that all three syntaxes share, and what becomes of a text that has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cvpress.diagnostics import Severity
from cvpress.syntax import limits
from cvpress.syntax.document import Document, Fault, Span, line_of, line_starts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cvpress.diagnostics import Pointer
    from cvpress.syntax.tree import Duplicate

__all__ = [
    "TYPOGRAPHIC_QUOTES",
    "BrokenText",
    "broken",
    "capped",
    "duplicate_keys",
    "empty",
    "is_too_deep",
    "merge_conflict",
    "not_finite",
    "not_mapping",
    "number_too_long",
    "shorten",
    "too_deep",
    "too_many",
    "warning",
]


class BrokenText(Exception):  # noqa: N818  a text is broken; the reader has no error
    """A text that cannot be read to its end; it never leaves `cvpress.syntax`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def broken(name: str, text: str, *faults: Fault) -> Document:
    """A document without data."""
    return Document(name, text, None, faults=faults, broken=True)


def capped(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """As many faults as are reported, and one more that says so if there were others."""
    if len(faults) <= limits.FAULTS:
        return tuple(faults)
    shown = tuple(faults[: limits.FAULTS])
    message = f"the file has {len(faults):,} faults, and only the first {limits.FAULTS:,} are shown"
    return (*shown, Fault("S106", message, "", shown[-1].span))


def warning(fault: Fault) -> Fault:
    """The fault of a profile as what it is in other data: something that programs differ about."""
    return fault._replace(severity=Severity.WARNING)


def duplicate_keys(text: str, duplicates: Iterable[Duplicate]) -> list[Fault]:
    """S104: RFC 8259, 4 leaves the meaning of duplicate keys open, YAML and TOML forbid them."""
    starts = line_starts(text)
    return [
        Fault(
            "S104",
            f"the key `{duplicate.pointer[-1]}` is here already",
            f"it stands first on line {line_of(starts, duplicate.first_key.start)}: keep one of them",
            duplicate.key,
            duplicate.pointer,
        )
        for duplicate in duplicates
    ]


def empty(text: str) -> Fault:
    """S110: nothing to read."""
    lines = [line.strip() for line in text.splitlines()]
    found = "holds no values" if any(lines) else "is empty"
    if any(lines) and all(line.startswith("#") for line in lines if line):
        found = "holds only comments"
    return Fault("S110", f"the file {found}", _A_PROFILE_IS, Span(0, 0))


def not_mapping(data: Any, span: Span) -> Fault:
    """S110: the top of the file is a list, a text or another value that has no keys."""
    message = f"the file holds {_KINDS[type(data)]} instead of sections"
    end = span.start + 1 if isinstance(data, list) else span.end
    return Fault("S110", message, _A_PROFILE_IS, Span(span.start, end))


def merge_conflict(text: str, code: str) -> Fault | None:
    """What a broken text holds where git could not merge two versions; None if it holds nothing of that kind."""
    ours = _OURS.search(text)
    between = _BETWEEN.search(text, ours.end()) if ours else None
    if not ours or not between or not _THEIRS.search(text, between.end()):
        return None
    hint = "keep one version, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"
    return Fault(code, "a merge conflict is not resolved", hint, Span(*ours.span()))


def too_deep(span: Span) -> Fault:
    """S106: lists and mappings inside one another beyond what is read."""
    message = f"lists and mappings are nested more than {limits.DEPTH} deep"
    return Fault("S106", message, "ten levels are enough for most data", span)


def too_many(span: Span) -> Fault:
    """S106: more values than are read."""
    message = f"the file holds more than {limits.VALUES:,} values"
    return Fault("S106", message, "split it: a long profile has a few thousand", span)


def number_too_long(span: Span, pointer: Pointer) -> Fault:
    """S106: an integer that cannot be written out again."""
    message = f"this number is too long: at most {limits.INTEGER_DIGITS:,} digits are read"
    return Fault("S106", message, "put it in quotes if it is meant as text", span, pointer)


def not_finite(written: str, span: Span, pointer: Pointer) -> Fault:
    """S109: RFC 8259, 6 has no NaN and no infinity."""
    is_number = any(char.isdigit() for char in written)
    what = "is too large for a number" if is_number else "is not a number that every program can read"
    hint = "write a finite number, or leave the key out"
    return Fault("S109", f"`{shorten(written)}` {what}", hint, span, pointer)


def shorten(written: str) -> str:
    """Cut what is quoted in a message down to a readable length."""
    return written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"


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


_SHOWN = 40
_OURS = re.compile(r"^<{7}(?= |\r?$)[^\r\n]*+", re.MULTILINE)
_BETWEEN = re.compile(r"^={7}\r?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?= |\r?$)", re.MULTILINE)
TYPOGRAPHIC_QUOTES = frozenset("\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\xab\xbb\u2039\u203a\xb4`")
"""What word processors make of straight quotes, and the accents that are taken for them."""
_A_PROFILE_IS = "a profile is a mapping of sections, such as `basics` and `work`"
_KINDS = {
    list: "a list",
    str: "one text",
    int: "one number",
    float: "one number",
    bool: "one truth value",
    type(None): "one empty value",
}
