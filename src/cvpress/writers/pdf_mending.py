"""What is wrong with the tags that WeasyPrint makes, one function a fault (ISO 14289-1; ISO 32000-1, 14.8.4).

tests/writers/test_pdf_mending.py says of each whether it is still needed.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from cvpress.writers.pdf_tree import Annotation, Content, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from cvpress.writers.pdf_tree import Kid

__all__ = ["mended", "text_of"]

_CSS_PIXEL = 0.75
"""In points."""

_GROUPS = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote"}
"""What holds paragraphs and the like, and no text of its own."""

_SAYS_NOTHING = {"Div", "NonStruct", "Span"}
_INLINE = {"Span", "Link", "Formula"}
_PICTURES = {"Figure", "Formula"}
_IN_LISTS = {"L", "LI", "Caption"}
_REPEATED = {"THead", "TFoot"}
_NUMBERINGS = {
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "lower-alpha": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
}
"""CSS's list styles as ISO 32000-1, table 347, calls them."""


def mended(root: Node, heights: Mapping[bytes, float]) -> Node:
    """The tree as it should be.

    Args:
        root: the document.
        heights: how high the pages are, by their references.
    """
    (document,) = _mended(replace(root, kids=_joined(root.kids)), heights)
    assert isinstance(document, Node)  # noqa: S101  # for the type checker: a document is not dissolved
    return document


def _mended(node: Node, heights: Mapping[bytes, float]) -> Sequence[Kid]:
    if _is_hidden(node):
        return ()
    kids: list[Kid] = []
    for kid in node.kids:
        kids += _mended(kid, heights) if isinstance(kid, Node) else [kid]
    node = replace(node, kids=tuple(kids))
    for mend in _MENDS:
        node = mend(node)
    return _placed(_with_box(node, heights))


def _joined(kids: Iterable[Kid]) -> tuple[Kid, ...]:
    """What goes on on the next line or page is one element; WeasyPrint begins another."""
    joined: list[Kid] = []
    for kid in kids:
        last = joined[-1] if joined else None
        if isinstance(kid, Node) and isinstance(last, Node) and _goes_on(last, kid):
            joined[-1] = replace(last, kids=(*last.kids, *kid.kids))
        else:
            joined.append(kid)
    return tuple(replace(kid, kids=_joined(kid.kids)) if isinstance(kid, Node) else kid for kid in joined)


def _goes_on(first: Node, second: Node) -> bool:
    return first.kind == second.kind and second.is_the_element_of(first) and first.kind not in _REPEATED


def _is_hidden(node: Node) -> bool:
    """What HTML hides from machines, and what styles add that is no word; WeasyPrint tags both."""
    if node.attribute("aria-hidden") == "true":
        return True
    is_added = node.tag.endswith(("::before", "::after")) and node.kind != "Lbl"
    return is_added and not any(map(str.isalnum, text_of(node)))


def text_of(node: Node) -> str:
    """What is written in an element."""
    return "".join(
        text_of(kid) if isinstance(kid, Node) else kid.text if isinstance(kid, Content) else "" for kid in node.kids
    )


def _language(node: Node) -> Node:
    """A passage says which language it is in; WeasyPrint says it of the document alone."""
    language = node.attribute("lang")
    if not language or node.kind == "LBody":
        return node
    from pydyf import String

    return replace(node, entries={**node.entries, "Lang": String(language)})


def _same_element(node: Node) -> Node:
    """An HTML element is one element: WeasyPrint tags anonymous boxes, such as those about tables, as others."""
    kids = tuple(_without_shells(node, node.kids))
    return replace(node, kids=kids)


def _without_shells(node: Node, kids: Iterable[Kid]) -> Iterator[Kid]:
    for kid in kids:
        is_again = isinstance(kid, Node) and kid.is_the_element_of(node)
        if isinstance(kid, Node) and is_again and not (node.kind == "LI" and kid.kind == "LBody"):
            yield from _without_shells(node, kid.kids)
        else:
            yield kid


def _formula(node: Node) -> Node:
    """A drawn formula is tagged as one (ISO 14289-1, 7.7)."""
    is_formula = node.kind == "Figure" and "formula" in node.attribute("class").split()
    return replace(node, kind="Formula") if is_formula else node


def _caption(node: Node) -> Node:
    """A figure without a picture, which is a quotation, has no caption but one more paragraph."""
    if node.tag != "figure" or any(isinstance(kid, Node) and kid.kind == "Figure" for kid in node.kids):
        return node
    kids = [replace(kid, kind="P") if isinstance(kid, Node) and kid.kind == "Caption" else kid for kid in node.kids]
    return replace(node, kids=tuple(kids))


def _list(node: Node) -> Node:
    """A list holds items, and its caption; no blanks between them. Terms are the labels of what describes them."""
    if node.kind != "L":
        return node
    others = tuple(kid for kid in node.kids if not isinstance(kid, Node) or kid.kind not in _IN_LISTS)
    items: list[Kid] = [Node("Caption", others, entries=_identity(node))] if _is_worded(others) else []
    for kid in node.kids:
        if not isinstance(kid, Node) or kid.kind not in _IN_LISTS:
            continue
        if items and kid.tag == "dd" and isinstance(items[-1], Node) and items[-1].tag == "dt":
            items[-1] = replace(items[-1], kids=(*items[-1].kids, *kid.kids))
        else:
            items.append(_labelled(kid) if kid.tag == "dt" else kid)
    return replace(node, kids=tuple(items), entries={**node.entries, **_numbering(node)})


