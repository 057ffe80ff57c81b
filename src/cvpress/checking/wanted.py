"""What must be found in a file: the texts of the profile that it was made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from html import unescape
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.views.person import Contact
    from cvpress.views.view import Entry, Section, View

__all__ = ["Wanted", "wanted_of"]

_UNPRINTED: Final[Mapping[str, frozenset[str]]] = {
    "View": frozenset({"page", "title", "description"}),
    "Person": frozenset({"name", "photo", "qr"}),
    "Address": frozenset({"street", "postal_code", "city", "region", "country_code", "country"}),
    "Contact": frozenset({"kind", "name", "network"}),
    "Link": frozenset({"url"}),
    "DateRange": frozenset({"start", "end", "first", "last"}),
    "Section": frozenset({"name", "id", "layout"}),
    "Entry": frozenset({"id", "url", "organization_url"}),
    "Picture": frozenset({"media_type", "data"}),
    "LetterView": frozenset({"name", "purpose", "form", "person"}),
    "StoriesView": frozenset({"person"}),
    "StoryGroup": frozenset({"id"}),
    "Story": frozenset({"id", "kind"}),
    "EmployerStories": frozenset({"stories"}),
    "PortfolioView": frozenset({"person"}),
    "Slide": frozenset({"kind", "origin", "layout", "size"}),
    "Figure": frozenset({"picture", "alt"}),
    "Chart": frozenset({"kind", "marks", "text", "values"}),
    "Label": frozenset({"kind", "anchor"}),
    "Formula": frozenset({"latex"}),
}
"""By class, the fields of a view that are not printed: ids, kinds, dates for machines, where links lead, and what
is for metadata or for those who do not see a picture. Any other field is taken for something to be read."""

_HEADS: Final[Mapping[str, tuple[str, ...]]] = {"letter": ("name", "label", "address"), "stories": ("heading",)}
"""By document, what it prints of a person where it does not print all."""

_PART_END: Final = re.compile(r"<svg\b.*?</svg>|<br>", re.DOTALL)
"""A drawn formula is no text, and a line break ends a run of words."""

_TAGS: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a document of a profile says.

    Attributes:
        urls: as they are printed, which may be without "https://".
        texts: every text that it shows, each as one run of words, in the order of the document.
        sections: the titles of its sections, in their order.
        jobs: title, organization and dates of its jobs, in their order.
    """

    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    jobs: tuple[tuple[str, str, str], ...] = ()


def wanted_of(view: View) -> Wanted:
    """What a document that is made of a view must say.

    Args:
        view: the document.
    """
    sections: tuple[Section, ...] = getattr(view, "sections", ())
    contacts = _contacts(view)
    return Wanted(
        name=view.person.heading,
        emails=tuple(contact.link.label for contact in contacts if contact.kind == "email"),
        phones=tuple(contact.link.label for contact in contacts if contact.kind == "phone"),
        urls=tuple(contact.link.label for contact in contacts if contact.kind in {"web", "profile"}),
        texts=tuple(filter(None, (" ".join(text.split()) for text in _texts((_head(view), view))))),
        sections=tuple(section.title for section in sections),
        jobs=tuple(job for section in sections if section.name == "work" for job in _jobs(section)),
    )


def _head(view: View) -> tuple[Any, ...]:
    return tuple(getattr(view.person, name) for name in _HEADS.get(view.document, ()))


def _contacts(view: View) -> tuple[Contact, ...]:
    """How the document says that the person is reached: a letter has some, a story sheet and slides have none."""
    found: tuple[Contact, ...] = getattr(view, "contacts", view.person.contacts if view.document == "cv" else ())
    return found


def _jobs(section: Section) -> Iterator[tuple[str, str, str]]:
    for entry in section.entries:
        for role in entry.roles:
            yield role.title.plain, (role.organization or entry.organization or entry.title).plain, _dates(role)
        if not entry.roles:
            yield entry.title.plain, entry.organization.plain, _dates(entry)


def _dates(entry: Entry) -> str:
    return entry.dates.text if entry.dates else ""


def _texts(value: Any) -> Iterator[str]:
    """All texts in a part of a view."""
    if isinstance(value, str):
        yield value
    elif hasattr(value, "paragraphs_html"):
        yield from (part for html in value.paragraphs_html for part in _runs(html))
    elif hasattr(value, "html"):  # a reference in a citation style
        yield from (value.label, *_runs(value.html))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for name in _printed(value):
            yield from _texts(getattr(value, name))


def _runs(html: str) -> Iterator[str]:
    for part in _PART_END.split(html):
        yield unescape(_TAGS.sub("", part))


def _printed(value: Any) -> Iterator[str]:
    """The fields of a part of a view that are printed."""
    unprinted = frozenset().union(*(_UNPRINTED.get(kind.__name__, ()) for kind in type(value).__mro__))
    names = (field.name for field in fields(value) if field.name not in unprinted)
    # What stands in groups, or in a citation style, is not printed a second time.
    doubled = {"groups": "entries", "reference": "authors"}
    others = {other for name, other in doubled.items() if getattr(value, name, None)}
    yield from (name for name in names if name not in others)
