from __future__ import annotations

from typing import Any

import pytest
from outputs import view_of

ADDRESSES: dict[str, tuple[dict[str, str], str]] = {
    "France": (
        {"address": "36 quai de Béthune", "postalCode": "75004", "city": "Paris", "countryCode": "FR"},
        "36 quai de Béthune, 75004 Paris, France",
    ),
    "United States": (
        {"address": "1 Main St", "postalCode": "02139", "city": "Cambridge", "region": "MA", "countryCode": "US"},
        "1 Main St, Cambridge, MA 02139, United States",
    ),
    "United Kingdom": (
        {"postalCode": "SW1A 1AA", "city": "London", "countryCode": "GB"},
        "London, SW1A 1AA, United Kingdom",
    ),
    "lines": ({"address": "Room 5\n Main St 1\n", "city": "Bern"}, "Room 5, Main St 1, Bern"),
    "city that is its region": ({"city": "Berlin", "region": "Berlin", "countryCode": "DE"}, "Berlin, Germany"),
    "country alone": ({"countryCode": "CH"}, "Switzerland"),
    "unknown country": ({"city": "Nowhere", "countryCode": "XX"}, "Nowhere, XX"),
}
PHONES = {
    "+1 555 010 0123 ext. 12": "tel:+15550100123",
    "+33 1 23 45 67 89": "tel:+33123456789",
    "(030) 123-456": "tel:030123456",
    "+1 (555) 010-0199": "tel:+15550100199",
    "on request": "",
    "12": "",
}
PROFILES: dict[str, tuple[dict[str, str], str, str]] = {
    "address": (
        {"network": "GitHub", "username": "mc", "url": "https://github.com/mc/"},
        "github.com/mc",
        "https://github.com/mc/",
    ),
    "no address": ({"network": "GitHub", "username": "mc"}, "GitHub: mc", ""),
    "name alone": ({"username": "mc"}, "mc", ""),
    "no link": ({"network": "IRC", "url": "irc://example.org/mc"}, "irc://example.org/mc", ""),
}


@pytest.mark.parametrize(("location", "text"), ADDRESSES.values(), ids=ADDRESSES)
def test_address_in_the_order_of_the_country(location: dict[str, str], text: str) -> None:
    address = view_of({"basics": {"location": location}}).person.address
    assert address is not None
    assert address.text == text


def test_country_in_the_language() -> None:
    address = view_of({"basics": {"location": {"countryCode": "DE"}}}, "de").person.address
    assert address is not None
    assert (address.country, address.country_code) == ("Deutschland", "DE")


def test_no_address() -> None:
    assert view_of({"basics": {"location": {}}}).person.address is None


@pytest.mark.parametrize(("phone", "url"), PHONES.items())
def test_phones(phone: str, url: str) -> None:
    (contact,) = view_of({"basics": {"phone": phone}}).person.contacts
    assert (contact.kind, contact.link.label, contact.link.url) == ("phone", phone, url)


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("https://www.example.org/", "example.org"),
        ("http://example.org/cv", "example.org/cv"),
        ("https://example.org/?q=1", "example.org/?q=1"),
    ],
)
def test_urls_as_people_write_them(url: str, label: str) -> None:
    (contact,) = view_of({"basics": {"url": url}}).person.contacts
    assert (contact.kind, contact.link.label, contact.link.url) == ("web", label, url)


@pytest.mark.parametrize(("profile", "label", "url"), PROFILES.values(), ids=PROFILES)
def test_profiles(profile: dict[str, str], label: str, url: str) -> None:
    (contact,) = view_of({"basics": {"profiles": [profile]}}).person.contacts
    assert (contact.link.label, contact.link.url) == (label, url)


def test_contacts_in_order_and_each_once() -> None:
    basics: dict[str, Any] = {
        "profiles": [{"network": "GitHub", "url": "https://github.com/mc"}, {}],
        "links": [{"label": "Portfolio", "url": "https://example.org/work"}, {}],
        "urls": ["https://b.example.org", "https://a.example.org"],
        "url": "https://a.example.org",
        "phones": ["+1 555 0100", "+1 555 0101"],
        "phone": "+1 555 0100",
        "emails": ["b@example.org", "a@example.org"],
        "email": "a@example.org",
    }
    labels = [contact.link.label for contact in view_of({"basics": basics}).person.contacts]
    assert labels == [
        *("a@example.org", "b@example.org", "+1 555 0100", "+1 555 0101"),
        *("a.example.org", "b.example.org", "Portfolio", "github.com/mc"),
    ]


@pytest.mark.parametrize(
    ("basics", "heading", "label"),
    [
        ({"name": "Marie Curie", "label": "Physicist"}, "Marie Curie", "Physicist"),
        ({"label": "Master’s *student*"}, "Master’s student", ""),
        ({}, "Curriculum vitae", ""),
    ],
)
def test_what_heads_the_page(basics: dict[str, str], heading: str, label: str) -> None:
    view = view_of({"basics": basics})
    assert (view.person.heading, view.person.label.plain) == (heading, label)


def test_facts() -> None:
    view = view_of({"basics": {"pronouns": "she/her", "nationality": " ", "relocation": "within Europe"}})
    assert [(fact.label, fact.value.plain) for fact in view.person.facts] == [
        ("Pronouns", "she/her"),
        ("Relocation", "within Europe"),
    ]
