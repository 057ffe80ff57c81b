"""How much the work on a stranger's profile or theme may take."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from cvpress.writers.page_limit import limited_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DEFAULT", "Limits", "limited_process", "more_time"]

_FILES = 256
"""Open files; a rendering has a dozen at a time."""

_FILE_BYTES = 128 * 1024**2
"""The largest temporary file: a font, unpacked."""

_GRACE = 2
"""Seconds that a process has beyond its time before the system ends it, should nobody else do so."""


class Limits(NamedTuple):
    """What the work on one profile may take.

    Attributes:
        seconds: time, by the clock, between one sign of life and the next: a document is one step.
        memory: bytes of address space, of which a large CV takes a third; Linux holds to it, and
            neither macOS nor Windows.
        pages: pages of one document.
        output: bytes of all that is made.
    """

    seconds: float = 60.0
    memory: int = 3 * 1024**3
    pages: int = 200
    output: int = 128 * 1024**2


DEFAULT = Limits()


@contextmanager
def limited_process(limits: Limits) -> Iterator[None]:
    """Hold this process to its limits; those of the system stay with it until it ends."""
    with suppress(ImportError):
        import resource

        _lower(resource.RLIMIT_AS, limits.memory)
        _lower(resource.RLIMIT_FSIZE, _FILE_BYTES)
        _lower(resource.RLIMIT_NOFILE, _FILES)
        _lower(resource.RLIMIT_CORE, 0)
        more_time(limits)
    with limited_pages(limits.pages):
        yield


def more_time(limits: Limits) -> None:
    """Start the clock of this process anew: so much processor time from now on."""
    with suppress(ImportError):
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime + limits.seconds) + _GRACE)


def _lower(kind: int, bound: int) -> None:
    """Set a limit of the system; one of the machine's own that is lower stays."""
    import resource

    hard = resource.getrlimit(kind)[1]
    with suppress(OSError, ValueError):  # macOS takes no bound of memory
        resource.setrlimit(kind, (bound if hard == resource.RLIM_INFINITY else min(bound, hard), hard))
