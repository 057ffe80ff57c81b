"""The keys of a TOML text: a table's name may stand in many headers and dotted keys."""

from __future__ import annotations

import re
from json import dumps
from typing import TYPE_CHECKING

from cvpress.syntax.document import Span
from cvpress.syntax.edits.change import NotEditable

if TYPE_CHECKING:
    from cvpress.syntax.tree import Node

__all__ = ["is_inline", "is_pair", "key_as", "mentions", "statement"]

_PART = re.compile(r"""[A-Za-z0-9_-]++|"(?>(?:[^"\\\n]++|\\.)*)"|'[^'\n]*+'""")
_DOT = re.compile(r"[ \t]*+\.[ \t]*+")
_OPENING = re.compile(r"[ \t]*+\[{0,2}+[ \t]*+")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def key_as(source: str, name: str) -> str:
    """Write a key in the quotes of another."""
    if source.startswith("'") and "'" not in name:
        return f"'{name}'"
    if source.startswith('"') or not _BARE.fullmatch(name):
        return dumps(name, ensure_ascii=False)
    return name


def is_pair(node: Node) -> bool:
    """Whether a value stands behind its key, as none that a header or a dotted key names."""
    return node.key is not None and node.key.end <= node.value.start


def is_inline(node: Node, text: str) -> bool:
    """Whether a list or a mapping stands between brackets."""
    if node.key is not None:
        return is_pair(node)
    return node.is_list or text.startswith("{", node.value.start)


def statement(text: str, node: Node) -> int:
    """Where the line of a pair begins: with its key, or with what its key is dotted to."""
    return _pair_parts(text, node)[0].start


def mentions(text: str, node: Node) -> set[Span]:
    """All places where a value's key is written.

    Raises:
        NotEditable: it is written behind dots in an inline table.
    """
    if node.key and is_pair(node):
        return {node.key}
    found = set()
    waiting = [(node, 1)]
    while waiting:
        below, names = waiting.pop()
        parts = _parts_of_statement(text, below)
        if len(parts) >= names:
            found.add(parts[-names])
        if not is_pair(below):
            waiting += [(child, names + isinstance(step, str)) for step, child in below.children.items()]
    return found


def _parts_of_statement(text: str, node: Node) -> list[Span]:
    """The key of the pair or the header that a value has for its own; empty if it has none."""
    if is_pair(node):
        return _pair_parts(text, node)
    if not text.startswith("[", node.value.start):
        return []
    parts = _parts(text, node.value.start)
    return parts if node.key in (None, parts[-1]) else []


def _pair_parts(text: str, node: Node) -> list[Span]:
    if node.key is None:
        raise NotEditable
    parts = _parts(text, text.rfind("\n", 0, node.key.start) + 1)
    if parts[-1:] != [node.key]:
        raise NotEditable
    return parts


def _parts(text: str, offset: int) -> list[Span]:
    """The parts of a dotted key, behind the brackets of a header too."""
    parts = []
    separator = _OPENING.match(text, offset)
    while separator and (part := _PART.match(text, separator.end())):
        parts.append(Span(*part.span()))
        separator = _DOT.match(text, part.end())
    return parts
