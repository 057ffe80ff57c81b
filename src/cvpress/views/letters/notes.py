"""What a letter refers to: works of the recipient's, and the person's own entries."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from cvpress.views.context import link_url, shown_url
from cvpress.views.markup import EMPTY, Text
from cvpress.views.request import Selection
from cvpress.views.sections import sections
from cvpress.views.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cvpress.model.letters import Letter, Paragraph, RecipientWork
    from cvpress.model.profile import Profile
    from cvpress.views.context import Context
    from cvpress.views.view import Entry

__all__ = ["Citations", "Note", "cited"]


@dataclass(frozen=True, slots=True)
class Note:
    """One work that a letter refers to.

    Attributes:
        authors: who made it, or "".
        title: what it is called; empty where the letter's text says it.
        details: of what kind it is, where and when it came out.
        link: where it can be read; empty if nobody says.
        number: from 1, in the order in which the letter refers to the works.
    """

    authors: str
    title: Text
    details: Text
    link: Link
    number: int = 0


class Citations(NamedTuple):
    """All that a letter refers to.

    Attributes:
        by_paragraph: the notes of each paragraph of its body.
        notes: every note once, by its number.
        in_cv: the person's own entries that the CV tells of and nothing else.
    """

    by_paragraph: tuple[tuple[Note, ...], ...]
    notes: tuple[Note, ...]
    in_cv: tuple[Link, ...]


def cited(letter: Letter, profile: Profile, context: Context) -> Citations:
    """What a letter refers to. What is private, or stands in no CV, is left out.

    Args:
        letter: the letter, without private works.
        profile: what is public of the profile that it belongs to.
        context: makes its texts.
    """
    works = {work.id: work for work in letter.works}
    own = dict(_own_entries(profile, context))
    names = [name for name in dict.fromkeys(chain.from_iterable(map(_names, letter.body))) if name]
    notes: dict[str, Note] = {}
    for name in names:
        if name in works:
            note = _work_note(works[name], context)
        elif name in own and own[name].is_published and own[name].entry.title:
            note = _publication_note(own[name].entry)
        else:
            continue
        note = _unsaid(note, [context.text(part.text) for part in letter.body if name in _names(part)])
        if note.authors or note.title or note.details or note.link.url:
            notes[name] = replace(note, number=len(notes) + 1)
    return Citations(
        tuple(tuple(note for name, note in notes.items() if name in _names(part)) for part in letter.body),
        tuple(notes.values()),
        tuple(dict.fromkeys(_links(own[name] for name in names if name in own))),
    )


def _links(own: Iterable[_Own]) -> Iterator[Link]:
    """What the CV tells of, and is called anything."""
    return (one.link for one in own if not one.is_published and one.link.label)


def _names(part: Paragraph) -> tuple[str, ...]:
    return (*part.works, *part.entries)


def _unsaid(note: Note, texts: Sequence[Text]) -> Note:
    """A note without the title if a text that refers to it names it."""
    title = re.compile(rf"(?<!\w){re.escape(_spelt(note.title))}(?!\w)")
    is_said = any(title.search(_spelt(text)) for text in texts)
    return replace(note, title=EMPTY) if is_said else note


def _spelt(text: Text) -> str:
    """A text in which all apostrophes are the same; its case tells "Prisms", a title, from prisms."""
    return text.plain.replace("’", "'")


class _Own(NamedTuple):
    """An entry of the CV, with the employer of a role or a project within a job."""

    entry: Entry
    organization: Text
    is_published: bool

    @property
    def link(self) -> Link:
        """Title and organisation, and where the entry leads."""
        names = dict.fromkeys(filter(None, (self.entry.title.plain, self.organization.plain)))
        return Link(", ".join(names), self.entry.url)


def _own_entries(profile: Profile, context: Context) -> Iterator[tuple[str, _Own]]:
    # Their ids are what counts; to set them in a citation style would take seconds.
    plain = replace(context, presentation=replace(context.presentation, citations="theme"))
    for section in sections(profile, plain, Selection()):
        is_published = section.name == "publications"
        for entry in section.entries:
            employer = entry.title if entry.roles or not entry.organization else entry.organization
            yield entry.id, _Own(entry, entry.organization, is_published)
            for part in (*entry.roles, *entry.projects):
                yield part.id, _Own(part, part.organization or employer, is_published)


def _work_note(work: RecipientWork, context: Context) -> Note:
    date = context.date(work.date)
    url = next(filter(None, map(link_url, (work.url, *(link.url for link in work.links)))), "")
    return Note(
        authors=", ".join(work.authors),
        title=context.text(work.title),
        details=context.text(", ".join(filter(None, (work.type, _unbroken(date.text) if date else "")))),
        link=Link(shown_url(url), url),
    )


def _publication_note(entry: Entry) -> Note:
    """A publication of the person's own, which a reader may look up as any other work."""
    url = entry.url or next((link.url for link in entry.links if link.url), "")
    dates = _unbroken(entry.dates.text) if entry.dates else ""
    return Note(
        authors=", ".join(author.name for author in entry.authors),
        title=entry.title,
        details=Text(", ".join(filter(None, (entry.organization.plain, dates, entry.note.plain)))),
        link=Link(shown_url(url), url),
    )


def _unbroken(date: str) -> str:
    """A date that stays on one line."""
    return date.replace(" ", "\u00a0")
