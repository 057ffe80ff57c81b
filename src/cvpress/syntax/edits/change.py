"""What is to become of a document's data, as a tree along it, and who makes that happen in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cvpress.diagnostics import Fix
    from cvpress.syntax.edits.text import Edit
    from cvpress.syntax.tree import Node

__all__ = ["Change", "Editor", "NotEditable"]


class NotEditable(Exception):  # noqa: N818  says what the text is
    """A text in which a change cannot be made without touching more than it; never leaves `cvpress.fixes`."""


class Change:
    """What is to become of one value and of those inside it.

    Attributes:
        fix: what happens to the value itself, None if nothing does.
        children: the changes inside it, by key or index.
    """

    __slots__ = ("children", "fix")

    def __init__(self) -> None:
        self.fix: Fix | None = None
        self.children: dict[str | int, Change] = {}

    @property
    def is_removal(self) -> bool:
        """Whether the value goes."""
        return self.fix is not None and self.fix.action == "remove"

    @property
    def is_replacement(self) -> bool:
        """Whether another value takes its place."""
        return self.fix is not None and self.fix.action == "replace"

    @property
    def is_renaming(self) -> bool:
        """Whether it gets another key."""
        return self.fix is not None and self.fix.action == "rename"

    @property
    def new(self) -> Any:
        """The new key, or the new value."""
        return self.fix.value if self.fix else None


class Editor(Protocol):
    """Knows how one syntax is written. All methods raise NotEditable for what they cannot do.

    Attributes:
        root: the places in the text.
    """

    root: Node

    def rename(self, node: Node, name: str) -> Iterable[Edit]:
        """Give a value another key."""

    def replace(self, parent: Node, node: Node, old: Any, new: Any) -> Iterable[Edit]:
        """Put another value in the place of one."""

    def remove(self, parent: Node, steps: Sequence[str | int]) -> Iterable[Edit]:
        """Remove some of the values that a list or a mapping holds, with their keys."""
