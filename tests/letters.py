"""Letters for tests: people of example.org, each writing by the convention of a country."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

_TEXT = (
    "I have worked on the dispersion of light in thin films for six years, first in the laboratory and then as head of "
    "a group of four. What we measure is small, and whether it is there at all is decided by how well one keeps apart "
    "what one sees and what one expects. I should like to do this in your institute."
)

GERMAN: dict[str, Any] = {
    "basics": {
        "name": "Erika Beispiel",
        "label": "Physikerin",
        "email": "erika@example.org",
        "phone": "+49 30 0000000",
        "url": "https://erika.example.org",
        "location": {"address": "Musterweg 5", "postalCode": "10115", "city": "Berlin", "countryCode": "DE"},
    },
    "publications": [
        {
            "id": "films",
            "name": "Dispersion in thin films",
            "authors": ["Erika Beispiel", "Max Muster"],
            "venue": "Journal of Examples",
            "releaseDate": "2024-03",
            "doi": "10.1000/182",
        },
        {"id": "secret-paper", "visibility": "private", "name": "Not yet out"},
    ],
    "projects": [
        {"id": "spectrometer", "name": "Spektrometer", "url": "https://example.org/spectrometer", "entity": "Labor 7"},
    ],
    "letters": [
        {
            "id": "institut",
            "recipient": {
                "organization": "Institut für Beispiele GmbH",
                "department": "Personalabteilung",
                "title": "Prof. Dr.",
                "name": "Jana Probe",
                "address": "Lange Straße 12\n01067 Dresden",
            },
            "date": "2026-11-01",
            "place": "Berlin",
            "subject": "Bewerbung als Leiterin der Arbeitsgruppe Dünne Schichten",
            "opening": "Sehr geehrte Frau Professorin Probe,",
            "body": [
                {"text": _TEXT, "entries": ["films", "spectrometer", "secret-paper"], "works": ["essay", "secret"]},
                {"text": _TEXT, "works": ["essay", "prism"], "points": ["Messen.", "Zweifeln."]},
            ],
            "enclosures": ["Lebenslauf", "Zeugnisse"],
            "works": [
                {
                    "id": "essay",
                    "title": "Was man sieht",
                    "authors": ["Jana Probe"],
                    "type": "Aufsatz",
                    "date": "2025-02",
                    "url": "https://example.org/essay",
                },
                {"id": "prism", "title": "Prisma 2"},
                {"id": "secret", "visibility": "private", "title": "Hidden work"},
            ],
        }
    ],
    "meta": {"language": "de"},
}

AMERICAN: dict[str, Any] = {
    "basics": {
        "name": "Jane Example",
        "label": "Physicist",
        "email": "jane@example.org",
        "phone": "+1 555 010 0199",
        "location": {
            "address": "1 Main Street",
            "postalCode": "02139",
            "city": "Cambridge",
            "region": "MA",
            "countryCode": "US",
        },
    },
    "letters": [
        {
            "recipient": {
                "name": "John Sample",
                "title": "Head of Optics",
                "organization": "Example Laboratories, Inc.",
                "address": "500 Sample Avenue\nSpringfield, IL 62701",
            },
            "date": "2026-11-01",
            "subject": "Position in thin films",
            "opening": "Dear Mr. Sample:",
            "body": [{"text": _TEXT}, {"text": _TEXT}],
            "closing": "Sincerely,",
            "enclosures": ["Resume"],
        }
    ],
    "meta": {"language": "en-US"},
}


def in_language(data: dict[str, Any], language: str, country: str) -> dict[str, Any]:
    """A profile as if it were written elsewhere."""
    changed = deepcopy(data)
    changed["meta"]["language"] = language
    changed["basics"]["location"]["countryCode"] = country
    return changed


def with_letter(data: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A profile whose letter has other values."""
    changed = deepcopy(data)
    changed["letters"][0] |= changes
    return changed


def research_statement() -> dict[str, Any]:
    """A statement of two pages, with headings."""
    titles = ("Thin films", "What was found", "What is open", "Plans for five years")
    body = [
        {"title": titles[number // 2] if number % 2 == 0 else "", "text": _TEXT + " " + _TEXT} for number in range(8)
    ]
    return with_letter(
        AMERICAN, purpose="research-statement", subject="Research statement", opening="", closing="", body=body
    )
