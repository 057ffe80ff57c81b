"""What one has published."""

from __future__ import annotations

from cvpress.model.base import Date, Entry, Items, Uri, items, text

__all__ = ["Publication"]


class Publication(Entry):
    """A paper, a book, a chapter, a preprint, a data set."""

    name: str = text("Title.", "Sur une substance nouvelle radio-active")
    publisher: str = text("Publisher.", "Gauthier-Villars")
    release_date: Date = text("When it came out.", "1898-07-18")
    url: Uri = text("Where it can be read.", "https://example.org/paper")
    summary: str = text("What it says.", "Reports evidence for a new element, named polonium.")
    authors: Items[str] = items("Authors in the order of the title page.", ["Pierre Curie", "Marie Curie"])
    venue: str = text("Journal, conference or book that it is part of.", "Comptes rendus")
    type: str = text("Kind of publication.", "article", "conference", "book", "preprint", "thesis")
    volume: str = text("Volume.", "127")
    issue: str = text("Issue or number.", "3")
    pages: str = text("Pages.", "175-178")
    doi: str = text("Digital object identifier, without its resolver.", "10.1000/182")
    arxiv: str = text("arXiv identifier.", "2309.10740")
    status: str = text("Where it stands, unless it is out.", "in review", "accepted")
    award: str = text("Distinction that it got.", "Oral (top 10 %)")
    key: str = text("Citation key in the BibTeX file.", "curie1898")
