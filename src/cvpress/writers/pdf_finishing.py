"""What is done to a PDF between WeasyPrint's making it and its being written: tags, languages, page labels, XMP."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.writers.pdf_mending import mended, name_links
from cvpress.writers.pdf_tree import Annotation, Content, Node, read_tree, write_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["Part", "finisher"]

_PDFUA = """\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""That the file is PDF/UA-1 (ISO 14289-1, 5), and what that means: PDF/A wants to be told (ISO 19005-3, 6.6.2.3.3)."""


class Part(NamedTuple):
    """A document within a PDF: the only one, or one of several.

    Attributes:
        pages: how many it has.
        language: a BCP 47 tag.
        label: what comes before the numbers of its pages; "" for a document that is alone.
    """

    pages: int
    language: str
    label: str = ""


def finisher(parts: Sequence[Part]) -> Callable[[Any, Any], None]:
    """What `Document.write_pdf` takes as a finisher.

    Args:
        parts: the documents that the PDF is made of; there is at least one.
    """

    def finish(_document: Any, pdf: Any) -> None:
        pages = dict(zip(pdf.page_references, _page_objects(pdf), strict=True))
        heights = {reference: page["MediaBox"][3] for reference, page in pages.items()}
        root = _with_languages(mended(read_tree(pdf), heights), dict(zip(pages, _languages(parts), strict=True)))
        name_links(pdf, root)
        _leave_pictures_alone(pdf)
        _name_fonts_first(pdf)
        _say_that_it_is_accessible(pdf)
        write_tree(pdf, root)
        _label_pages(pdf, parts)

    return finish


def _page_objects(pdf: Any) -> list[Any]:
    return [pdf.objects[int(reference.split()[0])] for reference in pdf.page_references]


def _languages(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield from [part.language] * part.pages


def _with_languages(root: Node, languages: dict[bytes, str]) -> Node:
    """Each document in a language that is not the first's says so."""
    first = next(iter(languages.values()))
    kids = [
        kid if not isinstance(kid, Node) or languages[_page(kid)] == first else _in_language(kid, languages[_page(kid)])
        for kid in root.kids
    ]
    return replace(root, kids=tuple(kids))


def _in_language(node: Node, language: str) -> Node:
    from pydyf import String

    return replace(node, entries={"Lang": String(language), **node.entries})


def _page(node: Node) -> bytes:
    """The page that an element begins on; it is not empty."""
    first = node.kids[0]
    return first.page if isinstance(first, (Content, Annotation)) else _page(first)


def _leave_pictures_alone(pdf: Any) -> None:
    """Do not ask viewers to smooth pictures, as WeasyPrint does: PDF/A does not allow it (ISO 19005-3, 6.2.8)."""
    for thing in pdf.objects:
        if "Interpolate" in getattr(thing, "extra", ()):
            thing.extra["Interpolate"] = "false"


def _name_fonts_first(pdf: Any) -> None:
    """Say of each text how large it is, and then where it stands; WeasyPrint does it the other way round.

    It is drawn the same: neither operator changes what the other sets (ISO 32000-1, 9.3.1 and 9.4.2). But pypdf
    takes a text for another line than the one before if it is .8 of the size lower that it knows when it comes
    to the place, and so it would join a small line to a large one above it.
    """
    for thing in pdf.objects:
        stream: list[Any] = getattr(thing, "stream", [])
        for place in range(1, len(stream)):
            if _is(stream[place - 1], b" Tm") and _is(stream[place], b" Tf"):
                stream[place - 1], stream[place] = stream[place], stream[place - 1]


def _is(item: Any, operator: bytes) -> bool:
    return isinstance(item, bytes) and item.endswith(operator)


def _say_that_it_is_accessible(pdf: Any) -> None:
    """Add to the XMP what WeasyPrint says of a file only that is not PDF/A."""
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])].stream
    stream[0] = stream[0].replace(b"</rdf:RDF>", _PDFUA.encode() + b"</rdf:RDF>")


def _label_pages(pdf: Any, parts: Sequence[Part]) -> None:
    """Name the pages as they are numbered on paper: each document from 1 (ISO 32000-1, 12.4.2)."""
    from pydyf import Array, Dictionary, String

    ranges = Array()
    first = 0
    for part in parts:
        prefix = {"P": String(f"{part.label} ")} if part.label else {}
        ranges.extend([first, Dictionary({"S": "/D", **prefix})])
        first += part.pages
    if first > 1:
        pdf.catalog["PageLabels"] = Dictionary({"Nums": ranges})
