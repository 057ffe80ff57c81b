"""The pictures and charts of slides: files beside the profile are read, and what cannot be shown is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Finding
from cvpress.files import file_in
from cvpress.rules.rendering import FIGURE_UNUSABLE
from cvpress.views.charts import MOST_VALUES, drawable
from cvpress.views.photo import MAX_BYTES, read_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.diagnostics import Diagnostic, Pointer
    from cvpress.syntax.document import Document
    from cvpress.views.view import Photo

__all__ = ["figure_notices", "read_pictures_of"]

_MOST_PICTURES: Final = 60
_STAGES: Final = ("background", "contributions", "method", "experiments", "findings")


def read_pictures_of(document: Document, folder: str) -> tuple[dict[str, Photo], tuple[Diagnostic, ...]]:
    """The pictures that the slides of a profile name, by these names, and warnings of those that cannot be shown.

    Args:
        document: the profile, which its schema takes.
        folder: where its pictures may be.
    """
    pictures: dict[str, Photo] = {}
    warnings: list[Diagnostic] = []
    for pointer, figure in _figures(document.data):
        name = figure.get("image", "")
        if not name or name in pictures:
            continue
        try:
            pictures[name] = _read(folder, name, len(pictures))
        except ValueError as error:
            message = f"the picture cannot be shown: {error}"
            hint = "put a JPEG, PNG or WebP file beside the profile, and write its name"
            warnings.append(FIGURE_UNUSABLE.report(document, Finding((*pointer, "image"), message, hint)))
    return pictures, tuple(warnings)


def _read(folder: str, name: str, count: int) -> Photo:
    if count == _MOST_PICTURES:
        raise ValueError(f"a deck has no more than {_MOST_PICTURES}")
    return read_figure(file_in(folder, name, MAX_BYTES))


def figure_notices(document: Document) -> tuple[Diagnostic, ...]:
    """Warnings of values that charts do not show.

    Args:
        document: the profile, which its schema takes.
    """
    found = (finding for pointer, figure in _figures(document.data) for finding in _undrawn(pointer, figure))
    return tuple(FIGURE_UNUSABLE.report(document, finding) for finding in found)


def _undrawn(pointer: Pointer, figure: dict[str, Any]) -> Iterator[Finding]:
    values = figure.get("values", [])
    numbers = [value for value in values if drawable(value.get("value", "")) is not None]
    most = MOST_VALUES[figure.get("chart", "bars")]
    for index, value in enumerate(values):
        if drawable(value.get("value", "")) is None:
            message = "the value is no number, and stands beside the chart"
            hint = "write a number in `value`, and its unit in `unit`"
            yield Finding((*pointer, "values", index), message, hint)
    if len(numbers) > most:
        message = f"the chart shows the first {most} of {len(numbers)} values"
        yield Finding((*pointer, "values"), message, "choose those that matter, or draw them as a line")


def _figures(data: Mapping[str, Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """The figures of all topics that slides can show."""
    portfolio = data.get("portfolio", {})
    for index, area in enumerate(data.get("research", [])):
        if area.get("id") in portfolio.get("areas", []) and area.get("visibility") != "private":
            yield from _of_topics(("research", index, "topics"), area)
    for stage in _STAGES:
        yield from _of_topics(("portfolio", "deepDive", stage), portfolio.get("deepDive", {}))
    yield from _of_topics(("portfolio", "learned"), portfolio)


def _of_topics(pointer: Pointer, group: Mapping[str, Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    for index, topic in enumerate(group.get(str(pointer[-1]), [])):
        for number, figure in enumerate(topic.get("figures", [])):
            yield (*pointer, index, "figures", number), figure
