"""Whether parsers find who a file is of and how to reach them (rules P301..P303)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, checks, in_pdf
from cvpress.checking.checks.margins import marginal
from cvpress.checking.checks.squeezing import line_near, listed, read_squeezed, squeezed
from cvpress.checking.checks.writing import left_to_right
from cvpress.checking.parser.headings import kind_of
from cvpress.checking.parser.layout import by_height, runs_on
from cvpress.checking.parser.parsing import EMAIL, PHONE, URL
from cvpress.rules.file_fields import BROKEN_CONTACT, CONTACT_IN_MARGIN, NAME_NOT_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.artefact import Artefact, Reading
    from cvpress.checking.check import Check, Checked

__all__ = ["CONTACT_CHECKS"]

_LETTERS_BEFORE: Final = 60
_BROKEN_EMAIL: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\s+|\s+[\w-]{1,63}(?:\.[\w-]{1,63}){0,8})\.[^\W\d_]{2,20}"
)


def _is_curriculum(checked: Checked) -> bool:
    """Whether a file has sections as CVs have them."""
    return sum(1 for part in checked.resume.parts if part.kind) > 1


def _has_name(checked: Checked) -> bool:
    has_one = bool(checked.wanted.name) if checked.wanted else True
    return has_one and _is_curriculum(checked) and left_to_right(checked)


@checks(NAME_NOT_FIRST, when=_has_name)
def _name_first(checked: Checked) -> Iterator[Found]:
    artefact, name = checked.artefact, checked.wanted.name if checked.wanted else checked.resume.name
    if not name:
        yield Found("no line at the head of the file can be a name", "begin with the name, alone on its line")
        return
    line = line_near(artefact, name)
    runs = (
        [run for run in runs_on(line, by_height(artefact)) if squeezed(run.text).letters in squeezed(name).letters]
        if line
        else []
    )
    if len({(run.face, round(run.size)) for run in runs}) > 1:
        message = f"the name “{name}” is set in more than one font, of which many parsers keep one"
        yield Found(message, "set all of it in one font and size", line=line)
    late = [reading.extractor for reading in artefact.readings if not _is_first(name, reading)]
    if late:
        message = f"the name “{name}” is not what comes first in the text from {listed(late)}"
        yield Found(message, "begin with the name, before everything else", line=line)


def _is_first(name: str, reading: Reading) -> bool:
    """Whether no more than a few words come before a name, and no title of a section."""
    read, wanted = read_squeezed(reading), squeezed(name).letters
    place = read.letters.find(wanted)
    if not 0 <= place <= _LETTERS_BEFORE:
        return False
    lines = reading.text.split("\n")
    before = 0
    for line in lines:
        before += len(squeezed(line).letters)
        if before > place:
            return True
        if kind_of(line):
            return False
    return True


@checks(BROKEN_CONTACT)
def _broken(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    for contact, is_wanted in _contacts(checked).items():
        broken = [one.extractor for one in artefact.readings if _is_broken(contact, one, is_wanted=is_wanted)]
        if broken:
            message = f"“{contact}” does not come out in one piece from {listed(broken)}"
            yield Found(message, "set it on one line, without blanks", line=line_near(artefact, contact[:12]))
    known = {squeezed(contact).letters for contact in _contacts(checked)}
    for reading in artefact.readings:
        for match in _BROKEN_EMAIL.finditer(reading.text):
            contact = squeezed(match[0]).letters
            if contact not in known:
                known.add(contact)
                message = f"{reading.extractor} finds the address “{contact}” with a blank in it"
                yield Found(message, "set it on one line, without blanks", line=line_near(artefact, contact[:12]))


def _contacts(checked: Checked) -> dict[str, bool]:
    """Addresses and numbers, and whether each has to be in the text; without a profile links tell them."""
    wanted = checked.wanted
    found: dict[str, bool] = {}
    for contact in (*wanted.emails, *wanted.phones) if wanted else ():
        found[contact] = True
    for url in wanted.urls if wanted else ():
        found.setdefault(_printed(url), False)
    for link in checked.artefact.links:
        scheme, _, rest = link.target.partition(":")
        if scheme in {"mailto", "tel"}:
            found.setdefault(rest.partition("?")[0], False)
    for text in _linked_texts(checked.artefact):
        if URL.fullmatch(text):
            found.setdefault(text, False)
    return {contact: needed for contact, needed in found.items() if contact}


def _linked_texts(artefact: Artefact) -> Iterator[str]:
    """The texts of links; one that runs over a line is two in the file."""
    parts: dict[tuple[int, str], list[str]] = {}
    for link in artefact.links:
        parts.setdefault((link.page, link.target), []).append(squeezed(link.text).letters)
    for texts in parts.values():
        yield from (*texts, "".join(texts))


def _printed(url: str) -> str:
    """A URL as themes print it."""
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")


def _is_broken(contact: str, reading: Reading, *, is_wanted: bool) -> bool:
    """Whether an address is in a text with gaps only, or not at all although it should be."""
    if re.fullmatch(r"\+?[\d\s().\-/\u00a0\u202f\u2011]+", contact):
        return _is_broken_number(contact, reading, is_wanted=is_wanted)
    read, wanted = read_squeezed(reading), squeezed(contact).letters
    places = list(read.places(wanted))
    whole = any(set(read.gaps[place + 1 : place + len(wanted)]) <= {"."} for place in places)
    return not whole and (bool(places) or is_wanted)


def _is_broken_number(number: str, reading: Reading, *, is_wanted: bool) -> bool:
    """Of a phone number the digits count, on one line; blanks are part of how it is written."""
    digits = re.sub(r"\D", "", number)
    pattern = r"[ .()\-/\u00a0\u2010\u2011\u2013\u202f]*".join(digits)
    if re.search(pattern, reading.text):
        return False
    return is_wanted or bool(re.search(r"\D*".join(digits), reading.text))


def _may_have_margins(checked: Checked) -> bool:
    return in_pdf(checked) and bool(checked.artefact.runs)


@checks(CONTACT_IN_MARGIN, when=_may_have_margins)
def _in_margin(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    margins = marginal(artefact)
    body = squeezed("\n".join(run.text for run in artefact.runs if run not in margins)).letters
    lines = sorted(margins, key=lambda run: (run.page, -round(run.baseline), run.box.left))
    text = " ".join(run.text.strip("\0") for run in lines)
    names = (checked.wanted.name,) if checked.wanted and checked.wanted.name and _is_curriculum(checked) else ()
    found = [match[0] for pattern in (EMAIL, PHONE) for match in pattern.finditer(text)]
    for contact in dict.fromkeys((*names, *found)):
        if squeezed(contact).letters in squeezed(text).letters and squeezed(contact).letters not in body:
            message = f"“{contact.strip()}” stands in the margin of the page only, which many parsers leave out"
            yield Found(message, "print it in the body of the first page", line=line_near(artefact, contact))


CONTACT_CHECKS: Final[tuple[Check, ...]] = (_name_first, _broken, _in_margin)
"""The checks of names and addresses."""
