"""How lists and mappings are written in YAML's block style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cvpress.syntax.edits.text import Edit
from cvpress.syntax.edits.yaml_texts import key_as, value_as

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["block_lines", "in_list"]

_LINE_START = re.compile(r"(?<=\n)(?=[^\r\n])")


def block_lines(value: Any, source: str, step: int) -> list[str]:
    """Write a value on lines of its own.

    Args:
        value: a list, a mapping or what they hold.
        source: how a text beside it is written; the new ones get its quotes.
        step: how far a list is indented from its key.
    """
    if not value or not isinstance(value, (dict, list)):
        return [value_as(source, None, value, in_flow=False)]
    if isinstance(value, list):
        return [line for item in value for line in _item(block_lines(item, source, step))]
    return [line for key, child in value.items() for line in _entry(key, child, source, step)]


def in_list(text: str, start: int, end: int) -> Iterator[Edit]:
    """Make a block mapping, or another value on lines of its own, the one item of a list."""
    yield Edit(start, start, "- ")
    for line in _LINE_START.finditer(text, start + 1, end):
        yield Edit(line.start(), line.start(), "  ")


def _item(lines: list[str]) -> list[str]:
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _entry(key: str, value: Any, source: str, step: int) -> list[str]:
    lines = block_lines(value, source, step)
    if not value or not isinstance(value, (dict, list)):
        return [f"{key_as('', key)}: {lines[0]}"]
    margin = " " * (step if isinstance(value, list) else step or 2)
    return [f"{key_as('', key)}:", *(margin + line for line in lines)]
