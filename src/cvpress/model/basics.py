"""Who the person is and how to reach them."""

from __future__ import annotations

from cvpress.model.base import Country, Email, Entry, Items, Link, Model, Phone, Uri, group, items, text

__all__ = ["Basics", "Location", "NetworkProfile"]


class Location(Model):
    """Where the person lives."""

    address: str = text("Street and house number; lines are parted by a line break.", "36 quai de Béthune")
    postal_code: str = text("Postal code.", "75004")
    city: str = text("City or town.", "Paris")
    country_code: Country = text("Country by its ISO 3166-1 code of two letters.", "FR", "PL", "US")
    region: str = text("State, province or canton.", "Île-de-France")


class NetworkProfile(Entry):
    """An account in a network where the person can be found."""

    network: str = text("Name of the network.", "GitHub", "LinkedIn", "ORCID")
    username: str = text("Name of the account.", "mcurie")
    url: Uri = text("Address of the account.", "https://github.com/mcurie")


class Basics(Model):
    """Name, contact and a few lines about the person."""

    name: str = text("Full name as it heads the page.", "Marie Skłodowska Curie")
    label: str = text("What the person is, in a few words.", "Physicist and chemist")
    image: str = text("Photo: a file beside the profile (JPEG, PNG or WebP).", "photo.jpg")
    email: Email = text("Main mail address.", "marie@example.org")
    phone: Phone = text("Main phone number, best with its country code.", "+33 1 23 45 67 89")
    url: Uri = text("Main web page.", "https://example.org")
    summary: str = text("Two or three sentences about the person.", "Pioneer of research on radioactivity.")
    location: Location = group(Location, "Where the person lives.", {"city": "Paris", "countryCode": "FR"})
    profiles: Items[NetworkProfile] = items(
        "Accounts in networks.", [{"network": "GitHub", "username": "mcurie", "url": "https://github.com/mcurie"}]
    )
    emails: Items[Email] = items("Further mail addresses.", ["m.curie@university.example"])
    phones: Items[Phone] = items("Further phone numbers.", ["+48 22 123 45 67"])
    urls: Items[Uri] = items("Further web pages.", ["https://lab.example.org"])
    links: Items[Link] = items(
        "Further web pages with a label.", [{"label": "Portfolio", "url": "https://example.org/work"}]
    )
    pronouns: str = text("Pronouns.", "she/her")
    nationality: str = text("Nationality or nationalities.", "Polish and French")
    work_authorization: str = text("Where the person may work.", "EU citizen", "H-1B")
    availability: str = text("From when or how much the person can work.", "from September, full time")
    relocation: str = text("Whether and where the person would move.", "within Europe")
