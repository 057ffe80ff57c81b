"""Family T: values of another type than the format has. Checks take a schema violation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cvpress.diagnostics import Finding, remove
from cvpress.rules.conversions import conversion
from cvpress.rules.numbers import quoted_number
from cvpress.rules.rule import rule
from cvpress.rules.words import subject, type_name, wanted_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.schema import Violation

__all__ = ["empty_text", "null", "wrong_type"]


@rule("T101", "wrong-type", fixes="both")
def wrong_type(violation: Violation) -> Iterator[Finding]:
    """A value has another type than the format gives it.

    Every key has one type, JSON Resume's where it has the key: a theme or a parser that
    expects a text cannot show a list.

    Example: `highlights: Led a team of five`

    Use instead:

        highlights:
          - Led a team of five
    """
    if violation.keyword != "type":
        return
    wanted, there = wanted_name(violation.wanted), type_name(violation.value)
    message = f"{subject(violation.pointer)} should be {wanted}, not {there}"
    if violation.wanted == "string" and isinstance(violation.value, (int, float)):
        yield Finding(violation.pointer, message, by_source=partial(quoted_number, violation))
    else:
        advice = conversion(violation)
        yield Finding(violation.pointer, message, advice.hint, fix=advice.fix)


@rule("T102", "null", fixes="safe")
def null(violation: Violation) -> Iterator[Finding]:
    """A value is null.

    The format has no null: what is not known, or not over, is left out. In YAML a key
    with nothing behind it is null as well: if what belongs to it stands below, that must be
    indented.

    Example: `endDate: null`

    Use instead: no `endDate` at all, which means "present"
    """
    if violation.keyword != "type" or violation.value is not None:
        return
    yield Finding(violation.pointer, f"{subject(violation.pointer)} is null", _leave_out(violation), fix=remove())


@rule("T103", "empty-text", fixes="safe")
def empty_text(violation: Violation) -> Iterator[Finding]:
    """A date, a URL, a mail address or a choice is an empty text.

    An empty text is neither a date nor a URL. Forms and exporters write one where nothing
    was filled in; leaving the key out says so in every program.

    Example: `url: ""`

    Use instead: no `url` at all
    """
    if violation.keyword not in {"pattern", "format", "enum"} or not isinstance(violation.value, str):
        return
    if violation.value.strip():
        return
    yield Finding(violation.pointer, f"{subject(violation.pointer)} is empty", _leave_out(violation), fix=remove())


def _leave_out(violation: Violation) -> str:
    if violation.pointer and violation.pointer[-1] == "endDate":
        return "leave `endDate` out: without it the entry goes on until the present"
    return "leave it out if there is nothing to say"
