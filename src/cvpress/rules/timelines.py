"""Families V and C, entries side by side in time: twice the same, out of order. Checks take a profile's contents."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Finding, Severity
from cvpress.rules.contents import groups
from cvpress.rules.rule import rule
from cvpress.rules.spans import Span, spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cvpress.rules.contents import Contents, Located

__all__ = ["out_of_order", "overlap"]

_IDENTITY: Final = {
    "work": ("name", "position", "team", "location", "type", "tags"),
    "education": ("institution", "studyType", "area", "location", "tags"),
}
"""What tells two entries of a section apart; the first two of each must be there. Tags part those of variants."""

_MONTHS_OF_CHANGE: Final = 3
"""So long may two full-time jobs overlap: a notice period, holidays not taken."""

_CHRONICLES: Final = ("work", "volunteer", "education", "teaching", "talks", "grants")
"""Sections that readers expect in the order of time; others may well go by weight."""

_WITH_ROLES: Final = ("work", "volunteer")

_FEWEST_IN_DISORDER: Final = 3
"""Two entries are always in one order or the other."""


@rule("V113", "overlap", Severity.WARNING)
def overlap(contents: Contents) -> Iterator[Finding]:
    """Two entries can hardly be true together.

    The same position with the same employer, or the same study, is there twice for the same
    time; or two jobs with `type: full-time` overlap by more than three months. Only what the
    dates tell for sure counts, and an entry without `endDate` goes on to the present.

    If it is true all the same, say so at the entry: `# cvpress: ignore[V113]`.

    Example: two jobs with `type: full-time`, one to "2021-12", the other from "2021-01"

    Use instead: the dates as they were, or `type: part-time`
    """
    for section, keys in _IDENTITY.items():
        entries = contents.sections.get(section, ())
        if len({str(entry.get(keys[0])) for _, entry in entries}) < len(entries):
            yield from _same_twice(entries, keys, contents.today)
    jobs = [(pointer, entry) for pointer, entry in contents.sections.get("work", ()) if "type" in entry]
    if len(jobs) > 1:
        yield from _full_time_twice(jobs, contents.today)


def _same_twice(entries: Sequence[Located], keys: Sequence[str], today: str) -> Iterator[Finding]:
    same: dict[tuple[str, ...], list[Span]] = {}
    for span in spans(entries, today):
        if span.entry.get(keys[0]) and span.entry.get(keys[1]):
            same.setdefault(tuple(str(span.entry.get(key)) for key in keys), []).append(span)
    for group in same.values():
        for first, second in _clashes(group, Span.overlaps):
            message = f"this is the same as {_place(first)}, for the same time"
            yield Finding(second.date_pointer, message, "drop one of them, or mend the dates")


def _full_time_twice(jobs: Iterable[Located], today: str) -> Iterator[Finding]:
    full_time = [span for span in spans(jobs, today) if _is_full_time(span)]
    for first, second in _clashes(full_time, _overlap_long):
        message = (
            f"this job and {_place(first)} are both full-time, and overlap by more than {_MONTHS_OF_CHANGE} months"
        )
        yield Finding(second.date_pointer, message, "mend the dates, or the `type` of one of them")


def _clashes(group: list[Span], clash: Callable[[Span, Span], bool]) -> Iterator[tuple[Span, Span]]:
    """Each span that clashes with the longest of those begun before it, the first of the file first in each pair."""
    ordered = sorted(group, key=lambda span: span.start)
    for longest, span in zip(accumulate(ordered, _that_ends_later), ordered[1:], strict=False):
        if clash(longest, span):
            first, second = sorted((longest, span), key=lambda clashing: clashing.pointer[-1])
            yield first, second


def _that_ends_later(one: Span, other: Span) -> Span:
    return other if other.end > one.end else one


def _overlap_long(one: Span, other: Span) -> bool:
    return one.months_shared(other) > _MONTHS_OF_CHANGE


def _is_full_time(span: Span) -> bool:
    return str(span.entry["type"]).lower().replace("-", "").replace(" ", "") == "fulltime"


def _place(span: Span) -> str:
    *_, section, index = span.pointer
    return f"entry {int(index) + 1} of `{section}`"


@rule("C109", "out-of-order", Severity.WARNING)
def out_of_order(contents: Contents) -> Iterator[Finding]:
    """A section goes neither from new to old nor from old to new.

    Every output shows the entries in the order of the file, and a reader who meets 2015
    between 2010 and 2012 looks for what is hidden. The first entry that breaks the order is
    reported, for jobs and the roles in them, unpaid work, education, teaching, talks and
    grants; an entry is later than another if it both began and ended later for sure.

    If the order is meant, say so at the entry: `# cvpress: ignore[C109]`.

    Example: jobs that began in 2015, 2010 and 2012

    Use instead: 2015, 2012, 2010, the latest first
    """
    sections = contents.sections
    chronicles = [sections[name] for name in _CHRONICLES if name in sections]
    chronicles += [
        groups((*pointer, "roles"), entry["roles"])
        for name in _WITH_ROLES
        if name in sections
        for pointer, entry in sections[name]
        if "roles" in entry
    ]
    for entries in chronicles:
        if len(entries) >= _FEWEST_IN_DISORDER and not _go_down(entries):
            yield from _disorder(entries, contents.today)


def _disorder(entries: Iterable[Located], today: str) -> Iterator[Finding]:
    pairs = list(pairwise(spans(entries, today)))
    rising = [second for first, second in pairs if second.is_later(first)]
    falling = [second for first, second in pairs if first.is_later(second)]
    if not rising or not falling:
        return
    if len(rising) <= len(falling):
        span, message = rising[0], "this is later than the entry before it, while others go from new to old"
    else:
        span, message = falling[0], "this is earlier than the entry before it, while others go from old to new"
    yield Finding(span.date_pointer, message, "outputs keep the order of the file: put the latest first")


def _go_down(entries: Iterable[Located]) -> bool:
    """Whether each entry began before the one above it, which needs no closer look."""
    dates = [str(entry.get("startDate") or entry.get("date") or entry.get("endDate")) for _, entry in entries]
    return dates == sorted(dates, reverse=True)
