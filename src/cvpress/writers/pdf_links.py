"""The links of a PDF: one annotation a link, which says for people where it leads."""

from __future__ import annotations

from typing import Any

from cvpress.writers.pdf_mending import text_of
from cvpress.writers.pdf_tree import Annotation, Node

__all__ = ["keep_own_links", "name_links"]


def keep_own_links(document: Any) -> None:
    """Before writing: one annotation a link. WeasyPrint makes one more for every box that is in a link.

    Those of pictures stay, which may be higher than the line that the link takes.
    """
    for page in document.pages:
        page.links = [link for link in page.links if link[3].link or type(link[3]).__name__.endswith("ReplacedBox")]


def name_links(pdf: Any, root: Node) -> None:
    """Say for people what links are: their text, and where they lead (ISO 14289-1, 7.18.5).

    WeasyPrint gives the target alone, which is an id for a place in the document.
    """
    from pydyf import String

    for kid in root.kids:
        if isinstance(kid, Node):
            name_links(pdf, kid)
        elif isinstance(kid, Annotation) and root.kind == "Link":
            annotation = pdf.objects[int(kid.reference.split()[0])]
            text = " ".join(("".join(root.box.element.itertext()) if root.box else text_of(root)).split())
            annotation["Contents"] = String(_alternative(text, root.attribute("href")))


def _alternative(text: str, target: str) -> str:
    if target.startswith("#") or not text:
        return text or target
    return target if text in target else f"{text}: {target}"
