"""Family K: keys that the format does not have. Checks take a node that is a group of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Finding, Severity
from cvpress.rules.rule import rule
from cvpress.rules.words import FREE_KEY_PREFIX, folded, nearest, place_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.rules.walk import Node

__all__ = ["misspelt_key", "old_key", "unknown_key"]

_OLD_KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "": {
        **dict.fromkeys(("experience", "employment", "jobs", "positions"), "work"),
        **dict.fromkeys(("papers", "articles"), "publications"),
        **dict.fromkeys(("honors", "honours", "prizes"), "awards"),
        "presentations": "talks",
        "hobbies": "interests",
        "certifications": "certificates",
        "volunteering": "volunteer",
    },
    "Basics": {
        "website": "url",
        "picture": "image",
        "photo": "image",
        "title": "label",
        "headline": "label",
        "telephone": "phone",
        "mobile": "phone",
        "mail": "email",
        "socials": "profiles",
        "networks": "profiles",
    },
    "NetworkProfile": {"website": "url", "user": "username", "name": "network"},
    "Work": {
        **dict.fromkeys(("company", "employer", "organization", "organisation"), "name"),
        **dict.fromkeys(("title", "jobTitle", "job"), "position"),
        **dict.fromkeys(("bullets", "achievements", "responsibilities"), "highlights"),
        "website": "url",
        "from": "startDate",
        "since": "startDate",
        "to": "endDate",
        "until": "endDate",
    },
    "Role": {"title": "position", "bullets": "highlights", "from": "startDate", "to": "endDate"},
    "Volunteer": {"website": "url", "name": "organization", "title": "position", "from": "startDate", "to": "endDate"},
    "Education": {
        "website": "url",
        "gpa": "score",
        "grade": "score",
        "degree": "studyType",
        "field": "area",
        "university": "institution",
        "school": "institution",
        "name": "institution",
        "from": "startDate",
        "to": "endDate",
    },
    "Publication": {
        **dict.fromkeys(("journal", "conference", "booktitle"), "venue"),
        "website": "url",
        "title": "name",
        "date": "releaseDate",
        "year": "releaseDate",
        "link": "url",
    },
    "Award": {"name": "title", "year": "date", "issuer": "awarder"},
    "Project": {"website": "url", "title": "name", "summary": "description"},
    "Certificate": {"website": "url", "title": "name", "authority": "issuer"},
    "Teaching": {"name": "course", "title": "course"},
    "Talk": {"title": "name", "conference": "event"},
    "Skill": {"title": "name", "items": "keywords"},
    "Language": {"name": "language", "level": "fluency"},
    "Location": {"country": "countryCode", "zip": "postalCode", "street": "address", "state": "region"},
}
"""Names of JSON Resume before 1.0 and of other formats, by the definition that they occur in ("" is the root)."""


def _unknown_keys(node: Node) -> Iterator[str]:
    if node.properties is not None and isinstance(node.value, dict) and node.kind != "Meta":
        for key in node.value:
            if key not in node.properties and not key.startswith(FREE_KEY_PREFIX):
                yield key


def _new_name(node: Node, key: str) -> str:
    return _OLD_KEYS.get(node.kind, {}).get(key, "")


def _right_spelling(node: Node, key: str) -> str:
    """The known key that `key` was meant to be; one that the group has already only in another spelling."""
    if _new_name(node, key):
        return ""
    known = node.properties or ()
    same = next((name for name in known if folded(name) == folded(key)), "")
    return same or nearest(key, [name for name in known if name not in node.value])


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
            hint = f"`{name}` is there too: keep one of them" if name in node.value else f"did you mean `{name}`?"
            yield Finding((*node.pointer, key), message, hint, at_key=True)


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
