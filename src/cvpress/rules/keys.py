"""Family K: keys that the format does not have. Checks take a node that is a group of keys."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from cvpress.diagnostics import Advice, Finding, Severity, rename
from cvpress.rules.foreign import foreign_format_of
from cvpress.rules.key_names import new_name, place_of_key
from cvpress.rules.rule import rule
from cvpress.rules.words import FREE_KEY_PREFIX, place_name, wanted_name
from cvpress.schema import load_schema
from cvpress.values.suggestions import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cvpress.rules.walk import Node

__all__ = ["foreign_format", "misspelt_key", "old_key", "unknown_key"]

_CONVERTIBLE: Final[Mapping[str, tuple[type, ...]]] = {
    "number": (int, float),
    "boolean": (bool,),
    "string": (str, int, float, type(None)),
    "array": (list, str, dict, type(None)),
    "object": (dict, type(None)),
}
"""What can stand under a key of a type, perhaps after a fix of its own."""

_LONGEST_KEY: Final = 40
"""No key of the format, well spelt or not, has more characters."""

_MOST_MISSPELT: Final = 100
"""A group with more keys that the format does not have is not a misspelt one; to compare them all would take long."""


class _UnknownKey(NamedTuple):
    """A key that a group does not have.

    Attributes:
        key: as it is written.
        meant: the key that was meant, or an empty string.
        how: how that is known: another format calls it so, or only its spelling is another, or is near.
        is_alone: whether nothing else has, or is meant to have, the key that was meant.
    """

    key: str
    meant: str
    how: Literal["", "old", "same", "near"]
    is_alone: bool


def _unknown_keys(node: Node) -> Iterator[_UnknownKey]:
    if node.properties is None or not isinstance(node.value, dict) or node.kind == "Meta":
        return
    strange = [key for key in node.value if key not in node.properties and not key.startswith(FREE_KEY_PREFIX)]
    if not strange:
        return
    spellings = {folded(name): name for name in node.properties}
    missing = tuple(name for name in node.properties if name not in node.value)
    candidates = missing if len(strange) <= _MOST_MISSPELT else ()
    meanings = [_meaning(key, node.kind, spellings, candidates) for key in strange]
    times = Counter(meant for meant, _ in meanings)
    for key, (meant, how) in zip(strange, meanings, strict=True):
        yield _UnknownKey(key, meant, how, is_alone=meant not in node.value and times[meant] == 1)


def _meaning(
    key: str, kind: str, spellings: Mapping[str, str], candidates: tuple[str, ...]
) -> tuple[str, Literal["", "old", "same", "near"]]:
    """The known key that `key` was meant to be, and how that is known."""
    name = new_name(kind, key)
    if name:
        return name, "old"
    same = spellings.get(folded(key), "")
    if same:
        return same, "same"
    near = _near(key, candidates) if len(key) <= _LONGEST_KEY else ""
    return near, "near" if near else ""


@lru_cache(maxsize=1024)  # the entries of a section are misspelt alike
def _near(key: str, names: tuple[str, ...]) -> str:
    return nearest(key, names)


@rule("K101", "old-key", fixes="safe")
def old_key(node: Node) -> Iterator[Finding]:
    """A key has the name that it has in an older or in another format.

    JSON Resume renamed some keys with its version 1.0 (`website` became `url`, `company`
    became `name`, `picture` became `image`), and other formats have names of their own.
    What stands under the old name is in no output.

    Example: `company: University of Paris`

    Use instead: `name: University of Paris`
    """
    for unknown in _unknown_keys(node):
        if unknown.how == "old":
            message = f"`{unknown.key}` is called `{unknown.meant}` in {place_name(node.pointer)}"
            advice = _renaming(node, unknown)
            yield Finding((*node.pointer, unknown.key), message, advice.hint, at_key=True, fix=advice.fix)


def _renaming(node: Node, unknown: _UnknownKey) -> Advice:
    name = unknown.meant
    if name in node.value:
        return Advice(f"`{name}` is there too: keep one of them")
    if not unknown.is_alone:
        return Advice(f"another key means `{name}` too: keep one of them")
    value, schema = node.value[unknown.key], _resolved((node.properties or {})[name])
    if _fits(value, schema):
        return Advice(f"write `{name}`", rename(name))
    if name == "basics" and isinstance(value, str):
        return Advice("put it into `basics`, as `summary` if it is one")
    of_texts = " of texts" if "items" in schema and isinstance(value, list) else ""
    return Advice(f"write `{name}`, which is {wanted_name(schema['type'])}{of_texts}")


def _fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether a value can stand under a key, perhaps after a fix of its own."""
    if not _can_become(value, schema["type"]):
        return False
    if "items" not in schema or not isinstance(value, list):
        return True
    # A text can become a group with one key, such as `name`; a group cannot become a text.
    kind = _resolved(schema["items"])["type"]
    return kind == "object" or all(_can_become(item, kind) for item in value)


