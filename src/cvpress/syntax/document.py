"""What was written: plain data, the text that it came from, and where each value stands."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.diagnostics import Diagnostic, Pointer, Position, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cvpress.diagnostics import Finding, Fix

__all__ = ["Document", "Fault", "Place", "Span", "line_of", "line_starts"]


class Span(NamedTuple):
    """A stretch of text: character offsets, the end exclusive."""

    start: int
    end: int


class Place(NamedTuple):
    """Where a value stands, and where its key does (None in a list and at the root)."""

    key: Span | None
    value: Span


class Fault(NamedTuple):
    """Something that a reader found wrong with the text itself."""

    code: str
    message: str
    hint: str
    span: Span
    pointer: Pointer = ()
    severity: Severity = Severity.ERROR


class Document:
    """One profile file as it was read.

    Attributes:
        name: what the user calls the file, as diagnostics show it.
        text: the decoded text, without a byte order mark.
        data: the plain data (dict, list, str, int, float, bool, None); None if `broken`.
        broken: true if the text could not be read to its end, so that there is no data.
        syntax: "json", "yaml" or "toml", as `cvpress.syntax.read` took it; empty if the bytes are no text.
    """

    def __init__(
        self,
        name: str,
        text: str,
        data: Any,
        *,
        faults: tuple[Fault, ...] = (),
        broken: bool = False,
        places: Callable[[str], Mapping[Pointer, Place]] | None = None,
    ) -> None:
        self.name = name
        self.text = text
        self.data = data
        self.broken = broken
        self.syntax = ""
        self._faults = faults
        self._read_places = places

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What the reader found wrong with the text, as diagnostics."""
        return tuple(self._diagnostic(fault) for fault in self._faults)

    def diagnostic(self, code: str, severity: Severity, finding: Finding) -> Diagnostic:
        """Make a diagnostic of a finding: with the place of the value, of a part of it, or of its key."""
        place = self.place(finding.pointer)
        span = place.key if finding.at_key and place.key else self._part(place.value, finding.part)
        hint, fix = finding.hint, finding.fix
        if finding.by_source:
            hint, fix = finding.by_source(self.text[place.value.start : place.value.end])
        fault = Fault(code, finding.message, hint, span, finding.pointer, severity)
        return self._diagnostic(fault, fix)

    def place(self, pointer: Pointer) -> Place:
        """Where `pointer` stands; for a value that is not there, its nearest parent."""
        if pointer not in self._places:
            from cvpress.syntax.characters import clean_text

            pointer = tuple(clean_text(step) if isinstance(step, str) else step for step in pointer)
        while pointer and pointer not in self._places:
            pointer = pointer[:-1]
        return self._places.get(pointer, Place(None, Span(0, min(1, len(self.text)))))

    def position(self, offset: int) -> Position:
        """The line and the column of a character offset."""
        line = line_of(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def _part(self, span: Span, part: str) -> Span:
        """Where a part of a value is first written, or all of the value."""
        for written in dict.fromkeys((part.replace("\\", "\\\\"), part)):  # JSON doubles a backslash
            start = self.text.find(written, span.start, span.end) if written else -1
            if start >= 0:
                return Span(start, start + len(written))
        return span

    def _diagnostic(self, fault: Fault, fix: Fix | None = None) -> Diagnostic:
        code, message, hint, span, pointer, severity = fault
        start, end = self.position(span.start), self.position(span.end)
        return Diagnostic(code, severity, message, hint, pointer, self.name, start, end, fix)

    @cached_property
    def _places(self) -> Mapping[Pointer, Place]:
        return {} if self.broken or self._read_places is None else self._read_places(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.text)


def line_starts(text: str) -> list[int]:
    """The offset of the first character of each line."""
    lines = text.split("\n")
    return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))


def line_of(starts: list[int], offset: int) -> int:
    """The number of the line, from 1, that a character stands in."""
    return bisect_right(starts, offset)
