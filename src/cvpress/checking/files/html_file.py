"""A page of HTML that cvpress wrote, as an artefact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.checking.artefact import Artefact, Element, Link, Metadata, Reading, TextLine
from cvpress.checking.files.html_tree import Node, parse_html
from cvpress.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["read_html"]

_GENERATOR: Final = "cvpress"

_UNSHOWN: Final = frozenset({"head", "script", "style", "template", "noscript", "title", "desc", "dialog", "datalist"})
"""Elements whose content no browser shows; `title` and `desc` are those of drawings, too."""

_BLOCKS: Final = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5"
    " h6 header hgroup hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
"""Elements that begin and end a line (HTML Standard, 15.3)."""

_CELLS: Final = frozenset({"td", "th", "text", "tspan", "option", "button"})
"""Elements with room around them in a line."""

_ROLES: Final[Mapping[str, str]] = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **dict.fromkeys(("ul", "ol", "dl", "menu"), "L"),
    **dict.fromkeys(("li", "dt", "dd"), "LI"),
    **dict.fromkeys(("section", "nav", "aside"), "Sect"),
    **dict.fromkeys(("td",), "TD"),
    "html": "Document",
    "article": "Art",
    "p": "P",
    "a": "Link",
    "table": "Table",
    "caption": "Caption",
    "figcaption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "img": "Figure",
    "blockquote": "BlockQuote",
    "q": "Quote",
    "code": "Code",
    "em": "Em",
    "strong": "Strong",
}
"""What PDF calls the elements of HTML; the others are a Div or a Span."""


def read_html(name: str, data: bytes) -> Artefact:
    """Take a page apart.

    Args:
        name: what the user calls the file.
        data: the file.

    Raises:
        FileError: it is no page of cvpress.
    """
    root = parse_html(data.decode("utf-8", "replace"))
    metadata = _metadata(root)
    if not metadata.producer.startswith(_GENERATOR):
        raise FileError(
            f"{name} is neither a PDF nor a page that cvpress wrote",
            "print other pages as PDF, and check that",
        )
    lines = tuple(TextLine(number, line) for number, line in enumerate(_lines(root), 1))
    return Artefact(
        name=name,
        kind="html",
        size=len(data),
        lines=lines,
        readings=(Reading("HTML", ("\n".join(line.text for line in lines),)),),
        links=tuple(_links(root)),
        metadata=metadata,
        root=_element(root),
    )


def _metadata(root: Node) -> Metadata:
    named = {node.get("name"): node.get("content") for node in root.walk() if node.tag == "meta"}
    titles = [node.text for node in root.walk() if node.tag == "title"]
    languages = [node.get("lang") for node in root.walk() if node.tag == "html"]
    return Metadata(
        title=" ".join("".join(titles[:1]).split()),
        author=named.get("author", ""),
        language="".join(languages[:1]),
        producer=named.get("generator", ""),
        shows_title=True,
    )


def _is_shown(node: Node) -> bool:
    return node.tag not in _UNSHOWN and not node.has("hidden")


def _lines(root: Node) -> Iterator[str]:
    """The text as a browser shows it without styles: a line a block."""
    for line in "".join(_pieces(root)).split("\n"):
        text = " ".join(line.split())
        if text:
            yield text


def _pieces(node: Node) -> Iterator[str]:
    edge = "\n" if node.tag in _BLOCKS or node.tag == "br" else " " if node.tag in _CELLS else ""
    yield edge
    for kid in node.kids:
        if isinstance(kid, str):
            yield kid.replace("\n", " ")
        elif _is_shown(kid):
            yield from _pieces(kid)
    yield edge


def _links(root: Node) -> Iterator[Link]:
    for node in root.walk():
        target = node.get("href")
        if node.tag == "a" and target:
            text = " ".join("".join(_pieces(node)).split())
            yield Link(0, None, text, "" if target.startswith("#") else target)


def _element(node: Node) -> Element:
    """An element of the structure: what screen readers are given."""
    is_picture = node.tag == "svg" or node.get("role") == "img"
    kids = [kid for kid in node.kids if not is_picture and (kid.strip() if isinstance(kid, str) else _is_told(kid))]
    is_leaf = all(isinstance(kid, str) for kid in kids)
    return Element(
        role="Figure" if is_picture else _ROLES.get(node.tag, "Div" if node.tag in _BLOCKS else "Span"),
        text=" ".join(" ".join(map(str, kids)).split()) if is_leaf else "",
        alternative=_alternative(node, is_picture=is_picture),
        language=node.get("lang"),
        kids=() if is_leaf else tuple(map(_piece, kids)),
    )


def _piece(kid: Node | str) -> Element:
    """An element, or a text between others."""
    return Element("", " ".join(kid.split())) if isinstance(kid, str) else _element(kid)


def _is_told(node: Node) -> bool:
    return _is_shown(node) and node.get("aria-hidden") != "true" and node.tag not in {"meta", "link", "br", "hr"}


def _alternative(node: Node, *, is_picture: bool) -> str | None:
    if node.has("aria-label"):
        return node.get("aria-label")
    if node.tag == "img":
        return node.get("alt") if node.has("alt") else None
    titles = [kid.text for kid in node.walk() if kid.tag == "title"] if is_picture else []
    return titles[0] if titles else None
