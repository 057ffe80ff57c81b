"""What a confined process says, as plain data.

It works on what is a stranger's, so nothing of what it says is unpickled: JSON, and bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress import errors
from cvpress.diagnostics import Area, Diagnostic, Fix, Position, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from multiprocessing.connection import Connection

__all__ = ["Message", "read_diagnostics", "read_error", "receive", "send", "written_diagnostics", "written_error"]

_HEAD: Final = 64 * 1024**2
"""The longest head of a message: 1,000 diagnostics of a large profile have a fraction."""

_ERRORS: Final = {
    name: getattr(errors, name)
    for name in ("CvpressError", "FileError", "LimitExceeded", "MissingLibrary", "ThemeError", "UsageError")
}


class Message(NamedTuple):
    """One thing that is said.

    Attributes:
        kind: what it is about; those who talk agree on the names.
        data: what JSON can write.
        body: bytes, such as a PDF.
        size: how many bytes the one who sent it says that there are.
    """

    kind: str
    data: Any = None
    body: bytes = b""
    size: int = 0


def send(connection: Connection, message: Message) -> None:
    """Say something."""
    connection.send_bytes(json.dumps([message.kind, message.data, len(message.body)]).encode("ascii"))
    if message.body:
        connection.send_bytes(message.body)


def receive(connection: Connection, most: int) -> Message:
    """Hear something.

    Args:
        connection: where it comes from.
        most: how many bytes of a body are heard; a longer one is not.

    Raises:
        EOFError: the other side is gone.
        OSError: it is, in the middle of a word.
        TypeError, ValueError: it says what is no message.
    """
    kind, data, size = json.loads(connection.recv_bytes(_HEAD))
    if not isinstance(kind, str) or not isinstance(size, int):
        raise TypeError("this is no message")
    if size > most:
        return Message(kind, data, size=size)
    return Message(kind, data, connection.recv_bytes(size) if size else b"", size)


def written_diagnostics(diagnostics: Iterable[Diagnostic]) -> list[Any]:
    """Diagnostics as plain data."""
    return [[found.code, found.severity.value, *found[2:]] for found in diagnostics]


def read_diagnostics(data: Iterable[Any]) -> tuple[Diagnostic, ...]:
    """Diagnostics of plain data.

    Raises:
        TypeError, ValueError: it holds none.
    """
    return tuple(_diagnostic(*row) for row in data)


def _diagnostic(code: str, severity: str, message: str, hint: str, *rest: Any) -> Diagnostic:
    pointer, file, start, end, fix, area = rest
    return Diagnostic(
        code,
        Severity(severity),
        message,
        hint,
        tuple(pointer),
        file,
        Position(*start),
        Position(*end),
        None if fix is None else Fix(*fix),
        None if area is None else _area(*area),
    )


def _area(page: int, box: Sequence[float] | None) -> Area:
    if box is None:
        return Area(page)
    left, top, right, bottom = box
    return Area(page, (left, top, right, bottom))


def written_error(error: errors.CvpressError) -> list[Any]:
    """An error as plain data."""
    found = error.diagnostics if isinstance(error, errors.InvalidProfile) else ()
    name = next(kind.__name__ for kind in type(error).__mro__ if kind.__name__ in {*_ERRORS, "InvalidProfile"})
    return [name, error.message, error.hint, written_diagnostics(found)]


def read_error(data: Any) -> errors.CvpressError:
    """The error of plain data.

    Raises:
        KeyError, TypeError, ValueError: it tells of none.
    """
    name, message, hint, diagnostics = data
    if name == "InvalidProfile":
        return errors.InvalidProfile(message, read_diagnostics(diagnostics))
    error: errors.CvpressError = _ERRORS[name](message, hint)
    return error
