"""A finished file in a process of its own: it may be a stranger's, and libraries break down over such ones.

What comes back is plain data; see `cvpress.confined`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.cli.terminal import note
from cvpress.confined.run import do
from cvpress.confined.wire import Message, read_diagnostics, written_diagnostics
from cvpress.errors import FileError, LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cvpress.cli.wanting import WantedBy
    from cvpress.diagnostics import Diagnostic
    from cvpress.policy.settings import Settings
    from cvpress.reporters import Screen

__all__ = ["Told", "fields_of", "report_on", "text_of"]

_Reader = tuple[str, "Screen"]
"""A format of reports, and what it is read on."""


class _Task(NamedTuple):
    """A file, and what is to be told of it: a report for some readers, its text, or else its fields."""

    name: str
    data: bytes
    wanted: WantedBy | None = None
    settings: Settings | None = None
    readers: tuple[_Reader, ...] = ()
    extractor: str = ""


class Told(NamedTuple):
    """What a report says of a file.

    Attributes:
        text: the text in which findings stand.
        parts: what is said behind the findings, for each reader.
    """

    text: str
    diagnostics: tuple[Diagnostic, ...]
    parts: tuple[tuple[_Reader, str], ...]

    def telling(self, format_name: str, screen: Screen) -> str:
        """What a reader is told behind the findings."""
        return next(text for reader, text in self.parts if reader == (format_name, screen))


def report_on(name: str, data: bytes, wanted: WantedBy, settings: Settings, readers: Iterable[_Reader]) -> Told:
    """What is wrong with a file, and what a parser reads of it.

    Args:
        name: what the user calls it.
        data: the file.
        wanted: what must be found in it.
        settings: which rules count.
        readers: whom it is told to.

    Raises:
        FileError: it cannot be read, or not within limits.
        UsageError: what is said of its profile cannot be.
    """
    task = _Task(name, data, wanted, settings, tuple(readers))
    message = _answer(_checked, task)
    parts = tuple(zip(task.readers, message.data["parts"], strict=True))
    return Told(message.body.decode(), read_diagnostics(message.data["diagnostics"]), parts)


def fields_of(name: str, data: bytes, wanted: WantedBy, settings: Settings) -> Any:
    """The fields that a parser fills in, and the rules that hold. Args and errors: as `report_on`."""
    return _answer(_checked, _Task(name, data, wanted, settings)).data["fields"]


def text_of(name: str, data: bytes, extractor: str) -> str:
    """The text of a file as an extractor takes it out; a page of HTML has one text only.

    Whatever would command a terminal is left out, since the text may be anybody's.

    Args and errors: as `report_on`.
    """
    message = _answer(_shown, _Task(name, data, extractor=extractor))
    if message.data:
        note(message.data)
    return message.body.decode()


def _answer(work: Callable[[_Task], Iterator[Message]], task: _Task) -> Message:
    result = do(work, task)
    if isinstance(result.error, LimitExceeded):
        raise FileError(f"{task.name} cannot be read: {result.error.message}")
    if result.error:
        raise result.error
    return result.messages[-1]


def _checked(task: _Task) -> Iterator[Message]:
    from cvpress.checking.files.opening import artefact_of
    from cvpress.checking.run import check_artefact
    from cvpress.checking.told import outcome_as_data, outcome_told
    from cvpress.policy.policy import Policy

    assert task.wanted and task.settings  # noqa: S101, PT018  # as `report_on` and `fields_of` see to
    artefact = artefact_of(task.name, task.data)
    yield Message("read")  # a sign of life: checking has as much time as reading had
    outcome = check_artefact(artefact, task.wanted.of(artefact), Policy(task.settings))
    told = {
        "diagnostics": written_diagnostics(outcome.diagnostics),
        "fields": outcome_as_data(outcome),
        "parts": [outcome_told(outcome, *reader) for reader in task.readers],
    }
    yield Message("checked", told, artefact.text.encode(errors="replace"))


def _shown(task: _Task) -> Iterator[Message]:
    from cvpress.checking.files.opening import artefact_of

    artefact = artefact_of(task.name, task.data)
    readings = {reading.extractor: reading for reading in artefact.readings}
    reading = readings.get(task.extractor) or artefact.readings[0]
    failure = f"{reading.extractor} failed with {task.name}: {reading.reason}" if reading.reason else ""
    silence = "" if reading.text.strip() else f"{task.name} has no text that {reading.extractor} can read"
    yield Message("shown", failure or silence, f"{_harmless(reading.text).rstrip()}\n".encode(errors="replace"))


def _harmless(text: str) -> str:
    return "".join(sign for sign in text if sign in "\n\t\f" or (sign >= " " and not "\x7f" <= sign <= "\x9f"))
