"""Trials in processes with limits: a stranger's theme may run for ever, or take all memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from cvpress.confined.limits import DEFAULT
from cvpress.confined.run import confined
from cvpress.confined.wire import Message
from cvpress.errors import LimitExceeded
from cvpress.theme_check.flaw import Flaw
from cvpress.theme_check.trials import Place, page_flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.confined.limits import Limits
    from cvpress.confined.run import Result

__all__ = ["bounded_page_flaws"]

_SHARES: Final = 2
"""Processes: the large profile takes as long as all others."""


class _Task(NamedTuple):
    """A share of the trials."""

    theme: str
    documents: frozenset[str]
    project: str
    share: int


def bounded_page_flaws(
    theme: str, documents: frozenset[str], project: str, *, limits: Limits = DEFAULT
) -> Iterator[Flaw]:
    """What is wrong with the pages that a theme makes, in the order of the trials.

    Args:
        theme: its name, or the path of its folder.
        documents: what it can render.
        project: the folder whose themes/ is looked at.
        limits: what a document may take. The longest that a sound theme needs is six seconds on a slow machine.

    Raises:
        MissingLibrary: Pango is not installed.
    """
    tasks = [_Task(theme, documents, project, share) for share in range(_SHARES)]
    for result in confined(_said, tasks, limits, _SHARES):
        yield from _flaws(result)


def _said(task: _Task) -> Iterator[Message]:  # in the other process
    for said in page_flaws(task.theme, task.documents, task.project, (task.share, _SHARES)):
        yield Message("place", said.text) if isinstance(said, Place) else Message("flaw", [*said])


def _flaws(result: Result) -> Iterator[Flaw]:
    place = "the trials"
    for message in result.messages:
        if message.kind == "place":
            place = message.data
        else:
            yield Flaw(*message.data)
    if isinstance(result.error, LimitExceeded):
        yield Flaw(place, result.error.message, result.error.hint)
    elif result.error:
        raise result.error
