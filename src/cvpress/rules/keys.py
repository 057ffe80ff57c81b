"""Family K: keys that the format does not have. Checks take a node that is a group of keys."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from cvpress.diagnostics import Advice, Finding, Severity, rename
from cvpress.rules.foreign import foreign_format_of
from cvpress.rules.key_names import new_name, place_of_key
from cvpress.rules.rule import rule
from cvpress.rules.words import FREE_KEY_PREFIX, folded, nearest, place_name, wanted_name
from cvpress.schema import load_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.rules.walk import Node

__all__ = ["foreign_format", "misspelt_key", "old_key", "unknown_key"]

_CONVERTIBLE: Final[Mapping[str, tuple[type, ...]]] = {
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
    wanted = _type_of(node, name)
    if isinstance(node.value[unknown.key], _CONVERTIBLE[wanted]):
        return Advice(f"write `{name}`", rename(name))
    return Advice(f"write `{name}`, which is {wanted_name(wanted)}")


def _type_of(node: Node, name: str) -> str:
    """The type of the value that a known key has."""
    schema: Mapping[str, Any] = (node.properties or {})[name]
    reference = schema.get("$ref", "").rpartition("/")[2]
    return str(load_schema("profile")["definitions"].get(reference, schema)["type"])


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
    fix = rename(unknown.meant, safe=unknown.how == "same") if unknown.is_alone else None
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
            own = f"no output shows it; write `x-{key}` if it is meant to be your own"
            yield Finding((*node.pointer, key), message, place_of_key(node.kind, key) or own, at_key=True)


@rule("K104", "foreign-format")
def foreign_format(node: Node) -> Iterator[Finding]:
    """The file is one of another tool.

    RenderCV, FRESH, YAMLResume, Reactive Resume and Europass keep a CV under other keys.
    Of such a file nothing would be in any output, so that this comes alone: what else is
    wrong can be told when the keys are those of a profile.

    Example: `cv` with `sections` under it, as RenderCV has them

    Use instead:

        basics:
          name: Marie Curie
        work:
          - name: University of Paris
    """
    found = None if node.pointer else foreign_format_of(node.value)
    if found:
        other, pointer = found
        yield Finding(pointer[:1], f"this is a file of {other.name}, not a profile", other.hint, at_key=True)
