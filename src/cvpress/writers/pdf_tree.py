"""The tags of a PDF as a tree: taken from what WeasyPrint has made, and put back (ISO 32000-1, 14.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

__all__ = ["Annotation", "Content", "Kid", "Node", "read_tree", "remember_boxes", "write_tree"]


class Content(NamedTuple):
    """Something that is drawn: a run of text on one line, or a picture.

    Attributes:
        page: the reference of the page that it is on.
        mcid: its number there.
        text: what is written; nothing for a picture.
    """

    page: bytes
    mcid: int
    text: str


class Annotation(NamedTuple):
    """What can be clicked: a rectangle on a page."""

    page: bytes
    reference: bytes


@dataclass(frozen=True, slots=True)
class Node:
    """A structure element.

    Attributes:
        kind: what it is: "P", "H1", "LI", …
        kids: what is in it, in reading order.
        box: the box of WeasyPrint's that it stands for, if any.
        entries: what else its dictionary says: `Alt`, `Lang`, …
    """

    kind: str
    kids: tuple[Kid, ...] = ()
    box: Any = None
    entries: Mapping[str, Any] = field(default_factory=dict)

    @property
    def tag(self) -> str:
        """The HTML element or pseudo-element that it stands for: "ul", "li::before"; "" if there is none."""
        return (self.box.element_tag or "") if self.box and self.box.element is not None else ""

    def attribute(self, name: str) -> str:
        """An attribute of its HTML element; "" if there is none. Pseudo-elements have none."""
        is_element = self.tag and "::" not in self.tag
        return (self.box.element.get(name) or "") if is_element else ""

    def is_the_element_of(self, other: Node) -> bool:
        """Whether both stand for the same HTML element: its boxes are several where it is broken or a table."""
        return bool(self.tag) and self.tag == other.tag and self.box.element is other.box.element


Kid: TypeAlias = "Node | Content | Annotation"


@cache
def remember_boxes() -> None:
    """Make WeasyPrint leave with each structure element the box that it stands for; it knows no more of HTML."""
    from weasyprint.pdf import tags

    build: Callable[..., Iterator[Any]] = tags._build_box_tree  # noqa: SLF001  # there is no public way in

    def build_and_remember(box: Any, *arguments: Any) -> Iterator[Any]:
        for element in build(box, *arguments):
            if not hasattr(element, "box"):
                element.box = getattr(box, "_box", box)  # what is positioned has a placeholder
            yield element

    tags._build_box_tree = build_and_remember  # noqa: SLF001


def read_tree(pdf: Any) -> Node:
    """The tree of a PDF that WeasyPrint is about to write.

    Args:
        pdf: the `pydyf.PDF`, made after `remember_boxes`.
    """
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    (document,) = root["K"]
    return _read(pdf, _object(pdf, document))


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[_number(reference)]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _read(pdf: Any, element: Any) -> Node:
    box = getattr(element, "box", None)
    texts = iter(_texts(box))
    kids: dict[tuple[bool, int], Kid] = {}
    for kid in sorted(element["K"], key=_made):
        kids[_made(kid)] = _read_kid(pdf, element, kid, texts)
    entries = {key: value for key, value in element.items() if key not in {"Type", "S", "K", "P", "Pg"}}
    return Node(element["S"][1:], tuple(kids[_made(kid)] for kid in element["K"]), box, entries)


def _made(kid: bytes | int) -> tuple[bool, int]:
    """Sorts kids by when WeasyPrint came to them; it moves lists that are in lists."""
    return (True, kid) if isinstance(kid, int) else (False, _number(kid))


def _read_kid(pdf: Any, parent: Any, kid: bytes | int, texts: Iterator[str]) -> Kid:
    if isinstance(kid, int):
        return Content(parent["Pg"], kid, next(texts, ""))
    element = _object(pdf, kid)
    if "Obj" in element:
        return Annotation(element["Pg"], element["Obj"])
    if not hasattr(element, "box") and element["S"] == "/Span":
        (mcid,) = element["K"]
        return Content(element["Pg"], mcid, next(texts, ""))
    return _read(pdf, element)


def _texts(box: Any) -> Iterator[str]:
    """The texts that stand in a box itself, line by line."""
    for child in box.children if box else ():
        for inner in child.children if type(child).__name__ == "LineBox" else [child]:
            if type(inner).__name__ == "TextBox":
                yield inner.text


def write_tree(pdf: Any, root: Node) -> None:
    """Put a tree in the place of that which WeasyPrint has made. What is drawn and not in it becomes an artefact.

    Args:
        pdf: the `pydyf.PDF`, not written yet.
        root: the document.
    """
    _Writer(pdf).write(root)


class _Writer:
    """One tree that is being written."""

    def __init__(self, pdf: Any) -> None:
        import pydyf

        self._pdf, self._pydyf = pdf, pydyf
        self._pages: dict[bytes, int] = {page: number for number, page in enumerate(pdf.page_references)}
        self._owners: list[dict[int, bytes]] = [{} for _ in self._pages]
        self._annotations: list[bytes] = []

    def write(self, root: Node) -> None:
        metadata = _object(self._pdf, self._pdf.catalog["Metadata"])
        structure_root = self._dictionary({"Type": "/StructTreeRoot"})
        # The tree is the last that WeasyPrint makes, but for the metadata.
        del self._pdf.objects[_number(self._pdf.catalog["StructTreeRoot"]) - 1 :]
        for thing in (metadata, structure_root):
            self._pdf.add_object(thing)
        self._pdf.catalog["Metadata"] = metadata.reference
        self._pdf.catalog["StructTreeRoot"] = structure_root.reference
        structure_root["K"] = self._array([self._element(root, structure_root.reference)])
        structure_root["ParentTree"] = self._parent_tree()
        for number, owners in enumerate(self._owners):
            self._hide(number, owners)

    def _dictionary(self, values: Mapping[str, Any]) -> Any:
        return self._pydyf.Dictionary(dict(values))

    def _array(self, values: Iterable[Any]) -> Any:
        return self._pydyf.Array(list(values))

    def _element(self, node: Node, parent: bytes) -> bytes:
        element = self._dictionary({"S": f"/{node.kind}", "P": parent, **node.entries})
        self._pdf.add_object(element)
        page = next((kid.page for kid in node.kids if isinstance(kid, Content)), None)
        if page:
            element["Pg"] = page
        element["K"] = self._array(self._kid(kid, element.reference, page) for kid in node.kids)
        reference: bytes = element.reference
        return reference

    def _kid(self, kid: Kid, owner: bytes, page: bytes | None) -> Any:
        if isinstance(kid, Node):
            return self._element(kid, owner)
        if isinstance(kid, Annotation):
            annotation = _object(self._pdf, kid.reference)
            annotation["StructParent"] = len(self._pages) + len(self._annotations)
            self._annotations.append(owner)
            return self._dictionary({"Type": "/OBJR", "Obj": kid.reference, "Pg": kid.page})
        self._owners[self._pages[kid.page]][kid.mcid] = owner
        if kid.page == page:
            return kid.mcid
        return self._dictionary({"Type": "/MCR", "Pg": kid.page, "MCID": kid.mcid})

    def _parent_tree(self) -> bytes:
        """Which element each content of a page and each annotation belongs to (ISO 32000-1, 14.7.4.4)."""
        of_pages = [
            self._array(owners.get(mcid, b"null") for mcid in range(max(owners, default=-1) + 1))
            for owners in self._owners
        ]
        tree = self._dictionary({"Nums": self._array(_numbered([*of_pages, *self._annotations]))})
        self._pdf.add_object(tree)
        reference: bytes = tree.reference
        return reference

    def _hide(self, number: int, owners: Mapping[int, bytes]) -> None:
        """Make artefacts of what is drawn on a page and belongs to no element (ISO 32000-1, 14.8.2.2)."""
        page = _object(self._pdf, self._pdf.page_references[number])
        stream = _object(self._pdf, page["Contents"]).stream
        marks = [
            place
            for place, item in enumerate(stream)
            if isinstance(item, self._pydyf.Dictionary) and "MCID" in item and item["MCID"] not in owners
        ]
        for place in reversed(marks):
            stream[place - 1 : place + 2] = ["/Artifact", b"BMC"]


def _numbered(values: Sequence[Any]) -> Iterator[Any]:
    for number, value in enumerate(values):
        yield from (number, value)
