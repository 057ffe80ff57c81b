"""A professor's CV of six pages with sixty publications, made from lists; the same data in every run."""

from __future__ import annotations

from typing import Any

_SUBJECTS = (
    *("groundwater recharge", "alpine permafrost", "glacier mass balance", "river ice", "snow albedo", "soil moisture"),
    *("debris flows", "lake sediments", "karst springs", "evaporation", "flood frequency", "nitrate leaching"),
)
_APPROACHES = (
    "Estimating {} from satellite gravimetry and sparse station records",
    "Why models of {} disagree: a comparison of eleven catchments",
    "A Bayesian hierarchical model of {} under a warming climate",
    "Forty years of {} in the Eastern Alps: trends, breaks and what the instruments add to both",
    "{}: a review",
)
_VENUES = (
    *("Water Resources Research", "The Cryosphere", "Hydrology and Earth System Sciences", "Journal of Glaciology"),
    *("Geophysical Research Letters", "Advances in Water Resources"),
)
_COLLEAGUES = (
    *("Aoife Brennan", "Tomás Ferreira", "Ingrid Solheim", "Kwame Boateng", "Yuki Tanaka", "Lucía Romero"),
    *("Jan de Vries", "Priya Raman", "Matteo Galli", "Hanna Lindqvist"),
)
_COUNTRIES = ("Austria", "Norway", "Canada", "Switzerland")
_NAME = "Elisabeth Grünwald"


def professor() -> dict[str, Any]:
    """Six pages: posts, grants, sixty publications, talks, teaching, service."""
    return {
        "basics": {
            "name": _NAME,
            "label": "Professor of hydrology",
            "email": "elisabeth.gruenwald@example.edu",
            "phone": "+43 512 555 0170",
            "url": "https://hydrology.example.edu/gruenwald",
            "location": {"city": "Innsbruck", "countryCode": "AT"},
            "summary": "Studies where the water of mountains goes once the ice has left, with instruments in the field "
            "and with statistics that say how much they do not know. Editor of The Cryosphere.",
            "profiles": [
                {"network": "ORCID", "username": "0000-0001-5109-3700", "url": "https://orcid.org/0000-0001-5109-3700"}
            ],
        },
        "work": list(map(_post, range(4))),
        "education": [
            {
                "institution": institution,
                "studyType": degree,
                "area": area,
                "endDate": year,
                "thesis": thesis,
                "location": place,
            }
            for institution, degree, area, year, thesis, place in (
                ("ETH Zürich", "Doctorate", "Hydrology", "1998", "Tracers in the snow pack of small basins", "Zürich"),
                ("University of Vienna", "Diploma", "Physics", "1994", "Diffusion in firn", "Vienna"),
            )
        ],
        "grants": list(map(_grant, range(8))),
        "publications": list(map(_publication, range(60))),
        "talks": list(map(_talk, range(10))),
        "teaching": list(map(_course, range(6))),
        "service": list(map(_service, range(8))),
        "awards": [
            {"title": "Arne Richter Award", "awarder": "European Geosciences Union", "date": "2008"},
            {"title": "Wittgenstein Award", "awarder": "Austrian Science Fund", "date": "2017"},
        ],
        "languages": [
            {"language": "German", "fluency": "native"},
            {"language": "English", "fluency": "C2"},
            {"language": "Norwegian", "fluency": "B2"},
        ],
    }


def _post(number: int) -> dict[str, Any]:
    names = ("University of Innsbruck", "University of Oslo", "University of Calgary", "Technical University of Graz")
    positions = ("Professor of hydrology", "Associate professor", "Assistant professor", "Postdoctoral researcher")
    starts = ("2014-10", "2008-01", "2002-08", "1998-11")
    ends = ("2014-09", "2007-12", "2002-07")
    return {
        "name": names[number],
        "position": positions[number],
        "location": ("Innsbruck, Austria", "Oslo, Norway", "Calgary, Canada", "Graz, Austria")[number],
        "startDate": starts[number],
        **({"endDate": ends[number - 1]} if number else {}),
        "highlights": [
            f"Led a group of {12 - 3 * number} that measured {_SUBJECTS[number]} at {20 - 4 * number} sites all year.",
            f"Supervised {9 - 2 * number} doctoral students to their degrees; four of them are professors today.",
            f"Wrote the open model of {_SUBJECTS[number + 4]} that the water service of {_COUNTRIES[number]} runs.",
        ],
    }


def _grant(number: int) -> dict[str, Any]:
    return {
        "name": f"Uncertainty of {_SUBJECTS[number]} in mountain basins",
        "funder": ("European Research Council", "Austrian Science Fund", "Research Council of Norway")[number % 3],
        "amount": f"EUR {(number * 7 + 3) % 11 + 1},{number * 137 % 10}00,000",
        "role": ("Principal investigator", "Co-investigator")[number % 2],
        "startDate": str(2020 - 2 * number),
        "endDate": str(2024 - 2 * number),
    }


def _publication(number: int) -> dict[str, Any]:
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    title = _APPROACHES[number % len(_APPROACHES)].format(subject)
    others = [_COLLEAGUES[(number * 3 + step) % len(_COLLEAGUES)] for step in range(number % 5 + 1)]
    year = 2025 - number // 2
    return {
        "name": title[0].upper() + title[1:],
        "type": ("article", "article", "conference")[number % 3],
        "authors": [_NAME, *others] if number % 2 else [others[0], _NAME, *others[1:]],
        "venue": _VENUES[number % len(_VENUES)],
        "volume": str(61 - number // 2),
        "pages": f"{number * 37 + 101}–{number * 37 + 119}",
        "releaseDate": str(year),
        **({"doi": f"10.5555/hydro.{year}.{number:04}"} if number % 3 else {}),
    }


def _talk(number: int) -> dict[str, Any]:
    return {
        "name": f"What we do not know about {_SUBJECTS[-1 - number % len(_SUBJECTS)]}",
        "event": ("EGU General Assembly", "AGU Fall Meeting", "Gordon Research Conference")[number % 3],
        "date": f"{2024 - number}-0{number % 9 + 1}",
        "location": ("Vienna, Austria", "San Francisco, United States", "Lewiston, United States")[number % 3],
        "type": ("keynote", "invited")[number % 2],
    }


def _course(number: int) -> dict[str, Any]:
    return {
        "course": ("Hydrology of mountains", "Statistics in the field", "Snow and ice", "Field course")[number % 4],
        "institution": ("University of Innsbruck", "University of Oslo")[number // 3],
        "level": ("Bachelor", "Master")[number % 2],
        "role": "Lecturer",
        "startDate": str(2015 - number),
        "endDate": str(2023 - number),
        "summary": f"Ends with a week in the field, on {_SUBJECTS[number]}.",
    }


def _service(number: int) -> dict[str, Any]:
    return {
        "organization": (*_VENUES, "European Research Council", "Academy of Sciences")[number],
        "role": ("Editor", "Reviewer", "Member of the panel")[number % 3],
        "startDate": str(2004 + 2 * number),
    }