def _can_become(value: Any, types: str | list[str]) -> bool:
    return any(isinstance(value, _CONVERTIBLE[name]) for name in ([types] if isinstance(types, str) else types))


def _resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = schema.get("$ref", "").rpartition("/")[2]
    resolved: Mapping[str, Any] = load_schema("profile")["definitions"].get(reference, schema)
    return resolved


@rule("K102", "misspelt-key", fixes="both")
def misspelt_key(node: Node) -> Iterator[Finding]:
    """A key is nearly one that the format has.

    What stands under a misspelt key is in no output, and nothing else would tell you:
    JSON Resume lets every key through.

    Example: `startdate: "2002-01-15"`

    Use instead: `startDate: "2002-01-15"`
    """
    for unknown in _unknown_keys(node):
        if unknown.how in {"same", "near"}:
            message = f"unknown key `{unknown.key}` in {place_name(node.pointer)}"
            advice = _correction(node, unknown)
            yield Finding((*node.pointer, unknown.key), message, advice.hint, at_key=True, fix=advice.fix)


def _correction(node: Node, unknown: _UnknownKey) -> Advice:
    if unknown.meant in node.value:
        return Advice(f"`{unknown.meant}` is there too: keep one of them")
    fits = unknown.is_alone and _fits(node.value[unknown.key], _resolved((node.properties or {})[unknown.meant]))
    fix = rename(unknown.meant, safe=unknown.how == "same") if fits else None
    return Advice(f"did you mean `{unknown.meant}`?", fix)


@rule("K103", "unknown-key", Severity.WARNING)
def unknown_key(node: Node) -> Iterator[Finding]:
    """A key is not one of the format's.

    It does no harm, but what stands under it is in no output. Keys of your own begin with
    `x-`, or stand under `meta`: these are never reported.

    Example: `shoeSize: 42`

    Use instead: `x-shoeSize: 42`
    """
    for unknown in _unknown_keys(node):
        if not unknown.meant:
            key = unknown.key
            message = f"unknown key `{key}` in {place_name(node.pointer)}"
            own = f"no output shows it; write `{_own(key)}` if it is meant to be your own"
            yield Finding((*node.pointer, key), message, place_of_key(node.kind, key) or own, at_key=True)


def _own(key: str) -> str:
    """A key that nobody asks about, in place of one that perhaps was meant as such: `X-bar`, `_note`."""
    return FREE_KEY_PREFIX + (re.sub(r"^(?:[xX][-_]|[_$]+)", "", key) or key)


@rule("K104", "foreign-format")
def foreign_format(node: Node) -> Iterator[Finding]:
    """The file is in another format.

    RenderCV, FRESH, YAMLResume, Reactive Resume and Europass keep a CV under other keys, and
    where no key at all is one of a profile, it is some other file. Of such a file nothing
    would be in any output, so that this comes alone: what else is wrong can be told when
    the keys are those of a profile.

    Example: `cv` with `sections` under it, as RenderCV has them

    Use instead:

        basics:
          name: Marie Curie
        work:
          - name: University of Paris
    """
    if node.pointer:
        return
    found = foreign_format_of(node.value)
    if found:
        other, pointer = found
        yield Finding(pointer[:1], f"this is a file of {other.name}, not a profile", other.hint, at_key=True)
        return
    strange = [
        unknown.key for unknown in _unknown_keys(node) if not unknown.meant and not place_of_key("", unknown.key)
    ]
    if strange and all(key in strange or key.startswith((FREE_KEY_PREFIX, "$")) or key == "meta" for key in node.value):
        yield Finding((strange[0],), "no key of the file is one of a profile", _way_in(node, strange), at_key=True)


def _way_in(node: Node, strange: Sequence[str]) -> str:
    inner = node.value[strange[0]]
    if len(strange) == 1 and isinstance(inner, dict) and not inner.keys().isdisjoint(node.properties or {}):
        return f"move what is under `{strange[0]}` to the top of the file"
    return "a profile has `basics`, `work`, `education` and so on: `cvpress new` writes one"
