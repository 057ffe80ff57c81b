"""The text of a settings file → Settings, or all that is wrong with it, each at its place."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from cvpress.diagnostics import Finding
from cvpress.errors import InvalidSettings, UsageError
from cvpress.policy.pointer_ignores import parse_target
from cvpress.policy.selection import prefix_of
from cvpress.policy.settings import PointerIgnore, RuleChoice, Settings
from cvpress.reporters import REPORTERS
from cvpress.rules.exceptions import BAD_SETTING
from cvpress.rules.words import nearest, type_name
from cvpress.syntax import read
from cvpress.syntax.faults import shorten

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from cvpress.diagnostics import Diagnostic, Pointer
    from cvpress.syntax.document import Document

__all__ = ["settings_of"]

T = TypeVar("T")

_POINTER_IGNORES: Final = "pointer-ignores"
_KEYS: Final = (*RuleChoice._fields, _POINTER_IGNORES, "strict", "format")
_MOST: Final = 1000
"""Selectors in one file; all of them may have to be held against every finding."""

_EXAMPLES: Final[Mapping[type, str]] = {
    dict: "`key = value` lines below its header",
    list: '`["K102"]`',
    str: "it in quotes",
    bool: "`true` or `false`",
}

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
        raise _invalid(document, faults)
    reader = _Reader()
    settings = reader.read(document.data or {}, table)
    if reader.findings:
        raise _invalid(document, (BAD_SETTING.report(document, finding) for finding in reader.findings))
    return settings._replace(document=document) if settings else None


def _concerns(fault: Diagnostic, table: Pointer, document: Document) -> bool:
    """Whether a fault of the text is one of the settings: other tables are not our business."""
    if document.broken:
        return fault.code != _NO_VALUES
    return fault.pointer[: len(table)] == table


def _invalid(document: Document, diagnostics: Iterable[Diagnostic]) -> InvalidSettings:
    found = sorted(diagnostics, key=lambda diagnostic: diagnostic.start)
    return InvalidSettings(f"the settings in {document.name} have errors", found, document.text)


class _Selector(NamedTuple):
    prefix: str
    written: str
    place: Pointer


class _Reader:
    """Makes settings of plain data.

    Attributes:
        findings: what is wrong with the data; if anything is, its settings are not to be used.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._count = 0

    def read(self, data: Any, table: Pointer) -> Settings | None:
        """The settings in a table of the data; None if there is no such table."""
        for depth, key in enumerate(table):
            values = self._typed(data, table[:depth], dict, "a table")
            if key not in values:
                return None
            data = values[key]
        values = self._typed(data, table, dict, "a table")
        self._refuse_unknown(values, table)
        choice = RuleChoice(*(self._prefixes(values.get(key, []), (*table, key)) for key in RuleChoice._fields))
        return Settings(
            (choice,) if any(choice) else (),
            tuple(self._pointer_ignores(values.get(_POINTER_IGNORES, {}), (*table, _POINTER_IGNORES))),
            self._typed(values.get("strict", False), (*table, "strict"), bool, "true or false"),
            self._format(values, (*table, "format")),
        )

    def _wrong(self, place: Pointer, message: str, hint: str, *, at_key: bool = False) -> None:
        self.findings.append(Finding(place, message, hint, at_key))

    def _typed(self, value: Any, place: Pointer, kind: type[T], wanted: str) -> T:
        """The value if it has the right type, else an empty one of that type."""
        if isinstance(value, kind):
            return value
        self._wrong(place, f"expected {wanted} here, found {type_name(value)}", f"write {_EXAMPLES[kind]}")
        return kind()

    def _refuse_unknown(self, values: Mapping[str, Any], table: Pointer) -> None:
        unknown = (key for key in values if key not in _KEYS)
        for key in islice(unknown, _MOST):
            hint = _suggestion(key, _KEYS, "the settings are")
            self._wrong((*table, key), f"there is no setting `{shorten(key)}`", hint, at_key=True)

    def _format(self, values: Mapping[str, Any], place: Pointer) -> str:
        if "format" not in values:
            return ""
        name = self._typed(values["format"], place, str, "a text")
        if name and name not in REPORTERS:
            self._wrong(place, f"there is no format `{shorten(name)}`", _suggestion(name, REPORTERS, "the formats are"))
        return name

    def _prefixes(self, value: Any, place: Pointer) -> tuple[str, ...]:
        return tuple(selector.prefix for selector in self._selectors(value, place))

    def _selectors(self, value: Any, place: Pointer) -> Iterator[_Selector]:
        for index, item in enumerate(self._typed(value, place, list, "a list of rules")):
            self._count += 1
            if self._count == _MOST + 1:
                self._wrong((*place, index), f"the settings name more than {_MOST:,} rules", "write prefixes of codes")
            if self._count > _MOST:
                return
            yield from self._selector(item, (*place, index))

    def _selector(self, value: Any, place: Pointer) -> Iterator[_Selector]:
        written = self._typed(value, place, str, "a rule")
        if not isinstance(value, str):
            return
        try:
            yield _Selector(prefix_of(written), written, place)
        except UsageError as error:
            self._wrong(place, error.message, error.hint)

    def _pointer_ignores(self, value: Any, place: Pointer) -> Iterator[PointerIgnore]:
        for target, rules in self._typed(value, place, dict, "a table").items():
            try:
                file, steps = parse_target(target)
            except ValueError as error:
                hint = "write a pointer such as `/work/0`, or `profile.yaml#/work/0` for one file"
                self._wrong((*place, target), str(error), hint, at_key=True)
            else:
                for selector in self._selectors(rules, (*place, target)):
                    yield PointerIgnore(file, steps, *selector)


def _suggestion(word: str, known: Collection[str], otherwise: str) -> str:
    match = nearest(shorten(word), known)
    return f"did you mean `{match}`?" if match else f"{otherwise} {', '.join(f'`{name}`' for name in known)}"
