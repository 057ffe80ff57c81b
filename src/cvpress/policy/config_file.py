"""The text of a settings file → Settings, or all that is wrong with it, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.errors import InvalidSettings, UsageError
from cvpress.policy.pointer_ignores import parse_target
from cvpress.policy.selection import prefix_of
from cvpress.policy.settings import PointerIgnore, RuleChoice, Settings
from cvpress.policy.table_reader import TableReader, hint_for
from cvpress.reporters import REPORTERS
from cvpress.rules.exceptions import BAD_SETTING
from cvpress.syntax import read
from cvpress.syntax.faults import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cvpress.diagnostics import Diagnostic, Pointer
    from cvpress.syntax.document import Document

__all__ = ["invalid_settings", "settings_of"]

_POINTER_IGNORES: Final = "pointer-ignores"
_KEYS: Final = (*RuleChoice._fields, _POINTER_IGNORES, "strict", "format", "theme", "build")
"""What `build` says is read by `cvpress build` alone."""

_MOST: Final = 1000
"""Selectors in one file; all of them may have to be held against every finding."""

_NO_VALUES: Final = "S110"
"""What the reader says of an empty file; for settings that is fine."""


def settings_of(source: bytes, name: str, table: Pointer) -> Settings | None:
    """Read the settings in a TOML text.

    Args:
        source: what stands in the file.
        name: what the user calls it.
        table: where the settings stand in it.

    Returns:
        The settings; None if the file has no such table.

    Raises:
        InvalidSettings: it has errors.
    """
    document = read(source, name, "toml")
    faults = [fault for fault in document.faults if _concerns(fault, table, document)]
    if faults:
        raise invalid_settings(document, faults)
    reader = _Reader()
    settings = reader.read(document.data or {}, table)
    if reader.findings:
        raise invalid_settings(document, (BAD_SETTING.report(document, finding) for finding in reader.findings))
    return settings._replace(document=document, table=table) if settings else None


def _concerns(fault: Diagnostic, table: Pointer, document: Document) -> bool:
    """Whether a fault of the text is one of the settings: other tables are not our business."""
    if document.broken:
        return fault.code != _NO_VALUES
    return fault.pointer[: len(table)] == table


def invalid_settings(document: Document, diagnostics: Iterable[Diagnostic]) -> InvalidSettings:
    """The error that carries what is wrong with a settings file, in the order of its text."""
    found = sorted(diagnostics, key=lambda diagnostic: diagnostic.start)
    return InvalidSettings(f"the settings in {document.name} have errors", found, document.text)


class _Selector(NamedTuple):
    prefix: str
    written: str
    place: Pointer


class _Reader(TableReader):
    """Makes settings of plain data."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def read(self, data: Any, table: Pointer) -> Settings | None:
        """The settings in a table of the data; None if there is no such table."""
        for depth, key in enumerate(table):
            values = self.typed(data, table[:depth], dict, "a table")
            if key not in values:
                return None
            data = values[key]
        values = self.typed(data, table, dict, "a table")
        self.refuse_unknown(values, table, _KEYS)
        choice = RuleChoice(*(self._prefixes(values.get(key, []), (*table, key)) for key in RuleChoice._fields))
        return Settings(
            (choice,) if any(choice) else (),
            tuple(self._pointer_ignores(values.get(_POINTER_IGNORES, {}), (*table, _POINTER_IGNORES))),
            self.typed(values.get("strict", False), (*table, "strict"), bool, "true or false"),
            self._format(values, (*table, "format")),
            *self._look(values.get("theme", {}), (*table, "theme")),
        )

    def _look(self, value: Any, place: Pointer) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The theme and its options: a name alone, or a table with the options beside `name`."""
        if isinstance(value, str):
            return value, ()
        options = dict(self.typed(value, place, dict, "the name of a theme, or a table"))
        name = self.typed(options.pop("name", ""), (*place, "name"), str, "a text")
        return name, self.options(options, place)

    def _format(self, values: Mapping[str, Any], place: Pointer) -> str:
        if "format" not in values:
            return ""
        name = self.typed(values["format"], place, str, "a text")
        if name and name not in REPORTERS:
            self.wrong(place, f"there is no format `{shorten(name)}`", hint_for(name, REPORTERS, "the formats are"))
        return name

    def _prefixes(self, value: Any, place: Pointer) -> tuple[str, ...]:
        return tuple(selector.prefix for selector in self._selectors(value, place))

    def _selectors(self, value: Any, place: Pointer) -> Iterator[_Selector]:
        for index, item in enumerate(self.typed(value, place, list, "a list of rules")):
            self._count += 1
            if self._count == _MOST + 1:
                self.wrong((*place, index), f"the settings name more than {_MOST:,} rules", "write prefixes of codes")
            if self._count > _MOST:
                return
            yield from self._selector(item, (*place, index))

    def _selector(self, value: Any, place: Pointer) -> Iterator[_Selector]:
        written = self.typed(value, place, str, "a rule")
        if not isinstance(value, str):
            return
        try:
            yield _Selector(prefix_of(written), written, place)
        except UsageError as error:
            self.wrong(place, error.message, error.hint)

    def _pointer_ignores(self, value: Any, place: Pointer) -> Iterator[PointerIgnore]:
        for target, rules in self.typed(value, place, dict, "a table").items():
            try:
                file, steps = parse_target(target)
            except ValueError as error:
                hint = "write a pointer such as `/work/0`, or `profile.yaml#/work/0` for one file"
                self.wrong((*place, target), str(error), hint, at_key=True)
            else:
                for selector in self._selectors(rules, (*place, target)):
                    yield PointerIgnore(file, steps, *selector)
