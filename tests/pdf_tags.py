"""The tags of a PDF and the text under each, as pikepdf and pdfminer.six read them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from outputs import folded
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Tag:
    """A structure element.

    Attributes:
        kind: "P", "H1", …
        kids: elements, texts and the annotations of links, in their order.
        entries: what else is in its dictionary.
        page: the number of the page that its own text is on, from 0.
    """

    kind: str
    kids: list[Tag | str | pikepdf.Dictionary]
    entries: dict[str, Any]
    page: int = -1

    @property
    def tags(self) -> list[Tag]:
        """The elements among the kids."""
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    @property
    def annotations(self) -> list[pikepdf.Dictionary]:
        """The annotations among the kids."""
        return [kid for kid in self.kids if isinstance(kid, pikepdf.Dictionary)]

    @property
    def lines(self) -> list[str]:
        """All text in it, line by line, or in smaller parts; of a picture none."""
        if self.kind in {"Figure", "Formula"}:
            return []
        texts = [[kid] if isinstance(kid, str) else kid.lines if isinstance(kid, Tag) else [] for kid in self.kids]
        return [line for lines in texts for line in lines if line.strip()]

    @property
    def text(self) -> str:
        """All text in it, folded."""
        return folded(" ".join(self.lines))

    def all(self, *kinds: str) -> Iterator[Tag]:
        """The elements in it, and itself, that are of one of these kinds; all if none is given."""
        if not kinds or self.kind in kinds:
            yield self
        for kid in self.tags:
            yield from kid.all(*kinds)


@dataclass
class Tagged:
    """The tags of a PDF, and the texts that have none: page and text."""

    root: Tag
    untagged: list[tuple[int, str]]
    document: pikepdf.Pdf


def tagged(pdf: bytes) -> Tagged:
    """The tags of a PDF."""
    device = _MarkedText()
    interpreter = PDFPageInterpreter(device.manager, device)
    for page in PDFPage.get_pages(BytesIO(pdf)):
        interpreter.process_page(page)
    document = pikepdf.open(BytesIO(pdf))
    pages = {page.objgen: number for number, page in enumerate(document.pages)}
    (root,) = document.Root.StructTreeRoot.K
    return Tagged(_tag(root, device.texts, pages), device.untagged, document)


def _tag(element: pikepdf.Dictionary, texts: dict[tuple[int, int], str], pages: dict[Any, int]) -> Tag:
    page = pages[element.Pg.objgen] if "/Pg" in element else -1
    kids: list[Tag | str | pikepdf.Dictionary] = []
    for kid in element.K:
        if isinstance(kid, int):
            kids.append(texts.get((page, kid), ""))
        elif "/MCID" in kid:
            kids.append(texts.get((pages[kid.Pg.objgen], int(kid.MCID)), ""))
        elif "/Obj" in kid:
            kids.append(kid.Obj)
        else:
            kids.append(_tag(kid, texts, pages))
    return Tag(str(element.S)[1:], kids, dict(element.items()), page)


class _MarkedText(PDFTextDevice):
    """Collects text by the number of the marked content that it stands in."""

    def __init__(self) -> None:
        self.manager = PDFResourceManager()
        super().__init__(self.manager)
        self.texts: dict[tuple[int, int], str] = {}
        self.untagged: list[tuple[int, str]] = []
        self._open: list[tuple[str, Any]] = []
        self._page = -1

    def begin_page(self, page: Any, ctm: Any) -> None:
        self._page += 1

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        self._open.append((str(tag.name), props.get("MCID") if isinstance(props, dict) else None))

    def end_tag(self) -> None:
        self._open.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        font = textstate.font
        codes = [code for part in seq if isinstance(part, bytes) for code in font.decode(part)]
        text = "".join(_letter(font, code) for code in codes)
        numbers = [mcid for _, mcid in self._open if mcid is not None]
        if numbers:
            key = (self._page, numbers[-1])
            self.texts[key] = self.texts.get(key, "") + text
        else:
            assert self._open, f"neither tagged nor an artefact: {text}"
            self.untagged.append((self._page, text))


def _letter(font: Any, code: int) -> str:
    try:
        return str(font.to_unichr(code))
    except PDFUnicodeNotDefined:
        return "\ufffd"
