"""Schools, universities and what one did there."""

from __future__ import annotations

from cvpress.model.base import Date, Entry, Highlight, Items, Uri, items, text

__all__ = ["Education"]


class Education(Entry):
    """A degree, a school or a course of study."""

    institution: str = text("Name of the school or university.", "University of Paris")
    url: Uri = text("Its web page.", "https://example.edu")
    area: str = text("Field of study.", "Physics")
    study_type: str = text("Degree or kind of study.", "Doctorate", "Bachelor")
    start_date: Date = text("When it began.", "1891-11")
    end_date: Date = text("When it ended; leave it out for the present.", "1893")
    score: str = text("Final grade.", "3.9", "first in her class")
    score_scale: str = text("What the grade is out of.", "4.0")
    courses: Items[str] = items("Notable courses.", ["Mathematical physics"])
    minor: str = text("Minor subject.", "Mathematics")
    thesis: str = text("Title of the thesis.", "Research on radioactive substances")
    supervisor: str = text("Who supervised it.", "Gabriel Lippmann")
    location: str = text("Where it was.", "Paris, France")
    summary: str = text("What it was about.", "Licence in physical sciences.")
    highlights: Items[Highlight] = items("What stands out.", ["First in the examination."])
