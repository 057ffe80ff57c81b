"""What the rules that hold values against each other take: a profile's entries, gathered once for all of them.

They run on every profile, also on one that passes the strict schema, so they import
nothing heavy; and on one that breaks the schema, so they look before they take.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.values.dates import today

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from cvpress.diagnostics import Pointer

__all__ = ["Contents", "Located", "groups", "is_private"]

_ENTRY_LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "work": ("roles", "projects"),
    "volunteer": ("roles", "projects"),
    "custom": ("entries",),
    "letters": ("works",),
}
"""Lists of entries that an entry may hold, by section."""


Located = tuple["Pointer", dict[str, Any]]
"""Where an entry stands, and the entry."""


class Contents(NamedTuple):
    """A profile's plain data, and what is gathered from it.

    Attributes:
        data: the whole profile.
        sections: the entries of each section.
        entries: all of them, and those within entries.
        misnamed: where values would stand whose keys are misspelt or old.
        today: the date, YYYY-MM-DD.
        citation_keys: those of its bibliography; None if that could not be read, so that nobody knows.
        may_have_formulas: whether its text has the signs of one; without them, no text is looked at.
    """

    data: dict[str, Any]
    sections: dict[str, list[Located]]
    entries: list[Located]
    misnamed: Collection[Pointer]
    today: str
    citation_keys: Collection[str] | None = ()
    may_have_formulas: bool = True

    @classmethod
    def of(
        cls,
        data: dict[str, Any],
        misnamed: Collection[Pointer] = (),
        citation_keys: Collection[str] | None = (),
    ) -> Contents:
        """Gather the entries."""
        sections: dict[str, list[Located]] = {
            section: [((section, index), entry) for index, entry in enumerate(value) if isinstance(entry, dict)]
            for section, value in data.items()
            if isinstance(value, list)
        }
        entries = list(chain.from_iterable(sections.values()))
        for section, names in _ENTRY_LISTS.items():
            for pointer, entry in sections.get(section, ()):
                for name in names:
                    if name in entry:
                        entries += groups((*pointer, name), entry[name])
        return cls(data, sections, entries, misnamed, today(), citation_keys)


def groups(pointer: Pointer, values: Any) -> list[Located]:
    """The groups of keys in a list; none if it is no list."""
    if not isinstance(values, list):
        return []
    return [((*pointer, index), value) for index, value in enumerate(values) if isinstance(value, dict)]


def is_private(section: str | int, entry: dict[str, Any]) -> bool:
    """Whether an entry reaches no output; stories are private unless they say otherwise."""
    visibility = entry.get("visibility", "private" if section == "stories" else "public")
    return bool(visibility == "private")