def _labelled(item: Node) -> Node:
    return replace(item, kids=tuple(replace(kid, kind="Lbl") if isinstance(kid, Node) else kid for kid in item.kids))


def _numbering(node: Node) -> dict[str, Any]:
    """How a list is numbered, where it has labels (ISO 14289-1, 7.6)."""
    labels = [kid for item in node.kids if isinstance(item, Node) for kid in item.kids]
    if not any(isinstance(kid, Node) and kid.tag == "li::marker" for kid in labels):
        return {}
    from pydyf import Dictionary

    style = _NUMBERINGS.get(str(node.box.style["list_style_type"]), "Disc")
    return {"A": Dictionary({"O": "/List", "ListNumbering": f"/{style}"})}


def _item(node: Node) -> Node:
    """An item is a label and a body; WeasyPrint leaves a body out where the label stands inside."""
    if node.kind != "LI":
        return node
    labels = tuple(kid for kid in node.kids if isinstance(kid, Node) and kid.kind == "Lbl")
    rest: list[Kid] = []
    for kid in node.kids:
        if kid not in labels:
            rest += kid.kids if isinstance(kid, Node) and kid.kind == "LBody" else [kid]
    body = (Node("LBody", tuple(rest), node.box, _identity(node)),) if rest else ()
    return replace(node, kids=(*labels, *body))


def _identity(node: Node) -> dict[str, Any]:
    """The ID, if elements have any (`cvpress.writers.element_ids`): what is made of an element is still it."""
    return {key: node.entries[key] for key in ("ID",) if key in node.entries}


def _paragraphs(node: Node) -> Node:
    """Text stands in paragraphs, not in a section itself (ISO 32000-1, 14.8.4.2)."""
    if not _is_group(node):
        return node
    kids: list[Kid] = []
    for is_inline, run in groupby(node.kids, _is_inline):
        several = tuple(run)
        kids += (
            [Node("P", several, entries=_identity(node))]
            if is_inline and _is_worded(several)
            else ()
            if is_inline
            else several
        )
    return replace(node, kids=tuple(kids))


def _is_group(node: Node) -> bool:
    if node.kind == "NonStruct":
        return bool(node.box) and type(node.box).__name__.startswith("Block")
    return node.kind in _GROUPS


def _is_inline(kid: Kid) -> bool:
    return not isinstance(kid, Node) or kid.kind in _INLINE


def _is_worded(kids: Iterable[Kid]) -> bool:
    return any(not isinstance(kid, Content) or kid.text.strip() for kid in kids)


def _header_cell(node: Node) -> Node:
    """A header says whose it is, column's or row's (ISO 14289-1, 7.5)."""
    if node.kind != "TH":
        return node
    from pydyf import Dictionary

    scope = "/Row" if node.attribute("scope") == "row" else "/Column"
    return replace(node, entries={**node.entries, "A": Dictionary({**node.entries.get("A", {}), "Scope": scope})})


_MENDS: tuple[Callable[[Node], Node], ...] = (
    _same_element,
    _language,
    _formula,
    _caption,
    _list,
    _item,
    _paragraphs,
    _header_cell,
)


def _with_box(node: Node, heights: Mapping[bytes, float]) -> Node:
    """Where a picture is, in points from the page's lower edge (ISO 32000-1, table 345).

    WeasyPrint says it in CSS's pixels, from the upper one.
    """
    if "BBox" not in node.entries.get("A", {}) or not node.kids:
        return node
    from pydyf import Array, Dictionary

    height = next(heights[kid.page] for kid in node.kids if isinstance(kid, Content))
    left, top, right, bottom = (edge * _CSS_PIXEL for edge in node.entries["A"]["BBox"])
    box = Array([left, height - bottom, right, height - top])
    return replace(node, entries={**node.entries, "A": Dictionary({"O": "/Layout", "BBox": box})})


def _placed(node: Node) -> Sequence[Kid]:
    """An element as it stands among others: not at all if it is empty, and without its shell if that says nothing.

    A picture without words for it is decoration. WeasyPrint tags all of these.
    """
    is_wordless = node.kind in _PICTURES and not node.entries.get("Alt")
    if node.kind != "Document" and (not node.kids or is_wordless):
        return ()
    links = [kid for kid in node.kids if isinstance(kid, Annotation)]
    if node.kind in _PICTURES and links:
        alone = replace(node, kids=tuple(kid for kid in node.kids if kid not in links))
        return (*_placed(alone), *links)
    has_link = bool(links)
    if node.kind == "Link" and not has_link:
        return node.kids
    if node.kind in _SAYS_NOTHING and not has_link:
        if "Lang" not in node.entries:
            return node.kids
        return (replace(node, kind="Div" if _is_group(node) else "Span"),)
    return (node,)
