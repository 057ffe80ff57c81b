"""Family T: values of another type than the format has. Checks take a schema violation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Finding
from cvpress.rules.rule import rule
from cvpress.rules.words import quoted, type_name, wanted_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.schema import Violation

__all__ = ["empty_text", "null", "wrong_type"]


@rule("T101", "wrong-type")
def wrong_type(violation: Violation) -> Iterator[Finding]:
    """A value has another type than the format gives it.

    Every key has one type, JSON Resume's where it has the key: a theme or a parser that
    expects a text cannot show a list.

    Example: `highlights: Led a team of five`

    Use instead:

        highlights:
          - Led a team of five
    """
    if violation.keyword != "type":
        return
    wanted = wanted_name(violation.wanted)
    yield Finding(
        violation.pointer,
        f"{_subject(violation)} should be {wanted}, not {type_name(violation.value)}",
        _type_hint(violation),
    )


@rule("T102", "null")
def null(violation: Violation) -> Iterator[Finding]:
    """A value is null.

    The format has no null: what is not known, or not over, is left out. In YAML a key
    with nothing behind it is null as well.

    Example: `endDate: null`

    Use instead: no `endDate` at all, which means "present".
    """
    if violation.keyword != "type" or violation.value is not None:
        return
    yield Finding(violation.pointer, f"{_subject(violation)} is null", _leave_out(violation))


@rule("T103", "empty-text")
def empty_text(violation: Violation) -> Iterator[Finding]:
    """A date, a URL or a mail address is an empty text.

    An empty text is neither a date nor a URL, and no program can tell whether it stands
    for "unknown", "present" or a slip.

    Example: `url: ""`

    Use instead: no `url` at all.
    """
    if violation.value != "" or violation.keyword not in {"pattern", "format"}:
        return
    yield Finding(violation.pointer, f"{_subject(violation)} is empty", _leave_out(violation))


def _subject(violation: Violation) -> str:
    """The value by its key: "`startDate`", "item 2 of `highlights`"."""
    pointer = violation.pointer
    if not pointer:
        return "the profile"
    if isinstance(pointer[-1], int):
        name = next((step for step in reversed(pointer) if isinstance(step, str)), "the list")
        return f"item {pointer[-1] + 1} of `{name}`"
    return f"`{pointer[-1]}`"


def _leave_out(violation: Violation) -> str:
    if violation.pointer and violation.pointer[-1] == "endDate":
        return "leave `endDate` out: without it the entry goes on until the present"
    return "leave it out if there is nothing to say"


_FEW_WORDS: Final = 3
_MAIN_KEYS: Final = ("name", "language", "title", "course", "institution", "organization", "city", "network", "text")

_HINTS: Final[Mapping[tuple[str, type], str]] = {
    ("string", list): "write one text, without brackets or dashes",
    ("string", dict): "write one text, without keys inside",
    ("array", dict): "put the group into a list: `- ` before its first key in YAML, `[…]` around it in JSON",
    ("object", list): "write the keys themselves, without a list around them",
}
"""What to do about a value, by the type that is wanted and the one that is there."""


def _type_hint(violation: Violation) -> str:
    wanted, value = violation.wanted, violation.value
    if wanted == "string" and isinstance(value, (int, float)):
        return f'write it in quotes: "{str(value).lower()}"'
    if wanted == "string" and isinstance(value, dict) and len(value) == 1:
        ((key, rest),) = value.items()
        if isinstance(rest, str):
            return f"put it in quotes: {quoted(f'{key}: {rest}', 60)}"
    if wanted == "array" and isinstance(value, str):
        return f"put it into a list: [{', '.join(quoted(item, 24) for item in _listed(value))}]"
    if wanted == "object" and isinstance(value, str):
        return f"write keys with values, such as `{_main_key(violation)}: {value[:24] or '…'}`"
    return _HINTS.get((str(wanted), type(value)), "")


def _listed(text: str) -> list[str]:
    """The words of "Python, SQL, C"; a sentence with a comma stays one."""
    items = [item.strip() for item in text.split(",") if item.strip()]
    return items if items and all(len(item.split()) <= _FEW_WORDS for item in items) else [text]


def _main_key(violation: Violation) -> str:
    """The key that says most of a group."""
    properties = violation.schema.get("properties", {})
    return next((key for key in _MAIN_KEYS if key in properties), next(iter(properties), "name"))
