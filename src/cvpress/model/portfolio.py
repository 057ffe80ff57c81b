"""A research or project portfolio: what a deck of slides is made from."""

from __future__ import annotations

from typing import Final

from cvpress.model.base import Date, Items, Model, group, items, text
from cvpress.model.topics import Topic

__all__ = ["STAGES", "DeepDive", "Portfolio"]


class DeepDive(Model):
    """One project in depth."""

    entry: str = text("Id of the entry that it is about.", "radium-1898")
    title: str = text("Title.", "The search for radium")
    summary: str = text("What it is about.", "From an odd measurement to a new element.")
    background: Items[Topic] = items("What one must know.", [{"title": "Becquerel's rays"}])
    contributions: Items[Topic] = items("What is new.", [{"title": "A property of the atom"}])
    method: Items[Topic] = items("How it was done.", [{"title": "Fractional crystallisation"}])
    experiments: Items[Topic] = items("What was tried.", [{"title": "Tons of pitchblende"}])
    findings: Items[Topic] = items("What came out.", [{"title": "Two elements"}])


STAGES: Final = tuple(name for name in DeepDive.model_fields if name not in {"entry", "title", "summary"})
"""What of a project in depth are lists of topics, in the order in which it is told."""


class Portfolio(Model):
    """The order and the content of a deck."""

    title: str = text("Title of the deck.", "Research portfolio")
    subtitle: str = text("Line under the title.", "Radioactivity, 1897 to 1934")
    affiliation: str = text("Where the speaker belongs.", "University of Paris")
    about: Items[str] = items("Lines about the speaker.", ["Supervisor: Gabriel Lippmann"])
    event: str = text("Where it is presented.", "Solvay Conference")
    date: Date = text("When it is presented.", "1911-10-30")
    agenda: Items[str] = items("What the presentation goes through.", ["Overview", "One project", "Summary"])
    areas: Items[str] = items("Ids of the areas of research, in their order.", ["radioactivity"])
    deep_dive: DeepDive = group(DeepDive, "One project in depth.", {"title": "The search for radium"})
    learned: Items[Topic] = items("What one learned.", [{"title": "Technical", "points": ["electrometry"]}])
    closing: str = text("Last words.", "Thank you.")
