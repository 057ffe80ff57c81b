"""Reads tables of a settings file, and notes what is wrong with them at its place."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cvpress.diagnostics import Finding
from cvpress.rules.words import type_name
from cvpress.syntax.faults import shorten
from cvpress.values.suggestions import suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from cvpress.diagnostics import Pointer

__all__ = ["TableReader", "hint_for"]

T = TypeVar("T")

_MOST_UNKNOWN: Final = 1000
"""Unknown keys of one table that are told."""

_EXAMPLES: Final[Mapping[type, str]] = {
    dict: "`key = value` lines below its header",
    list: '`["…"]`',
    str: "it in quotes",
    bool: "`true` or `false`",
    int: "a number without quotes",
}


class TableReader:
    """Takes values of plain data that have the right type.

    Attributes:
        findings: what is wrong with the data; if anything is, what was read is not to be used.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def wrong(self, place: Pointer, message: str, hint: str, *, at_key: bool = False) -> None:
        """Note something that is wrong."""
        self.findings.append(Finding(place, message, hint, at_key))

    def typed(self, value: Any, place: Pointer, kind: type[T], wanted: str) -> T:
        """The value if it has the right type, else an empty one of that type."""
        if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
            return value
        self.wrong(place, f"expected {wanted} here, found {type_name(value)}", f"write {_EXAMPLES[kind]}")
        return kind()

    def texts(self, value: Any, place: Pointer) -> Iterator[str]:
        """The texts of a list; one text stands for a list of one."""
        for index, item in enumerate([value] if isinstance(value, str) else self.typed(value, place, list, "a list")):
            yield self.typed(item, (*place, index), str, "a text")

    def options(self, values: Mapping[str, Any], place: Pointer) -> tuple[tuple[str, str], ...]:
        """Options of a theme, as the command line writes them."""
        if not values:  # as in most settings
            return ()
        from cvpress.values.option_texts import WANTED, misshapen_options, written_options

        misshapen = misshapen_options(values)
        for key in misshapen:
            hint = f"write {WANTED}"
            self.wrong((*place, key), f"an option cannot be {type_name(values[key])} like this", hint)
        return tuple(written_options({key: values[key] for key in values if key not in misshapen}).items())

    def refuse_unknown(self, values: Mapping[str, Any], place: Pointer, keys: Collection[str]) -> None:
        """Note the keys of a table that there are not."""
        unknown = (key for key in values if key not in keys)
        for key in islice(unknown, _MOST_UNKNOWN):
            hint = hint_for(key, keys, "the settings are")
            self.wrong((*place, key), f"there is no setting `{shorten(key)}`", hint, at_key=True)


def hint_for(word: str, known: Collection[str], otherwise: str) -> str:
    """A hint for a word that is none of some others: the nearest, or all of them."""
    return suggestion(shorten(word), known, f"{otherwise} ", ", ".join(f"`{name}`" for name in known))
