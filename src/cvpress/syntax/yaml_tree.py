"""The places in a YAML text that the loader has read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from cvpress.syntax.document import Span
from cvpress.syntax.tree import Duplicate, Node, TreeBuilder
from cvpress.syntax.yaml_parser import new_parser, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["parse"]


def parse(text: str) -> tuple[Node, list[Duplicate]]:
    """Read the first document of a YAML text for the places in it.

    Returns the tree and the duplicate keys. A block collection ends with its last value; what
    an alias stands for has its children where they were written.
    """
    reader = _TreeReader(text)
    for event in _first_document(text):
        reader.take(event)
    return reader.tree.root, reader.tree.duplicates


def _first_document(text: str) -> Iterator[Any]:
    parser = new_parser(text)
    documents = 0
    while (event := parser.get_event()) is not None:
        documents += isinstance(event, DocumentStartEvent)
        if documents > 1:
            return
        yield event


class _TreeReader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = TreeBuilder()
        self._anchors: dict[str, Node] = {}
        self._in_flow: list[bool | None] = []

    def take(self, event: Any) -> None:
        kind = event.__class__
        if kind is ScalarEvent:
            self._remember(event, self._scalar(event))
        elif kind is AliasEvent:
            self.tree.alias(span_of(event), self._anchors[event.anchor])
        elif kind in (MappingStartEvent, SequenceStartEvent):
            self._in_flow.append(event.flow_style)
            self._remember(event, self.tree.start(span_of(event), is_list=kind is SequenceStartEvent))
        elif kind in (MappingEndEvent, SequenceEndEvent):
            self.tree.end(event.end_mark.index if self._in_flow.pop() else None)

    def _scalar(self, event: Any) -> Node:
        start, end = span_of(event)
        # A block scalar (| or >) ends where the next thing begins, blank lines included.
        span = Span(start, start + len(self.text[start:end].rstrip()))
        if not self.tree.wants_key:
            return self.tree.leaf(span)
        self.tree.key(event.value, span)
        return Node(None, span, is_leaf=True)

    def _remember(self, event: Any, node: Node) -> None:
        if event.anchor is not None:
            self._anchors[event.anchor] = node
