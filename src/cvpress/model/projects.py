"""Projects and areas of research."""

from __future__ import annotations

from cvpress.model.base import Date, Entry, Highlight, Items, Uri, items, text
from cvpress.model.results import Result
from cvpress.model.topics import Topic

__all__ = ["Project", "Research"]


class Project(Entry):
    """Something that one made or took part in."""

    name: str = text("Name of the project.", "Petites Curies")
    description: str = text("What it is, in a sentence.", "Mobile X-ray units for field hospitals.")
    highlights: Items[Highlight] = items("What was done and what came of it.", ["Equipped twenty cars."])
    keywords: Items[str] = items("Methods, tools and subjects.", ["radiology"])
    start_date: Date = text("When it began.", "1914-08")
    end_date: Date = text("When it ended; leave it out for the present.", "1918")
    url: Uri = text("Its web page.", "https://example.org/project")
    roles: Items[str] = items("What one's part in it was.", ["director"])
    entity: str = text("For whom or with whom it was done.", "Red Cross")
    type: str = text("Kind of project.", "volunteering", "presentation", "application")
    results: Items[Result] = items("Headline figures.", [{"value": "over 1,000,000", "label": "soldiers examined"}])


class Research(Entry):
    """An area of research, with the publications and the results in it."""

    name: str = text("Name of the area.", "Radioactivity")
    summary: str = text("What it is about.", "Radiation of uranium compounds and the elements behind it.")
    highlights: Items[Highlight] = items("Questions, methods, findings.", ["Found two elements."])
    keywords: Items[str] = items("Methods and subjects.", ["electrometry"])
    start_date: Date = text("When it began.", "1897-12")
    end_date: Date = text("When it ended; leave it out for the present.", "1902")
    url: Uri = text("Its web page.", "https://example.org/research")
    publications: Items[str] = items("The ids of publications in this area.", ["radium-1898"])
    results: Items[Result] = items("Headline figures.", [{"value": 2, "label": "elements discovered"}])
    directions: Items[str] = items("Lines of work in it, as slides list them.", ["Measuring radiation"])
    topics: Items[Topic] = items("Slides about it.", [{"title": "Why measure with an electrometer?"}])
