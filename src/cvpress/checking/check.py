"""A check: a rule, when it applies to a file, and what it finds there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cvpress.diagnostics import Area, Diagnostic, Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cvpress.checking.artefact import Artefact, TextLine
    from cvpress.checking.parser.resume import Resume
    from cvpress.checking.wanted import Wanted
    from cvpress.measuring.boxes import Box
    from cvpress.rules.rule import Rule

__all__ = ["Check", "Checked", "Found", "always", "checks", "in_pdf", "with_profile"]


class Checked(NamedTuple):
    """What the checks look at.

    Attributes:
        artefact: the file.
        resume: what a parser of CVs would make of it.
        wanted: what must be found in it, if its profile is given.
    """

    artefact: Artefact
    resume: Resume
    wanted: Wanted | None = None


class Found(NamedTuple):
    """Something that is wrong with a file.

    Attributes:
        message: what is wrong, one sentence without a full stop.
        hint: how to mend it, or an empty string.
        line: the line of text that it is about.
        part: what of the line is meant; all of it if empty.
        page: the page, from 1, where it is about no line; 0 for the file.
        box: where on the page, where it is about no line.
    """

    message: str
    hint: str = ""
    line: TextLine | None = None
    part: str = ""
    page: int = 0
    box: Box | None = None


@dataclass(frozen=True)
class Check:
    """A rule about files, with what looks for it."""

    rule: Rule
    find: Callable[[Checked], Iterator[Found]]
    applies: Callable[[Checked], bool]

    def diagnostics(self, checked: Checked) -> Iterator[Diagnostic]:
        """What it finds in a file."""
        artefact = checked.artefact
        for found in self.find(checked):
            start, end = _positions(found)
            yield Diagnostic(
                self.rule.code,
                self.rule.severity,
                found.message,
                found.hint,
                (),
                artefact.name,
                start,
                end,
                area=_area(found, artefact),
            )


def always(_checked: Checked) -> bool:
    """For rules about every file."""
    return True


def in_pdf(checked: Checked) -> bool:
    """For rules about PDFs alone."""
    return checked.artefact.kind == "pdf"


def with_profile(checked: Checked) -> bool:
    """For rules that need to know what must be found."""
    return checked.wanted is not None


def checks(
    rule: Rule, *, when: Callable[[Checked], bool] = always
) -> Callable[[Callable[[Checked], Iterator[Found]]], Check]:
    """Make a check of the function that looks for what a rule forbids.

    Args:
        rule: its page; it is listed in `cvpress.rules`.
        when: whether the rule says anything about a file.
    """

    def make(find: Callable[[Checked], Iterator[Found]]) -> Check:
        return Check(rule, find, when)

    return make


def _positions(found: Found) -> tuple[Position, Position]:
    """Where in the text of the file; line 0 for what is not about its text."""
    if found.line is None:
        return Position(0, 0), Position(0, 0)
    start = max(0, found.line.text.find(found.part)) if found.part else 0
    end = start + len(found.part) if found.part else len(found.line.text)
    return Position(found.line.number, start + 1), Position(found.line.number, end + 1)


def _area(found: Found, artefact: Artefact) -> Area:
    """Where on the pages, counted from the top as people do."""
    page = found.line.page if found.line else found.page
    box = found.line.box if found.line else found.box
    if not page or box is None:
        return Area(page)
    height = artefact.sheets[page - 1][1]
    left, bottom, right, top = box
    return Area(page, (round(left, 1), round(height - top, 1), round(right, 1), round(height - bottom, 1)))
