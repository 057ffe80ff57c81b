"""What one does in one's field beside the job: talks, teaching, memberships, service."""

from __future__ import annotations

from cvpress.model.base import Date, Entry, Highlight, Items, Uri, items, text

__all__ = ["Membership", "Service", "Talk", "Teaching"]


class Talk(Entry):
    """A talk, a lecture, a poster."""

    name: str = text("Title of the talk.", "Radium and the new concepts in chemistry")
    event: str = text("Where it was given.", "Nobel lecture")
    date: Date = text("When it was given.", "1911-12-11")
    location: str = text("City and country.", "Stockholm, Sweden")
    type: str = text("Kind of talk.", "invited", "keynote", "poster")
    summary: str = text("What it was about.", "The chemistry of radioactive elements.")
    url: Uri = text("Slides, recording or text.", "https://example.org/talk")


class Teaching(Entry):
    """A course that one taught."""

    course: str = text("Name of the course.", "General physics")
    institution: str = text("Where it was taught.", "University of Paris")
    role: str = text("One's role in it.", "Lecturer")
    level: str = text("For whom.", "undergraduate")
    start_date: Date = text("When it began.", "1906-11")
    end_date: Date = text("When it ended; leave it out for the present.", "1934")
    location: str = text("Where it was.", "Paris, France")
    summary: str = text("What it was about.", "The theory of ions in gases and radioactivity.")
    highlights: Items[Highlight] = items("What stands out.", ["First woman to teach at the Sorbonne."])
    url: Uri = text("Its web page.", "https://example.org/course")


class Membership(Entry):
    """A society or a committee that one belongs to."""

    organization: str = text("Name of the society.", "International Committee on Intellectual Cooperation")
    role: str = text("One's role in it.", "Vice-president")
    start_date: Date = text("When it began.", "1922-08")
    end_date: Date = text("When it ended; leave it out for the present.", "1934")
    summary: str = text("What one did there.", "Worked on international scholarships.")
    url: Uri = text("Its web page.", "https://example.org/society")


class Service(Entry):
    """Work for one's field: reviewing, organising, serving on juries."""

    organization: str = text("Journal, conference or body that it was for.", "Solvay Conference")
    role: str = text("What one did.", "Reviewer", "Member of the scientific committee")
    start_date: Date = text("When it began.", "1911")
    end_date: Date = text("When it ended; leave it out for the present.", "1933")
    summary: str = text("More about it.", "Took part in the first seven conferences.")
    url: Uri = text("Its web page.", "https://example.org/conference")
