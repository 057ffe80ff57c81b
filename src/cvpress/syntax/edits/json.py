"""Edits of JSON."""

from __future__ import annotations

import re
from functools import cached_property
from json import dumps, loads
from typing import TYPE_CHECKING, Any

from cvpress.syntax.edits import brackets
from cvpress.syntax.edits.change import NotEditable
from cvpress.syntax.edits.scalars import collapsed, same_words
from cvpress.syntax.edits.siblings import siblings
from cvpress.syntax.edits.text import BLANKS, Edit, begins_line, blanks_before, line_break
from cvpress.syntax.json_tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.syntax.tree import Node

__all__ = ["Editor"]

_BLANK = re.compile(r"[ \t\r\n]*+")


class Editor:
    """Edits a JSON text; what it writes looks like what is there.

    Attributes:
        root: the places in the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = parse(text)[0]
        self._ascii = text.isascii() and "\\u" in text

    def rename(self, node: Node, name: str) -> Iterator[Edit]:
        """Give a value another key."""
        if node.key is None:
            raise NotEditable
        yield Edit(*node.key, self._scalar(name))

    def replace(self, parent: Node, node: Node, old: Any, new: Any) -> Iterator[Edit]:
        """Put another value in the place of one."""
        source = self.text[node.value.start : node.value.end]
        if isinstance(new, (dict, list)):
            is_wrapped = isinstance(old, dict) and new == [old]
            yield Edit(*node.value, self._in_list(node, source) if is_wrapped else self._collection(node, new))
        elif "\\" in source and same_words(old, new) and loads(collapsed(source)) == new:
            yield Edit(*node.value, collapsed(source))
        else:
            yield Edit(*node.value, self._scalar(new))

    def remove(self, parent: Node, steps: Sequence[str | int]) -> Iterator[Edit]:
        """Remove some of the values that a list or a mapping holds, with their keys."""
        _, spans, removed = siblings(parent, steps)
        return brackets.removals(self.text, parent.value.start, spans, removed, _BLANK)

    @cached_property
    def _indent(self) -> str:
        """One step of indentation, empty if the lists of the file are written on one line."""
        like = _first_list(self.root)
        if like is not None and "\n" not in self.text[like.value.start : like.value.end]:
            return ""
        keys = [child.key for child in self.root.children.values() if child.key]
        return self.text[blanks_before(self.text, keys[0].start) : keys[0].start] if keys else ""

    def _scalar(self, value: Any) -> str:
        return dumps(value, ensure_ascii=self._ascii)

    def _in_list(self, node: Node, source: str) -> str:
        """A group as the one item of a list, written as it is."""
        owner = node.key or node.value
        if "\n" not in source or not self._indent or not begins_line(self.text, owner.start):
            return f"[{source}]"
        end = line_break(self.text) + self.text[blanks_before(self.text, owner.start) : owner.start]
        start = end + self._indent
        return f"[{start}{source.replace(end, start)}{end}]"

    def _collection(self, node: Node, value: Any) -> str:
        """On lines of its own where the neighbourhood has them."""
        owner = node.key or node.value
        if begins_line(self.text, owner.start) and self._indent:
            written = dumps(value, ensure_ascii=self._ascii, indent=self._indent)
            margin = self.text[blanks_before(self.text, owner.start) : owner.start]
            return written.replace("\n", line_break(self.text) + margin)
        gap = self.text[node.key.end : node.value.start] if node.key else ": "
        is_spaced = gap[-1] in BLANKS
        return dumps(value, ensure_ascii=self._ascii, separators=(", ", ": ") if is_spaced else (",", ":"))


def _first_list(root: Node) -> Node | None:
    """A list that holds plain values, such as the keywords of a skill."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        children = list(node.children.values())
        if node.is_list and any(child.is_leaf for child in children):
            return node
        waiting += reversed(children)
    return None
