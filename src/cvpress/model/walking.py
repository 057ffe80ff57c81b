"""Ways through a profile: the fields of a part of it, its sections, its entries at any depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.model.base import Entry, Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.model.profile import Profile

__all__ = ["entries_in", "fields_of", "sections_of"]

_NO_SECTIONS: Final = frozenset({"letters", "stories"})
"""Lists of entries that make documents of their own."""


def fields_of(model: Model) -> Iterator[tuple[str, Any]]:
    """The fields of the format with their values, without keys that the format does not know."""
    for name in type(model).model_fields:
        yield name, getattr(model, name)


def sections_of(profile: Profile) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The sections that a CV is made of, in the order of the format: name and entries."""
    for name, value in fields_of(profile):
        if isinstance(value, tuple) and name not in _NO_SECTIONS:
            yield name, value


def entries_in(value: Any) -> Iterator[Entry]:
    """The entries of a part of a profile at any depth, each before those that it holds."""
    if isinstance(value, Entry):
        yield value
    if isinstance(value, Model):
        for _, part in fields_of(value):
            yield from entries_in(part)
    elif isinstance(value, tuple):
        for item in value:
            yield from entries_in(item)
