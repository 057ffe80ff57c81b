"""The view: all that a theme or a writer may see of a profile.

What is private, left out by a variant or unknown to the format is absent here, so no
template, writer or embedded file can leak it. Texts are marked up, dates are written
out in the view's language, and everything stands in the order in which it is shown.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from markupsafe import Markup

from cvpress.views.markup import EMPTY, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.views.person import Person

__all__ = [
    "Author",
    "DateRange",
    "Entry",
    "Fact",
    "Group",
    "Link",
    "Page",
    "Picture",
    "Reference",
    "Result",
    "Section",
    "View",
]


_SHORT = 360
"""Characters of a short entry's texts."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """When something was: as it is shown, and as machines read it ("" where open).

    Attributes:
        first: of a range, what is shown of its beginning; "" for a single date.
        last: of a range, what is shown of its end.
    """

    text: str
    start: str
    end: str
    first: str = ""
    last: str = ""

    @property
    def joint(self) -> str:
        """What stands between the two ends of a range."""
        return self.text[len(self.first) : len(self.text) - len(self.last)]


@dataclass(frozen=True, slots=True)
class Link:
    """A link: what is shown, and where it leads (an allowed scheme, or "" for text alone)."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled detail: "Supervisor: Gabriel Lippmann"."""

    label: str
    value: Text


@dataclass(frozen=True, slots=True)
class Result:
    """A headline figure: "72×", "real-world speed-up", "against the baseline"."""

    figure: str
    label: Text
    context: Text


@dataclass(frozen=True, slots=True)
class Author:
    """An author of a publication, and whether it is the person of the profile."""

    name: str
    is_self: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """A publication in a citation style.

    In a template it stands for its HTML, which has no more than emphasis, links, and a span of
    the class "self" around the person's name.

    Attributes:
        html: the whole reference; whatever a profile says is escaped in it.
        label: its number, "[1]", in a style that numbers.
    """

    html: str
    label: str

    def __html__(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.plain

    @property
    def plain(self) -> str:
        """The reference without markup."""
        return Markup(self.html).striptags()  # noqa: S704  its texts are escaped


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, bounded and stripped of its metadata: the person's photo, or a figure."""

    media_type: str
    data: bytes
    width: int
    height: int

    @property
    def url(self) -> str:
        """The picture as a data URL."""
        return f"data:{self.media_type};base64,{b64encode(self.data).decode('ascii')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of any section; what it does not have is empty."""

    id: str = ""
    title: Text = EMPTY
    url: str = ""
    organization: Text = EMPTY
    organization_url: str = ""
    location: str = ""
    dates: DateRange | None = None
    description: Text = EMPTY
    summary: Text = EMPTY
    highlights: tuple[Text, ...] = ()
    keywords: tuple[str, ...] = ()
    note: Text = EMPTY
    facts: tuple[Fact, ...] = ()
    results: tuple[Result, ...] = ()
    authors: tuple[Author, ...] = ()
    reference: Reference | None = None
    links: tuple[Link, ...] = ()
    roles: tuple[Entry, ...] = ()
    projects: tuple[Entry, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether it is better kept on one page than parted: up to about six lines."""
        texts = (self.summary, *self.highlights, *(fact.value for fact in self.facts))
        return not self.roles and not self.projects and sum(len(str(text)) for text in texts) < _SHORT


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of a section under a heading of their own."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: its name in the format, its title, how its entries are laid out.

    Attributes:
        name: the format's key, such as "work".
        id: unique in the page, for links and bookmarks.
        layout: "entries", "lines" (entries that fit on a line), "publications", "terms" (a word
            and what belongs to it) or "quotes".
        groups: the same entries in groups, if they are shown so.
    """

    name: str
    id: str
    title: str
    layout: str
    entries: tuple[Entry, ...]
    groups: tuple[Group, ...] = ()
    summary: Text = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page needs to know, whatever stands on it.

    Attributes:
        language: a BCP 47 tag.
        direction: "ltr" or "rtl".
        words: the words of the page itself ("page", "present", …) in its language.
        modified: when the profile was last changed, as written, or "".
        texts: the language of the profile's own texts, where that is not the page's; else "".
        comma: what stands between the parts of a list: ", ".
    """

    language: str
    direction: str
    words: Mapping[str, str]
    modified: str
    texts: str = ""
    comma: str = ", "


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A document as it is to be shown. Each kind of document is a class of its own, with what it adds.

    Attributes:
        document: the kind, as templates and folders of styles are called: "cv", "letter", …
        closes_up: whether it is set tighter where a last page would hold a few lines.
        title: what the document is called in a window, a list of files, a PDF's metadata.
        description: what it says, in a sentence or two, for metadata.
    """

    document: ClassVar[str]
    closes_up: ClassVar[bool] = False

    page: Page
    person: Person
    title: str
    description: str = ""

    @property
    def short_title(self) -> str:
        """The title without the person: "Curriculum vitae"."""
        return self.title.removeprefix(self.person.title(""))

    @property
    def suffix(self) -> str:
        """What its file's name ends with, behind the profile's: nothing for a CV, else "-letter" and the like."""
        return f"-{self.document}"

    @property
    def keywords(self) -> tuple[str, ...]:
        """What it is about, for metadata."""
        return ()
