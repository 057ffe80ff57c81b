"""How a value of a wrong type would be written in the right one: the advice of the rule T101."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Advice, remove, replace
from cvpress.rules.listing import items_of, names_of
from cvpress.rules.spoken import spoken_language
from cvpress.rules.words import quoted
from cvpress.schema import load_schema
from cvpress.values.formats import is_uri, is_valid_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cvpress.diagnostics import Pointer
    from cvpress.schema import Violation

__all__ = ["conversion"]

_MAIN_KEYS: Final = tuple("name version language title course institution organization city network text".split())
"""The key that says most of a group, whatever the group is; the first that it can have."""

_NAMED_BY_A_WORD: Final = frozenset({"skills", "languages", "interests", "body"})
"""Lists of groups whose items people write as texts, which can only stand for the main key."""

_TO_BE_QUOTED: Final = re.compile(r"^[^\w(]|: | #|:$|[,\[\]{}]")
"""What YAML would not read as a text without quotes."""

_SHOWN: Final = 24
"""How much of a text a hint shows."""

_NUMERAL: Final = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)
_NOTHING: Final = Advice("leave it out if there is nothing to say", remove())


def conversion(violation: Violation) -> Advice:
    """How to write a value so that it has the type that is wanted."""
    if violation.value in ("", [], {}):
        return _NOTHING
    convert = _CONVERSIONS.get(str(violation.wanted))
    return convert(violation) if convert else Advice()


def _to_text(violation: Violation) -> Advice:
    value = violation.value
    if isinstance(value, list):
        is_one = len(value) == 1 and isinstance(value[0], str) and is_valid_text(value[0], violation.schema)
        return Advice("write one text, without brackets or dashes", replace(value[0], safe=False) if is_one else None)
    return _group_to_text(violation)


def _group_to_text(violation: Violation) -> Advice:
    key, text = next(iter(violation.value.items()))
    if len(violation.value) > 1 or not isinstance(text, str):
        return Advice("write one text, without keys inside")
    if isinstance(violation.pointer[-1], int):  # `- Aim: radium` in YAML, where quotes were forgotten
        return Advice(f"put it in quotes: {quoted(f'{key}: {text}', 60)}", replace(f"{key}: {text}", safe=False))
    fix = replace(text, safe=False) if is_valid_text(text, violation.schema) else None
    return Advice(f"write the text alone: {quoted(text, 60)}", fix)


def _to_list(violation: Violation) -> Advice:
    value, item = violation.value, _item_schema(violation)
    if isinstance(value, str):
        return _text_to_list(value, item, violation.pointer)
    if isinstance(value, dict) and "properties" in item:
        return _group_to_list(value, item["properties"], violation.pointer)
    return Advice("write a list: `- ` before each item in YAML, `[…]` around them in JSON and TOML")


def _text_to_list(text: str, item: Mapping[str, Any], pointer: Pointer) -> Advice:
    name = pointer[-1]
    texts = names_of(text) if name == "authors" else items_of(text)
    shown = f"put it into a list: [{', '.join(quoted(part, 24) for part in texts)}]"
    if item.get("type") == "string":
        fits = all(is_valid_text(part, item) for part in texts)
        return Advice(shown, replace(texts, safe=len(texts) == 1) if fits else None)
    if name not in _NAMED_BY_A_WORD:
        hint = "write a list of groups: `- ` before the first key of each in YAML, `[{…}]` in JSON"
        return Advice(f"{hint}, {_header(pointer)} above each in TOML")
    key = _main_key(item["properties"])
    named = [_named_group(part, key) for part in texts]
    is_sure = len(named) == 1 and named[0][1]
    hint = f"write a list of groups, the first with `{_written(named[0][0])}`"
    return Advice(hint, replace([group for group, _ in named], safe=is_sure))


def _named_group(text: str, key: str) -> tuple[Mapping[str, str], bool]:
    """The group that a text stands for, and whether nothing else can be meant."""
    return spoken_language(text) if key == "language" else ({key: text}, True)


def _written(group: Mapping[str, str]) -> str:
    """A group as a hint shows it: `name: Python`, in YAML's braces if there is more, quoted where YAML needs it."""
    values = {key: text[:_SHOWN] for key, text in group.items()}
    entries = [f"{key}: {quoted(text) if _TO_BE_QUOTED.search(text) else text}" for key, text in values.items()]
    return entries[0] if len(entries) == 1 else f"{{{', '.join(entries)}}}"


def _header(pointer: Pointer) -> str:
    """What stands in TOML above each group of a list."""
    return f"`[[{'.'.join(step for step in pointer if isinstance(step, str))}]]`"


def _group_to_list(group: dict[str, Any], properties: Mapping[str, Any], pointer: Pointer) -> Advice:
    if not properties.keys().isdisjoint(group):
        hint = "put the group into a list: `- ` before its first key in YAML, `[…]` around it in JSON"
        return Advice(f"{hint}, {_header(pointer)} above it in TOML", replace([group]))
    key = _main_key(properties)
    hint = f"write a list of groups, and each of these names as the `{key}` of one"
    if "keywords" in properties and all(map(_are_texts, group.values())):
        hint += ", with `keywords` beside it"
        return Advice(hint, replace([{key: name, "keywords": words} for name, words in group.items()], safe=False))
    return Advice(hint)


def _to_group(violation: Violation) -> Advice:
    value, properties = violation.value, violation.schema.get("properties", {})
    if isinstance(value, list):
        is_one = len(value) == 1 and isinstance(value[0], dict)
        return Advice(
            "write the keys themselves, without a list around them", replace(value[0], safe=False) if is_one else None
        )
    if not isinstance(value, str):
        return Advice()
    key, equals, _ = value.partition(" = ")
    if equals and key in properties:  # as in TOML
        return Advice(f"write `{key}:` in place of `{key} =`")
    key = "url" if "url" in properties and is_uri(value) else _main_key(properties)
    group, is_one = _named_group(value, key)
    is_sure = is_one and len(violation.pointer) > 1 and violation.pointer[-2] in _NAMED_BY_A_WORD
    fix = replace(group, safe=is_sure) if key in _MAIN_KEYS or key == "url" else None
    hint = f"write `{_written(group)}`" if len(group) > 1 else f"write keys with values, such as `{_written(group)}`"
    return Advice(hint, fix)


def _to_number(violation: Violation) -> Advice:
    value = violation.value
    if not isinstance(value, str) or not _NUMERAL.fullmatch(value):
        return Advice("write a number, such as 10")
    return Advice(f"write it without quotes: {value}", replace(float(value) if "." in value else int(value)))


_CONVERSIONS: Final[Mapping[str, Callable[[Violation], Advice]]] = {
    "string": _to_text,
    "array": _to_list,
    "object": _to_group,
    "number": _to_number,
}
"""What makes an advice, by the type that is wanted."""


def _item_schema(violation: Violation) -> Mapping[str, Any]:
    """What the schema says of the items of a list."""
    schema: Mapping[str, Any] = violation.schema.get("items", {})
    definitions: Mapping[str, Mapping[str, Any]] = load_schema("profile")["definitions"]
    return definitions.get(schema.get("$ref", "").rpartition("/")[2], schema)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _main_key(properties: Mapping[str, Any]) -> str:
    """The key that says most of a group."""
    return next((key for key in _MAIN_KEYS if key in properties), next(iter(properties), "name"))
