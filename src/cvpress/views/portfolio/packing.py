"""Cards → slides: short ones share a slide, long ones are parted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from cvpress.views.markup import EMPTY
from cvpress.views.portfolio.fitting import HALF, SIDE, WIDE, halved, sides, with_charts
from cvpress.views.portfolio.measure import COLUMN_GAP, SCALES, SIDE_WIDTH, STAGE_WIDTH, TypeSize, height, room
from cvpress.views.portfolio.slides import Card, Slide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.diagnostics import Pointer
    from cvpress.views.markup import Text
    from cvpress.views.portfolio.slides import Layout, Size

__all__ = ["AREA", "Located", "packed"]

Located = tuple["Pointer", Card]
"""Where a topic stands in the profile, and its card."""

AREA: Final = TypeSize(20, 29, SIDE_WIDTH, beside=2)
"""Half of a slide, for what an area is about, or for its publications."""

_BESIDE: Final = TypeSize(20, 29, STAGE_WIDTH - SIDE_WIDTH - COLUMN_GAP)
_MOST_COLUMNS: Final = 3
_COLUMN_SIZES: Final[tuple[Size, ...]] = ("large", "normal")
_PARTS: Final = (
    "texts",
    "points",
    "formulas",
    "figures",
    "results",
    "quotes",
    "publications",
    "notes",
    "links",
)
"""What a card has, in the order in which it is parted."""


def packed(cards: Sequence[Located], kind: str, labels: tuple[Text, ...], heading: Text = EMPTY) -> Iterator[Slide]:
    """The slides of some topics that belong together.

    Args:
        cards: the topics.
        kind: that of the slides.
        labels: what runs above their titles.
        heading: what a slide of several topics is called; without it each has a slide of its own.
    """
    rest = list(cards)
    while rest:
        taken, size = _together(rest, heading) if heading else (1, None)
        pointer, card = rest[0]
        if size:
            columns = _counted(tuple(card for _, card in rest[:taken]))
            layout: Layout = "columns" if taken <= _MOST_COLUMNS else "grid"
            yield Slide(
                kind=kind, origin=pointer, title=heading, labels=labels, layout=layout, size=size, cards=columns
            )
        else:
            yield from _alone(pointer, card, kind, labels, heading)
        rest = rest[taken:]


def _together(cards: Sequence[Located], heading: Text) -> tuple[int, Size | None]:
    """How many of the first topics fit on a slide, and how large they are set; (1, None) where no two do."""
    topics = [card for _, card in cards[: _MOST_COLUMNS + 1]]
    counts = (4, 2, 3) if len(cards) == _MOST_COLUMNS + 1 else (3, 2)  # so that none is left over alone
    for count in counts:
        size = _size_of(topics[:count], heading) if count <= len(topics) else None
        if size:
            return count, size
    return 1, None


def _size_of(cards: Sequence[Card], heading: Text) -> Size | None:
    if any(map(_is_rich, cards)):
        return None
    columns = len(cards) if len(cards) <= _MOST_COLUMNS else 2
    column = TypeSize(18, 26, (STAGE_WIDTH - (columns - 1) * COLUMN_GAP) // columns)
    for size in _COLUMN_SIZES:
        heights = [height([card], column.at(SCALES[size])) for card in cards]
        rows = [max(heights[start : start + columns]) for start in range(0, len(heights), columns)]
        if sum(rows) + (len(rows) - 1) * 24 <= room(heading, SCALES[size]):
            return size
    return None


def _is_rich(card: Card) -> bool:
    """Whether it needs a slide of its own: pictures and quotes want width."""
    return bool(card.figures or card.quotes or card.publications)


def _alone(pointer: Pointer, card: Card, kind: str, labels: tuple[Text, ...], heading: Text) -> Iterator[Slide]:
    title = card.title or heading
    above = (*labels, heading) if heading and card.title else labels
    slide = Slide(kind=kind, origin=pointer, title=title, labels=above)
    parts = _parted(replace(card, title=EMPTY), title)
    sizes = [size for _, size in filter(None, (_set(part, title) for part in parts))]
    common: Size = max(sizes, key=list(SCALES).index, default="small")  # parts of a topic are all set as the fullest
    for turn, part in enumerate(parts, start=1):
        layout, size = _set(part, title, common) or ("flow", "small")
        drawn = with_charts(part, layout, title, SCALES[size])
        yield replace(slide, layout=layout, size=size, cards=_counted((drawn,)), turn=turn)


def _set(card: Card, title: Text, most: Size = "large") -> tuple[Layout, Size] | None:
    """The layout and the largest size, up to one, in which a card fits on a slide; None if there is none."""
    sizes = list(SCALES.items())
    for size, scale in sizes[list(SCALES).index(most) :]:
        layout = _layout(card, room(title, scale), scale)
        if layout:
            return layout, size
    return None


def _layout(card: Card, free: int, scale: float) -> Layout | None:
    words, side = sides(card)
    wide = WIDE.at(scale)
    halves = halved(side)
    if halves and height([words], wide) + 16 + max(height([half], HALF.at(scale)) for half in halves) <= free:
        return "halves"
    if len(card.quotes) > 1 and not (card.formulas or card.figures or card.results):
        share = TypeSize(17, 25, (STAGE_WIDTH - (len(card.quotes) - 1) * COLUMN_GAP) // len(card.quotes)).at(scale)
        if height([words], wide) + max(height([quote], share) for quote in card.quotes) <= free:
            return "panels"
    is_split = words != Card() and card.has_side
    if is_split and max(height([words], _BESIDE.at(scale)), height([side], SIDE.at(scale))) <= free:
        return "split"
    return "flow" if height([card], wide) <= free and not (is_split and scale > 1) else None


def _parted(card: Card, title: Text) -> list[Card]:
    """A card as as few cards as fit on slides, about equally full."""
    atoms = [(name, item) for name in _PARTS for item in getattr(card, name)]
    if len(atoms) < 2 or _set(card, title):
        return [card]
    sizes = [height([_rebuilt([atom])], WIDE) for atom in atoms]
    count = 2 if card.figures else max(2, -(-sum(sizes) // room(title)))  # figures may stand side by side
    while count < len(atoms):
        cards = [_rebuilt(chunk) for chunk in _chunks(atoms, sizes, sum(sizes) / count)]
        if all(_set(part, title) for part in cards):
            return cards
        count += 1
    return [_rebuilt([atom]) for atom in atoms]


def _rebuilt(atoms: Sequence[tuple[str, Any]]) -> Card:
    fields: dict[str, Any] = {name: tuple(item for of, item in atoms if of == name) for name in _PARTS}
    return Card(**fields)


def _chunks(atoms: Sequence[Any], sizes: Sequence[int], target: float) -> list[list[Any]]:
    """Some things in a row, parted where their sizes come nearest to the target."""
    chunks: list[list[Any]] = [[]]
    filled, goal = 0.0, target
    for atom, size in zip(atoms, sizes, strict=True):
        if chunks[-1] and filled + size / 2 > goal:
            chunks.append([])
            goal += target
        chunks[-1].append(atom)
        filled += size
    return chunks


def _counted(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The cards of a slide, each with the number of points before it."""
    before = 0
    counted = []
    for card in cards:
        counted.append(replace(card, before=before))
        before += len(card.points)
    return tuple(counted)
