"""Who a document is about, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.views.markup import Text
    from cvpress.views.qr import QrCode
    from cvpress.views.view import Fact, Link, Picture

__all__ = ["Address", "Contact", "Person"]


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach the person.

    Attributes:
        kind: "email", "phone", "web" or "profile".
        network: the network that a profile or a page is in, in one word ("googlescholar"), or "".
    """

    kind: str
    name: str
    link: Link
    network: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the person lives: as it is shown in one line, and in its parts."""

    text: str
    street: str
    postal_code: str
    city: str
    region: str
    country_code: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who the documents are about, and how to reach them.

    Attributes:
        name: the person's name, or "".
        heading: what heads a page: the name, or the label of a profile that names nobody.
        label: what the person is; empty where it is the heading.
        qr: the way to the person's web page, where it is asked for.
    """

    name: str
    heading: str
    label: Text
    photo: Picture | None
    address: Address | None
    contacts: tuple[Contact, ...]
    facts: tuple[Fact, ...]
    qr: QrCode | None = None

    @property
    def icons(self) -> Mapping[str, str]:
        """The icons of the address and the contacts, each with the one that serves where a theme lacks it."""
        found = {contact.network or contact.kind: contact.kind for contact in self.contacts}
        return {**found, "location": "location"} if self.address else found

    def title(self, document: str) -> str:
        """What a document of this person is called: "Marie Curie – Curriculum vitae"."""
        return document if document == self.heading else f"{self.heading} – {document}"
