"""Family J, second half: what other JSON Schemas do not take. Checks take a schema violation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Finding, rename, replace
from cvpress.rules.rule import rule
from cvpress.rules.schema_words import listed, predicate, schema_hint, type_hint
from cvpress.rules.syntax import TOO_LARGE
from cvpress.rules.words import subject
from cvpress.values.suggestions import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cvpress.diagnostics import Pointer
    from cvpress.rules.rule import Rule
    from cvpress.schema import Violation

__all__ = ["SCHEMA_VIOLATION_RULES", "in_words"]

_CHOICES: Final = {"enum", "const"}
_LIMITS: Final = {
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
}
_FURTHER_KEYS: Final = {"additionalProperties", "unevaluatedProperties"}
_ITEMS: Final = {"contains", "minContains", "maxContains", "additionalItems", "unevaluatedItems"}
_FORMS_TOLD: Final = 3
_GUESSES: Final = 200
"""For so many faults of a file is looked what was meant: it takes long, and nobody reads the hints of more."""
_MOST_COMPARED: Final = 40_000
"""Pairs of characters to be compared for one guess."""


@rule("J103", "schema-type")
def schema_type(violation: Violation) -> Iterator[Finding]:
    """A value has another type than the schema gives it.

    Programs that rely on the schema read a number as a number, and fail at a text that
    looks like one.

    Example: `port: "8080"`

    Use instead: `port: 8080`
    """
    if violation.keyword == "type":
        yield _finding(violation, type_hint(violation))


@rule("J104", "missing-key")
def missing_key(violation: Violation) -> Iterator[Finding]:
    """A key that the schema requires is missing.

    What reads the file counts on it. A key that is there under a misspelt name is told as
    that (`extra-key`), and not once more as missing.

    Example: `host: localhost` where `port` is required, too

    Use instead: both keys
    """
    pointer = violation.pointer
    if violation.keyword == "required":
        keys = listed(violation.wanted, as_keys=True)
        hint = schema_hint(_property(violation, violation.wanted[0])) if len(violation.wanted) == 1 else ""
        yield Finding(pointer, f"{keys} is missing{_in(pointer)}", hint, at_key=True)
    if violation.keyword == "dependentRequired":
        key, needed = violation.wanted
        yield Finding((*pointer, key), f"`{key}` needs `{needed}` beside it, which is missing", at_key=True)


@rule("J105", "extra-key", fixes="unsafe")
def extra_key(violation: Violation) -> Iterator[Finding]:
    """A key is none of those that the schema knows.

    What reads the file passes over it in silence at best: a misspelt setting is one that
    was never made.

    Example: `prot: 8080`

    Use instead: `port: 8080`
    """
    if violation.keyword not in _FURTHER_KEYS or not violation.pointer:
        return
    known = violation.schema.get("properties", {})
    match = violation.meant
    hint = f"did you mean `{match}`?" if match else f"known are {listed(known, 'and', as_keys=True)}" if known else ""
    fix = rename(match, safe=False) if match else None
    message = f"the schema has no key {subject(violation.pointer)}{_in(violation.pointer[:-1])}"
    yield Finding(violation.pointer, message, hint, at_key=True, fix=fix)


@rule("J106", "key-name")
def key_name(violation: Violation) -> Iterator[Finding]:
    """A key has a name that the schema does not allow.

    Where people choose the keys themselves, as for the names of jobs or hosts, the schema
    may still say what such a name looks like, because something else is made of it.

    Example: `My Host: localhost` where keys are words in lower case

    Use instead: `my-host: localhost`
    """
    if violation.keyword == "propertyNames":
        name = violation.wanted
        message = f"the key {subject(violation.pointer)} {predicate(name)}"
        yield Finding(violation.pointer, message, schema_hint(name.schema), at_key=True)


@rule("J107", "schema-choice", fixes="unsafe")
def schema_choice(violation: Violation) -> Iterator[Finding]:
    """A value is none of those that the schema lists.

    What reads the file knows what to do for each of them, and for nothing else. A choice
    that is written nearly so is named; whether it was meant is for a person to say.

    Example: `level: wran`

    Use instead: `level: warn`
    """
    if violation.keyword not in _CHOICES:
        return
    match = violation.meant
    fix = replace(match, safe=False) if match else None
    yield _finding(violation, f"did you mean `{match}`?" if match else "")._replace(fix=fix)


@rule("J108", "schema-limit")
def schema_limit(violation: Violation) -> Iterator[Finding]:
    """A number is too small or too large, or a text, a list or a group too short or too long.

    Beyond the limits the value means nothing, as a port above 65535, or more than what
    reads the file can hold.

    Example: `port: 80000`

    Use instead: `port: 8000`
    """
    if violation.keyword in _LIMITS:
        yield _finding(violation)


@rule("J109", "schema-pattern")
def schema_pattern(violation: Violation) -> Iterator[Finding]:
    """A text is not written in the form that the schema asks for.

    Patterns are regular expressions (ECMA-262). Formats, such as `email`, are notes for
    readers, as the specification has it: only those of JSON Resume are judged.

    Example: `version: latest` where the pattern is `^[0-9.]+$`

    Use instead: `version: 1.2.0`
    """
    if violation.keyword in {"pattern", "format"}:
        yield _finding(violation)


@rule("J110", "schema-items")
def schema_items(violation: Violation) -> Iterator[Finding]:
    """A list has an item twice that may be there once only, or lacks one, or has one too many.

    The list is meant as a set, or as a row with a fixed number of places, and its reader
    takes it for one.

    Example: `ports: [80, 80]`

    Use instead: `ports: [80]`
    """
    if violation.keyword == "uniqueItems":
        first, second = violation.wanted
        whole = subject(violation.pointer) if violation.pointer else "the list"
        pointer = (*violation.pointer, second)
        yield Finding(pointer, f"items {first + 1} and {second + 1} of {whole} are the same")
    elif violation.keyword in _ITEMS:
        yield _finding(violation)


@rule("J111", "schema-form")
def schema_form(violation: Violation) -> Iterator[Finding]:
    """A value has none of the forms that the schema describes, or one that it rules out.

    Where one of several forms was clearly meant, what is wrong by that form is told instead.

    Example: `owner: Marie Curie` where a mail address or a short name can stand

    Use instead: `owner: marie`
    """
    hint = _forms_hint(violation) if violation.keyword in {"anyOf", "oneOf"} else ""
    yield _finding(violation, hint)._replace(at_key=violation.keyword == "false")


SCHEMA_VIOLATION_RULES: Final[tuple[Rule, ...]] = (
    schema_type,
    missing_key,
    extra_key,
    key_name,
    schema_choice,
    schema_limit,
    schema_pattern,
    schema_items,
    schema_form,
)
"""What puts a violation of any schema into words; the first that fits does, and the last fits all."""


def in_words(
    violations: Iterable[Violation], rules: Sequence[Rule] = SCHEMA_VIOLATION_RULES
) -> Iterator[tuple[Rule, Finding]]:
    """Violations as findings, each by the first rule that fits it; one fault is one finding.

    Args:
        violations: what a schema does not take.
        rules: those to word them by; the last has to fit all.
    """
    told: set[tuple[Pointer, str]] = set()
    for violation in _without_consequences(list(_with_guesses(violations))):
        if violation.keyword == "more":
            message = f"{subject(violation.pointer)} has more than {violation.wanted:,} faults"
            yield TOO_LARGE, Finding(violation.pointer, message, "mend these first")
            continue
        fitting, finding = next((one, finding) for one in rules for finding in one.check(violation))
        if (finding.pointer, finding.message) not in told:  # as by two parts of an `allOf`
            told.add((finding.pointer, finding.message))
            yield fitting, finding


def _with_guesses(violations: Iterable[Violation]) -> Iterator[Violation]:
    left = _GUESSES
    for violation in violations:
        word, known = _misspelt(violation)
        if word and left and len(word) * sum(map(len, known)) <= _MOST_COMPARED:
            left -= 1
            yield violation._replace(meant=nearest(word, known))
        else:
            yield violation


def _misspelt(violation: Violation) -> tuple[str, Sequence[str]]:
    """A word that may be misspelt, and those that it may have been."""
    if violation.keyword in _FURTHER_KEYS and violation.pointer:
        return str(violation.pointer[-1]), list(violation.schema.get("properties", {}))
    if violation.keyword in _CHOICES and isinstance(violation.value, str):
        choices = violation.wanted if violation.keyword == "enum" else [violation.wanted]
        return violation.value, [choice for choice in choices if isinstance(choice, str)]
    return "", []


def _without_consequences(violations: Sequence[Violation]) -> Iterator[Violation]:
    """Leave out that a key is missing where it is only misspelt, and that a value of a wrong type is no choice."""
    further = [violation for violation in violations if violation.keyword in _FURTHER_KEYS and violation.pointer]
    meant = {(*violation.pointer[:-1], violation.meant) for violation in further}
    mistyped = {violation.pointer for violation in violations if violation.keyword == "type"}
    for violation in violations:
        if violation.keyword in _CHOICES and violation.pointer in mistyped:
            continue
        is_missing = violation.keyword == "required" and len(violation.wanted) == 1
        if not (is_missing and (*violation.pointer, violation.wanted[0]) in meant):
            yield violation


def _finding(violation: Violation, hint: str = "") -> Finding:
    message = f"{subject(violation.pointer)} {predicate(violation)}"
    return Finding(violation.pointer, message, hint or schema_hint(violation.schema))


def _in(pointer: Pointer) -> str:
    return f" in {subject(pointer)}" if pointer else ""


def _property(violation: Violation, key: str) -> Any:
    return violation.schema.get("properties", {}).get(key, {})


def _forms_hint(violation: Violation) -> str:
    """What is wrong by each of the first forms, where the value fits none."""
    forms = [form for form in violation.wanted if isinstance(form, tuple)]
    told = (f"{subject(first.pointer) if first.pointer else 'it'} {predicate(first)}" for first, *_ in forms)
    return "; ".join([*told][:_FORMS_TOLD])
