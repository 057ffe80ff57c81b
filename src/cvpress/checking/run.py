"""Checks a file: parses it, and holds every rule about files against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cvpress.checking.check import Checked
from cvpress.checking.parser.parsing import parse
from cvpress.checking.table import CHECKS
from cvpress.policy.policy import Policy

if TYPE_CHECKING:
    from cvpress.checking.artefact import Artefact
    from cvpress.checking.parser.resume import Resume
    from cvpress.checking.wanted import Wanted
    from cvpress.diagnostics import Diagnostic
    from cvpress.rules.rule import Rule

__all__ = ["Outcome", "check_artefact"]


class Outcome(NamedTuple):
    """What came of checking a file.

    Attributes:
        resume: what a parser of CVs makes of it.
        diagnostics: what is wrong, in the order of the text.
        held: the rules that hold.
        broken: the rules that do not.
        idle: the rules that say nothing about such a file.

    Rules that do not count by the settings are in none of these.
    """

    artefact: Artefact
    resume: Resume
    diagnostics: tuple[Diagnostic, ...]
    held: tuple[Rule, ...]
    broken: tuple[Rule, ...]
    idle: tuple[Rule, ...]


def check_artefact(artefact: Artefact, wanted: Wanted | None = None, policy: Policy | None = None) -> Outcome:
    """Hold all rules about files against one.

    Args:
        artefact: the file, opened and read.
        wanted: what must be found in it, if that is known.
        policy: which rules count, and how severely; all with their own severity if None. The comments of
            profiles and the exceptions for their values say nothing about a finished file.
    """
    policy = policy or Policy()
    checked = Checked(artefact, parse(artefact), wanted)
    diagnostics: list[Diagnostic] = []
    held: list[Rule] = []
    broken: list[Rule] = []
    idle: list[Rule] = []
    for check in CHECKS:
        severity = policy.severity_of(check.rule)
        if severity is None:
            continue
        if not check.applies(checked):
            idle.append(check.rule)
            continue
        found = [diagnostic._replace(severity=severity) for diagnostic in check.diagnostics(checked)]
        (broken if found else held).append(check.rule)
        diagnostics += found
    diagnostics.sort(key=_place)
    return Outcome(artefact, checked.resume, tuple(diagnostics), tuple(held), tuple(broken), tuple(idle))


def _place(diagnostic: Diagnostic) -> tuple[object, ...]:
    """What is about the file as a whole, then page by page."""
    page, box = diagnostic.area or (0, None)
    return page, diagnostic.start, box[1] if box else 0.0, diagnostic.code
