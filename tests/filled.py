"""Profiles made from the schema, in which each text is a token of its own: what of it is shown, can be asked."""

from __future__ import annotations

import json
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from outputs import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Path = tuple[str, ...]

REFERENCES: Final = {
    ("research", "publications"): "publications",
    ("stories", "entry"): "work",
    ("letters", "body", "entries"): "work",
    ("letters", "body", "works"): "letters/works",
    ("portfolio", "areas"): "research",
    ("portfolio", "deepDive", "entry"): "projects",
}
"""Fields that hold the ids of other entries, and where these are."""

NAMED: Final[dict[str, Any]] = {"variants": {}, "translations": {}, "bibliography": ""}
"""Maps whose keys are names: nothing of the model to fill in; and the name of a file that there is none of."""


class Leaf(NamedTuple):
    """A value of a made profile: the fields that lead to it, what it is, how an output shows it."""

    path: Path
    kind: str
    token: str


class Filled(NamedTuple):
    """A made profile and its values."""

    data: dict[str, Any]
    leaves: tuple[Leaf, ...]


@cache
def schema() -> dict[str, Any]:
    """The schema of the format."""
    loaded: dict[str, Any] = json.loads((ROOT / "schema/profile.schema.json").read_text())
    return loaded


def filled(word: str = "Zq", unknown: str = "") -> Filled:
    """A profile with a value in every field of the format, each list holding one.

    Args:
        word: what the tokens begin with.
        unknown: what texts under keys that the format does not know begin with; none if empty.
    """
    maker = _Maker(word, unknown)
    data = maker.group(schema(), ())
    data["meta"] |= {"language": "en", "cvpress": {}}
    for letter in data["letters"]:
        letter["language"] = "en"
    return Filled({**data, **NAMED}, tuple(maker.leaves))


class _Maker:
    def __init__(self, word: str, unknown: str) -> None:
        self.word = word
        self.unknown = unknown
        self.leaves: list[Leaf] = []
        self.numbers = count(1)

    def group(self, node: dict[str, Any], path: Path) -> dict[str, Any]:
        made = {name: self.value(part, (*path, name)) for name, part in node["properties"].items()}
        if self.unknown:
            made["x-own"] = f"{self.unknown}{next(self.numbers):04}"
        return made

    def value(self, node: dict[str, Any], path: Path) -> Any:
        if path in REFERENCES:
            name = self.identifier(REFERENCES[path].split("/"))
            return [name] if node["type"] == "array" else name
        kind, node = _resolved(node)
        if "properties" in node:
            return self.group(node, path)
        if node["type"] == "array":
            return [self.value(node["items"], path)]
        if node["type"] == "object":
            return {}
        if path[-1] == "id":
            return self.identifier(path[:-1])
        value, token = self.leaf(kind, node)
        self.leaves.append(Leaf(path, kind, token))
        return value

    def identifier(self, path: Iterable[str]) -> str:
        return "-".join((self.word.lower(), *path))

    def leaf(self, kind: str, node: dict[str, Any]) -> tuple[Any, str]:
        number = next(self.numbers)
        token = f"{self.word}{number:04}"
        if "enum" in node:
            return node["enum"][0], node["enum"][0]
        if kind == "" and node["type"] == "number":
            return number, token
        shown = {
            "Date": str(1000 + number),
            "Uri": f"https://{token.lower()}.example.org",
            "Email": f"{token}@example.org",
            "Country": "France",
        }.get(kind, token)
        return {"Uri": f"{shown}/", "Country": "FR"}.get(kind, shown), shown


def _resolved(node: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The name of a definition and what is behind it."""
    if "$ref" not in node:
        return "", node
    name = node["$ref"].rpartition("/")[2]
    found = schema()["definitions"][name]
    return name, found if name != "Scalar" else {"type": "string"}


def entry_places(data: dict[str, Any], path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where the entries of a profile are that can be private, at any depth."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from entry_places(value, (*path, key))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    here = (*path, key, index)
                    if "visibility" in item:
                        yield here
                    yield from entry_places(item, here)
