"""HTML → a tree of nodes, by the parser of the standard library: enough for pages whose elements are all closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from cvpress.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Node", "parse_html"]

_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements without an end tag (HTML Standard, 13.1.2)."""

_DEEPEST: Final = 150
"""Levels of elements; cvpress writes a tenth of that."""


@dataclass
class Node:
    """An element, with texts and elements in their order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The value of an attribute; empty if there is none."""
        return self.attributes.get(name, "")

    def has(self, name: str) -> bool:
        """Whether there is such an attribute."""
        return name in self.attributes

    def walk(self) -> Iterator[Node]:
        """It and all elements below it, in their order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    @property
    def text(self) -> str:
        """All text below it."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)


def parse_html(text: str) -> Node:
    """The elements of a page; the root holds them all and has no name.

    Raises:
        FileError: they are nested deeper than any page of ours.
    """
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].kids.append(node)
        if tag not in _VOID:
            self._open.append(node)
        if len(self._open) > _DEEPEST:
            raise FileError("the elements of the page are nested too deep")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].kids.append(data)
