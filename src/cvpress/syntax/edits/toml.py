"""Edits of TOML: pairs, dotted keys, tables and what stands inline."""

from __future__ import annotations

import re
import tomllib
from json import dumps
from typing import TYPE_CHECKING, Any

from cvpress.syntax.edits import brackets
from cvpress.syntax.edits.change import NotEditable
from cvpress.syntax.edits.scalars import collapsed, first_that_says, same_words
from cvpress.syntax.edits.siblings import siblings
from cvpress.syntax.edits.text import Edit, begins_line, blanks_before, end_of_line
from cvpress.syntax.edits.toml_keys import is_inline, is_pair, key_as, mentions, statement
from cvpress.syntax.toml_tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.syntax.tree import Node

__all__ = ["Editor"]

_BLANK = re.compile(r"(?>(?:[ \t\r\n]++|#[^\n]*+)*)")
_LINE_BREAK = re.compile(r"\r?\n")


class Editor:
    """Edits a TOML text.

    Attributes:
        root: the places in the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = parse(text)

    def rename(self, node: Node, name: str) -> Iterator[Edit]:
        """Give a value another key: in its pair, or in each header and dotted key that names it."""
        for span in mentions(self.text, node):
            yield Edit(*span, key_as(self.text[span.start : span.end], name))

    def replace(self, parent: Node, node: Node, old: Any, new: Any) -> Iterator[Edit]:
        """Put another value in the place of one, unless that is written as a table."""
        source = self.text[node.value.start : node.value.end]
        if is_pair(node) or (node.key is None and is_inline(parent, self.text)):
            yield Edit(*node.value, _value_as(source, old, new))
        elif not source.startswith("["):
            yield from self._instead_of_dots(node, new)
        elif new == [old]:
            # A table becomes the one table of an array; those inside it belong to that one then.
            yield Edit(*node.value, f"[{source}]")
        else:
            raise NotEditable

    def remove(self, parent: Node, steps: Sequence[str | int]) -> Iterator[Edit]:
        """Remove some of the values that a list or a mapping holds, with their keys."""
        if is_inline(parent, self.text):
            _, spans, removed = siblings(parent, steps)
            yield from brackets.removals(self.text, parent.value.start, spans, removed, _BLANK)
            return
        for step in steps:
            yield from self._statements(parent.children[step])

    def _instead_of_dots(self, node: Node, new: Any) -> Iterator[Edit]:
        """Put a value in the place of a table that one dotted key names."""
        if node.key is None or len(node.children) != 1:
            raise NotEditable
        (child,) = node.children.values()
        if child.key is None or not is_pair(child):
            raise NotEditable
        yield Edit(node.key.end, child.key.end)
        yield Edit(*child.value, _value_as(self.text[child.value.start : child.value.end], None, new))

    def _statements(self, top: Node) -> Iterator[Edit]:
        """Remove all lines that say something of a value: its pair, or its headers and the pairs below them."""
        waiting = [top]
        while waiting:
            node = waiting.pop()
            if is_pair(node):
                yield self._lines(statement(self.text, node), node.value.end)
                continue
            if self.text.startswith("[", node.value.start):
                yield self._lines(node.value.start, node.value.end)
            waiting += node.children.values()

    def _lines(self, start: int, end: int) -> Edit:
        next_line = end_of_line(self.text, end)
        if next_line is None or not begins_line(self.text, start):
            raise NotEditable
        return Edit(blanks_before(self.text, start), next_line)


def _value_as(source: str, old: Any, new: Any) -> str:
    if isinstance(new, list):
        return f"[{', '.join(_value_as(source, None, item) for item in new)}]"
    if isinstance(new, dict):
        pairs = (f"{key_as('', key)} = {_value_as(source, None, item)}" for key, item in new.items())
        return f"{{ {', '.join(pairs)} }}"
    return first_that_says(new, _sources(source, old, new), _read)


def _sources(source: str, old: Any, new: Any) -> Iterator[str]:
    is_multiline = source.startswith(('"""', "'''"))
    if same_words(old, new) and (is_multiline or "\\" in source):
        yield collapsed(source)
    if isinstance(new, str) and is_multiline and old is not None:
        # The first line break behind the quotes is not part of the text.
        lead = _LINE_BREAK.match(source, 3)
        yield f"{source[:3]}{lead[0] if lead else ''}{new}{source[:3]}"
    if isinstance(new, str) and source.startswith("'"):
        yield f"'{new}'"
    yield dumps(new, ensure_ascii=False)


def _read(source: str) -> Any:
    try:
        return tomllib.loads(f"k = {source}")["k"]
    except ValueError:
        return None
