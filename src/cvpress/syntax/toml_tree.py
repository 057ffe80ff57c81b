"""The places in a TOML text (TOML 1.0), and its duplicate keys, which tomllib does not place."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from typing import NamedTuple

from cvpress.syntax import limits
from cvpress.syntax.characters import clean_text
from cvpress.syntax.document import Span
from cvpress.syntax.faults import BrokenText, number_too_long, too_deep, too_many
from cvpress.syntax.tree import Duplicate, Node

__all__ = ["NotToml", "duplicates", "end_of_toml", "parse", "parse_as_far_as_possible"]

# A group is repeated as `(?>(?:…)*)`, since `(?:…)*+` matches too much before Python 3.11.5:
# https://github.com/python/cpython/issues/106052.
_BLANK = re.compile(r"(?>(?:[ \t\r\n]++|#[^\n]*+)*)")
_SPACE = re.compile(r"[ \t]*+")
_BASIC = r'"(?>(?:[^"\\\n]++|\\.)*)"'
_LITERAL = r"'[^'\n]*+'"
_KEY_PART = re.compile(rf"[A-Za-z0-9_-]+|{_BASIC}|{_LITERAL}")
_SCALAR = re.compile(
    rf'''
      """(?>(?:[^"\\]++|\\.|"{{1,2}}(?!"))*)"{{3,5}}
    | \'\'\'(?>(?:[^']++|'{{1,2}}(?!'))*)'{{3,5}}
    | (?!"""|\'\'\')(?:{_BASIC}|{_LITERAL})
    | \d{{4}}-\d\d-\d\d[ ]\d\d:[^\s,\]}}\#]+  # the one bare value with a space in it
    | [^\s,\[\]{{}}\#"']+
    ''',
    re.VERBOSE | re.DOTALL,
)


class NotToml(Exception):  # noqa: N818  says what the text is
    """A text that the scanner cannot follow, since it is not TOML."""


class _KeyPart(NamedTuple):
    name: str
    span: Span


def parse(text: str) -> Node:
    """Read a text that tomllib accepted for the places in it.

    A table stands where its header does, and one that only dotted keys name where it is
    first named. Raises BrokenText if the values are nested too deep, NotToml if the text
    is none.
    """
    scanner = _Scanner(text)
    scanner.run()
    return scanner.root


def parse_as_far_as_possible(text: str) -> Node:
    """As `parse`, but without an error: the tree holds what stands before the scanner lost track."""
    scanner = _Scanner(text)
    with suppress(NotToml, BrokenText):
        scanner.run()
    return scanner.root


def duplicates(text: str) -> list[Duplicate]:
    """The duplicate keys and tables of a text, up to where it is no TOML."""
    scanner = _Scanner(text)
    with suppress(NotToml, BrokenText):
        scanner.run()
    return scanner.duplicates


def end_of_toml(text: str) -> int:
    """The offset of the first key or value that is no TOML, such as a text that is not closed."""
    scanner = _Scanner(text)
    with suppress(NotToml, BrokenText):
        scanner.run()
    return scanner.offset


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.offset = 0
        self.root = Node(None, Span(0, len(text)))
        self.duplicates: list[Duplicate] = []
        self._table = self.root
        self._table_path: tuple[str | int, ...] = ()
        self._declared: set[Node] = set()
        self._inline: set[Node] = set()
        self._values = 0

    def run(self) -> None:
        self._skip(_BLANK)
        start = end = self.offset
        while self.offset < len(self.text):
            if self.text[self.offset] == "[":
                self._header()
            else:
                self._pair(self._table, self._table_path)
            end = self.offset
            self._skip(_BLANK)
        self.root.value = Span(start, end)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.offset)
        if found:
            self.offset = found.end()

    def _take(self, pattern: re.Pattern[str]) -> Span:
        found = pattern.match(self.text, self.offset)
        if not found:
            raise NotToml
        self.offset = found.end()
        return Span(*found.span())

    def _accept(self, mark: str) -> bool:
        if not self.text.startswith(mark, self.offset):
            return False
        self.offset += len(mark)
        return True

    def _expect(self, mark: str) -> None:
        if not self._accept(mark):
            raise NotToml

    def _key(self) -> list[_KeyPart]:
        parts: list[_KeyPart] = []
        while True:
            self._skip(_SPACE)
            span = self._take(_KEY_PART)
            if len(parts) == limits.DEPTH:
                raise BrokenText(too_deep(span))
            parts.append(_KeyPart(_name(self.text[span.start : span.end]), span))
            self._skip(_SPACE)
            if not self._accept("."):
                return parts

    def _header(self) -> None:
        start = self.offset
        is_array = self._accept("[[")
        if not is_array:
            self._expect("[")
        parts = self._key()
        self._expect("]]" if is_array else "]")
        span = Span(start, self.offset)
        *parents, last = parts
        table, path = self._descend(self.root, (), parents, span)
        table, path = self._append(table, path, last, span) if is_array else self._declare(table, path, last, span)
        self._table, self._table_path = table, path

    def _append(self, parent: Node, path: _Path, part: _KeyPart, span: Span) -> _Step:
        """[[part]]: one more table of an array."""
        array = parent.children.get(part.name)
        if array is None or not array.is_list or array not in self._declared:
            array = self._add(parent, path, part, Node(part.span, span, is_list=True))
            self._declared.add(array)
        index = len(array.children)
        item = array.children[index] = Node(None, span)
        self._count(span)
        return item, self._deeper((*path, part.name, index), span)

    def _declare(self, parent: Node, path: _Path, part: _KeyPart, span: Span) -> _Step:
        """[part]: a table, which longer headers may have named before."""
        table = parent.children.get(part.name)
        if table is None or table.is_leaf or table.is_list or table in self._declared:
            table = self._add(parent, path, part, Node(part.span, span))
            self._count(span)
        table.key, table.value = part.span, span
        self._declared.add(table)
        return table, self._deeper((*path, part.name), span)

    def _descend(self, table: Node, path: _Path, parts: list[_KeyPart], span: Span, *, declare: bool = False) -> _Step:
        """Go down a dotted key; tables that it names first stand at `span`.

        With `declare`, no header may have these later.
        """
        for part in parts:
            child = table.children.get(part.name)
            if child is None or child.is_leaf or child in self._inline:
                child = self._add(table, path, part, Node(part.span, span))
                if declare:
                    self._declared.add(child)
            path = (*path, part.name)
            if child.is_list and child.children:
                index = len(child.children) - 1
                child, path = child.children[index], (*path, index)
            table, path = child, self._deeper(path, part.span)
        return table, path

    def _pair(self, table: Node, path: _Path) -> None:
        parts = self._key()
        self._expect("=")
        self._skip(_SPACE)
        *parents, last = parts
        span = Span(parts[0].span.start, self.offset)
        table, path = self._descend(table, path, parents, span, declare=True)
        node = self._value((*path, last.name))
        node.key = node.first_key = last.span
        self._add(table, path, last, node)

    def _value(self, path: _Path) -> Node:
        start = self.offset
        if self._accept("["):
            node = self._array(path)
        elif self._accept("{"):
            node = self._inline_table(path)
        else:
            node = Node(None, self._take(_SCALAR), is_leaf=True)
            self._refuse_long_integer(node.value)
        node.value = Span(start, self.offset)
        self._count(node.value)
        if not node.is_leaf:
            self._inline.add(node)
        return node

    def _array(self, path: _Path) -> Node:
        self._deeper(path, Span(self.offset - 1, self.offset))
        node = Node(None, Span(0, 0), is_list=True)
        self._skip(_BLANK)
        while not self._accept("]"):
            index = len(node.children)
            node.children[index] = self._value((*path, index))
            self._skip(_BLANK)
            if not self._accept(","):
                self._expect("]")
                break
            self._skip(_BLANK)
        return node

    def _inline_table(self, path: _Path) -> Node:
        self._deeper(path, Span(self.offset - 1, self.offset))
        node = Node(None, Span(0, 0))
        self._skip(_BLANK)
        while not self._accept("}"):
            self._pair(node, path)
            self._skip(_BLANK)
            if not self._accept(","):
                self._expect("}")
                break
            self._skip(_BLANK)
        return node

    def _add(self, parent: Node, path: _Path, part: _KeyPart, node: Node) -> Node:
        earlier = parent.children.get(part.name)
        if earlier is not None and earlier.first_key is not None:
            node.first_key = earlier.first_key
            self.duplicates.append(Duplicate((*path, part.name), part.span, earlier.first_key))
        parent.children[part.name] = node
        return node

    def _count(self, span: Span) -> None:
        self._values += 1
        if self._values > limits.VALUES:
            raise BrokenText(too_many(span))

    def _refuse_long_integer(self, span: Span) -> None:
        if span.end - span.start <= limits.INTEGER_DIGITS:
            return
        digits = self.text[span.start : span.end].lstrip("+-").replace("_", "")
        if len(digits) > limits.INTEGER_DIGITS and digits.isdigit():
            raise BrokenText(number_too_long(span, ()))

    def _deeper(self, path: _Path, span: Span) -> _Path:
        if len(path) >= limits.DEPTH:
            raise BrokenText(too_deep(span))
        return path


_Path = tuple[str | int, ...]
_Step = tuple[Node, _Path]


def _name(written: str) -> str:
    if written[0] not in "\"'":
        return written
    if written[0] == "'" or "\\" not in written:
        return clean_text(written[1:-1])
    try:
        return clean_text(tomllib.loads(f"key = {written}")["key"])
    except tomllib.TOMLDecodeError:
        raise NotToml from None
