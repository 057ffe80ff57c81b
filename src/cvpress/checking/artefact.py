"""A finished file as the checks see it: what is painted, what extractors read, what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.measuring.boxes import Box, Run

__all__ = ["Active", "Artefact", "Bookmark", "Element", "Font", "Link", "Metadata", "Painting", "Reading", "TextLine"]


class TextLine(NamedTuple):
    """A line of text as it stands on a page.

    Attributes:
        number: of the line in the whole text, from 1.
        page: its page, from 1; 0 in HTML.
        box: its ink, in points from the foot of the page; None in HTML.
    """

    number: int
    text: str
    page: int = 0
    box: Box | None = None


class Reading(NamedTuple):
    """What an extractor takes for the text of a file.

    Attributes:
        extractor: "pdfium", "pypdf", "pdfminer.six" or "HTML".
        pages: the text of each page; of one that failed, those before.
        reason: why it failed; empty for one that did not.
    """

    extractor: str
    pages: tuple[str, ...]
    reason: str = ""

    @property
    def text(self) -> str:
        """All of it, a page after the other."""
        return "\n".join(self.pages)


class Font(NamedTuple):
    """A font of a file.

    Attributes:
        kind: its Subtype: "Type0", "TrueType", "Type1", "Type3", …
        pages: those that it is used on.
        is_mapped: whether its glyphs can be told which characters they are (ISO 32000-1, 9.10.2).
    """

    name: str
    kind: str
    pages: tuple[int, ...]
    is_embedded: bool
    is_mapped: bool


class Link(NamedTuple):
    """A link: what is to be read at its place, and where it leads; a target in the file itself is empty.

    Attributes:
        description: what is read out for it instead of the text: /Contents, aria-label; empty if there is none.
        number: its object and generation in a PDF, by which elements name it.
    """

    page: int
    box: Box | None
    text: str
    target: str
    description: str = ""
    number: tuple[int, int] = (0, 0)


class Active(NamedTuple):
    """Something in a file that does rather than shows.

    Attributes:
        page: where; 0 for the file itself.
        kind: in a few words: "a script", "a form", "film or sound".
    """

    page: int
    kind: str


class Painting(NamedTuple):
    """A picture, and how much of its page it takes, from 0 to 1."""

    page: int
    box: Box
    share: float


class Bookmark(NamedTuple):
    """An entry of the outline; the top level is 1."""

    level: int
    title: str


@dataclass(frozen=True)
class Element:
    """An element of the structure: of a PDF's tags, or of HTML under the names that PDF has for them.

    Attributes:
        role: "H1", "P", "L", "LI", "Table", "TH", "Figure", "Link" (ISO 32000-1, 14.8.4); custom roles are mapped.
            Empty for a text between other kids of an element.
        text: its own text; that of its kids is theirs.
        alternative: what stands for it: /Alt or /ActualText, alt; None if there is none.
        language: its own language, if it says one.
        page: its first page; 0 in HTML, or if it is not known.
        marks: page and number of each piece of marked content that is its own; none in HTML.
        annotations: object and generation of the links, fields and the like that it holds; none in HTML.
    """

    role: str
    text: str = ""
    alternative: str | None = None
    language: str = ""
    page: int = 0
    kids: tuple[Element, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    annotations: tuple[tuple[int, int], ...] = ()

    def walk(self) -> Iterator[Element]:
        """It and all below it, in their order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    @cached_property
    def whole_text(self) -> str:
        """Its text and that of all below it, folded."""
        return " ".join(" ".join(element.text for element in self.walk()).split())


class Metadata(NamedTuple):
    """What a file says of itself.

    Attributes:
        shows_title: whether a viewer shows the title rather than the name of the file.
    """

    title: str = ""
    author: str = ""
    language: str = ""
    producer: str = ""
    shows_title: bool = False


@dataclass(frozen=True, kw_only=True)
class Artefact:
    """A file that was opened and read.

    Attributes:
        name: what the user calls it.
        size: how many bytes it has.
        sheets: width and height of each page in points; none in HTML.
        lines: the text as it stands on the pages, line by line, as the first of the readings has it.
        readings: what each extractor makes of it; there is at least one.
        runs: the painted pieces of text with size, ink and ground; none in HTML.
        hidden: the pieces of text that are in the file and nowhere to be seen: painted in no ink, in no
            size, outside the page or what is clipped to; they are not among the runs.
        root: the structure; None if the file has none.
        active: scripts, forms and the like.
        may_extract: whether its permissions let programs take the text out (ISO 32000-1, 7.6.3.2).
        unread: what of it could not be read, each in a few words: "the tags", "pages 201 to 5,000".
    """

    name: str
    kind: Literal["pdf", "html"]
    size: int
    sheets: tuple[tuple[float, float], ...] = ()
    lines: tuple[TextLine, ...] = ()
    readings: tuple[Reading, ...] = ()
    runs: tuple[Run, ...] = ()
    hidden: tuple[Run, ...] = ()
    pictures: tuple[Painting, ...] = ()
    fonts: tuple[Font, ...] = ()
    links: tuple[Link, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    root: Element | None = None
    active: tuple[Active, ...] = ()
    may_extract: bool = True
    unread: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text, line by line, as frames show it."""
        return "\n".join(line.text for line in self.lines)
