"""Family V, first half: values that the schema does not take. Checks take a schema violation.

What advises about dates and addresses takes a while to load, and is imported when one is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.diagnostics import Finding, replace
from cvpress.rules.rule import rule
from cvpress.rules.words import quoted
from cvpress.values.suggestions import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.schema import Violation

__all__ = ["not_a_choice", "not_a_date", "not_a_mail_address", "not_a_url", "url_without_scheme"]


def _is_format(violation: Violation, name: str) -> bool:
    return violation.keyword == "format" and violation.wanted == name


@rule("V101", "not-a-date", fixes="both")
def not_a_date(violation: Violation) -> Iterator[Finding]:
    """A date is written in a form that programs do not read.

    JSON Resume has three forms: a year, a year and a month, a full date. What is written
    in one of them can be sorted, checked and shown in any language; words cannot.

    Example: `startDate: June 2019`, `endDate: Present`

    Use instead: `startDate: "2019-06"`, and no `endDate` at all
    """
    if violation.keyword == "pattern" and isinstance(violation.value, str):
        from cvpress.rules.dates import date_advice

        advice = date_advice(violation.pointer, violation.value)
        yield Finding(violation.pointer, f"{quoted(violation.value)} is not a date", advice.hint, fix=advice.fix)


@rule("V104", "url-without-scheme", fixes="safe")
def url_without_scheme(violation: Violation) -> Iterator[Finding]:
    """A URL has no scheme.

    Without `https://` before it, an address is a path relative to the page that it stands
    on, and the link leads nowhere.

    Example: `url: github.com/mcurie`

    Use instead: `url: https://github.com/mcurie`
    """
    if not _is_format(violation, "uri"):
        return
    from cvpress.rules.addresses import host_url

    url = host_url(violation.value)
    if url:
        message = f"{quoted(violation.value.strip())} is a URL without its scheme"
        yield Finding(violation.pointer, message, f"write `{url}`", fix=replace(url))


@rule("V106", "not-a-url", fixes="both")
def not_a_url(violation: Violation) -> Iterator[Finding]:
    """A URL is none.

    A link needs an address with a scheme and without white space. Anything else leads
    nowhere, or to a page that was not meant.

    Example: `url: see my page`

    Use instead: `url: https://example.org`
    """
    if _is_format(violation, "uri"):
        from cvpress.rules.addresses import link_url

        advice = link_url(violation.value)
        yield Finding(violation.pointer, f"{quoted(violation.value)} is not a URL", advice.hint, fix=advice.fix)


@rule("V107", "not-a-mail-address", fixes="both")
def not_a_mail_address(violation: Violation) -> Iterator[Finding]:
    """A mail address is none.

    A recruiter's reply that bounces is an interview that does not happen.

    Example: `email: marie(at)example.org`

    Use instead: `email: marie@example.org`
    """
    if _is_format(violation, "email"):
        from cvpress.rules.addresses import mail_address

        advice = mail_address(violation.value)
        yield Finding(
            violation.pointer, f"{quoted(violation.value)} is not a mail address", advice.hint, fix=advice.fix
        )


@rule("V109", "not-a-choice", fixes="both")
def not_a_choice(violation: Violation) -> Iterator[Finding]:
    """A value is none of those that its key can have.

    A program that meets a word that it does not know can only guess: whether an entry
    stays private must not be left to that.

    Example: `visibility: hidden`

    Use instead: `visibility: private`
    """
    if violation.keyword != "enum" or not isinstance(violation.value, str):
        return
    choices = [str(choice) for choice in violation.wanted]
    match = nearest(violation.value, choices)
    is_same = folded(match) == folded(violation.value.strip())
    listed = " or ".join(f"`{choice}`" for choice in choices)
    yield Finding(
        violation.pointer,
        f"`{violation.pointer[-1]}` should be {listed}, not {quoted(violation.value)}",
        (f"write `{match}`" if is_same else f"did you mean `{match}`?") if match else "",
        fix=replace(match, safe=is_same) if match else None,
    )
