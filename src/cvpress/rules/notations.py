"""Family V, values that have a notation of their own: phone numbers, levels, times. Checks take a node."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cvpress.diagnostics import Finding, Severity
from cvpress.rules.rule import rule
from cvpress.rules.words import quoted
from cvpress.values.dates import TIMESTAMP_PATTERN
from cvpress.values.fluency import CEFR_LEVELS, CEFR_PATTERN, NO_LEVEL_PATTERN
from cvpress.values.phones import DROPPED_ZERO, EXTENSION, MOST_DIGITS, PHONE_PATTERN, international

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.rules.walk import Node

__all__ = ["language_level", "not_a_timestamp", "phone"]

_INTERNATIONAL = "write it with + and the code of the country first"

_LONGEST = 100
"""No phone number has more characters; in a longer text no extension is looked for."""


@rule("V114", "phone", Severity.WARNING)
def phone(node: Node) -> Iterator[Finding]:
    """A phone number is not in international form.

    Only with the code of its country can it be dialled from everywhere, by a person or by a
    tap on the link that cvpress makes of it. ITU-T E.164 says how: a plus sign, the code of
    the country, at most 15 digits in all; blanks, dots, hyphens and parentheses may part them, and
    an extension may follow (`ext. 12`, `x12`).

    Example: `phone: (030) 123456`, `phone: 0049 30 123456`, `phone: +49 (0)30 123456`

    Use instead: `phone: +49 30 123456`
    """
    if node.kind != "Phone" or not isinstance(node.value, str):
        return
    text = node.value.strip()
    if not text or (_matches(PHONE_PATTERN, text) and not re.search(DROPPED_ZERO, text)):
        return
    what, hint = _phone_fault(text, _country(node.profile))
    yield Finding(node.pointer, f"{quoted(text)} {what}", hint)


def _phone_fault(text: str, country: str) -> tuple[str, str]:
    """What is wrong with a phone number, and how to mend it."""
    number = re.sub(f"{EXTENSION}$", "", text) if len(text) <= _LONGEST else text
    digits = sum(char.isdigit() for char in number)
    if any(char.isalpha() for char in number):
        return _fault_of_words(text, digits)
    if not number.startswith("+"):
        better = international(number, country)
        hint = f"write {better}{text[len(number) :]}" if better else _INTERNATIONAL
        return "is not a phone number in international form", hint
    if re.search(DROPPED_ZERO, number):
        return "has a zero that is not dialled after the code of the country", "leave the (0) out"
    if digits > MOST_DIGITS:
        return f"has {digits} digits", f"a phone number has at most {MOST_DIGITS}, with the code of the country"
    if _matches(PHONE_PATTERN, re.sub(r"[^+\d]", "", number)):
        return "has signs that no phone number has", "part the digits by blanks, dots, hyphens or parentheses"
    return "is not a whole phone number", _INTERNATIONAL


def _fault_of_words(text: str, digits: int) -> tuple[str, str]:
    if not digits:
        return "is no phone number", "leave it out where there is none to give"
    if text.lower().startswith("tel:"):
        return "is the address of a link", f"write {text[len('tel:') :].strip()}"
    return "is no phone number: it has letters", "write digits only, with + and the code of the country first"


def _country(profile: Any) -> str:
    """The country that the person lives in, as far as that is written."""
    basics = profile.get("basics")
    location = basics.get("location") if isinstance(basics, dict) else None
    code = location.get("countryCode") if isinstance(location, dict) else None
    return code if isinstance(code, str) else ""


@rule("V115", "language-level", Severity.WARNING)
def language_level(node: Node) -> Iterator[Finding]:
    """How well a language is spoken is said in a way that readers cannot compare.

    Nobody knows what four stars or 80 % of a language are, and B3 is no level. The levels of
    the Common European Framework of Reference go from A1 to C2; words do as well.

    Example: `fluency: 80%`, `fluency: B3`, `fluency: ★★★★☆`

    Use instead: `fluency: B2`, `fluency: fluent`
    """
    if node.kind != "Fluency" or not isinstance(node.value, str):
        return
    text = node.value.strip()
    if _matches(CEFR_PATTERN, text) or not _matches(NO_LEVEL_PATTERN, text):
        return
    level = re.sub("[ -]", "", text).upper()
    if level.rstrip("+") in CEFR_LEVELS:
        yield Finding(node.pointer, f"{quoted(text)} is not how the level is written", f"write {level}")
    elif text[0].isalpha():
        yield Finding(node.pointer, f"{quoted(text)} is not a level of the CEFR", "they go from A1 to C2")
    else:
        message = f"{quoted(text)} does not say how well a language is spoken"
        yield Finding(node.pointer, message, "write a level of the CEFR, A1 to C2, or a word such as `fluent`")


@rule("V116", "not-a-timestamp", Severity.WARNING)
def not_a_timestamp(node: Node) -> Iterator[Finding]:
    """The time of the last change is not written as ISO 8601 has it.

    PDF and HTML take it over as the time of the document, and programs that keep CVs
    compare it; another form is lost on them.

    Example: `lastModified: 21.11.2026`

    Use instead: `lastModified: "2026-11-21"` or `lastModified: "2026-11-21T12:00:00"`
    """
    if node.kind != "Timestamp" or not isinstance(node.value, str) or _matches(TIMESTAMP_PATTERN, node.value):
        return
    guess = node.value.strip().replace(" ", "T", 1)
    hint = f'write "{guess}"' if _matches(TIMESTAMP_PATTERN, guess) else 'write "2026-11-21" or "2026-11-21T12:00:00"'
    yield Finding(node.pointer, f"{quoted(node.value)} is neither a date nor a date and a time", hint)


def _matches(pattern: str, text: str) -> bool:
    return re.search(pattern.replace("$", r"\Z"), text) is not None
