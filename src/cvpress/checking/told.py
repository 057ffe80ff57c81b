"""What came of checking a file, for people: what a parser reads, and how many rules hold; and for programs."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from cvpress.reporters.columns import columns, fitting
from cvpress.reporters.style import counted, one_line, painted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cvpress.checking.artefact import Reading
    from cvpress.checking.parser.resume import Part, Position
    from cvpress.checking.run import Outcome
    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Screen
    from cvpress.rules.rule import Rule

__all__ = ["outcome_as_data", "outcome_told"]

_IN_A_LINE: Final = frozenset({"concise", "github"})
_NARROWEST: Final = 60
_WIDEST: Final = 100
_LABELS: Final = 12
"""Columns of the labels on the left."""

_MOST: Final = 30
"""Jobs, degrees or sections that are told."""

_DATES: Final = 26
"""Columns of the longest dates: "September 2012 – today" and some more."""

_MISSING: Final = "–"


def outcome_told(outcome: Outcome, format_name: str, screen: Screen) -> str:
    """What a report for people says of a file behind its findings; empty in the formats for programs.

    Args:
        outcome: what came of checking it.
        format_name: one of `cvpress.reporters.REPORTERS`.
        screen: what it is read on.
    """
    if format_name == "full":
        return "".join(f"{line}\n" for line in (*_parsed(outcome, screen), *_sums(outcome, screen), ""))
    return f"{one_line(outcome.artefact.name)}: {_sum(outcome)}\n" if format_name in _IN_A_LINE else ""


def _parsed(outcome: Outcome, screen: Screen) -> Iterator[str]:
    """The fields that a parser fills in."""
    resume, width = outcome.resume, min(max(screen.width, _NARROWEST), _WIDEST)
    yield painted(f"What a parser reads of {one_line(outcome.artefact.name)}", "place", color=screen.color)
    yield ""
    yield from _field("name", (resume.name,), width)
    yield from _field("mail", resume.emails, width)
    yield from _field("phone", resume.phones, width)
    yield from _field("links", resume.urls, width)
    yield from _listed("sections", [_section(part) for part in resume.parts], width)
    yield from _listed("jobs", _table(resume.jobs, width), width)
    yield from _listed("degrees", _table(resume.degrees, width), width)
    yield ""


def _section(part: Part) -> str:
    kind = f"({part.kind})" if part.kind else "(no section that parsers know)"
    return f"{' '.join(part.heading.text.split())} {kind}"


def _field(label: str, values: Sequence[str], width: int) -> Iterator[str]:
    """A field, in lines that are filled."""
    text = ", ".join(one_line(value) for value in values if value) or _MISSING
    lines = wrap(text, width - _LABELS, break_long_words=False, break_on_hyphens=False)
    for number, line in enumerate(lines):
        yield f"  {'' if number else label:<{_LABELS - 2}}{line}"


def _listed(label: str, values: Sequence[str], width: int) -> Iterator[str]:
    """A field, a line a value."""
    more = [f"and {len(values) - _MOST:,} more"] if len(values) > _MOST else []
    for number, value in enumerate((*values[:_MOST], *more) or (_MISSING,)):
        text = one_line(value)
        cut = text if columns(text) <= width - _LABELS else f"{fitting(text, width - _LABELS - 1)}…"
        yield f"  {'' if number else label:<{_LABELS - 2}}{cut}"


def _table(positions: Sequence[Position], width: int) -> list[str]:
    """Title, employer and dates in columns."""
    rows = [tuple(one_line(cell) or _MISSING for cell in position[:3]) for position in positions]
    titles, names, dates = (max((columns(row[column]) for row in rows), default=0) for column in range(3))
    dates = min(dates, _DATES)
    room = width - _LABELS - dates - 2 * len(" | ")
    titles = min(titles, max(room // 2, room - names))
    names = min(names, room - titles)
    return [" | ".join(map(_cell, row, (titles, names, dates))).rstrip() for row in rows]


def _cell(text: str, width: int) -> str:
    """A text in a column of a table."""
    shown = text if columns(text) <= width else f"{fitting(text, width - 1)}…"
    return shown + " " * (width - columns(shown))


def _sums(outcome: Outcome, screen: Screen) -> Iterator[str]:
    """How many rules hold, and which do not."""
    yield painted(f"{one_line(outcome.artefact.name)}: {_sum(outcome)}", "place", color=screen.color)
    names = max((len(rule.name) for rule in outcome.broken), default=0)
    for rule in outcome.broken:
        yield f"  {rule.code} {rule.name:<{names}}  {_where(rule, outcome.diagnostics)}"
    for reading in outcome.artefact.readings:
        if reading.reason:
            yield f"  {reading.extractor} failed {_failure(reading)}"
    if outcome.artefact.unread:
        yield f"  not read: {', '.join(outcome.artefact.unread)}"


def _sum(outcome: Outcome) -> str:
    held, applying, idle = len(outcome.held), len(outcome.held) + len(outcome.broken), len(outcome.idle)
    others = f", {idle} {'does' if idle == 1 else 'do'} not apply" if idle else ""
    return f"{held} of {counted(applying, 'rule')} {'holds' if applying == 1 else 'hold'}{others}"


def _where(rule: Rule, diagnostics: Iterable[Diagnostic]) -> str:
    """How often a rule is broken, and on which pages."""
    found = [diagnostic for diagnostic in diagnostics if diagnostic.code == rule.code]
    pages = sorted({diagnostic.area.page for diagnostic in found if diagnostic.area and diagnostic.area.page})
    times = "once" if len(found) == 1 else f"{len(found):,} times"
    shown = ", ".join(map(str, pages[:8])) + (", …" if len(pages) > 8 else "")
    return f"{times}, on page{'s' if len(pages) > 1 else ''} {shown}" if pages else times


def _failure(reading: Reading) -> str:
    """Where an extractor failed, and why."""
    return f"on page {len(reading.pages) + 1} ({reading.reason})" if reading.pages else f"({reading.reason})"


def outcome_as_data(outcome: Outcome) -> dict[str, Any]:
    """What a parser reads of a file, and which rules hold, for programs."""
    resume, artefact = outcome.resume, outcome.artefact
    return {
        "file": artefact.name,
        "pages": len(artefact.sheets),
        "name": resume.name,
        "emails": resume.emails,
        "phones": resume.phones,
        "urls": resume.urls,
        "sections": [{"kind": part.kind, "title": part.heading.text.strip()} for part in resume.parts],
        "jobs": [_position(position) for position in resume.jobs],
        "degrees": [_position(position) for position in resume.degrees],
        "rules": {
            "held": [rule.code for rule in outcome.held],
            "broken": [rule.code for rule in outcome.broken],
            "idle": [rule.code for rule in outcome.idle],
        },
        "failed": {reading.extractor: reading.reason for reading in artefact.readings if reading.reason},
        "unread": artefact.unread,
    }


def _position(position: Position) -> dict[str, str]:
    return {"title": position.title, "organization": position.organization, "dates": position.dates}
