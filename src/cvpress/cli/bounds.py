"""Bounds on what a run may take that does its work itself: a mistake must not fill a machine.

What is a stranger's is rendered in a process of its own (`cvpress.confined`): a library that does not return
is not stopped by these. They are those of POSIX systems; elsewhere there are none.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, NoReturn

from cvpress.errors import LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["bounded"]

_SECONDS: Final = 120.0
"""Processor time; the largest of our examples takes four, on a slow machine."""

_BYTES: Final = 4 * 1024**3
"""Address space, of which the largest of our examples takes a quarter."""


@contextmanager
def bounded(seconds: float = _SECONDS) -> Iterator[None]:
    """Do something within bounds of time and memory; too much memory is a MemoryError.

    Args:
        seconds: how much processor time it may take.

    Raises:
        LimitExceeded: it takes longer.
    """
    with _bounded_memory(), _bounded_time(seconds):
        yield


@contextmanager
def _bounded_time(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: Any) -> NoReturn:
        message = f"it takes more than {seconds:g} seconds"
        raise LimitExceeded(message, "look for what is very long or deep in the profile, and for loops in the theme")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _bounded_memory() -> Iterator[None]:
    try:
        import resource
    except ImportError:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    is_lower = soft != resource.RLIM_INFINITY and soft <= _BYTES
    with suppress(OSError, ValueError):  # macOS takes no such bound
        resource.setrlimit(resource.RLIMIT_AS, (soft if is_lower else _BYTES, hard))
    try:
        yield
    finally:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
