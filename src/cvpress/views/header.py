"""Who the person is: how to reach them, and the facts about them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cvpress.values.countries import COUNTRY_CODES
from cvpress.values.networks import network_of
from cvpress.values.phones import EXTENSION
from cvpress.views.context import link_url, shown_url
from cvpress.views.person import Address, Contact, Person
from cvpress.views.view import Link

if TYPE_CHECKING:
    from cvpress.model.basics import Basics, NetworkProfile
    from cvpress.views.context import Context
    from cvpress.views.qr import QrCode
    from cvpress.views.view import Fact, Picture

__all__ = ["person"]

_CITY_FIRST = frozenset({"US", "CA", "AU", "GB", "IE", "NZ", "IN", "ZA", "SG"})
"""Countries that write the postal code after the city."""

_COUNTRY_FIRST = frozenset({"CN", "TW", "HK", "MO", "JP", "KR"})
_LARGEST_FIRST = frozenset({"zh", "ja", "ko"})
"""Countries and languages in which an address goes from what is large to what is small, without commas."""


def person(basics: Basics, context: Context, photo: Picture | None, qr: QrCode | None = None) -> Person:
    """Who the documents are about. A profile that names nobody is headed by its label."""
    label = context.text(basics.label)
    return Person(
        name=basics.name,
        heading=basics.name or label.plain or context.catalogue.words["curriculum_vitae"],
        label=label if basics.name else context.text(""),
        photo=photo,
        address=_address(basics, context),
        contacts=_contacts(basics),
        facts=_facts(basics, context),
        qr=qr,
    )


def _address(basics: Basics, context: Context) -> Address | None:
    """Where the person lives, in the order of the country; None if nothing is known."""
    location = basics.location
    code = location.country_code
    country = context.catalogue.locale.territories.get(code, code) if code in COUNTRY_CODES else code
    street = context.catalogue.comma.join(line.strip() for line in location.address.splitlines() if line.strip())
    region = location.region if location.region != location.city else ""  # a city that is a state
    if code in _CITY_FIRST:
        town = [location.city, f"{location.region} {location.postal_code}".strip()]
    else:
        town = [f"{location.postal_code} {location.city}".strip(), region]
    parts = list(dict.fromkeys(part for part in (street, *town, country) if part))
    if not parts:
        return None
    comma = context.catalogue.comma
    if code in _COUNTRY_FIRST and context.catalogue.locale.language in _LARGEST_FIRST:
        parts, comma = [part for part in (country, location.postal_code, region, location.city, street) if part], " "
    return Address(
        text=comma.join(parts),
        street=street,
        postal_code=location.postal_code,
        city=location.city,
        region=location.region,
        country_code=code,
        country=country,
    )


def _contacts(basics: Basics) -> tuple[Contact, ...]:
    """Ways to reach the person, the main ones first."""
    mails = _distinct(basics.email, *basics.emails)
    phones = _distinct(basics.phone, *basics.phones)
    urls = _distinct(basics.url, *basics.urls)
    links = [link for link in basics.links if link.label or link.url]
    profiles = [entry for entry in basics.profiles if entry.network or entry.username or entry.url]
    return (
        *(Contact("email", "email", Link(mail, link_url(f"mailto:{mail}"))) for mail in mails),
        *(Contact("phone", "phone", Link(phone, _phone_url(phone))) for phone in phones),
        *(_page_contact(shown_url(url), url) for url in urls),
        *(_page_contact(link.label or shown_url(link.url), link.url) for link in links),
        *(_profile_contact(entry) for entry in profiles),
    )


def _distinct(*values: str) -> tuple[str, ...]:
    return tuple(value for value in dict.fromkeys(values) if value)


def _page_contact(label: str, url: str) -> Contact:
    return Contact("web", "web", Link(label, link_url(url)), network_of("", url))


def _profile_contact(profile: NetworkProfile) -> Contact:
    """What is printed is what the link leads to: the address where there is one."""
    account = ": ".join(filter(None, (profile.network, profile.username)))
    label = shown_url(profile.url)
    if not label or (profile.username and "/" not in label):  # a bare host tells nothing of the account
        label = account
    name = profile.network or "profile"
    return Contact("profile", name, Link(label, link_url(profile.url)), network_of(profile.network, profile.url))


def _phone_url(phone: str) -> str:
    phone = re.sub(f"{EXTENSION}$", "", phone)  # it is dialled when somebody has answered
    digits = "".join(char for char in phone if char.isdigit() and char.isascii())
    plus = "+" if phone.strip().startswith("+") else ""
    return f"tel:{plus}{digits}" if len(digits) > 2 else ""


def _facts(basics: Basics, context: Context) -> tuple[Fact, ...]:
    """Pronouns, nationality and what an employer asks about moving and starting."""
    return context.facts(
        pronouns=basics.pronouns,
        nationality=basics.nationality,
        work_authorization=basics.work_authorization,
        availability=basics.availability,
        relocation=basics.relocation,
    )
