"""Paid and unpaid work: employers, and the roles that one had with each."""

from __future__ import annotations

from cvpress.model.base import Date, Entry, Highlight, Items, Uri, items, text
from cvpress.model.projects import Project

__all__ = ["Role", "Volunteer", "Work"]


class _Occupation(Entry):
    """What a role, a job and unpaid work have in common."""

    position: str = text("What one's position was.", "Director of the physics laboratory")
    start_date: Date = text("When it began.", "1906-05", "1906")
    end_date: Date = text("When it ended; leave it out for the present.", "1934-07")
    summary: str = text("What one was responsible for.", "Led research and teaching.")
    highlights: Items[Highlight] = items("What one achieved, a sentence or two each.", ["Isolated metallic radium."])
    keywords: Items[str] = items("Methods, tools and subjects.", ["spectroscopy", "radiochemistry"])
    type: str = text("Kind of employment.", "full-time", "part-time", "internship", "contract")
    team: str = text("Team or department.", "Curie Laboratory")
    location: str = text("Where the work was done.", "Paris, France")


class Role(_Occupation):
    """One of several positions with the same employer."""


class _Engagement(_Occupation):
    """What jobs and unpaid work have in common beside that."""

    url: Uri = text("Web page of the organisation.", "https://example.org")
    roles: Items[Role] = items(
        "Several positions with the same employer, the latest first.",
        [{"position": "Professor", "startDate": "1906"}, {"position": "Chief of laboratory", "endDate": "1906"}],
    )
    projects: Items[Project] = items(
        "Projects within this work.", [{"name": "Radium standard", "description": "The first one."}]
    )


class Work(_Engagement):
    """A job."""

    name: str = text("Name of the employer.", "University of Paris")
    description: str = text("What the employer does.", "Public university")


class Volunteer(_Engagement):
    """Unpaid work."""

    organization: str = text("Name of the organisation.", "Red Cross")
