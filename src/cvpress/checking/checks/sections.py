"""Whether parsers find the sections: their titles, their order, and what belongs to each (rules P401..P404)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, checks
from cvpress.checking.checks.columns import read_across
from cvpress.checking.checks.margins import marginal
from cvpress.checking.checks.squeezing import line_near, listed, shortened, squeezed
from cvpress.checking.checks.writing import left_to_right
from cvpress.checking.parser.headings import kind_of, plain_title
from cvpress.checking.parser.layout import are_slides, by_height, runs_on, seen_lines
from cvpress.checking.parser.periods import periods_in
from cvpress.rules.file_fields import HEADING_NOT_ALONE, MIXED_SECTIONS, SECTION_ORDER, UNKNOWN_HEADING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from cvpress.checking.artefact import Reading
    from cvpress.checking.check import Check, Checked
    from cvpress.measuring.boxes import Run

__all__ = ["SECTION_CHECKS"]

_LEAST_LETTERS: Final = 12
_LEAST_SPANS: Final = 3
_LINEAR: Final = "set one column, or begin the second where the first has ended (`layout = linear`)"


def _titles(checked: Checked) -> tuple[str, ...]:
    if checked.wanted:
        return checked.wanted.sections
    return tuple(part.heading.text.strip() for part in checked.resume.parts if part.kind)


def _has_sections(checked: Checked) -> bool:
    return len(_titles(checked)) > 1 and left_to_right(checked)


@checks(SECTION_ORDER, when=_has_sections)
def _order(checked: Checked) -> Iterator[Found]:
    faults: dict[tuple[str, str], list[str]] = {}
    for reading in checked.artefact.readings:
        places = _places(_titles(checked), reading)
        for one, other in pairwise(places):
            if places[one] > places[other]:
                faults.setdefault((one, other), []).append(reading.extractor)
    for (one, other), extractors in faults.items():
        message = f"“{other}” is read before “{one}” by {listed(extractors)}"
        yield Found(message, _LINEAR, line=line_near(checked.artefact, other))


def _places(titles: Sequence[str], reading: Reading) -> dict[str, int]:
    """Where the titles that are lines of their own, or begin one, are: the count of letters before each."""
    found: dict[str, list[int]] = {}
    place = 0
    wanted = {plain_title(title): title for title in titles}
    for line in reading.text.split("\n"):
        plain = plain_title(line)
        title = wanted.get(plain) or next((wanted[one] for one in wanted if plain.startswith(f"{one} ")), None)
        if title and (plain in wanted or line.strip()[:1].isupper()):
            found.setdefault(title, []).append(place)
        place += len(squeezed(line).letters)
    places: dict[str, int] = {}
    last = -1
    for title in titles:
        if title in found:
            last = places[title] = next((one for one in found[title] if one > last), found[title][0])
    return places


def _texts_by_section(checked: Checked) -> dict[str, tuple[str, ...]]:
    """The texts of each section, by its title: those of the profile, or the lines that stand under it."""
    if checked.wanted is None:
        parts = [part for part in checked.resume.parts if part.kind]
        margins, runs = marginal(checked.artefact), by_height(checked.artefact)
        return {
            part.heading.text.strip(): tuple(
                line.text for line in part.lines if not _is_within(margins, runs_on(line, runs))
            )
            for part in parts
        }
    found: dict[str, list[str]] = {}
    rest = list(checked.wanted.sections)
    current = ""
    for text in checked.wanted.texts:
        if rest and text == rest[0]:
            current = rest.pop(0)
        elif current:
            found.setdefault(current, []).append(text)
    return {title: tuple(texts) for title, texts in found.items()}


def _is_within(margins: Collection[Run], runs: Sequence[Run]) -> bool:
    """Whether a line is a running head or foot."""
    return bool(runs) and all(run in margins for run in runs)


@checks(MIXED_SECTIONS, when=_has_sections)
def _mixed(checked: Checked) -> Iterator[Found]:
    sections = _texts_by_section(checked)
    faults: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for reading in checked.artefact.readings:
        for title, into, text in _strays(sections, reading):
            _, extractors = faults.setdefault((title, into), (text, []))
            if reading.extractor not in extractors:
                extractors.append(reading.extractor)
    for (title, into), (text, extractors) in faults.items():
        message = f"{shortened(text)} of “{title}” is read within “{into}” by {listed(extractors)}"
        yield Found(message, _LINEAR, line=line_near(checked.artefact, text))
    for line, other in read_across(checked.artefact):
        message = f"two columns are read as one, line by line: {shortened(line.text)}, {shortened(other.text)}"
        yield Found(message, _LINEAR, line=line)


def _strays(sections: Mapping[str, Sequence[str]], reading: Reading) -> Iterator[tuple[str, str, str]]:
    """Texts that are read under another title than theirs: that, the other, and the text."""
    places = _places(tuple(sections), reading)
    letters = squeezed(reading.text).letters
    for title, texts in sections.items():
        for text in texts if title in places else ():
            wanted = squeezed(text).letters
            is_told = len(wanted) >= _LEAST_LETTERS and not _is_date(text)
            place = letters.find(wanted) if is_told else -1
            if place >= 0 and letters.find(wanted, place + 1) < 0:
                before = [one for one in places if places[one] <= place]
                into = max(before, key=lambda one: places[one], default="")
                if into != title:
                    yield title, into or "the head of the file", text


def _is_date(text: str) -> bool:
    """Whether a text is dates alone, which have a rule of their own."""
    return any(period.text == text.strip() for period in periods_in(text))


def _is_curriculum(checked: Checked) -> bool:
    """Whether a file has sections, or an address and dates as CVs have them and no section at all."""
    spans = sum(1 for line in seen_lines(checked.artefact) if line.period and line.period.last)
    is_dated = bool(checked.resume.emails) and spans >= _LEAST_SPANS
    has_titles = len(checked.resume.parts) > 1
    return (is_dated or has_titles) and not are_slides(checked.artefact) and left_to_right(checked)


@checks(UNKNOWN_HEADING, when=_is_curriculum)
def _unknown(checked: Checked) -> Iterator[Found]:
    hint = "use a plain one, such as “Experience”, “Education”, “Skills”"
    parts = checked.resume.parts
    if not any(part.kind for part in parts):
        yield Found("no line is a title of a section that parsers know", hint)
    elif not {"work", "education"} <= {part.kind for part in parts}:
        for part in parts:
            if not part.kind:
                yield Found(f"parsers do not know the title “{part.heading.text.strip()}”", hint, line=part.heading)


@checks(HEADING_NOT_ALONE, when=_has_sections)
def _not_alone(checked: Checked) -> Iterator[Found]:
    lines = {line.number: line for line in checked.artefact.lines}
    for part in checked.resume.parts:
        line = lines[part.heading.number]
        if part.kind and not kind_of(line.text):
            message = f"the title “{part.heading.text}” is read in one line with what is beside it"
            yield Found(message, "give it a line of its own", line=line, part=part.heading.text)


SECTION_CHECKS: Final[tuple[Check, ...]] = (_order, _mixed, _unknown, _not_alone)
"""The checks of sections."""
