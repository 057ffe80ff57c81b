"""The slides of a deck, part by part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from cvpress.model.portfolio import STAGES
from cvpress.views.markup import EMPTY
from cvpress.views.portfolio.cards import topic_card
from cvpress.views.portfolio.fitting import WIDE
from cvpress.views.portfolio.measure import SCALES, TypeSize, height, room
from cvpress.views.portfolio.packing import AREA, packed
from cvpress.views.portfolio.slides import Card, Line, Slide
from cvpress.views.portfolio.topics import areas
from cvpress.views.publications.entries import publication_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Pointer
    from cvpress.model.portfolio import DeepDive
    from cvpress.model.profile import Profile
    from cvpress.model.projects import Research
    from cvpress.model.topics import Topic
    from cvpress.views.context import Context
    from cvpress.views.frame import Frame
    from cvpress.views.markup import Text
    from cvpress.views.portfolio.slides import Size
    from cvpress.views.portfolio.topics import LocatedArea
    from cvpress.views.view import Entry

__all__ = ["slides"]

_STATEMENT: Final = TypeSize(39, 54, 730)
"""The type of an area that has nothing but a summary."""

_AREA_SIZES: tuple[Size, ...] = ("large", "normal")


def slides(profile: Profile, frame: Frame) -> tuple[Slide, ...]:
    """All slides, numbered."""
    shown = areas(profile)
    parts = [
        part
        for part in (
            tuple(_overview(shown, frame)),
            tuple(slide for pointer, area in shown for slide in _area(pointer, area, frame)),
            tuple(_deep_dive(profile, frame)),
            (*_learned(profile, frame), *_recap(shown, frame)),
        )
        if part
    ]
    deck = [_title(profile, frame), *_with_agendas(profile, frame, parts), *_closing(profile, frame)]
    return tuple(replace(slide, number=number) for number, slide in enumerate(deck, start=1))


def _title(profile: Profile, frame: Frame) -> Slide:
    portfolio, context = profile.portfolio, frame.context
    date = context.date(portfolio.date)
    occasion = ", ".join(filter(None, [portfolio.event, date.text if date else ""]))
    texts = (*portfolio.about, portfolio.affiliation, occasion)
    lines = tuple(map(Line, context.texts(texts)))
    title = context.text(portfolio.title) or context.text(frame.page.words["portfolio"])
    label = context.text(portfolio.subtitle)
    return Slide(kind="title", origin=("portfolio",), title=title, labels=(label,) if label else (), lines=lines)


def _with_agendas(profile: Profile, frame: Frame, parts: list[tuple[Slide, ...]]) -> Iterator[Slide]:
    """The parts, each behind an agenda that marks it; one agenda where its lines are not the parts."""
    agenda = frame.context.texts(profile.portfolio.agenda)
    is_marked = len(agenda) == len(parts) > 1
    for index, part in enumerate(parts):
        if agenda and (is_marked or index == 0):
            yield _agenda(agenda, index if is_marked else -1, frame)
        yield from part
    if agenda and not parts:
        yield _agenda(agenda, -1, frame)


def _agenda(agenda: tuple[Text, ...], current: int, frame: Frame) -> Slide:
    return Slide(
        kind="agenda",
        origin=("portfolio", "agenda"),
        title=frame.context.text(frame.page.words["agenda"]),
        lines=tuple(Line(text, index == current) for index, text in enumerate(agenda)),
    )


def _overview(located: tuple[LocatedArea, ...], frame: Frame) -> Iterator[Slide]:
    """The areas side by side, with the lines of work in each."""
    cards = [(pointer, _short(area, area.directions, frame.context)) for pointer, area in located]
    if len(located) > 1 and any(area.directions for _, area in located):
        yield from packed(cards, "overview", (), frame.context.text(frame.page.words["overview"]))


def _recap(located: tuple[LocatedArea, ...], frame: Frame) -> Iterator[Slide]:
    """The areas once more, with a few words each."""
    cards = [(pointer, _short(area, area.keywords, frame.context)) for pointer, area in located]
    if len(located) > 1 and any(area.keywords for _, area in located):
        yield from packed(cards, "overview", (), frame.context.text(frame.page.words["in_summary"]))


def _short(area: Research, points: tuple[str, ...], context: Context) -> Card:
    return Card(title=context.text(area.name), points=context.texts(points))


def _area(pointer: Pointer, area: Research, frame: Frame) -> Iterator[Slide]:
    """What an area is about, its headline figures and publications; then its topics, or else its highlights."""
    context = frame.context
    name = context.text(area.name)
    points = () if area.topics else context.texts(area.highlights)
    lead = Card(
        texts=context.text(area.summary).paragraphs,
        points=points,
        results=context.results(area.results),
        links=context.links(area.links),
    )
    found = [context.publications[key] for key in area.publications if key in context.publications]
    entries = tuple(publication_entry(publication, context) for publication in found)
    yield from _area_slides((pointer, lead), entries, name, frame)
    cards = _cards((*pointer, "topics"), area.topics, frame)
    yield from packed(cards, "topic", (), name)


def _area_slides(lead: tuple[Pointer, Card], entries: tuple[Entry, ...], name: Text, frame: Frame) -> Iterator[Slide]:
    pointer, card = lead
    both = Slide(kind="area", origin=pointer, title=name, cards=(replace(card, publications=entries),))
    if card == Card(texts=card.texts) and not entries and height(card.texts, _STATEMENT) <= room(name):
        yield replace(both, layout="statement", size="large")
        return
    for size in _AREA_SIZES if entries else ():
        half = AREA.at(SCALES[size])
        if max(height([card], half), height(entries, half)) <= room(name, SCALES[size]):
            yield replace(both, layout="split", size=size)
            return
    for size, scale in SCALES.items():
        if height(both.cards, WIDE.at(scale)) <= room(name, scale):
            yield replace(both, size=size)
            return
    yield from packed([(pointer, replace(card, title=name))], "topic", ())
    heading = frame.context.text(frame.context.catalogue.sections["publications"])
    yield from packed(
        [((*pointer, "publications"), Card(title=heading, publications=entries))], "publications", (name,)
    )


def _deep_dive(profile: Profile, frame: Frame) -> Iterator[Slide]:
    dive, context, pointer = profile.portfolio.deep_dive, frame.context, ("portfolio", "deepDive")
    opener = _opener(profile, dive, context)
    if opener:
        yield opener
    title = opener.title if opener else EMPTY
    for stage in STAGES:
        heading = context.text(frame.page.words[stage])
        cards = _cards((*pointer, stage), getattr(dive, stage), frame)
        yield from packed(cards, "topic", (title,) if title else (), heading)


def _opener(profile: Profile, dive: DeepDive, context: Context) -> Slide | None:
    """What the deep dive is about, and where it came out."""
    publication = context.publications.get(dive.entry)
    project = next((one for one in profile.projects if one.id and one.id == dive.entry), None)
    name = publication.name if publication else project.name if project else ""
    title, summary = context.text(dive.title or name), context.text(dive.summary)
    if not title and not summary:
        return None
    entries = (publication_entry(publication, context),) if publication else ()
    card = Card(texts=summary.paragraphs, publications=entries)
    return Slide(kind="opener", origin=("portfolio", "deepDive"), title=title, cards=(card,))


def _learned(profile: Profile, frame: Frame) -> Iterator[Slide]:
    cards = _cards(("portfolio", "learned"), profile.portfolio.learned, frame)
    yield from packed(cards, "topic", (), frame.context.text(frame.page.words["learned"]))


def _closing(profile: Profile, frame: Frame) -> Iterator[Slide]:
    closing = frame.context.text(profile.portfolio.closing)
    if closing:
        yield Slide(kind="closing", origin=("portfolio", "closing"), title=closing)


def _cards(pointer: Pointer, topics: tuple[Topic, ...], frame: Frame) -> list[tuple[Pointer, Card]]:
    cards = [((*pointer, index), topic_card(topic, frame)) for index, topic in enumerate(topics)]
    return [(place, card) for place, card in cards if card != Card()]
