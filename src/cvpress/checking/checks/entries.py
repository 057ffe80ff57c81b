"""Whether parsers can fill in the fields of jobs and degrees (rules P501..P503)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, checks
from cvpress.checking.checks.squeezing import line_near, listed, read_squeezed, shortened, squeezed
from cvpress.checking.checks.writing import left_to_right
from cvpress.checking.parser.periods import periods_in
from cvpress.rules.file_fields import MIXED_DATE_STYLES, REVERSED_DATES, SCATTERED_ENTRY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.checking.artefact import Reading
    from cvpress.checking.check import Check, Checked
    from cvpress.checking.checks.squeezing import Squeezed
    from cvpress.checking.parser.periods import Moment, Period
    from cvpress.checking.parser.resume import Position

__all__ = ["ENTRY_CHECKS"]

_REACH: Final = 250
"""The letters that a head may have on either side of its title."""

_BODY: Final = 50
"""The letters from which on a text is one of the body, not of the head."""


def _has_jobs(checked: Checked) -> bool:
    jobs = checked.wanted.jobs if checked.wanted else checked.resume.jobs
    return bool(jobs) and left_to_right(checked)


@checks(SCATTERED_ENTRY, when=_has_jobs)
def _scattered(checked: Checked) -> Iterator[Found]:
    if checked.wanted is None:
        yield from _incomplete(checked)
        return
    readings = checked.artefact.readings
    for place, job in enumerate(checked.wanted.jobs):
        body = _body_of(place, checked)
        faults = {one.extractor: fault for one in readings if (fault := _fault(job, body, one))}
        if len(faults) * 2 > len(readings):
            what = " and ".join(dict.fromkeys(faults.values()))
            message = f"{what} of {shortened(job[0])} are read away from it by {listed(tuple(faults))}"
            yield Found(message, _TOGETHER, line=line_near(checked.artefact, job[0]))


_TOGETHER: Final = "put title, employer and dates together, before what is told of the job"


def _incomplete(checked: Checked) -> Iterator[Found]:
    """What a parser does not find, where it finds it for other jobs, or where there are enough dates elsewhere."""
    jobs = checked.resume.jobs
    dated = sum(1 for job in jobs if job.dates)
    spans = sum(1 for line in checked.artefact.lines for period in periods_in(line.text) if period.last)
    stray = spans - sum(1 for one in (*jobs, *checked.resume.degrees) if one.dates)
    for job in jobs:
        line = job.lines[0] if job.lines else None
        if not job.title:
            yield Found("a parser finds the dates of a job and no title", _TOGETHER, line=line)
        elif not job.dates and job.organization and (dated * 2 >= len(jobs) or stray >= len(jobs) - dated):
            yield Found(f"a parser finds no dates for the job “{job.title}”", _TOGETHER, line=line)


def _body_of(place: int, checked: Checked) -> str:
    """The first text of a job that is not of its head; empty if there is none."""
    jobs, texts = checked.wanted.jobs if checked.wanted else (), checked.wanted.texts if checked.wanted else ()
    title = jobs[place][0]
    if title not in texts:
        return ""
    start = texts.index(title) + 1
    later = [texts.index(job[0], start) for job in jobs[place + 1 :] if job[0] in texts[start:]]
    between = texts[start : min(later, default=start + 8)]
    return next((text for text in between if len(text) > _BODY and text not in jobs[place]), "")


def _fault(job: tuple[str, str, str], body: str, reading: Reading) -> str:
    """Which field an extractor reads away from the title; empty if all are together."""
    read = read_squeezed(reading)
    title, organization, dates = (squeezed(field).letters for field in job)
    places = list(read.places(title))
    if not places or _is_together(places, read, dates, body):
        return _lost_employer(places, read, organization)
    return "the dates"


def _is_together(places: Sequence[int], read: Squeezed, dates: str, body: str) -> bool:
    if not dates:
        return True
    for place in places:
        end = read.letters.find(squeezed(body).letters, place) if body else -1
        last = min(place + _REACH, end if end >= 0 else place + _REACH)
        if dates in read.letters[max(0, place - len(dates) - 8) : last]:
            return True
    return False


def _lost_employer(places: Sequence[int], read: Squeezed, organization: str) -> str:
    """An employer may stand over several jobs, but not under them."""
    if not organization or not places or organization not in read.letters:
        return ""
    is_before = any(organization in read.letters[: place + _REACH] for place in places)
    return "" if is_before else "the employer"


def _dated_lines(checked: Checked) -> Iterator[tuple[Position, Period]]:
    for position in (*checked.resume.jobs, *checked.resume.degrees):
        for period in periods_in(position.dates):
            yield position, period


def _has_dates(checked: Checked) -> bool:
    return left_to_right(checked) and any(True for _ in _dated_lines(checked))


@checks(MIXED_DATE_STYLES, when=_has_dates)
def _mixed_styles(checked: Checked) -> Iterator[Found]:
    first: tuple[str, str] | None = None
    for position, period in _dated_lines(checked):
        for moment in (period.first, period.last):
            if moment is None or not moment.style:
                continue
            first = first or (moment.style, period.text)
            if moment.style != first[0]:
                message = f"“{period.text}” is written in another way than “{first[1]}”"
                yield _at_dates(position, period, message, "write all dates in one way")
                return


@checks(REVERSED_DATES, when=_has_dates)
def _reversed(checked: Checked) -> Iterator[Found]:
    for position, period in _dated_lines(checked):
        if period.last and _is_after(period.first, period.last):
            message = f"“{period.text}” ends before it begins"
            yield _at_dates(position, period, message, "write the earlier date first")


def _at_dates(position: Position, period: Period, message: str, hint: str) -> Found:
    """A finding about the dates of a job or a degree, which may stand on a line of their own."""
    line = next((line for line in position.lines if period.text in line.text), None)
    if line is None:
        return Found(message, hint, line=next(iter(position.lines), None))
    return Found(message, hint, line=line, part=period.text)


def _is_after(first: Moment, last: Moment) -> bool:
    if not last.year or first.year != last.year:
        return bool(last.year) and first.year > last.year
    return bool(first.month and last.month) and first.month > last.month


ENTRY_CHECKS: Final[tuple[Check, ...]] = (_scattered, _mixed_styles, _reversed)
"""The checks of jobs and degrees."""
