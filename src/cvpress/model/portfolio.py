"""A research or project portfolio: what a deck of slides is made from."""

from __future__ import annotations

from cvpress.model.base import Items, Model, group, items, text
from cvpress.model.projects import Result

__all__ = ["DeepDive", "Figure", "Portfolio", "Topic"]


class Figure(Model):
    """A picture or a chart."""

    image: str = text("Image file beside the profile.", "figures/spectrum.png")
    alt: str = text("What the picture shows, for those who do not see it.", "Spectrum with a new line.")
    caption: str = text("Caption.", "Spectrum of the purified chloride.")
    values: Items[Result] = items("Numbers to draw a chart from.", [{"label": "uranium", "value": 2.3}])


class Topic(Model):
    """A point to make: a heading, a few words, a list, figures."""

    title: str = text("Heading.", "Why measure with an electrometer?")
    text: str = text("A few words.", "It gives a number where a photographic plate gives a shade.")
    points: Items[str] = items("A list.", ["fast", "repeatable"])
    formulas: Items[str] = items("Formulas in LaTeX.", ["N = N_0 e^{-\\lambda t}"])
    results: Items[Result] = items("Headline figures.", [{"value": "400", "unit": "×", "label": "more active"}])
    figures: Items[Figure] = items("Pictures and charts.", [{"image": "spectrum.png", "alt": "A spectrum."}])


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


class Portfolio(Model):
    """The order and the content of a deck."""

    title: str = text("Title of the deck.", "Research portfolio")
    subtitle: str = text("Line under the title.", "Radioactivity, 1897 to 1934")
    agenda: Items[str] = items("What the presentation goes through.", ["Overview", "One project", "Summary"])
    areas: Items[str] = items("Ids of the areas of research, in their order.", ["radioactivity"])
    deep_dive: DeepDive = group(DeepDive, "One project in depth.", {"title": "The search for radium"})
    learned: Items[Topic] = items("What one learned.", [{"title": "Technical", "points": ["electrometry"]}])
    closing: str = text("Last words.", "Thank you.")
