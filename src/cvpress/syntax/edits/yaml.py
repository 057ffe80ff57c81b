"""Edits of YAML, in block and in flow style."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cvpress.syntax.document import Span
from cvpress.syntax.edits import brackets, yaml_blocks
from cvpress.syntax.edits.change import NotEditable
from cvpress.syntax.edits.siblings import siblings
from cvpress.syntax.edits.text import Edit, blanks_before, line_break
from cvpress.syntax.edits.yaml_collections import block_lines, in_list
from cvpress.syntax.edits.yaml_texts import key_as, value_as
from cvpress.syntax.yaml_tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.syntax.tree import Node

__all__ = ["Editor"]

_BLANK = re.compile(r"(?>(?:[ \t\r\n]++|#[^\n]*+)*)")
_PROPERTIES = re.compile(r"(?>(?:[&!][^\s,\[\]{}]*+[ \t\r\n]++)*)")
_COLON = re.compile(r"[ \t]*+:(?=[ \t\r\n]*+(\S|\Z))")


class Editor:
    """Edits a YAML text. What an alias stands for is edited where it is written.

    Attributes:
        root: the places in the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = parse(text)[0]

    def rename(self, node: Node, name: str) -> Iterator[Edit]:
        """Give a value another key."""
        if node.key is None or self.text.startswith(("&", "!"), node.key.start):
            raise NotEditable
        yield Edit(*node.key, key_as(self.text[node.key.start : node.key.end], name))

    def replace(self, parent: Node, node: Node, old: Any, new: Any) -> Iterator[Edit]:
        """Put another value in the place of one; its anchor and its tag stay."""
        if self._is_alias(parent):
            return
        start = self._body(node)
        source = "" if self._is_alias(node) else self.text[start : node.value.end]
        in_flow = self._is_flow(parent) or (self._is_flow(node) and isinstance(new, (dict, list)))
        if self._is_block(node) and new == [old]:
            yield from in_list(self.text, start, node.value.end)
        elif new and isinstance(new, (dict, list)) and not in_flow:
            yield self._as_block(node, "" if self._is_block(node) else source, new)
        elif self._is_block(node):
            yield self._instead(node, (" " if node.key else "") + value_as("", old, new, in_flow=False))
        else:
            # An empty value stands directly behind its colon or its dash.
            glue = " " if not source and self.text[start - 1 : start] in (":", "-") else ""
            yield Edit(start, node.value.end, glue + value_as(source, old, new, in_flow=in_flow))

    def remove(self, parent: Node, steps: Sequence[str | int]) -> Iterator[Edit]:
        """Remove some of the values that a list or a mapping holds, with their keys."""
        if self._is_alias(parent):
            return
        nodes, spans, removed = siblings(parent, steps)
        if self._is_flow(parent):
            yield from brackets.removals(self.text, self._body(parent), spans, removed, _BLANK)
        else:
            spans = self._items(parent, nodes) if parent.is_list else [self._with_question(span) for span in spans]
            yield from yaml_blocks.removals(self.text, spans, removed)

    def _as_block(self, node: Node, source: str, new: Any) -> Edit:
        """A list or a mapping on lines of its own: below its key, or behind its dash."""
        lines = block_lines(new, source, self._step)
        column = self._column(node.key.start if node.key else self._body(node))
        if node.key:
            lines.insert(0, "")
            column += self._step if isinstance(new, list) else self._step or 2
        written = f"{line_break(self.text)}{' ' * column}".join(lines)
        return self._instead(node, written)

    def _instead(self, node: Node, written: str) -> Edit:
        """Put a text behind a key or a dash; what stands on the lines below goes."""
        return Edit(self._behind_colon(node) if node.key else self._body(node), node.value.end, written)

    def _items(self, parent: Node, nodes: Sequence[Node]) -> list[Span]:
        """The items of a block list, each with its dash."""
        spans = []
        offset = self._body(parent)
        for node in nodes:
            dash = self._skip(_BLANK, offset)
            if self.text[dash : dash + 1] != "-":
                raise NotEditable
            spans.append(Span(dash, node.value.end))
            offset = node.value.end
        return spans

    def _with_question(self, entry: Span) -> Span:
        """An entry with the `?` that may stand before its key."""
        mark = blanks_before(self.text, entry.start) - 1
        return Span(mark, entry.end) if self.text[mark : mark + 1] == "?" else entry

    def _column(self, offset: int) -> int:
        """How far a key or an item is from the beginning of its line, dashes included."""
        line = blanks_before(self.text, offset, " -")
        if line and self.text[line - 1] != "\n":
            raise NotEditable
        return offset - line

    @cached_property
    def _step(self) -> int:
        """How far the file indents a list that stands below its key."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            start = node.value.start
            if node.is_list and node.key and self.text.find("\n", node.key.end, start) >= 0:
                key_margin = node.key.start - blanks_before(self.text, node.key.start, " -")
                return start - blanks_before(self.text, start) - key_margin
            waiting += reversed(node.children.values())
        return 2

    def _behind_colon(self, node: Node) -> int:
        """Where the value of a key may begin, if nothing but blanks stands before it now."""
        found = _COLON.match(self.text, node.key.end) if node.key else None
        if not found or (found.start(1) != node.value.start and node.value.start != found.end()):
            raise NotEditable
        return found.end()

    def _body(self, node: Node) -> int:
        """Where a value begins behind its anchor and its tag."""
        return min(self._skip(_PROPERTIES, node.value.start), node.value.end)

    def _is_flow(self, node: Node) -> bool:
        return not node.is_leaf and self.text.startswith(("[", "{"), self._body(node))

    def _is_block(self, node: Node) -> bool:
        return not node.is_leaf and not self._is_alias(node) and not self._is_flow(node)

    def _is_alias(self, node: Node) -> bool:
        return self.text.startswith("*", node.value.start)

    def _skip(self, pattern: re.Pattern[str], offset: int) -> int:
        found = pattern.match(self.text, offset)
        return found.end() if found else offset
