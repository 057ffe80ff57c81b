"""The side of a confined process."""

from __future__ import annotations

import os
import signal
import tempfile
from contextlib import suppress
from traceback import print_exc
from typing import TYPE_CHECKING, Any, Final

from cvpress.confined.limits import limited_process, more_time
from cvpress.confined.wire import Message, send, written_error
from cvpress.errors import CvpressError, LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from multiprocessing.connection import Connection

    from cvpress.confined.limits import Limits

__all__ = ["serve"]

_REPORT: Final = "if all of it is sound, please report this; CVPRESS_TRACEBACK=1 shows where it happened"


def serve(
    connection: Connection,
    work: Callable[[Any], Iterable[Message]],
    tasks: Sequence[Any],
    limits: Limits,
    folder: str,
) -> None:
    """Do tasks until nobody asks for one, and say what comes of each.

    Args:
        connection: brings the number of a task, and takes what is said.
        work: does a task.
        tasks: all that may be asked for.
        limits: what each may take.
        folder: where temporary files go; whoever started this removes it.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C is told by the one who waits
    tempfile.tempdir = folder
    if not _is_traced():
        _silence()
    with suppress(EOFError, OSError), limited_process(limits):
        while (number := int(connection.recv_bytes())) >= 0:
            _answer(connection, work, tasks[number], limits)
    os._exit(0)  # what the parent has made is the parent's to tidy up


def _answer(connection: Connection, work: Callable[[Any], Iterable[Message]], task: Any, limits: Limits) -> None:
    more_time(limits)
    try:
        for message in work(task):
            send(connection, message)
            more_time(limits)
        end = Message("end")
    except CvpressError as error:
        end = _failure(error)
    except MemoryError:
        end = _failure(_too_large(limits))
    except RecursionError:
        end = _failure(LimitExceeded("it nests too deeply", "let it nest less: lists, elements, groups in a drawing"))
    except (BrokenPipeError, ConnectionError):
        return
    except Exception as error:  # noqa: BLE001  # a stranger's input may break any library under it
        if _is_traced():
            print_exc()
        reason = f"{type(error).__name__}: {error}"[:200].rstrip(" :")
        end = _failure(LimitExceeded(f"it cannot be rendered: {reason}", _REPORT))
    send(connection, end)


def _is_traced() -> bool:
    return "CVPRESS_TRACEBACK" in os.environ


def _silence() -> None:
    """Keep off the terminal what libraries say of a stranger's input: Pango tells of every size that is none."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _failure(error: CvpressError) -> Message:
    return Message("error", written_error(error))


def _too_large(limits: Limits) -> LimitExceeded:
    return LimitExceeded(
        f"it takes more than {limits.memory / 1024**3:.3g} GiB of memory", "look for what is very long or large in it"
    )
