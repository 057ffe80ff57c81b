"""What others gave one for one's work: awards, certificates, grants, patents, places in competitions."""

from __future__ import annotations

from cvpress.model.base import Date, Entry, Items, Uri, items, text

__all__ = ["Award", "Certificate", "Competition", "Grant", "Patent"]


class Award(Entry):
    """A prize or a distinction."""

    title: str = text("Name of the award.", "Nobel Prize in Physics")
    date: Date = text("When it was given.", "1903-12")
    awarder: str = text("Who gave it.", "Royal Swedish Academy of Sciences")
    summary: str = text("What for.", "For research on radiation phenomena, shared with two others.")
    url: Uri = text("Its web page.", "https://example.org/award")


class Certificate(Entry):
    """A certificate or a licence."""

    name: str = text("Name of the certificate.", "Driving licence")
    date: Date = text("When it was issued.", "1916-07")
    url: Uri = text("Where it can be checked.", "https://example.org/certificate")
    issuer: str = text("Who issued it.", "Prefecture of Police")
    summary: str = text("What it covers.", "Needed to drive the mobile X-ray units.")


class Grant(Entry):
    """Money for one's work."""

    name: str = text("Name of the grant.", "Carnegie research scholarships")
    funder: str = text("Who gave it.", "Andrew Carnegie")
    amount: str = text("How much, with the currency.", "USD 50,000")
    role: str = text("One's role in it.", "Principal investigator")
    start_date: Date = text("When it began.", "1907")
    end_date: Date = text("When it ended.", "1914")
    summary: str = text("What it is for.", "Pays for assistants in the laboratory.")
    url: Uri = text("Its web page.", "https://example.org/grant")


class Patent(Entry):
    """A patent or an application for one."""

    name: str = text("Title.", "Method of separating an element")
    number: str = text("Number.", "US 1,234,567")
    office: str = text("Patent office.", "INPI", "USPTO")
    date: Date = text("When it was granted or filed.", "1904")
    status: str = text("Where it stands.", "granted", "filed")
    inventors: Items[str] = items("Inventors.", ["A. Inventor", "B. Inventor"])
    summary: str = text("What it protects.", "A way to separate an element from its ore.")
    url: Uri = text("Where it can be read.", "https://example.org/patent")


class Competition(Entry):
    """A contest that one took part in."""

    name: str = text("Name of the competition.", "Prix Gegner")
    result: str = text("How one did.", "1st of 312")
    date: Date = text("When it was.", "1898")
    organizer: str = text("Who held it.", "Academy of Sciences")
    summary: str = text("What the task was.", "Magnetic properties of steels.")
    url: Uri = text("Its web page.", "https://example.org/contest")
