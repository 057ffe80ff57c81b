"""A violation of any JSON Schema in plain words: what the value should be, and how to mend it."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from cvpress.rules.words import quoted, shortened, type_name, wanted_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from cvpress.schema import Violation

__all__ = ["listed", "predicate", "schema_hint", "shown", "type_hint"]

_MOST_LISTED: Final = 8
_LONGEST_HINT: Final = 120
_NUMERAL: Final = re.compile(r"[-+]?\d{1,20}(?:\.\d{1,20})?")


def shown(value: Any) -> str:
    """A value as it is written, or what it is if it is longer."""
    if isinstance(value, str):
        return quoted(value) if value else "an empty text"
    if isinstance(value, (list, dict)):
        text = json.dumps(value, ensure_ascii=False) if len(value) <= 3 else ""
        return f"`{text}`" if 0 < len(text) <= 40 else type_name(value)
    return f"`{shortened(json.dumps(value))}`"


def listed(values: Collection[Any], word: str = "or", *, as_keys: bool = False) -> str:
    """Values as a list in words, cut off where it is long."""
    texts = [f"`{shortened(str(value))}`" if as_keys else shown(value) for value in islice(values, _MOST_LISTED)]
    if len(values) > len(texts):
        return f"{', '.join(texts)} … ({len(values)} in all)"
    return ", ".join(texts[:-1]) + f" {word} {texts[-1]}" if len(texts) > 1 else "".join(texts)


def predicate(violation: Violation) -> str:
    """What is wrong, to be read behind the name of the value: "should be at least 1, not 0"."""
    say = _PREDICATES.get(violation.keyword)
    return say(violation) if say else "is not what the schema asks for"


def type_hint(violation: Violation) -> str:
    """How a value of the wrong type would be written in the right one."""
    value, wanted = violation.value, violation.wanted
    if value is None:
        return "leave it out if there is nothing to say"
    if wanted == "string" and isinstance(value, (int, float)):
        return f'write it in quotes: "{shortened(json.dumps(value))}"'
    if wanted in ("number", "integer") and isinstance(value, str) and _NUMERAL.fullmatch(value):
        return f"write it without quotes: {value.lstrip('+')}"
    if wanted == "boolean" and isinstance(value, str):
        return "write `true` or `false`, without quotes"
    return _TYPE_HINTS.get(str(wanted), "")


def schema_hint(schema: Any) -> str:
    """What the schema itself says of a value, in its first sentence."""
    notes = schema if isinstance(schema, dict) else {}
    for keyword in ("errorMessage", "description"):
        text = notes.get(keyword)
        if isinstance(text, str) and text.strip():
            sentence = re.split(r"(?<=[.!?])\s|\n\s*\n", " ".join(text[:1000].split()))[0].rstrip(".")
            return f"the schema says: {shortened(sentence, _LONGEST_HINT)}"
    return ""


def _type(violation: Violation) -> str:
    wanted, value = wanted_name(violation.wanted), violation.value
    is_same_kind = type_name(value) == "a number" and "number" in wanted
    return f"should be {wanted}, not {shown(value) if is_same_kind else type_name(value)}"


def _choice(violation: Violation) -> str:
    values = violation.wanted if violation.keyword == "enum" else [violation.wanted]
    return f"should be {listed(values)}, not {shown(violation.value)}"


def _limit(words: str) -> Callable[[Violation], str]:
    return lambda violation: f"should be {words} {violation.wanted}, not {shown(violation.value)}"


def _minimum(violation: Violation) -> str:
    excludes = violation.schema.get("exclusiveMinimum") is True  # draft 4
    return _limit("more than" if excludes else "at least")(violation)


def _maximum(violation: Violation) -> str:
    excludes = violation.schema.get("exclusiveMaximum") is True  # draft 4
    return _limit("less than" if excludes else "at most")(violation)


def _size(words: str, one: str) -> Callable[[Violation], str]:
    def say(violation: Violation) -> str:
        count, wanted = len(violation.value), violation.wanted
        if count == 0:
            return "is empty"
        return f"should have {words} {wanted:g} {one if wanted == 1 else one + 's'}, not {count}"

    return say


def _additional_items(violation: Violation) -> str:
    count = violation.wanted
    return f"is one too many: there may be {count} {'item' if count == 1 else 'items'}"


def _contains(violation: Violation) -> str:
    least, most = violation.schema.get("minContains", 1), violation.schema.get("maxContains")
    if violation.keyword == "maxContains":
        return f"should have at most {most} items of a kind that the schema describes, and has more"
    return f"should have at least {least} {'item' if least == 1 else 'items'} of a kind that the schema describes"


def _not(violation: Violation) -> str:
    ruled_out = violation.wanted if isinstance(violation.wanted, dict) else {}
    if list(ruled_out) == ["required"]:
        return f"should not have {listed(ruled_out['required'], 'together with', as_keys=True)}"
    if list(ruled_out) == ["type"]:
        return f"should not be {wanted_name(ruled_out['type'])}"
    if list(ruled_out) in (["enum"], ["const"]):
        return f"should not be {shown(violation.value)}"
    if list(ruled_out) == ["pattern"]:
        return f"should not match the pattern `{shortened(ruled_out['pattern'])}`"
    return "is what the schema rules out"


def _no_form(violation: Violation) -> str:
    return f"fits none of the {len(violation.wanted)} forms that it can have"


def _one_of(violation: Violation) -> str:
    if not all(isinstance(index, int) for index in violation.wanted):
        return _no_form(violation)
    forms = listed([index + 1 for index in violation.wanted], "and", as_keys=True)
    return f"fits more than one of the forms that it can have (by their order in the schema, {forms})"


_PREDICATES: Final[Mapping[str, Callable[[Violation], str]]] = {
    "type": _type,
    "enum": _choice,
    "const": _choice,
    "required": lambda violation: f"lacks {listed(violation.wanted, as_keys=True)}",
    "minimum": _minimum,
    "maximum": _maximum,
    "exclusiveMinimum": _limit("more than"),
    "exclusiveMaximum": _limit("less than"),
    "multipleOf": _limit("a multiple of"),
    "minLength": _size("at least", "character"),
    "maxLength": _size("at most", "character"),
    "minItems": _size("at least", "item"),
    "maxItems": _size("at most", "item"),
    "minProperties": _size("at least", "key"),
    "maxProperties": _size("at most", "key"),
    "pattern": lambda violation: (
        f"should match the pattern `{shortened(violation.wanted)}`, not {shown(violation.value)}"
    ),
    "format": lambda violation: f"should be of the format `{violation.wanted}`, not {shown(violation.value)}",
    "additionalItems": _additional_items,
    "contains": _contains,
    "minContains": _contains,
    "maxContains": _contains,
    "unevaluatedItems": lambda _: "has items that the schema has no place for",
    "not": _not,
    "anyOf": _no_form,
    "oneOf": _one_of,
    "false": lambda _: "is not allowed",
}

_TYPE_HINTS: Final[Mapping[str, str]] = {
    "array": "write a list: `- ` before each item in YAML, `[…]` around them in JSON",
    "object": "write keys with values",
    "string": "write one text",
}
