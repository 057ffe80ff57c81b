"""Families V (second half) and C, as far as one value is looked at. Checks take a node."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cvpress.diagnostics import Finding, Severity, replace
from cvpress.rules.countries import country_advice
from cvpress.rules.placeholders import placeholders
from cvpress.rules.rule import rule
from cvpress.rules.words import LONGEST_WORD, quoted
from cvpress.values.countries import COUNTRY_CODES
from cvpress.values.dates import PartialDate, days_in_month
from cvpress.values.formats import LINK_SCHEMES, is_link_url, is_uri, url_scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.rules.walk import Node

__all__ = ["dangerous_url", "impossible_date", "overlong_word", "placeholder", "unknown_country", "url_without_link"]

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")
_BREAK = (
    r"[\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
    r"\U00020000-\U0003ffff]"
)
"""Where a line can end: blanks, and the letters of Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean."""

_HARMFUL_SCHEMES = {"javascript", "vbscript", "data", "file", "blob", "view-source"}


@rule("V102", "impossible-date")
def impossible_date(node: Node) -> Iterator[Finding]:
    """A date is not in the calendar.

    It has the right form, but there is no such month or day; a slip in a date is hard
    to explain in an interview.

    Example: `startDate: "2013-02-31"`, `endDate: "2013-13"`

    Use instead: a date that there is, or only as much of it as you know: `"2013-02"`
    """
    if node.kind != "Date" or not isinstance(node.value, str) or PartialDate.parse(node.value):
        return
    match = _DATE.match(node.value)
    if not match:
        return
    year, month, day = (int(group or 0) for group in match.groups())
    if not 1 <= month <= 12:
        hint = "months go from 01 to 12"
    elif day == 0:
        hint = f'write "{year}-{month:02}" if the day is not known'
    else:
        hint = f"that month has {days_in_month(year, month)} days"
    yield Finding(node.pointer, f"{quoted(node.value)} is not a date of the calendar", hint)


@rule("V105", "dangerous-url")
def dangerous_url(node: Node) -> Iterator[Finding]:
    """A URL runs code, or reads a file of the reader's machine.

    No output makes a link of it; in a file from somebody else it may be an attack.

    Example: `url: javascript:alert(1)`

    Use instead: `url: https://example.org`
    """
    if node.kind == "Uri" and isinstance(node.value, str):
        scheme = url_scheme(node.value)
        if scheme in _HARMFUL_SCHEMES:
            yield Finding(node.pointer, f"a URL must not have the scheme `{scheme}:`", "write a web address, https://…")


@rule("V110", "url-without-link", Severity.WARNING, fixes="unsafe")
def url_without_link(node: Node) -> Iterator[Finding]:
    """A URL is of a kind that no output makes a link of.

    Links lead to web pages, mail addresses and phone numbers. Anything else is shown as
    text, as few readers could open it.

    Example: `url: ftp://example.org/cv`

    Use instead: `url: https://example.org/cv`
    """
    if node.kind != "Uri" or not isinstance(node.value, str) or not is_uri(node.value):
        return
    scheme = url_scheme(node.value)
    if scheme in _HARMFUL_SCHEMES or is_link_url(node.value):
        return
    fix = None
    if "." in scheme:
        hint, fix = f"write `https://{node.value}` if it is a web address", replace(f"https://{node.value}", safe=False)
    elif scheme in LINK_SCHEMES:
        hint = "nothing that could be an address follows the scheme"
    else:
        hint = f"links begin with {', '.join(f'`{name}:`' for name in LINK_SCHEMES)}"
    yield Finding(node.pointer, f"{quoted(node.value)} will not be a link", hint, fix=fix)


@rule("V108", "unknown-country", fixes="both")
def unknown_country(node: Node) -> Iterator[Finding]:
    """A country code is none of ISO 3166-1's.

    JSON Resume wants the two capital letters of the standard: from them cvpress knows the
    name of the country in every language. Kosovo, which has no code there, is XK.

    Example: `countryCode: UK`

    Use instead: `countryCode: GB`
    """
    if node.kind != "Country" or not isinstance(node.value, str) or node.value in COUNTRY_CODES:
        return
    advice = country_advice(node.value)
    yield Finding(node.pointer, f"{quoted(node.value)} is not a country code", advice.hint, fix=advice.fix)


@rule("V111", "overlong-word")
def overlong_word(node: Node) -> Iterator[Finding]:
    """A word is so long that no line can hold it.

    More than 2,000 characters without a blank are data that went astray, and setting them
    line by line would take a renderer minutes. Texts in Chinese, Japanese or Thai, which have no
    blanks, break between their characters.

    Example: a base64 file pasted into `summary`

    Use instead: a text; a photo stands in `image`, as the name of a file
    """
    if not isinstance(node.value, str) or len(node.value) <= LONGEST_WORD or node.pointer == ("basics", "image"):
        return
    longest = max(re.split(_BREAK, node.value), key=len)
    if len(longest) > LONGEST_WORD:
        message = f"a word has {len(longest):,} characters: {quoted(longest)}"
        yield Finding(node.pointer, message, f"the longest that can be set has {LONGEST_WORD:,}", part=longest[:40])


@rule("C101", "placeholder", Severity.WARNING)
def placeholder(node: Node) -> Iterator[Finding]:
    """A text holds something that was meant to be replaced.

    A letter that asks "[company]" for a job is the letter that people remember. Found are words in
    brackets that stand for others (`[Your Name]`, but not `[Preprint]`), `{{name}}`, XXXX, "Lorem
    ipsum", and marks such as TODO at the end of a text or before a colon. Code (`` `{{name}}` ``) is meant.

    Example: `I have long admired [company].`

    Use instead: `I have long admired the University of Paris.`
    """
    if not isinstance(node.value, str):
        return
    for found in placeholders(node.value):
        message = f"a placeholder is left in the text: {quoted(found)}"
        yield Finding(node.pointer, message, "replace it", part=found)
