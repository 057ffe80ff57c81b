"""Makes what recipes say, and nothing that is up to date: each profile in a process with limits.

What goes into one folder is one task: two outputs of the same name can be in no two tasks.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.build.builder import profiles_of
from cvpress.build.making import Order, Plans, made
from cvpress.build.state import STATE_FILE, fingerprint, read_state, state_text
from cvpress.confined.limits import DEFAULT
from cvpress.confined.run import confined
from cvpress.confined.wire import read_diagnostics, read_error
from cvpress.errors import CvpressError, LimitExceeded, MissingLibrary
from cvpress.writing import write_output

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.build.recipes import Recipe
    from cvpress.confined.limits import Limits
    from cvpress.confined.run import Result
    from cvpress.diagnostics import Diagnostic
    from cvpress.policy.settings import Settings

__all__ = ["Built", "build"]


class Built(NamedTuple):
    """What came of one profile.

    Attributes:
        written: the files that were made, or are to be made in a dry run.
        kept: the files that are up to date.
        diagnostics: what was found in the profile and noticed while its documents were made.
        error: why nothing was written; None if all is well.
    """

    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    error: CvpressError | None = None


def build(
    recipes: Sequence[Recipe],
    settings: Settings,
    *,
    force: bool = False,
    dry_run: bool = False,
    jobs: int = 0,
    limits: Limits = DEFAULT,
) -> Iterator[Built]:
    """Make what is out of date, profile by profile; one that fails does not stop the others.

    Args:
        recipes: what is to be made, relative to the folder of the settings file.
        settings: which rules count.
        force: make also what is up to date.
        dry_run: write nothing.
        jobs: how many processes work at a time; as many as there are processors if 0.
        limits: what each document may take.

    Raises:
        FileError: a recipe's profiles are not there.
        UsageError: two outputs have the same name.
    """
    project = os.path.dirname(settings.source)
    tasks = [Plans(tuple(orders), project, settings, force, dry_run) for orders in _ordered(recipes, project)]
    workers = min(jobs or _processors(), len(tasks))
    if len(tasks) > workers:
        _prepare(has_pdf=not dry_run and any("pdf" in recipe.formats for recipe in recipes))
    for task, result in zip(tasks, confined(made, tasks, limits, workers), strict=True):
        yield from _written(task, result)


def _ordered(recipes: Sequence[Recipe], project: str) -> list[list[Order]]:
    """What is to be made of which profiles, by the folders that it goes into."""
    folders: dict[str, list[Order]] = {}
    for recipe in recipes:
        for profile, place in profiles_of(recipe, project):
            folder = os.path.normpath(os.path.join(project, recipe.output, place))
            folders.setdefault(folder, []).append(Order(recipe, profile, place))
    return [*folders.values()]


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _prepare(*, has_pdf: bool) -> None:
    """Import what every process needs, once, before they are forked. Nothing may be rendered before that."""
    if has_pdf:
        from cvpress.writers.weasyprint_engine import load_weasyprint

        with suppress(MissingLibrary):  # who needs it says so
            load_weasyprint()


def _written(task: Plans, result: Result) -> Iterator[Built]:
    """Write what a task made, profile by profile.

    Raises:
        UsageError: two outputs have the same name.
    """
    outputs: dict[str, bytes] = {}
    done = 0
    for message in result.messages:
        if message.kind == "output":
            outputs[message.data] = message.body
            continue
        yield _settled(task, task.orders[done], message.data, outputs)
        outputs = {}
        done += 1
    if isinstance(result.error, LimitExceeded):
        profile = task.orders[min(done, len(task.orders) - 1)].profile
        yield Built(error=LimitExceeded(f"{profile}: {result.error.message}", result.error.hint))
    elif result.error:
        raise result.error


def _settled(task: Plans, order: Order, said: Any, outputs: dict[str, bytes]) -> Built:
    """Write the outputs of a profile: all are made before the first is written, so that they belong together."""
    diagnostics = read_diagnostics(said["diagnostics"])
    if said["error"]:
        return Built(diagnostics=diagnostics, error=read_error(said["error"]))
    folder = os.path.join(task.project, order.recipe.output)
    if outputs:
        try:
            _write(folder, outputs, said["sources"])
        except CvpressError as error:
            return Built(diagnostics=diagnostics, error=error)
    paths = [tuple(os.path.join(folder, name) for name in said[key]) for key in ("stale", "kept")]
    return Built(paths[0], paths[1], diagnostics)


def _write(folder: str, outputs: dict[str, bytes], sources: dict[str, str]) -> None:
    state = read_state(folder)
    for name, data in outputs.items():
        write_output(os.path.join(folder, name), data)
        state[name] = (sources[name], fingerprint(data))
    write_output(os.path.join(folder, STATE_FILE), state_text(state).encode("utf-8"))
