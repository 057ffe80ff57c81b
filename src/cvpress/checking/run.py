"""Checks a file: opens it, parses it, and holds every rule about files against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cvpress.checking.check import Checked
from cvpress.checking.parsing import parse
from cvpress.checking.table import CHECKS

if TYPE_CHECKING:
    from cvpress.checking.artefact import Artefact
    from cvpress.checking.resume import Resume
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
    """

    artefact: Artefact
    resume: Resume
    diagnostics: tuple[Diagnostic, ...]
    held: tuple[Rule, ...]
    broken: tuple[Rule, ...]
    idle: tuple[Rule, ...]


def check_artefact(artefact: Artefact, wanted: Wanted | None = None) -> Outcome:
    """Hold all rules about files against one.

    Args:
        artefact: the file, opened and read.
        wanted: what must be found in it, if that is known.
    """
    checked = Checked(artefact, parse(artefact), wanted)
    diagnostics: list[Diagnostic] = []
    held: list[Rule] = []
    broken: list[Rule] = []
    idle: list[Rule] = []
    for check in CHECKS:
        if not check.applies(checked):
            idle.append(check.rule)
            continue
        found = list(check.diagnostics(checked))
        (broken if found else held).append(check.rule)
        diagnostics += found
    diagnostics.sort(key=lambda diagnostic: (diagnostic.start, diagnostic.code))
    return Outcome(artefact, checked.resume, tuple(diagnostics), tuple(held), tuple(broken), tuple(idle))
