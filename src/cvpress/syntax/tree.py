"""Where every value of a text stands: the tree that all three syntaxes build on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.syntax.document import Place, Span

if TYPE_CHECKING:
    from cvpress.diagnostics import Pointer

__all__ = ["Duplicate", "Node", "TreeBuilder", "places"]


class Node:
    """A value's place in the text.

    Attributes:
        key: where its key stands, None in a list and at the root.
        first_key: where this key stood first in its mapping.
        value: where the value stands.
        children: the nodes of what a list or a mapping holds, None for a scalar.
        is_list: whether the children have indices, not names.
    """

    __slots__ = ("children", "first_key", "is_list", "key", "value")

    def __init__(self, key: Span | None, value: Span, *, is_list: bool = False, is_leaf: bool = False) -> None:
        self.key = key
        self.first_key = key
        self.value = value
        self.is_list = is_list
        self.children: dict[str | int, Node] | None = None if is_leaf else {}


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
    """

    def __init__(self) -> None:
        self.root: Node | None = None
        self.duplicates: list[Duplicate] = []
        self.open: list[Node] = []
        self._path: list[str | int] = []
        self._key: tuple[str, Span] | None = None

    @property
    def wants_key(self) -> bool:
        """Whether the next thing in the innermost mapping is a key."""
        return bool(self.open) and not self.open[-1].is_list and self._key is None

    def key(self, name: str, span: Span) -> None:
        """The key of the value that comes next."""
        self._key = (name, span)

    def leaf(self, span: Span) -> Node:
        """A value that holds no others."""
        node = Node(None, span, is_leaf=True)
        self._path.append(self._add(node))
        self._path.pop()
        return node

    def start(self, span: Span, *, is_list: bool) -> Node:
        """The beginning of a list or a mapping."""
        node = Node(None, span, is_list=is_list)
        self._path.append(self._add(node))
        self.open.append(node)
        return node

    def end(self, offset: int | None) -> Node:
        """The end of a list or a mapping; None if it ends with its last child."""
        node = self.open.pop()
        self._path.pop()
        if offset is None:
            offset = max((child.value.end for child in (node.children or {}).values()), default=node.value.end)
        node.value = Span(node.value.start, offset)
        return node

    def alias(self, span: Span, target: Node) -> None:
        """A value that stands elsewhere: its children are where they were written."""
        node = Node(None, span, is_list=target.is_list)
        node.children = target.children
        self._add(node)

    def _add(self, node: Node) -> str | int:
        if not self.open:
            self.root = node
            return ""
        parent = self.open[-1]
        assert parent.children is not None
        if parent.is_list:
            index = len(parent.children)
            parent.children[index] = node
            return index
        assert self._key is not None
        (name, node.key), self._key = self._key, None
        node.first_key = node.key
        if name in parent.children:
            self._note_duplicate(name, node, parent.children[name])
        parent.children[name] = node
        return name

    def _note_duplicate(self, name: str, node: Node, earlier: Node) -> None:
        assert node.key is not None
        assert earlier.first_key is not None
        node.first_key = earlier.first_key
        self.duplicates.append(Duplicate((*self._path[1:], name), node.key, earlier.first_key))


def places(root: Node) -> dict[Pointer, Place]:
    """Flatten a tree: the place of every pointer, () included."""
    found: dict[Pointer, Place] = {}
    waiting: list[tuple[Pointer, Node]] = [((), root)]
    while waiting:
        pointer, node = waiting.pop()
        found[pointer] = Place(node.key, node.value)
        if node.children:
            waiting.extend(((*pointer, step), child) for step, child in node.children.items())
    return found
