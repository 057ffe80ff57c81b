"""Where every value of a text stands: the tree that all three syntaxes build on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.syntax import limits
from cvpress.syntax.characters import clean_text
from cvpress.syntax.document import Place, Span
from cvpress.syntax.faults import BrokenText, too_many

if TYPE_CHECKING:
    from cvpress.diagnostics import Pointer

__all__ = ["Duplicate", "Node", "TreeBuilder", "places"]


class Node:
    """A value's place in the text.

    Attributes:
        key: where its key stands, None in a list and at the root.
        first_key: where this key stood first in its mapping.
        value: where the value stands.
        children: the nodes of what a list or a mapping holds.
        is_list: whether the children have indices, not names.
        is_leaf: whether it is neither a list nor a mapping.
    """

    __slots__ = ("children", "first_key", "is_leaf", "is_list", "key", "value")

    def __init__(self, key: Span | None, value: Span, *, is_list: bool = False, is_leaf: bool = False) -> None:
        self.key = key
        self.first_key = key
        self.value = value
        self.is_list = is_list
        self.is_leaf = is_leaf
        self.children: dict[str | int, Node] = {}


class Duplicate:
    """A key that its mapping had already."""

    __slots__ = ("first_key", "key", "pointer")

    def __init__(self, pointer: Pointer, key: Span, first_key: Span) -> None:
        self.pointer = pointer
        self.key = key
        self.first_key = first_key


class TreeBuilder:
    """Builds a tree from what a parser meets, in the order of the text.

    Of duplicate keys the last one stays, as in the data, and `duplicates` names all others.

    Attributes:
        root: the value at the top, once there is one.
        open: the lists and mappings that are not ended yet, the innermost last.
        duplicates: the keys that their mapping had already.
    """

    def __init__(self) -> None:
        self.root = Node(None, Span(0, 0), is_leaf=True)
        self.open: list[Node] = []
        self.duplicates: list[Duplicate] = []
        self._path: list[str | int] = []
        self._key: tuple[str, Span] | None = None
        self._values = 0

    @property
    def wants_key(self) -> bool:
        """Whether the next thing in the innermost mapping is a key."""
        return bool(self.open) and not self.open[-1].is_list and self._key is None

    def key(self, name: str, span: Span) -> None:
        """Take the key of the value that comes next."""
        self._key = (clean_text(name), span)

    def leaf(self, span: Span) -> Node:
        """Take a value that holds no others."""
        node = Node(None, span, is_leaf=True)
        self._add(node)
        return node

    def start(self, span: Span, *, is_list: bool) -> Node:
        """Take the beginning of a list or a mapping."""
        node = Node(None, span, is_list=is_list)
        self._path.append(self._add(node))
        self.open.append(node)
        return node

    def end(self, offset: int | None) -> None:
        """Take the end of a list or a mapping; None if it ends with its last child."""
        self._path.pop()
        node = self.open.pop()
        if offset is None:
            offset = max((child.value.end for child in node.children.values()), default=node.value.end)
        node.value = Span(node.value.start, offset)

    def alias(self, span: Span, target: Node) -> None:
        """Take a value that stands elsewhere: its children are where they were written."""
        node = Node(None, span, is_list=target.is_list, is_leaf=target.is_leaf)
        node.children = target.children
        self._add(node)

    def _add(self, node: Node) -> str | int:
        """Put a node where it belongs; returns its key or index there."""
        self._values += 1
        if self._values > limits.VALUES:
            raise BrokenText(too_many(node.value))
        if not self.open:
            self.root = node
            return ""
        parent = self.open[-1]
        step: str | int = len(parent.children)
        if self._key is not None:
            (step, node.key), self._key = self._key, None
            node.first_key = node.key
            self._note_duplicate(step, node, parent.children.get(step))
        parent.children[step] = node
        return step

    def _note_duplicate(self, name: str, node: Node, earlier: Node | None) -> None:
        if earlier and earlier.first_key and node.key:
            node.first_key = earlier.first_key
            self.duplicates.append(Duplicate((*self._path[1:], name), node.key, earlier.first_key))


def places(root: Node) -> dict[Pointer, Place]:
    """Flatten a tree: the place of every pointer, () included."""
    found: dict[Pointer, Place] = {}
    waiting: list[tuple[Pointer, Node]] = [((), root)]
    while waiting:
        pointer, node = waiting.pop()
        found[pointer] = Place(node.key, node.value)
        waiting.extend(((*pointer, step), child) for step, child in node.children.items())
    return found
