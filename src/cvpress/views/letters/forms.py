"""How a letter is laid out where its language is written: a small table of conventions.

Sources: DIN 5008:2020 for German; the Chicago Manual of Style's block letter for the United States;
British block style; AFNOR NF Z 11-001 for France; the Real Academia's *Libro de estilo de la lengua
española* for Spanish; the *Manual de redação da Presidência da República* for Brazil; NEN 1026 for the Netherlands;
DSTU 4163:2020 for Ukraine; the regulation of 2020 on official correspondence for Turkey. For Italy and
Poland, what letters of application have in common.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
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
        name: what style sheets call its layout, as class `form-din`.
        blocks: date and recipient in their order.
        heads: subject and salutation in their order.
        recipient: the parts of the recipient in their order.
        attention: what stands before a person's name below the organisation.
        attention_elided: the same before a vowel, where it is another.
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
    attention: str = ""
    attention_elided: str = ""
    has_return_address: bool = False
    subject_prefix: str = ""
    day: str = "{place}, {date}"
    first_day: str = ""
    salutation_end: str = ""
    closing: str = ""


_DOWN_TO_THE_PERSON: Final = ("organization", "department", "person")

_DIN = Form(
    name="din",
    blocks=("recipient", "date"),
    recipient=_DOWN_TO_THE_PERSON,
    has_return_address=True,
)
_US = Form(name="us", salutation_end=":", closing="Sincerely,")
_BRITISH = Form(name="uk", blocks=("recipient", "date"), heads=("opening", "subject"))
_FRENCH = Form(
    name="fr",
    blocks=("recipient", "date"),
    recipient=_DOWN_TO_THE_PERSON,
    attention="À l’attention de ",
    attention_elided="À l’attention d’",
    subject_prefix="Objet\u00a0: ",
    day="{place}, le {date}",
    first_day="1er ",
)
_SPANISH = Form(name="uk", recipient=_DOWN_TO_THE_PERSON, attention="A/A: ", subject_prefix="Asunto: ")
_ITALIAN = Form(
    name="fr",
    blocks=("recipient", "date"),
    recipient=_DOWN_TO_THE_PERSON,
    attention="Alla c.a. ",
    subject_prefix="Oggetto: ",
    first_day="1º ",
)
_BRAZILIAN = Form(
    name="uk", recipient=_DOWN_TO_THE_PERSON, attention="A/C: ", subject_prefix="Assunto: ", first_day="1º "
)
_PORTUGUESE = replace(_BRAZILIAN, first_day="", closing="Com os melhores cumprimentos,")
_DUTCH = Form(
    name="uk",
    blocks=("recipient", "date"),
    recipient=_DOWN_TO_THE_PERSON,
    attention="T.a.v. ",
    subject_prefix="Betreft: ",
)
_POLISH = Form(name="fr", subject_prefix="Dotyczy: ", day="{place}, {date}\u00a0r.")
_UKRAINIAN = Form(name="fr", blocks=("recipient", "date"), recipient=_DOWN_TO_THE_PERSON, subject_prefix="Тема: ")
_TURKISH = Form(name="uk", recipient=_DOWN_TO_THE_PERSON, subject_prefix="Konu: ")
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
    "es": _SPANISH,
    "fr": _FRENCH,
    "it": _ITALIAN,
    "nl": _DUTCH,
    "pl": _POLISH,
    "pt": _BRAZILIAN,
    "pt-PT": _PORTUGUESE,
    "tr": _TURKISH,
    "uk": _UKRAINIAN,
    "ar": _ARABIC,
    "fa": _PERSIAN,
    "he": _HEBREW,
    "ja": _EAST_ASIAN,
    "ko": _EAST_ASIAN,
    "zh": _EAST_ASIAN,
}
"""By language and country; 001, the world, stands for all countries that are not named."""

_ELSEWHERE: Final = tuple(
    """
    M PD Sr Sra Srta Señor Señora Don Doña D Dª Dra Profa Exmo Exma Sig ra Signor Signora Dott ssa
    De heer mevrouw Mevrouw dhr mevr dr prof drs ir hab inż mgr Pan Pani Пан Пані пан пані проф д р
    Sayın Bay Bayan Doç Öğr Gör
    """.split()
)
"""Titles of the languages above, in the parts that they are written in: "Sig.ra", "dr hab."."""

_BEFORE_NAMES: Final = re.compile(
    rf"(?:(?:{'|'.join((*FORMS_OF_ADDRESS, *ACADEMIC_TITLES, *RANKS, *_ELSEWHERE))})\b[.-]*\s*)+"
)
"""A title that stands before the name; any other is a position, on a line of its own."""

_VOWEL: Final = re.compile("[aeiouàâäéèêëîïôöùûüæœ]", re.IGNORECASE)


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
    if recipient.name and recipient.organization:
        person[0] = _attention(form, person[0]) + person[0]
    parts = {"person": person, "department": [recipient.department], "organization": [recipient.organization]}
    lines = [line for name in form.recipient for line in parts[name]]
    lines += recipient.address.splitlines() or [recipient.email]
    return tuple(line.strip() for line in lines if line.strip())


def _attention(form: Form, person: str) -> str:
    return form.attention_elided if form.attention_elided and _VOWEL.match(person) else form.attention
