"""The tags of a PDF (ISO 32000-1, 14.7 and 14.8), also of one that is made to harm: bounded, and free of circles."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import pikepdf

from cvpress.checking.artefact import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["structure_of"]

_DEEPEST: Final = 200
"""Levels of a tree that are looked at."""

_MOST: Final = 50_000
"""Elements and pieces of content that are looked at: a hundred times what a long CV has."""

_PIECE: Final = ""
"""The role of what is in no element of its own, beside others that are."""

_STANDARD: Final = frozenset(
    "Document DocumentFragment Part Art Sect Div Aside BlockQuote Caption TOC TOCI Index NonStruct Private P "
    "Title FENote H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Sub Em Strong Quote "
    "Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form Artifact".split()
)
"""Roles that say what they are (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4): maps of roles end here."""


def structure_of(pdf: pikepdf.Pdf, texts: Mapping[tuple[int, int], str]) -> Element | None:
    """The tags of a file.

    Args:
        pdf: the file.
        texts: the text of each piece of marked content, by its page, from 1, and its number.

    Returns:
        The element that holds all others; None for a file without tags. What lies too deep, or is one of too many,
        is left out; what is a part of itself is there once.
    """
    tree = pdf.Root.get("/StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary) or "/K" not in tree:
        return None
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    return _Tags(pages, texts, _dictionary(tree.get("/RoleMap"))).element(tree, 0, 0)


class _Tags:
    def __init__(
        self, pages: Mapping[Any, int], texts: Mapping[tuple[int, int], str], roles: Mapping[str, Any]
    ) -> None:
        self._pages = pages
        self._texts = texts
        self._roles = roles
        self._seen: set[tuple[int, int]] = set()
        self._left = _MOST

    def element(self, tag: Any, page: int, depth: int) -> Element:
        page = self._page(tag, page)
        annotations: list[tuple[int, int]] = []
        kids: list[Element] = []
        for kid in self._kids(tag) if depth < _DEEPEST else ():
            if isinstance(kid, int):
                kids.append(self._piece(page, kid))
            elif not isinstance(kid, pikepdf.Dictionary):
                continue
            elif isinstance(kid.get("/MCID"), int):
                kids.append(self._piece(self._page(kid, page), int(kid["/MCID"])))
            elif isinstance(kid.get("/Obj"), pikepdf.Object):
                annotations.append(kid["/Obj"].objgen)
            elif "/S" in kid and self._is_new(kid):
                kids.append(self.element(kid, page, depth + 1))
        is_leaf = all(kid.role == _PIECE for kid in kids)
        return Element(
            role=self._role(tag),
            text=" ".join(kid.text for kid in kids) if is_leaf else "",
            alternative=next((str(tag[key]) for key in ("/ActualText", "/Alt") if key in tag), None),
            language=str(tag.get("/Lang", "")),
            page=page,
            kids=() if is_leaf else tuple(kids),
            marks=tuple(mark for kid in kids for mark in kid.marks) if is_leaf else (),
            annotations=tuple(annotations),
        )

    def _piece(self, page: int, number: int) -> Element:
        mark = (page, number)
        return Element(_PIECE, self._texts.get(mark, ""), page=page, marks=(mark,))

    def _kids(self, tag: Any) -> Iterator[Any]:
        kids = tag.get("/K", ())
        for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
            self._left -= 1
            if self._left < 0:
                return
            yield kid

    def _is_new(self, tag: Any) -> bool:
        """Every element has one parent; one that is met again closes a circle. Those without a number cannot."""
        number = tag.objgen
        if number in self._seen:
            return False
        if number != (0, 0):
            self._seen.add(number)
        return True

    def _page(self, tag: Any, page: int) -> int:
        own = tag.get("/Pg")
        return self._pages.get(own.objgen, page) if isinstance(own, pikepdf.Dictionary) else page

    def _role(self, tag: Any) -> str:
        name = str(tag.get("/S", "/Document"))
        roles = {**self._roles, **_dictionary(_dictionary(tag.get("/NS")).get("/RoleMapNS"))}
        for _ in range(_DEEPEST):
            if name[1:] in _STANDARD or name not in roles:
                break
            mapped = roles[name]
            name = str(next(iter(mapped), name) if isinstance(mapped, pikepdf.Array) else mapped)
        return name.removeprefix("/") or "NonStruct"


def _dictionary(value: Any) -> dict[str, Any]:
    """The entries of a dictionary; of anything else none."""
    return dict(islice(value.items(), _MOST)) if isinstance(value, pikepdf.Dictionary) else {}
