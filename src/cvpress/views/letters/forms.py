"""How a letter is laid out where its language is written: a small table of conventions.

Sources: DIN 5008:2020 for German; the Chicago Manual of Style's block letter for the United States;
British block style; AFNOR NF Z 11-001 for France.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError

from cvpress.values.titles import ACADEMIC_TITLES, FORMS_OF_ADDRESS, RANKS
from cvpress.views.dates import long_date_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.model.letters import Recipient

__all__ = ["Form", "date_line", "form_of", "letter_locale", "recipient_lines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A convention.

    Attributes:
        name: what style sheets call it, as class `form-din`.
        blocks: date and recipient in their order.
        heads: subject and salutation in their order.
        recipient: the parts of the recipient in their order.
        has_return_address: whether the sender's address stands above the recipient's, for a window.
        subject_prefix: what stands before the subject.
        day: how place and a whole date are joined; what is less exact has a comma.
        first_day: how the first of a month is written, where not as the other days.
        salutation_end: what a salutation ends with that the profile does not write, where not as elsewhere.
        closing: the complimentary close that the profile does not write, where not as elsewhere.
    """

    name: str
    blocks: tuple[str, str] = ("date", "recipient")
    heads: tuple[str, str] = ("subject", "opening")
    recipient: tuple[str, ...] = ("person", "department", "organization")
    has_return_address: bool = False
    subject_prefix: str = ""
    day: str = "{place}, {date}"
    first_day: str = ""
    salutation_end: str = ""
    closing: str = ""


_DIN = Form(
    name="din",
    blocks=("recipient", "date"),
    recipient=("organization", "department", "person"),
    has_return_address=True,
)
_US = Form(name="us", salutation_end=":", closing="Sincerely,")
_BRITISH = Form(name="uk", blocks=("recipient", "date"), heads=("opening", "subject"))
_FRENCH = Form(
    name="fr",
    blocks=("recipient", "date"),
    subject_prefix="Objet\u00a0: ",
    day="{place}, le {date}",
    first_day="1er ",
)
# Of what these languages have of their own, only what stands where: their letters have no one norm.
_ARABIC = Form(name="ar", subject_prefix="الموضوع: ", day="{place}، {date}")
_PERSIAN = Form(name="fa", subject_prefix="موضوع: ", day="{place}، {date}")
_HEBREW = Form(name="he", heads=("opening", "subject"), subject_prefix="הנדון: ")
_EAST_ASIAN = Form(name="cjk", recipient=("organization", "department", "person"), day="{place} {date}")

_FORMS: Final[Mapping[str, Form]] = {
    "de": _DIN,
    "en": _US,
    "en-US": _US,
    "en-CA": _US,
    "en-001": _BRITISH,
    "fr": _FRENCH,
    "ar": _ARABIC,
    "fa": _PERSIAN,
    "he": _HEBREW,
    "ja": _EAST_ASIAN,
    "ko": _EAST_ASIAN,
    "zh": _EAST_ASIAN,
}
"""By language and country; 001, the world, stands for all countries that are not named."""

_BEFORE_NAMES: Final = re.compile(
    rf"(?:(?:{'|'.join((*FORMS_OF_ADDRESS, *ACADEMIC_TITLES, *RANKS, 'M', 'PD'))})\b[.-]*\s*)+"
)
"""A title that stands before the name; any other is a position, on a line of its own."""


def letter_locale(locale: Locale, country: str) -> Locale:
    """The locale of a letter: where the language names no country, the sender's decides.

    Args:
        locale: that of the page.
        country: code of the country that the sender lives in, or "".
    """
    if locale.territory or not country:
        return locale
    try:
        return Locale(locale.language, territory=country, script=locale.script)
    except (UnknownLocaleError, ValueError):
        return locale


def form_of(locale: Locale, country: str) -> Form:
    """The convention of a language and a country.

    Args:
        locale: that of the page.
        country: code of the country that the sender lives in, or "".
    """
    language, territory = locale.language, locale.territory or country
    names = [f"{language}-{territory}", f"{language}-001", language] if territory else [language]
    return next((_FORMS[name] for name in names if name in _FORMS), _BRITISH)


def date_line(form: Form, place: str, date: str, locale: Locale) -> str:
    """Place and date: "Berlin, 1. Mai 1906", "Paris, le 1er mai 1906", "May 1, 1906"."""
    text = long_date_text(date, locale)
    is_whole = len(date) == len("1906-05-01")
    if is_whole and form.first_day:
        text = re.sub(r"^1 ", form.first_day, text)
    if not (place and text):
        return place or text
    return (form.day if is_whole else "{place}, {date}").format(place=place, date=text)


def recipient_lines(recipient: Recipient, form: Form) -> tuple[str, ...]:
    """The lines of the recipient's block; the mail address where there is no postal one."""
    is_before = _BEFORE_NAMES.fullmatch(recipient.title) is not None and recipient.name != ""
    person = [f"{recipient.title} {recipient.name}"] if is_before else [recipient.name, recipient.title]
    parts = {"person": person, "department": [recipient.department], "organization": [recipient.organization]}
    lines = [line for name in form.recipient for line in parts[name]]
    lines += recipient.address.splitlines() or [recipient.email]
    return tuple(line.strip() for line in lines if line.strip())
