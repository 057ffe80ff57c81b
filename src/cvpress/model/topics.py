"""What a slide is about: a topic with its points, formulas, quotes and figures."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cvpress.model.base import Items, Link, Model, items, text
from cvpress.model.results import Result

__all__ = ["ChartKind", "Figure", "Quote", "Topic"]

ChartKind = Literal["bars", "columns", "line", "dots"]


class Figure(Model):
    """A picture or a chart."""

    image: str = text("Image file beside the profile (JPEG, PNG or WebP).", "figures/spectrum.png")
    alt: str = text("What the picture shows, for those who do not see it.", "Spectrum with a new line.")
    caption: str = text("Caption.", "Spectrum of the purified chloride.")
    values: Items[Result] = items(
        "Numbers to draw a chart from; `context` names the series that one belongs to.",
        [{"label": "uranium", "value": 2.3}],
    )
    chart: ChartKind = Field(
        default="bars",
        description="How the numbers are drawn: bars lie, columns stand, dots compare series such as before and after.",
        examples=["bars", "columns", "line", "dots"],
    )


class Quote(Model):
    """What somebody or something said, word for word or in its sense."""

    label: str = text("Who says it, or what it is.", "Answer of the model", "Before")
    text: str = text("What is said.", "One tenth of a gram would do.")


class Topic(Model):
    """A point to make: a heading, a few words, a list, figures."""

    title: str = text("Heading.", "Why measure with an electrometer?")
    text: str = text("A few words.", "It gives a number where a photographic plate gives a shade.")
    points: Items[str] = items("A list.", ["fast", "repeatable"])
    formulas: Items[str] = items("Formulas in LaTeX.", ["N = N_0 e^{-\\lambda t}"])
    results: Items[Result] = items("Headline figures.", [{"value": "400", "unit": "×", "label": "more active"}])
    figures: Items[Figure] = items("Pictures and charts.", [{"image": "spectrum.png", "alt": "A spectrum."}])
    quotes: Items[Quote] = items("What was said or written.", [{"label": "Notebook", "text": "It glows."}])
    notes: Items[str] = items("Footnotes: a definition, a source.", ["One becquerel is one decay a second."])
    links: Items[Link] = items("Links.", [{"label": "Paper", "url": "https://example.org/paper"}])
