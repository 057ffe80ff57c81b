"""How messages name things: places by their section, types and values in plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.diagnostics import Pointer

__all__ = [
    "FREE_KEY_PREFIX",
    "LONGEST_HIGHLIGHT",
    "LONGEST_WORD",
    "MAY_BE_EMPTY",
    "SURPLUS_SPACE_PATTERN",
    "SURPLUS_SPACE_SIGN_PATTERN",
    "place_name",
    "quoted",
    "shortened",
    "subject",
    "type_name",
    "wanted_name",
]

SURPLUS_SPACE_PATTERN: Final = (
    r"^[ \t]|[^ \t\r\n]( *\t|  +([^ \t\r\n]|\r[^\n]|\r?(\n[ \t]*(\r|\n|$)|$)))|[^ \t\r\n][ \t]\n*$"
)
"""White space that no output shows: around a text, more than one blank between words, tabs.

Line breaks, the indentation of further lines, and no-break spaces are meant, and so are two blanks
or more before a line break within a paragraph: in Markdown they say that it stays one.
"""

SURPLUS_SPACE_SIGN_PATTERN: Final = r"  |\t|^\s| \n*$|^$"
"""What every text with surplus white space has, and every text that is empty."""

FREE_KEY_PREFIX: Final = "x-"
"""What keys of the user's own begin with, in any object."""

LONGEST_HIGHLIGHT: Final = 350
"""The most characters that a highlight should have: some four lines of a page."""

LONGEST_WORD: Final = 2_000
"""The most characters that a word may have; the time to set one grows with their square."""

MAY_BE_EMPTY: Final = ("Variant",)
"""Groups of keys that say something when they are empty: a variant is an output by its name alone."""

_TYPES: Final[Mapping[str, str]] = {
    "string": "a text",
    "array": "a list",
    "object": "a group of keys",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}

_ENTRIES: Final[Mapping[str, str]] = {
    "work": "a work entry",
    "volunteer": "a volunteer entry",
    "education": "an education entry",
    "awards": "an award",
    "certificates": "a certificate",
    "publications": "a publication",
    "skills": "a skill",
    "languages": "a language",
    "interests": "an interest",
    "references": "a reference",
    "projects": "a project",
    "research": "an area of research",
    "talks": "a talk",
    "teaching": "a course taught",
    "grants": "a grant",
    "patents": "a patent",
    "memberships": "a membership",
    "service": "a service entry",
    "competitions": "a competition",
    "custom": "a custom section",
    "letters": "a letter",
    "stories": "a story",
    "roles": "a role",
    "profiles": "a network profile",
    "links": "a link",
    "results": "a result",
    "entries": "an entry",
    "body": "a paragraph",
    "works": "a work of the recipient",
    "variants": "a variant",
    "translations": "a translation",
}


def type_name(value: Any) -> str:
    """What a value is, in plain words."""
    if value is None:
        return _TYPES["null"]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _TYPES["string"] if value else "an empty text"
    if isinstance(value, (int, float)):
        return "a number"
    return _TYPES["array"] if isinstance(value, list) else _TYPES["object"]


def wanted_name(wanted: Any) -> str:
    """What a schema's `type` asks for, in plain words."""
    if isinstance(wanted, list):
        return " or ".join(_TYPES[name] for name in wanted)
    return _TYPES[wanted]


def place_name(pointer: Pointer) -> str:
    """What the group of keys at `pointer` is: ("work", 0) → "a work entry"."""
    names = [step for step in pointer if isinstance(step, str)]
    if not names:
        return "the profile"
    if len(names) > 1 and names[-2] in {"variants", "translations"}:
        return _ENTRIES[names[-2]]
    is_entry = isinstance(pointer[-1], int)
    return _ENTRIES.get(names[-1], f"an entry of `{names[-1]}`") if is_entry else f"`{names[-1]}`"


def quoted(text: str, limit: int = 40) -> str:
    """A text as messages show it: on one line, and not too long; white space around it is seen."""
    return f'"{shortened(text, limit)}"'


def subject(pointer: Pointer) -> str:
    """A value by its key: "`port`", "item 2 of `hosts`", "the file"."""
    if not pointer:
        return "the file"
    if isinstance(pointer[-1], str):
        return f"`{shortened(pointer[-1])}`"
    name = next((f"`{shortened(step)}`" for step in reversed(pointer) if isinstance(step, str)), "the list")
    return f"item {pointer[-1] + 1} of {name}"


def shortened(text: str, limit: int = 60) -> str:
    """A text on one line that is not too long."""
    line = re.sub(r"\s+", " ", text)
    return f"{line[: limit - 1]}…" if len(line) > limit else line
