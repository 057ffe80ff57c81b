"""Family K: keys that the format does not have. Checks take a node that is a group of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Severity
from cvpress.rules.rule import Finding, rule
from cvpress.rules.words import nearest, place_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.rules.walk import Node

__all__ = ["misspelt_key", "old_key", "unknown_key"]

_OLD_KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "Basics": {"website": "url", "picture": "image", "photo": "image", "title": "label"},
    "NetworkProfile": {"website": "url"},
    "Work": {"company": "name", "website": "url", "employer": "name"},
    "Volunteer": {"website": "url"},
    "Education": {"website": "url", "gpa": "score", "degree": "studyType"},
    "Publication": {"website": "url", "title": "name"},
    "Project": {"website": "url", "title": "name"},
    "Certificate": {"website": "url", "title": "name"},
    "Skill": {"title": "name"},
    "Language": {"name": "language", "level": "fluency"},
}
"""Names of JSON Resume before 1.0 and of other formats, by the definition that they occur in."""


def _unknown_keys(node: Node) -> Iterator[str]:
    if node.properties is not None and isinstance(node.value, dict) and node.kind != "Meta":
        for key in node.value:
            if key not in node.properties and not key.startswith("x-"):
                yield key


def _new_name(node: Node, key: str) -> str:
    return _OLD_KEYS.get(node.kind, {}).get(key, "")


def _right_spelling(node: Node, key: str) -> str:
    """The known key that `key` was meant to be; none that the group has already."""
    if _new_name(node, key):
        return ""
    return nearest(key, [name for name in node.properties or () if name not in node.value])


@rule("K101", "old-key")
def old_key(node: Node) -> Iterator[Finding]:
    """A key has the name that it had in an older format.

    JSON Resume renamed some keys with its version 1.0 (`website` became `url`, `company`
    became `name`, `picture` became `image`), and other formats have names of their own.
    What stands under the old name is in no output.

    Example: `company: University of Paris`

    Use instead: `name: University of Paris`
    """
    for key in _unknown_keys(node):
        name = _new_name(node, key)
        if name:
            message = f"`{key}` is called `{name}` in {place_name(node.pointer)}"
            hint = f"drop it: `{name}` is there too" if name in node.value else f"write `{name}`"
            yield Finding((*node.pointer, key), message, hint, at_key=True)


@rule("K102", "misspelt-key")
def misspelt_key(node: Node) -> Iterator[Finding]:
    """A key is nearly one that the format has.

    What stands under a misspelt key is in no output, and nothing else would tell you:
    JSON Resume lets every key through.

    Example: `startdate: "2002-01-15"`

    Use instead: `startDate: "2002-01-15"`
    """
    for key in _unknown_keys(node):
        name = _right_spelling(node, key)
        if name:
            message = f"unknown key `{key}` in {place_name(node.pointer)}"
            yield Finding((*node.pointer, key), message, f"did you mean `{name}`?", at_key=True)


@rule("K103", "unknown-key", Severity.WARNING)
def unknown_key(node: Node) -> Iterator[Finding]:
    """A key is not one of the format's.

    It does no harm, but what stands under it is in no output. Keys of your own begin with
    `x-`, or stand under `meta`: these are never reported.

    Example: `shoeSize: 42`

    Use instead: `x-shoeSize: 42`
    """
    for key in _unknown_keys(node):
        if not _new_name(node, key) and not _right_spelling(node, key):
            message = f"unknown key `{key}` in {place_name(node.pointer)}"
            hint = f"no output shows it; write `x-{key}` if it is meant to be your own"
            yield Finding((*node.pointer, key), message, hint, at_key=True)
