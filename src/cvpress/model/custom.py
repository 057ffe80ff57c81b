"""Sections that the format has no name for."""

from __future__ import annotations

from cvpress.model.base import Date, Entry, Highlight, Items, Uri, items, text

__all__ = ["CustomEntry", "CustomSection"]


class CustomEntry(Entry):
    """A generic entry."""

    name: str = text("What it is.", "Radium Institute, Warsaw")
    subtitle: str = text("Organisation, place or role.", "co-founder")
    location: str = text("Where it was.", "Warsaw, Poland")
    date: Date = text("When it was, if it was a single date.", "1932-05-29")
    start_date: Date = text("When it began.", "1925")
    end_date: Date = text("When it ended.", "1932")
    url: Uri = text("Its web page.", "https://example.org")
    summary: str = text("More about it.", "Laid the corner stone in 1925.")
    highlights: Items[Highlight] = items("What stands out.", ["Gave it its first gram of radium."])
    keywords: Items[str] = items("Words that belong to it.", ["radium"])


class CustomSection(Entry):
    """A section of one's own, with a title."""

    title: str = text("Title of the section.", "Institutions founded")
    summary: str = text("A few words before the entries.", "Two institutes that are still at work.")
    entries: Items[CustomEntry] = items("The entries.", [{"name": "Radium Institute", "date": "1914"}])
