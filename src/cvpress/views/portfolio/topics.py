"""Which topics a deck shows, and where they stand.

A pointer names an area of research by its id, for its number changes with what is left out;
`place_in` tells where that is in the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.model.portfolio import STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Pointer
    from cvpress.model.profile import Profile
    from cvpress.model.projects import Research
    from cvpress.model.topics import Figure, Topic
    from cvpress.syntax.document import Document

__all__ = ["LocatedArea", "LocatedFigure", "areas", "figures", "place_in"]

LocatedArea = tuple["Pointer", "Research"]
LocatedFigure = tuple["Pointer", "Figure"]


def areas(profile: Profile) -> tuple[LocatedArea, ...]:
    """The areas of the portfolio that there are, in its order.

    Args:
        profile: what of a profile is to be shown.
    """
    known = {area.id: area for area in profile.research if area.id}
    return tuple((("research", name), known[name]) for name in dict.fromkeys(profile.portfolio.areas) if name in known)


def figures(profile: Profile) -> Iterator[LocatedFigure]:
    """The figures of all topics that a deck shows, in its order.

    Args:
        profile: what of a profile is to be shown.
    """
    for pointer, topics in _topics(profile):
        for index, topic in enumerate(topics):
            for number, figure in enumerate(topic.figures):
                yield (*pointer, index, "figures", number), figure


def _topics(profile: Profile) -> Iterator[tuple[Pointer, tuple[Topic, ...]]]:
    for pointer, area in areas(profile):
        yield (*pointer, "topics"), area.topics
    for stage in STAGES:
        yield ("portfolio", "deepDive", stage), getattr(profile.portfolio.deep_dive, stage)
    yield ("portfolio", "learned"), profile.portfolio.learned


def place_in(document: Document, pointer: Pointer) -> Pointer:
    """Where in the file something stands; in a blind deck ids are hidden, and an area is all areas."""
    if pointer[0] != "research":
        return pointer
    name = pointer[1]
    indices = (index for index, area in enumerate(document.data["research"]) if area.get("id") == name)
    return next((("research", index, *pointer[2:]) for index in indices), ("research",))
