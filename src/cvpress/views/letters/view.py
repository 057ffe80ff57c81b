"""The view of a letter: from whom, to whom, what it says and what it refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from cvpress.views.letters.forms import date_line, form_of, letter_locale, recipient_lines
from cvpress.views.letters.notes import Citations, cited
from cvpress.views.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.model.letters import Letter
    from cvpress.model.profile import Profile
    from cvpress.views.context import Context
    from cvpress.views.frame import Frame
    from cvpress.views.letters.forms import Form
    from cvpress.views.letters.notes import Note
    from cvpress.views.markup import Text
    from cvpress.views.person import Contact, Person
    from cvpress.views.view import Link

__all__ = ["LetterView", "Part", "letter_view"]

_IN_A_LETTERHEAD: Final = ("email", "phone", "web")
"""Kinds of contacts, of which a letterhead has the first: it is to be answered, not to list all there are."""

_PURPOSES: Final[Mapping[str, str]] = {
    "cover": "cover_letter",
    "motivation": "motivation_letter",
    "research-statement": "research_statement",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of the letter: its heading, text and list, and what it refers to."""

    title: Text
    text: Text
    points: tuple[Text, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView(View):
    """A letter.

    Attributes:
        index: where it stands among the profile's letters, from 0.
        name: what it is asked for by where there are several, else "".
        purpose: "cover", "motivation" or "research-statement".
        form: the convention that it follows.
        contacts: how to answer: the sender's main mail address, phone and web page.
        return_address: the sender in one line, for a window; empty where the form has none.
        recipient: the lines of the recipient's block.
        date: place and date in a line.
        signature: the name under the letter, or "".
        links: what is enclosed as a link.
        notes: works that the letter refers to, numbered.
        in_cv: the person's own entries that it refers to and the CV tells of.
    """

    document: ClassVar[str] = "letter"
    closes_up: ClassVar[bool] = True

    index: int
    name: str
    purpose: str
    form: Form
    contacts: tuple[Contact, ...]
    return_address: str
    recipient: tuple[str, ...]
    date: str
    subject: Text
    opening: Text
    body: tuple[Part, ...]
    closing: Text
    signature: str
    enclosures: tuple[Text, ...]
    links: tuple[Link, ...]
    notes: tuple[Note, ...]
    in_cv: tuple[Link, ...]

    @property
    def suffix(self) -> str:
        """The kind, and the letter's name where there are several: "-letter-paris"."""
        name = re.sub(r"[^\w.-]+", "-", self.name).strip(".-")
        return f"-letter-{name}" if name else "-letter"


def letter_view(profile: Profile, frame: Frame) -> LetterView:
    """The letter of what is left of a profile: the only one, since the others are taken out as well."""
    assert frame.letter  # noqa: S101  # as `build_view` sees to
    (letter,) = profile.letters
    context, country = frame.context, profile.basics.location.country_code
    form = form_of(context.catalogue.locale, country)
    citations = cited(letter, profile, context)
    subject = context.text(letter.subject)
    closing = context.text(letter.closing or _default_closing(letter, form, frame.page.words))
    return LetterView(
        page=frame.page,
        person=frame.person,
        title=frame.person.title(_title(letter, frame.page.words)),
        description=subject.plain,
        index=frame.letter.position,
        name=frame.letter.name if frame.request.letter else "",
        purpose=letter.purpose,
        form=form,
        contacts=_main_contacts(frame.person),
        return_address=_return_address(frame.person) if form.has_return_address else "",
        recipient=recipient_lines(letter.recipient, form),
        date=date_line(form, letter.place, letter.date, letter_locale(context.catalogue.locale, country)),
        subject=subject,
        opening=context.text(letter.opening or _default_opening(letter, form, frame.page.words)),
        body=_parts(letter, context, citations),
        closing=closing,
        signature=letter.signature or (frame.person.name if closing else ""),
        enclosures=context.texts(letter.enclosures),
        links=context.links(letter.links),
        notes=citations.notes,
        in_cv=citations.in_cv,
    )


def _parts(letter: Letter, context: Context, citations: Citations) -> tuple[Part, ...]:
    parts = (
        Part(context.text(part.title), context.text(part.text), context.texts(part.points), notes)
        for part, notes in zip(letter.body, citations.by_paragraph, strict=True)
    )
    return tuple(part for part in parts if part.title or part.text or part.points)


def _title(letter: Letter, words: Mapping[str, str]) -> str:
    """The kind of letter and whom it is to: "Cover letter – Netflix"."""
    purpose = words[_PURPOSES[letter.purpose]]
    to = letter.recipient.organization or letter.recipient.name
    return f"{purpose} – {to}" if to else purpose


def _default_opening(letter: Letter, form: Form, words: Mapping[str, str]) -> str:
    """The salutation of a letter that has none written; a research statement needs none."""
    if letter.purpose == "research-statement":
        return ""
    if letter.recipient.name:
        opening = words["dear_name"].format(name=letter.recipient.name)
    else:
        opening = words["dear_cover" if letter.purpose == "cover" else "dear_motivation"]
    return f"{opening.rstrip(',')}{form.salutation_end}" if form.salutation_end else opening


def _default_closing(letter: Letter, form: Form, words: Mapping[str, str]) -> str:
    return "" if letter.purpose == "research-statement" else form.closing or words["letter_closing"]


def _main_contacts(person: Person) -> tuple[Contact, ...]:
    first = {contact.kind: contact for contact in reversed(person.contacts)}
    return tuple(first[kind] for kind in _IN_A_LETTERHEAD if kind in first)


def _return_address(person: Person) -> str:
    """The sender in a line: name, street, town."""
    address = person.address
    if address is None or not address.city:
        return ""
    town = f"{address.postal_code} {address.city}".strip()
    return " · ".join(filter(None, (person.name, address.street, town)))
