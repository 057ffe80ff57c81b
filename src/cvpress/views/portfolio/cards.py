"""Topic → card: texts marked up, numbers drawn, pictures by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.views.charts.chart import Value, chart, drawable
from cvpress.views.mathematics.formula import Formula
from cvpress.views.portfolio.slides import Card, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.model.results import Result as ModelResult
    from cvpress.model.topics import Figure as ModelFigure
    from cvpress.model.topics import Topic
    from cvpress.views.frame import Frame
    from cvpress.views.view import Result

__all__ = ["topic_card"]


def topic_card(topic: Topic, frame: Frame) -> Card:
    """What a topic says. Numbers of a chart that cannot be drawn stand among its headline figures."""
    context = frame.context
    figures = tuple(shown for figure in topic.figures if (shown := _figure(figure, frame)))
    undrawn = tuple(value for figure in topic.figures for value in figure.values if drawable(value.value) is None)
    return Card(
        title=context.text(topic.title),
        texts=context.text(topic.text).paragraphs,
        points=context.texts(topic.points),
        formulas=tuple(Formula(latex.strip(), is_display=True) for latex in topic.formulas if latex.strip()),
        figures=figures,
        results=context.results((*topic.results, *undrawn)),
        quotes=tuple(
            Quote(context.text(quote.label), context.text(quote.text))
            for quote in topic.quotes
            if quote.label.strip() or quote.text.strip()
        ),
        notes=context.texts(topic.notes),
        links=context.links(topic.links),
    )


def _figure(figure: ModelFigure, frame: Frame) -> Figure | None:
    """A figure with its picture, else its chart, else what it would have shown; None if it says nothing."""
    context = frame.context
    caption = context.text(figure.caption)
    picture = frame.pictures.get(figure.image)
    if picture:
        return Figure(picture=picture, alt=figure.alt, caption=caption)
    numbers = [value for value in figure.values if drawable(value.value) is not None]
    if numbers:
        drawn = chart(figure.chart, _values(numbers, context.results(tuple(numbers))))
        return Figure(alt=": ".join(filter(None, [figure.alt, drawn.text])), chart=drawn, caption=caption)
    return Figure(alt=figure.alt, caption=caption) if figure.alt or caption else None


def _values(numbers: Sequence[ModelResult], shown: Sequence[Result]) -> list[Value]:
    return [
        Value(result.label.plain, drawable(number.value) or 0.0, result.figure, result.context.plain)
        for number, result in zip(numbers, shown, strict=True)
    ]
