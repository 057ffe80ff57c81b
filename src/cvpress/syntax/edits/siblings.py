"""What a list or a mapping holds, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cvpress.syntax.document import Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from cvpress.syntax.tree import Node

__all__ = ["Siblings", "siblings"]


class Siblings(NamedTuple):
    """The children of a node.

    Attributes:
        nodes: all of them.
        spans: where each stands, with its key.
        removed: the indices of those that go.
    """

    nodes: list[Node]
    spans: list[Span]
    removed: list[int]


def siblings(parent: Node, removed: Collection[str | int]) -> Siblings:
    """The children of a node, of which some are to be removed."""
    gone = set(removed)
    children = sorted(parent.children.items(), key=lambda item: item[1].value)
    nodes = [node for _, node in children]
    spans = [Span(node.key.start if node.key else node.value.start, node.value.end) for node in nodes]
    return Siblings(nodes, spans, [index for index, (step, _) in enumerate(children) if step in gone])
