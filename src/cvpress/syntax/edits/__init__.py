"""Changes of a document's data, made in its text: what is not changed stays as it was written, byte for byte.

No text is written anew from data: that would lose comments, order, quotes or indentation. What
the edits lead to must be read again and compared with what was meant; nobody else can tell.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cvpress.syntax.edits.change import NotEditable
from cvpress.syntax.edits.comments import keeping_comments
from cvpress.syntax.edits.text import applied

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.syntax.document import Document, Span
    from cvpress.syntax.edits.change import Change, Editor
    from cvpress.syntax.edits.text import Edit
    from cvpress.syntax.tree import Node

__all__ = ["edited"]


def edited(document: Document, change: Change, comments: Sequence[Span]) -> str:
    """The text of a document after a change of its data.

    Args:
        document: what is to be changed.
        change: what is to become of its data.
        comments: all comments of its text, in their order; they stay.

    Raises:
        NotEditable: a part of the change cannot be made in this text.
    """
    editor: Editor = import_module(f"cvpress.syntax.edits.{document.syntax}").Editor(document.text)
    edits = _edits(editor, editor.root, document.data, change)
    return applied(document.text, keeping_comments(document.text, edits, comments))


def _edits(editor: Editor, node: Node, data: Any, change: Change) -> Iterator[Edit]:
    removed = []
    for step, below in change.children.items():
        child = node.children.get(step)
        if child is None:
            raise NotEditable
        if below.is_removal:
            removed.append(step)
            continue
        if below.is_replacement:
            yield from editor.replace(node, child, data[step], below.new)
        elif below.is_renaming:
            yield from editor.rename(child, below.new)
        yield from _edits(editor, child, data[step], below)
    if removed:
        yield from editor.remove(node, removed)
