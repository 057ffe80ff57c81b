"""Family V, first half: values that the schema does not take. Checks take a schema violation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cvpress.diagnostics import Finding
from cvpress.rules.rule import rule
from cvpress.rules.words import nearest, quoted
from cvpress.values.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.schema import Violation

__all__ = ["not_a_choice", "not_a_date", "not_a_mail_address", "not_a_url", "url_without_scheme"]

_PRESENT = {
    *("present", "current", "currently", "now", "today", "ongoing", "to date", "till date", "until now"),
    *("heute", "jetzt", "aujourd'hui", "actualidad", "oggi", "atual", "heden", "obecnie", "nu"),
}
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/:?#]\S*)?", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def _is_date(violation: Violation) -> bool:
    return violation.keyword == "pattern" and isinstance(violation.value, str)


def _is_format(violation: Violation, name: str) -> bool:
    return violation.keyword == "format" and violation.wanted == name


@rule("V101", "not-a-date")
def not_a_date(violation: Violation) -> Iterator[Finding]:
    """A date is written in a form that programs do not read.

    JSON Resume has three forms: a year, a year and a month, a full date. What is written
    in one of them can be sorted, checked and shown in any language; words cannot.

    Example: `endDate: Present`, `startDate: June 2019`, `date: 3/2020`

    Use instead: no `endDate`; `startDate: "2019-06"`; `date: "2020-03"`
    """
    if _is_date(violation):
        text = violation.value
        yield Finding(violation.pointer, f"{quoted(text)} is not a date", date_hint(violation.pointer, text))


@rule("V104", "url-without-scheme")
def url_without_scheme(violation: Violation) -> Iterator[Finding]:
    """A URL has no scheme.

    Without `https://` before it, an address is a path relative to the page that it stands
    on, and the link leads nowhere.

    Example: `url: github.com/mcurie`

    Use instead: `url: https://github.com/mcurie`
    """
    if not _is_format(violation, "uri"):
        return
    address = violation.value.strip()
    if _HOST.fullmatch(address):
        yield Finding(violation.pointer, f"{quoted(address)} is a URL without its scheme", f"write `https://{address}`")


@rule("V106", "not-a-url")
def not_a_url(violation: Violation) -> Iterator[Finding]:
    """A URL is none.

    A link needs an address with a scheme and without white space.

    Example: `url: see my page`

    Use instead: `url: https://example.org`
    """
    if _is_format(violation, "uri"):
        text = violation.value
        has_space = any(char.isspace() for char in text.strip())
        hint = "a URL has no white space in it; write `%20` for a blank" if has_space else ""
        if text != text.strip() and not has_space:
            hint = "drop the white space around it"
        yield Finding(
            violation.pointer,
            f"{quoted(text)} is not a URL",
            hint or "write the whole address, such as `https://example.org`",
        )


@rule("V107", "not-a-mail-address")
def not_a_mail_address(violation: Violation) -> Iterator[Finding]:
    """A mail address is none.

    A recruiter's reply that bounces is an interview that does not happen.

    Example: `email: marie(at)example.org`

    Use instead: `email: marie@example.org`
    """
    if not _is_format(violation, "email"):
        return
    text = violation.value.strip()
    guess = re.sub(r"\s*[\[({]\s*(at|@)\s*[\])}]\s*|\s+at\s+", "@", text.removeprefix("mailto:"))
    guess = re.sub(r"\s*[\[({]\s*dot\s*[\])}]\s*|\s+dot\s+", ".", guess)
    is_better = guess != violation.value and re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", guess)
    hint = f"write `{guess}`" if is_better else "write it as `name@example.org`"
    yield Finding(violation.pointer, f"{quoted(violation.value)} is not a mail address", hint)


@rule("V109", "not-a-choice")
def not_a_choice(violation: Violation) -> Iterator[Finding]:
    """A value is none of those that its key can have.

    Example: `visibility: hidden`

    Use instead: `visibility: private`
    """
    if violation.keyword != "enum" or not isinstance(violation.value, str):
        return
    choices = [str(choice) for choice in violation.wanted]
    match = nearest(violation.value, choices)
    hint = f"did you mean `{match}`?" if match else ""
    listed = " or ".join(f"`{choice}`" for choice in choices)
    message = f"`{violation.pointer[-1]}` should be {listed}, not {quoted(violation.value)}"
    yield Finding(violation.pointer, message, hint)


def date_hint(pointer: tuple[Any, ...], text: str) -> str:
    """How a date that was written otherwise is to be written, where there is one reading only."""
    folded = " ".join(text.lower().split()).strip(".")
    if folded in _PRESENT and pointer[-1] == "endDate":
        return "leave `endDate` out: without it the entry goes on until the present"
    if re.fullmatch(r"\d{4}(-\d\d)? ?(-|–|to|until) ?\d{4}(-\d\d)?", folded):
        return "write the two ends of the range as `startDate` and `endDate`"
    reading = _read_loose_date(folded)
    if reading:
        return f'write "{reading}"'
    return 'write a year "2019", a month "2019-06" or a day "2019-06-30"'


def _read_loose_date(text: str) -> str:
    """The ISO form of "june 2019", "2019-6", "2019/06", "6/2019", "30.6.2019" or a time stamp, or an empty string."""
    year_first = re.fullmatch(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2})(?:[t ]\d{1,2}:.*)?)?", text)
    if year_first:
        return _iso(*year_first.groups())
    month_first = re.fullmatch(r"(\d{1,2})[-/. ](\d{4})", text)
    if month_first:
        return _iso(month_first.group(2), month_first.group(1))
    german = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text)
    if german:
        return _iso(*reversed(german.groups()))
    named = re.fullmatch(r"([a-z]{3,9})\.?,? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})", text)
    if named and named.group(1)[:3] in _MONTHS:
        return _iso(named.group(3), str(_MONTHS.index(named.group(1)[:3]) + 1), named.group(2))
    return ""


def _iso(year: str, month: str, day: str | None = None) -> str:
    text = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return text if PartialDate.parse(text) else ""
