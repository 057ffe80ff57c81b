"""Does work in confined processes.

Where a process has a single thread, on Linux, it is forked: a hundredth of a second, and what it has imported is
there. Elsewhere a fork would share locks of threads that are not there, and a new interpreter is started; the
caller's main module is then imported anew, as the manual of `multiprocessing` tells.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import time
from contextlib import suppress
from functools import partial
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.confined.child import serve
from cvpress.confined.limits import DEFAULT
from cvpress.confined.wire import read_error, receive
from cvpress.errors import CvpressError, LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cvpress.confined.limits import Limits
    from cvpress.confined.wire import Message

__all__ = ["Result", "confined", "do"]

_LIFE: Final = 50
"""Tasks that a process does before another one takes its place: memory that libraries lose comes back."""

_AHEAD: Final = 4
"""Tasks for each process that may be done before an earlier one is: their results are kept so long."""


_BROKEN: Final = "let it nest less, and repeat less"
_LONG: Final = "look for what is very long or deep in the profile, and for loops in the theme"


class Result(NamedTuple):
    """What came of a task.

    Attributes:
        messages: what was said, also by a task that failed.
        error: why it failed; None if it did not.
    """

    messages: tuple[Message, ...] = ()
    error: CvpressError | None = None


def do(work: Callable[[Any], Iterable[Message]], task: Any, limits: Limits = DEFAULT) -> Result:
    """Do one task in a process of its own.

    Args:
        work: does it; a function of a module, which can be found by its name.
        task: plain data that tells what to do; it is pickled where a fork is not safe.
        limits: what it may take.
    """
    (result,) = confined(work, [task], limits)
    return result


def confined(
    work: Callable[[Any], Iterable[Message]], tasks: Sequence[Any], limits: Limits = DEFAULT, jobs: int = 1
) -> Iterator[Result]:
    """Do tasks in processes of their own, each within limits; one that fails does not keep the others from it.

    Args:
        work: does a task; a function of a module, which can be found by its name.
        tasks: plain data that tells what to do; it is pickled where a fork is not safe.
        limits: what each task may take.
        jobs: how many are done at a time.

    Returns:
        What came of each, in the order of the tasks.
    """
    crew = _Crew(work, tasks, limits)
    results: dict[int, Result] = {}
    started = 0
    try:
        for number in range(len(tasks)):
            while number not in results:
                while started < min(len(tasks), number + _AHEAD * jobs) and crew.has_room(jobs):
                    crew.start(started)
                    started += 1
                results |= crew.finished()
            yield results.pop(number)
    finally:
        crew.dismiss()


class _Crew:
    """The processes that are at work or wait for it."""

    def __init__(self, work: Callable[[Any], Iterable[Message]], tasks: Sequence[Any], limits: Limits) -> None:
        self._make = partial(_Worker, work, tasks, limits)
        self._busy: list[_Worker] = []
        self._idle: list[_Worker] = []

    def has_room(self, jobs: int) -> bool:
        return len(self._busy) < jobs

    def start(self, number: int) -> None:
        worker = self._idle.pop() if self._idle else self._make()
        worker.start(number)
        self._busy.append(worker)

    def finished(self) -> dict[int, Result]:
        """The results of tasks that have come to an end, by their numbers; it waits for something to happen."""
        soonest = min(worker.deadline for worker in self._busy)
        ready = wait([worker.connection for worker in self._busy], max(0.0, soonest - time.monotonic()))
        results = {}
        for worker in [*self._busy]:
            result = worker.heard() if worker.connection in ready else worker.overdue()
            if result is not None:
                results[worker.number] = result
                self._busy.remove(worker)
                if worker.is_fresh:
                    self._idle.append(worker)
                else:
                    worker.end()
        return results

    def dismiss(self) -> None:
        for worker in (*self._busy, *self._idle):
            worker.end()


class _Worker:
    """One process."""

    def __init__(self, work: Callable[[Any], Iterable[Message]], tasks: Sequence[Any], limits: Limits) -> None:
        context: Any = multiprocessing.get_context("fork" if _can_fork() else "spawn")
        self._limits = limits
        self._folder = tempfile.mkdtemp(prefix="cvpress-")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, work, tasks, limits, self._folder), daemon=True, name="cvpress-confined"
        )
        self._process.start()
        theirs.close()
        self._messages: list[Message] = []
        self._done = 0
        self.number = -1
        self.deadline = 0.0

    @property
    def is_fresh(self) -> bool:
        """Whether it may do another task."""
        return 0 < self._done < _LIFE

    def start(self, number: int) -> None:
        """Let it do a task."""
        self.number = number
        self._messages = []
        self._wait_on()
        with suppress(OSError):  # it is gone; that is heard next
            self.connection.send_bytes(str(number).encode())

    def _wait_on(self) -> None:
        self.deadline = time.monotonic() + self._limits.seconds

    def heard(self) -> Result | None:
        """Hear what it has to say; the result of its task if that is done, or the process is."""
        try:
            message = receive(self.connection, self._limits.output)
            if message.kind == "end":
                self._done += 1
                return Result(tuple(self._messages))
            if message.kind == "error":
                self._done = _LIFE  # a process that is short of memory fails at the next task, too
                return Result(tuple(self._messages), read_error(message.data))
        except (EOFError, OSError):
            return self._lost()
        except (KeyError, TypeError, ValueError, RecursionError):
            return self._failed("a library broke down over it (it talks nonsense)", _BROKEN)
        self._messages.append(message)
        if sum(said.size for said in self._messages) > self._limits.output:
            return self._failed(f"it makes more than {self._limits.output:,} bytes", "look for loops in the theme")
        self._wait_on()
        return None

    def overdue(self) -> Result | None:
        """The failure of its task, if its time is over."""
        if time.monotonic() < self.deadline:
            return None
        return self._failed(f"it takes more than {self._limits.seconds:g} seconds", _LONG)

    def _lost(self) -> Result:
        """The failure of a task whose process is gone, or talks nonsense."""
        self._process.join(1)
        code = self._process.exitcode
        if code == -getattr(signal, "SIGXCPU", 0):
            return self._failed(f"it takes more than {self._limits.seconds:g} seconds", _LONG)
        if code == -getattr(signal, "SIGKILL", 0):
            return self._failed("the system ended it, perhaps for want of memory", "look for what is very large in it")
        name = signal.Signals(-code).name if code and -code in {*signal.Signals} else f"exit code {code}"
        return self._failed(f"a library broke down over it ({name})", _BROKEN)

    def _failed(self, message: str, hint: str) -> Result:
        self._done = _LIFE
        return Result(tuple(self._messages), LimitExceeded(message, hint))

    def end(self) -> None:
        """End it, whatever it does, and remove what it leaves."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def _can_fork() -> bool:
    try:
        return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False
