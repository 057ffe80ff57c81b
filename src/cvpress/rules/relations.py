"""Family C, ids and what refers to them. Checks take a profile's contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Finding
from cvpress.rules.rule import rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cvpress.diagnostics import Pointer
    from cvpress.rules.contents import Contents

__all__ = ["dead_reference", "duplicate_id"]

_REFERENCES: Final = (
    ("research", "publications"),
    ("stories", "entry"),
)
"""Keys of entries, by section, whose values are ids of other entries."""

_GUESSES: Final = 50
"""For so many dead references is looked what was meant, which takes long."""
_MOST_COMPARED, _LONGEST_COMPARED = 500, 80

_REFERRING: Final = ("research", "stories", "letters", "portfolio", "variants")


@rule("C102", "dead-reference")
def dead_reference(contents: Contents) -> Iterator[Finding]:
    """Something refers to an entry that does not exist.

    What it should bring in is missing from the output: a publication of an area of
    research, the work that a letter speaks of, the entry that a story belongs to, the letter
    of a variant. The citation keys of the bibliography are ids, too.

    Example: `publications: [radium-1898]` where no publication has `id: radium-1898`

    Use instead: the id of an entry that there is
    """
    if contents.data.keys().isdisjoint(_REFERRING) or contents.citation_keys is None:
        return
    references = list(_references(contents.data))
    known = {entry["id"] for _, entry in contents.entries if isinstance(entry.get("id"), str)}
    known.update(contents.citation_keys)
    dead = [(pointer, name) for pointer, name in references if isinstance(name, str) and name not in known]
    for number, (pointer, name) in enumerate(dead):
        match = _meant(name, known) if number < _GUESSES else ""
        hint = f"did you mean `{match}`?" if match else "give the entry that it means this `id`"
        yield Finding(pointer, f"no entry has the id `{name}`", hint)


@rule("C103", "duplicate-id")
def duplicate_id(contents: Contents) -> Iterator[Finding]:
    """Two entries have the same id.

    An id stands for one entry; with two of them a reference or a translation cannot tell
    which is meant.

    Example: two entries with `id: paris`

    Use instead: `id: paris-1900` and `id: paris-1906`
    """
    first: dict[str, Pointer] = {}
    names = [(pointer, entry["id"]) for pointer, entry in contents.entries if "id" in entry]
    for pointer, name in names:
        if not isinstance(name, str) or not name:
            continue
        if name in first:
            *group, number = first[name]
            where = f"entry {int(number) + 1} of `{group[-1]}`"
            yield Finding((*pointer, "id"), f"the id `{name}` is that of {where} already", "choose another id")
        first.setdefault(name, pointer)


def _meant(name: str, known: Collection[str]) -> str:
    if len(known) > _MOST_COMPARED or len(name) > _LONGEST_COMPARED:
        return ""
    from cvpress.values.suggestions import nearest

    return nearest(name, known)


def _references(data: Any) -> Iterator[tuple[Pointer, Any]]:
    """All values that are ids of other entries."""
    for section, key in _REFERENCES:
        entries = data.get(section)
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict) and key in entry:
                yield from _ids((section, index, key), entry[key])
    yield from _letter_references(data.get("letters"))
    variants = data.get("variants")
    for name, variant in variants.items() if isinstance(variants, dict) else ():
        if isinstance(variant, dict):
            yield from _ids(("variants", name, "letter"), variant.get("letter"))
    portfolio = data.get("portfolio")
    if isinstance(portfolio, dict):
        yield from _ids(("portfolio", "areas"), portfolio.get("areas"))
        deep_dive = portfolio.get("deepDive")
        if isinstance(deep_dive, dict):
            yield from _ids(("portfolio", "deepDive", "entry"), deep_dive.get("entry"))


def _letter_references(letters: Any) -> Iterator[tuple[Pointer, Any]]:
    for index, letter in enumerate(letters if isinstance(letters, list) else ()):
        body = letter.get("body") if isinstance(letter, dict) else None
        for number, paragraph in enumerate(body if isinstance(body, list) else ()):
            if isinstance(paragraph, dict):
                for key in ("entries", "works"):
                    yield from _ids(("letters", index, "body", number, key), paragraph.get(key))


def _ids(pointer: Pointer, value: Any) -> Iterator[tuple[Pointer, Any]]:
    if isinstance(value, list):
        for index, name in enumerate(value):
            yield (*pointer, index), name
    elif value:
        yield pointer, value
