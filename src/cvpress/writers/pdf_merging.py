"""Several documents laid out by WeasyPrint as one: their pages, links and bookmarks, each under its own name."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["merge"]

_TOP = 1
"""The level of a bookmark that stands under no other."""


def merge(documents: Sequence[Any], labels: Sequence[str], title: str) -> Any:
    """One document of the pages of several. The pages are changed, so the parts are not to be written any more.

    Args:
        documents: as WeasyPrint has laid them out; there is at least one.
        labels: what each is called among the bookmarks.
        title: what the whole is called.
    """
    for number, (document, label) in enumerate(zip(documents, labels, strict=True), start=1):
        for page in document.pages:
            _rename_anchors(page, f"{number}-")
        _bookmark(document.pages, label)
    merged = documents[0].copy([page for document in documents for page in document.pages])
    merged.metadata = copy(merged.metadata)
    merged.metadata.title = title
    return merged


def _rename_anchors(page: Any, prefix: str) -> None:
    """Two CVs have a section "work", two letters a first note: of the same names the first would take all links."""
    page.anchors = {f"{prefix}{name}": place for name, place in page.anchors.items()}
    page.links = [
        (kind, f"{prefix}{target}" if kind == "internal" else target, *rest) for kind, target, *rest in page.links
    ]


def _bookmark(pages: Sequence[Any], label: str) -> None:
    """Put all bookmarks of a document under one; where it has one at the top already, that takes the label."""
    tops = [bookmark for page in pages for bookmark in page.bookmarks if bookmark[0] == _TOP]
    first = pages[0].bookmarks[:1]
    if len(tops) == 1 and tops == first:
        level, _, *rest = first[0]
        pages[0].bookmarks[0] = (level, label, *rest)
        return
    for page in pages:
        page.bookmarks = [(level + 1, *rest) for level, *rest in page.bookmarks]
    pages[0].bookmarks.insert(0, (_TOP, label, (0, 0), "open"))
