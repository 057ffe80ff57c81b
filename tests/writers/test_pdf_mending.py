"""What WeasyPrint gets wrong, without our mending it: each test says when a mending is no longer needed."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from cvpress.writers.pdf_mending import mended
from cvpress.writers.pdf_tree import Annotation, Node, read_tree, remember_boxes
from cvpress.writers.weasyprint_engine import load_weasyprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cvpress.writers.pdf_tree import Kid

TEXT = "Some words that go on and on. " * 12


class Made:
    """What WeasyPrint makes of a piece of HTML, before anything of it is mended."""

    def __init__(self, body: str) -> None:
        remember_boxes()
        self.pdf: Any = None
        page = f"<html lang=en><title>T</title><style>@page {{ size: 300px }}</style><body>{body}"
        load_weasyprint().HTML(string=page).write_pdf(pdf_variant="pdf/a-3a", output_intent="none", finisher=self._keep)
        self.root = read_tree(self.pdf)

    def _keep(self, _document: Any, pdf: Any) -> None:
        self.pdf = pdf

    def all(self, *kinds: str) -> list[Node]:
        """The elements of these kinds; all if none is given."""
        return [node for node in _all(self.root) if not kinds or node.kind in kinds]

    @property
    def metadata(self) -> bytes:
        """The XMP."""
        data: bytes = self.pdf.objects[int(self.pdf.catalog["Metadata"].split()[0])].stream[0]
        return data


def _all(kid: Kid) -> Iterator[Node]:
    if isinstance(kid, Node):
        yield kid
        for inner in kid.kids:
            yield from _all(inner)


def kinds(node: Node) -> list[str]:
    """What is in an element."""
    return [kid.kind if isinstance(kid, Node) else type(kid).__name__ for kid in node.kids]


def picture() -> str:
    """A picture as the URL of its data."""
    data = BytesIO()
    Image.new("RGB", (4, 4), "red").save(data, "PNG")
    return f"data:image/png;base64,{b64encode(data.getvalue()).decode()}"


def has(kind: str, inner: str) -> Callable[[Made], bool]:
    """Whether an element of a kind has another in it."""
    return lambda made: any(inner in kinds(node) for node in made.all(kind))


STILL_WRONG: dict[str, tuple[str, Callable[[Made], bool]]] = {
    "pdf_links.keep_own_links": (
        "<a href='https://example.org'><span>A</span></a>",
        lambda made: any(isinstance(kid, Annotation) for node in made.all("Span") for kid in node.kids),
    ),
    "pdf_links.name_links": (
        "<p id=x><a href='#x'>Words</a>",
        lambda made: any(thing["Contents"].data == b"(x)" for thing in annotations(made)),
    ),
    "pdf_mending._joined": (f"<p>{TEXT * 4}", lambda made: len(made.all("P")) > 1),
    "pdf_mending._is_hidden": ("<p><span aria-hidden=true>A</span>", lambda made: bool(made.all("Span"))),
    "pdf_mending._language": (
        "<p lang=de>A",
        lambda made: not any("Lang" in node.entries for node in made.all()),
    ),
    "pdf_mending._same_element": ("<ul><li style='display: table'>A</ul>", has("NonStruct", "LI")),
    "pdf_mending._formula": (
        "<svg class=formula width=9 height=9><title>x</title><rect width=9 height=9 /></svg>",
        lambda made: not made.all("Formula"),
    ),
    "pdf_mending._caption": (
        "<figure><blockquote><p>A</blockquote><figcaption>B</figcaption></figure>",
        lambda made: bool(made.all("Caption")),
    ),
    "pdf_mending._list": (
        "<ul><li style='display: inline-block'>A</li> <li style='display: inline-block'>B</li></ul>",
        has("L", "Content"),
    ),
    "pdf_mending._labelled": ("<dl><dt>A<dd>B</dl>", lambda made: not made.all("Lbl")),
    "pdf_mending._numbering": ("<ol><li>A</ol>", lambda made: not any("A" in node.entries for node in made.all("L"))),
    "pdf_mending._item": (
        "<ul style='list-style-position: inside'><li>A</ul>",
        lambda made: any(kinds(node) not in (["LBody"], ["Lbl", "LBody"]) for node in made.all("LI")),
    ),
    "pdf_mending._paragraphs": ("<section>A</section>", has("Sect", "Content")),
    "pdf_mending._header_cell": (
        "<table><tr><th scope=row>A<td>B</table>",
        lambda made: not any("Scope" in node.entries["A"] for node in made.all("TH")),
    ),
    "pdf_mending._with_box": (
        f"<img alt=A style='position: absolute; top: 0; left: 0; height: 16px; width: 16px' src='{picture()}'>",
        lambda made: made.all("Figure")[0].entries["A"]["BBox"][1] < 100,
    ),
    "pdf_mending._placed": ("<div></div><p>A", lambda made: any(not node.kids for node in made.all())),
    "pdf_finishing._leave_pictures_alone": (
        f"<img alt=A src='{picture()}'>",
        lambda made: any(getattr(thing, "extra", {}).get("Interpolate") == "true" for thing in made.pdf.objects),
    ),
    "pdf_finishing._name_fonts_first": (
        "<p style='font-size: 30px'>A<p>B",
        lambda made: ("Tm", "Tf") in pairwise(operators(made)),
    ),
    "pdf_finishing._say_that_it_is_accessible": ("<p>A", lambda made: b"pdfuaid:part" not in made.metadata),
    "pdf_finishing._label_pages": ("<p>A", lambda made: "PageLabels" not in made.pdf.catalog),
    "pdf_tree._Writer._hide": (
        "<style>@page { @top-left { content: 'head' } }</style><p>A",
        lambda made: drawn_tags(made) == 2,
    ),
}


def annotations(made: Made) -> list[Any]:
    """The annotations of a PDF."""
    return [thing for thing in made.pdf.objects if isinstance(thing, dict) and thing.get("Type") == "/Annot"]


def operators(made: Made) -> list[str]:
    """The operators that are drawn with, where each is written by itself."""
    streams = [item for thing in made.pdf.objects for item in getattr(thing, "stream", ())]
    return [item.split()[-1].decode("latin-1") for item in streams if isinstance(item, bytes) and item.strip()]


def drawn_tags(made: Made) -> int:
    """How many things on the pages say that they belong to an element."""
    streams = [item for thing in made.pdf.objects for item in getattr(thing, "stream", ())]
    return sum(isinstance(item, dict) and "MCID" in item for item in streams)


@pytest.mark.parametrize("function", STILL_WRONG)
def test_is_still_needed(function: str) -> None:
    html, is_wrong = STILL_WRONG[function]
    assert is_wrong(Made(html)), f"no longer needed: remove {function}"


def test_a_picture_that_is_a_link() -> None:
    """Its annotation belongs to the link: here it is taken out of the picture, which alone has words for it."""
    made = Made(f"<a href='https://example.org'><img alt=A src='{picture()}'></a>")
    (link,) = [
        node for node in _all(mended(made.root, dict.fromkeys(made.pdf.page_references, 225.0))) if node.kind == "Link"
    ]
    assert sorted(kinds(link)) == ["Annotation", "Annotation", "Figure"]
