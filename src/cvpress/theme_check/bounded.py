"""Trials in processes of their own: a stranger's theme may run for ever, or take all memory.

The bounds of memory are those of the system's `setrlimit`; where there is none (Windows), time is all.
"""

from __future__ import annotations

import multiprocessing
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from cvpress.errors import MissingLibrary
from cvpress.theme_check.flaw import Flaw
from cvpress.theme_check.trials import Place, page_flaws

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

__all__ = ["bounded_page_flaws"]

_SECONDS: Final = 60.0
"""Time for a document. The longest that a sound theme needs is six seconds on a slow machine."""
_BYTES: Final = 3 * 1024**3
"""Address space, of which a sound theme takes a third."""
_SHARES: Final = 2
"""Processes: the large profile takes as long as all others."""


def bounded_page_flaws(
    theme: str, documents: frozenset[str], project: str, *, seconds: float = _SECONDS
) -> Iterator[Flaw]:
    """What is wrong with the pages that a theme makes, in the order of the trials.

    Args:
        theme: its name, or the path of its folder.
        documents: what it can render.
        project: the folder whose themes/ is looked at.
        seconds: how long a document may take.

    Raises:
        MissingLibrary: Pango is not installed.
    """
    context = multiprocessing.get_context("spawn")  # a fork would share locks of threads that are not there
    runs = []
    for share in range(_SHARES):
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(
            target=_run, args=(theirs, theme, documents, project, (share, _SHARES)), daemon=True, name="cvpress-trials"
        )
        process.start()
        theirs.close()
        runs.append((process, ours))
    try:
        for _, ours in runs:
            yield from _received(ours, seconds)
    finally:
        for process, ours in runs:
            process.kill()
            process.join()
            ours.close()


def _received(ours: Connection, seconds: float) -> Iterator[Flaw]:
    """What a process finds, until it ends, dies or is silent for too long."""
    place = "the trials"
    while True:
        if not ours.poll(seconds):
            yield Flaw(place, f"it takes more than {seconds:g} seconds", "look for loops in templates, and in styles")
            return
        try:
            said = ours.recv()
        except EOFError:
            yield Flaw(place, "cvpress broke down over it", "it may take too much memory, or nest too deeply")
            return
        if said is None:
            return
        if isinstance(said, MissingLibrary):
            raise said
        if isinstance(said, Place):
            place = said.text
        else:
            yield said


def _run(
    theirs: Connection, theme: str, documents: frozenset[str], project: str, share: tuple[int, int]
) -> None:  # in the other process
    _limit_memory()
    with suppress(BrokenPipeError, KeyboardInterrupt):
        try:
            for said in page_flaws(theme, documents, project, share):
                theirs.send(said)
            theirs.send(None)
        except MissingLibrary as error:
            theirs.send(error)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):  # a lower bound holds already
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))
