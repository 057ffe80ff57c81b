"""Families V and C, where values are held against each other. Checks take a whole profile's contents.

They run on every profile, also on one that passes the strict schema, so they import
nothing heavy; and on one that breaks the schema, so they look before they take.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.diagnostics import Finding, Pointer, Severity
from cvpress.rules.rule import rule
from cvpress.values.dates import PartialDate, is_after

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Contents", "dead_reference", "duplicate_id", "end_before_start", "nameless"]

_ENTRY_LISTS: Final = ("roles", "projects", "entries", "works")
"""Lists of entries that an entry may hold."""

_REFERENCES: Final = (
    ("research", "publications"),
    ("stories", "entry"),
)
"""Keys of entries, by section, whose values are ids of other entries."""


class Contents(NamedTuple):
    """A profile's plain data, and all entries of all its sections with their pointers."""

    data: Any
    entries: list[tuple[Pointer, dict[str, Any]]]

    @classmethod
    def of(cls, data: Any) -> Contents:
        """Gather the entries, also those within entries, once for all rules."""
        entries: list[tuple[Pointer, dict[str, Any]]] = []
        for section, value in data.items():
            if isinstance(value, list):
                _gather((section,), value, entries)
        return cls(data, entries)


def _gather(pointer: Pointer, values: list[Any], entries: list[tuple[Pointer, dict[str, Any]]]) -> None:
    for index, entry in enumerate(values):
        if isinstance(entry, dict):
            here = (*pointer, index)
            entries.append((here, entry))
            for name in _ENTRY_LISTS:
                if name in entry and isinstance(entry[name], list):
                    _gather((*here, name), entry[name], entries)


@rule("V103", "end-before-start")
def end_before_start(contents: Contents) -> Iterator[Finding]:
    """Something ends before it begins.

    The two dates are in the wrong order, or one of them is a slip. Only what both tell is
    compared: "2019-05" to "2019" is fine.

    Example: `startDate: "2020-05"` with `endDate: "2019-05"`

    Use instead: the dates the right way round
    """
    for pointer, entry in contents.entries:
        start, end = entry.get("startDate"), entry.get("endDate")
        if isinstance(start, str) and isinstance(end, str) and is_after(start, end) and _are_dates(start, end):
            message = f'"{end}" is before the start, "{start}"'
            yield Finding((*pointer, "endDate"), message, "swap them, or mend the one that is wrong")


def _are_dates(*texts: str) -> bool:
    """Whether all are dates of the calendar; one that is not has a finding of its own."""
    return all(PartialDate.parse(text) for text in texts)


@rule("C102", "dead-reference")
def dead_reference(contents: Contents) -> Iterator[Finding]:
    """Something refers to an entry that does not exist.

    What it should bring in is missing from the output: a publication of an area of
    research, the work that a letter speaks of, the entry that a story belongs to.

    Example: `publications: [radium-1898]` where no publication has `id: radium-1898`

    Use instead: the id of an entry that there is
    """
    references = list(_references(contents.data))
    if not references:
        return
    known = {entry["id"] for _, entry in contents.entries if isinstance(entry.get("id"), str)}
    for pointer, name in references:
        if isinstance(name, str) and name not in known:
            from cvpress.rules.words import nearest

            match = nearest(name, known)
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
    for pointer, entry in contents.entries:
        name = entry.get("id")
        if not isinstance(name, str) or not name:
            continue
        if name in first:
            *group, number = first[name]
            where = f"entry {int(number) + 1} of `{group[-1]}`"
            yield Finding((*pointer, "id"), f"the id `{name}` is that of {where} already", "choose another id")
        first.setdefault(name, pointer)


@rule("C104", "nameless", Severity.WARNING)
def nameless(contents: Contents) -> Iterator[Finding]:
    """The profile has neither a name nor a label.

    Nothing can head the page: a reader does not know whose CV it is.

    Example: a profile without `basics`

    Use instead:

        basics:
          name: Marie Curie
    """
    basics = contents.data.get("basics", {})
    if isinstance(basics, dict) and all(basics.get(key, "") == "" for key in ("name", "label")):
        pointer = ("basics",) if "basics" in contents.data else ()
        yield Finding(pointer, "the profile has no name", "add `name` to `basics`", at_key=True)


def _references(data: Any) -> Iterator[tuple[Pointer, Any]]:
    """All values that are ids of other entries."""
    for section, key in _REFERENCES:
        entries = data.get(section)
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict) and key in entry:
                yield from _ids((section, index, key), entry[key])
    yield from _letter_references(data.get("letters"))
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
