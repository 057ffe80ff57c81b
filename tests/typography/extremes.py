"""Profiles at the edges of what a look has to bear. Invented people; the same data in every run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from professor import professor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FOLDER = Path(__file__).resolve().parent
"""Where the photo of `portrait` is."""


_POSTS: tuple[tuple[str, str, str, str, dict[str, str]], ...] = (
    ("Museum of Fine Arts", "Head of the workshop", "Vienna, Austria", "2016-04", {}),
    ("Federal Office of Monuments", "Restorer", "Innsbruck, Austria", "2009-01", {"endDate": "2016-03"}),
    ("Atelier Rossi", "Assistant", "Florence, Italy", "2005-10", {"endDate": "2008-12"}),
)


def student() -> dict[str, Any]:
    """Half a page: little to tell, and nothing that would stretch it."""
    return {
        "basics": {
            "name": "Noor El Amrani",
            "label": "Student of mechanical engineering",
            "email": "noor@example.org",
            "phone": "+31 20 555 0134",
            "location": {"city": "Delft", "countryCode": "NL"},
        },
        "education": [
            {
                "institution": "Delft University of Technology",
                "studyType": "BSc",
                "area": "Mechanical engineering",
                "startDate": "2023-09",
                "highlights": ["Built the front suspension of the formula student car in a team of five."],
            },
            {"institution": "Vossius Gymnasium, Amsterdam", "endDate": "2023-06"},
        ],
        "work": [
            {
                "name": "Fietsfabriek De Pijp",
                "position": "Bicycle mechanic, Saturdays",
                "startDate": "2022-03",
                "highlights": ["Repairs some thirty bicycles a month, and trues wheels faster than anybody there."],
            }
        ],
        "languages": [{"language": "Dutch", "fluency": "native"}, {"language": "English", "fluency": "C1"}],
    }


def portrait() -> dict[str, Any]:
    """A page with a photo, a long name and a long label beside it."""
    return {
        "basics": {
            "name": "Maximiliana Konstantinopoulou-Hohenstein",
            "label": "Restorer of paintings and of painted wooden sculpture, head of the workshop",
            "image": "portrait.png",
            "email": "maximiliana@example.org",
            "phone": "+43 1 555 01 99",
            "url": "https://konstantinopoulou.example",
            "summary": "Has restored altarpieces for twenty years, and brought three of them back to their churches.",
            "location": {"city": "Vienna", "countryCode": "AT"},
            "profiles": [{"network": "ORCID", "username": "0000-0002-1825-0097"}],
        },
        "work": [
            {
                "name": name,
                "position": position,
                "location": place,
                "startDate": start,
                **end,
                "highlights": [
                    "Led the cleaning of a winged altar of 1480, panel by panel, over four years.",
                    "Took X-ray and infrared pictures of forty panels and published what lay beneath.",
                    "Taught two apprentices a year, of whom five have workshops of their own.",
                ],
            }
            for name, position, place, start, end in _POSTS
        ],
        "education": [{"institution": "Academy of Fine Arts, Vienna", "studyType": "Diploma", "endDate": "2005"}],
        "skills": [
            {"name": "Examination", "keywords": ["infrared reflectography", "X-ray", "cross-sections of paint"]},
            {"name": "Techniques", "keywords": ["tempera", "gilding", "retouching in dots and lines"]},
        ],
    }


def unwieldy() -> dict[str, Any]:
    """Words and addresses that no line can hold, ten links, and a bullet that fills a third of a page."""
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurfsberatungsausschussvorsitzender"
    address = "https://example.org/" + "/".join(f"a-segment-of-a-path-that-is-number-{number}" for number in range(4))
    sentence = (
        "Moved the billing of forty municipal utilities from a mainframe to services that are replaced one at a time, "
        "which meant reading contracts from three decades, agreeing on every rounding rule with auditors, and keeping "
        "both systems equal to the cent for eleven months. "
    )
    return {
        "basics": {
            "name": "Bartholomäus Wolfeschlegelsteinhausenbergerdorff",
            "label": word[:60],
            "email": "bartholomaeus.wolfeschlegelsteinhausenbergerdorff@a-long-name-of-a-department.example.org",
            "url": address,
            "profiles": [
                {"network": network, "username": "wolfeschlegelstein", "url": f"https://{network.lower()}.example/wolf"}
                for network in (
                    *("GitHub", "GitLab", "LinkedIn", "ORCID", "Mastodon"),
                    *("Scholar", "ResearchGate", "Keybase", "Zenodo", "Bluesky"),
                )
            ],
            "location": {"city": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "countryCode": "GB"},
        },
        "work": [
            {
                "name": f"Amt für {word}",
                "position": word,
                "location": "Ouagadougou, Burkina Faso",
                "startDate": "2012-11",
                "highlights": [(sentence * 5).strip(), word, f"The minutes are at {address}.", "Short."],
                "keywords": [word[:40], "COBOL", "PL/I", word],
            },
            {
                "name": "Verwaltungsgemeinschaft der Gemeinden zwischen Oberunterschwarzbach und Unteroberschwarzbach",
                "position": "Referent für Grundsatzfragen der Digitalisierung der kommunalen Daseinsvorsorge",
                "startDate": "2001-02",
                "endDate": "2012-10",
                "highlights": [sentence.strip()],
                "url": address,
            },
        ],
        "skills": [{"name": word[:50], "keywords": [f"keyword number {number}" for number in range(25)]}],
        "publications": [
            {
                "name": f"On {word.lower()}",
                "authors": [f"Author Number{number} Withalongname" for number in range(30)],
                "venue": "Zeitschrift für Verwaltungsinformatik und angrenzende Gebiete",
                "releaseDate": "2019",
                "url": address,
            }
        ],
    }


EXTREMES: Mapping[str, Callable[[], dict[str, Any]]] = {
    "student": student,
    "portrait": portrait,
    "professor": professor,
    "unwieldy": unwieldy,
}
"""The extremes by their names."""
