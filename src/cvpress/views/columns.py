"""Two columns of a CV: which sections stand beside the main ones, and what follows below both.

A side column is hardly longer than what it stands beside, and on no page is it empty for long: main sections
that would go on beyond the first page follow in the full width. What decides is an estimate of heights, in lines
of text. A wrong one moves the border between two columns and one, and loses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Final

from cvpress.views.markup import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cvpress.views.markup import Text
    from cvpress.views.person import Person
    from cvpress.views.view import Entry, Section

__all__ = ["Columns", "columns", "head_lines"]

_MAIN: Final = 72
_SIDE: Final = 36
_FULL_WIDTH: Final = 90
"""Characters of a line in each column, and over both."""

_NAME: Final = 3.6
_PHOTO: Final = 8
_HEADING: Final = 2.5
"""Lines that these take, with the space around them."""

_BETWEEN_ENTRIES: Final = 0.65
_BETWEEN_LINES: Final = 0.25
_SMALLER: Final = 0.94
"""How high a line is in the side column, of one in the main."""

_DATES: Final = 18
"""Characters that dates take of a line, in the main column."""

_CLOSED_UP: Final = 5
"""By how many lines a page is over-full that is set tighter then."""

_RAGGED: Final = 4
"""By how many lines a side column may be longer than what it stands beside."""

_FULL: Final = 0.7
"""How full of the main column a page has to be, so that it may end with a section rather than within one."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The sections of a CV in two columns.

    Attributes:
        main: what stands in the main column.
        side: what stands beside it.
        rest: what follows below, in the full width.
        is_continued: whether the first of `rest` goes on with what the last of `main` begins.
    """

    main: tuple[Section, ...]
    side: tuple[Section, ...]
    rest: tuple[Section, ...] = ()
    is_continued: bool = False


def head_lines(person: Person, summary: Text) -> float:
    """The lines that stand above the first section: who it is in the full width, and the summary in the main column."""
    contacts = [contact.link.label for contact in person.contacts]
    contacts += [person.address.text] if person.address else []
    facts = [f"{fact.label} {fact.value.plain}" for fact in person.facts]
    lines = sum(_lines(sum(len(text) + 4 for text in texts), _FULL_WIDTH) for texts in (contacts, facts))
    who = _NAME + bool(person.label) + lines
    return max(who, _PHOTO if person.photo else 0) + _lines(len(summary.plain), _MAIN)


def columns(sections: Sequence[Section], wanted: Iterable[str], room: float) -> Columns:
    """Arrange sections in two columns.

    Args:
        sections: all of a CV, in its order.
        wanted: the names of sections that may stand in the side column, or the titles of a person's own, in their
            order there. One that would make it longer than the main column, or than the page, stays in the main one.
        room: how many lines the first page has below the header.
    """
    side = _side(sections, wanted, room)
    main = tuple(section for section in sections if section not in side)
    return _cut(main, side, max(room, _total(side, _SIDE)))


def _side(sections: Sequence[Section], wanted: Iterable[str], room: float) -> tuple[Section, ...]:
    """What the side column has room for; the first that is wanted in any case, unless there is nothing else."""
    taken: list[Section] = []
    beside = _total(sections, _MAIN)
    for section in (section for name in wanted for section in sections if name in {section.name, section.title}):
        height = _total([*taken, section], _SIDE)
        left = beside - _height(section, _MAIN)
        if section not in taken and left and (not taken or height <= min(room, left)):
            taken.append(section)
            beside = left
    return tuple(taken)


def _cut(main: tuple[Section, ...], side: tuple[Section, ...], room: float) -> Columns:
    """Main sections as long as there is room beside the side column, the others below; rather between sections."""
    ends = list(accumulate(_height(section, _MAIN) for section in main))
    if not side:
        return Columns((), (), main)
    if not ends or ends[-1] <= room + _CLOSED_UP:
        return Columns(main, side)
    count = sum(end <= room for end in ends)
    if count and ends[count - 1] >= max(_FULL * room, _total(side, _SIDE) - _RAGGED):
        return Columns(main[:count], side, main[count:])
    return _cut_within(main, side, count, room - (ends[count - 1] if count else 0))


def _cut_within(main: tuple[Section, ...], side: tuple[Section, ...], position: int, room: float) -> Columns:
    """Main sections up to an entry of the one at a position; up to its end if it cannot be parted."""
    parted, after = main[position], main[position + 1 :]
    ends = accumulate((_entry_height(entry, parted.layout, _MAIN) for entry in parted.entries), initial=_HEADING)
    count = max(1, sum(end <= room for end in ends) - 1)
    if parted.groups or count >= len(parted.entries):
        return Columns(main[: position + 1], side, after)
    first = replace(parted, entries=parted.entries[:count])
    second = replace(parted, entries=parted.entries[count:], summary=EMPTY)
    return Columns((*main[:position], first), side, (second, *after), is_continued=True)


def _total(sections: Iterable[Section], width: int) -> float:
    lines = sum(_height(section, width) for section in sections)
    return lines * _SMALLER if width == _SIDE else lines


def _height(section: Section, width: int) -> float:
    """The lines of a section."""
    heads = _HEADING + len(section.groups) + _lines(len(section.summary.plain), width)
    entries = sum(_entry_height(entry, section.layout, width) for entry in section.entries)
    return heads + entries - _space(section.layout)


def _entry_height(entry: Entry, layout: str, width: int) -> float:
    """The lines of an entry, with the space behind it."""
    if layout == "entries":
        return _block(entry, width) + _space(layout)
    return sum(_lines(length, width) for length in _lengths(entry, layout, width)) + _space(layout)


def _space(layout: str) -> float:
    """The space between two entries."""
    return _BETWEEN_ENTRIES if layout == "entries" else _BETWEEN_LINES


def _lengths(entry: Entry, layout: str, width: int) -> Iterator[int]:
    """The characters of each paragraph of an entry that has a few lines."""
    links = sum(len(link.label) + 3 for link in entry.links)
    head = len(entry.title.plain)
    where = len(entry.organization.plain) + len(entry.location) + len(entry.note.plain) + len(entry.description.plain)
    authors = sum(len(author.name) + 2 for author in entry.authors)
    dates = (_DATES if width == _MAIN else width) if entry.dates else 0
    if layout == "terms":
        yield head + len(entry.note.plain) + sum(len(word) + 2 for word in entry.keywords) + links
    elif entry.reference:
        yield len(entry.reference.plain) + links
    elif layout == "publications":
        yield from (head + dates, authors + where + links)
    elif layout == "quotes":
        yield head + links
    else:
        yield from (head + where + dates + links, authors)
    yield len(entry.summary.plain)


def _block(entry: Entry, width: int) -> float:
    """The lines of an entry with a head of its own, without the space behind it."""
    organization = (entry.organization.plain, entry.location, entry.note.plain, entry.description.plain)
    lines = _lines(len(entry.title.plain) + (_DATES if entry.dates else 0), width)
    lines += _lines(sum(map(len, organization)), width)
    lines += sum(_lines(len(text.plain), width) for text in _paragraphs(entry))
    lines += sum(_lines(len(text.plain) + 3, width) for text in entry.highlights)
    lines += _lines(sum(len(word) + 3 for word in entry.keywords), width)
    lines += _lines(sum(len(link.label) + 3 for link in entry.links), width)
    return lines + sum(_block(part, width) + _BETWEEN_ENTRIES for part in (*entry.roles, *entry.projects))


def _paragraphs(entry: Entry) -> Iterator[Text]:
    yield entry.summary
    yield from (fact.value for fact in entry.facts)
    yield from (result.label for result in entry.results)


def _lines(characters: int, width: int) -> int:
    """The lines that a paragraph of so many characters takes: none where there is nothing."""
    return ceil(characters / width)
