"""Makes, in a confined process, the outputs that go into one folder."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cvpress.build.builder import Maker
from cvpress.build.state import fingerprint, read_file, read_state
from cvpress.confined.wire import Message, written_diagnostics, written_error
from cvpress.errors import CvpressError, InvalidProfile, UsageError
from cvpress.pipeline.untrusted import pages_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cvpress.build.builder import Job
    from cvpress.build.recipes import Recipe
    from cvpress.diagnostics import Diagnostic
    from cvpress.policy.settings import Settings

__all__ = ["Order", "Plans", "made"]


class Order(NamedTuple):
    """What is to be made of one profile.

    Attributes:
        recipe: what.
        profile: the path of the profile.
        place: where the outputs go, relative to the folder of the recipe's.
    """

    recipe: Recipe
    profile: str
    place: str


class Plans(NamedTuple):
    """All that is to be made in one folder.

    Attributes:
        orders: profile by profile.
        project: the folder that paths are relative to.
        settings: which rules count.
        force: make also what is up to date.
        dry_run: make nothing.
    """

    orders: tuple[Order, ...]
    project: str
    settings: Settings
    force: bool
    dry_run: bool


class _Plan(NamedTuple):
    """The outputs of one profile, or why there are none."""

    folder: str
    maker: Maker | None
    jobs: tuple[Job, ...] = ()
    error: CvpressError | None = None

    def path(self, job: Job) -> str:
        return os.path.join(self.folder, job.name)


def made(plans: Plans) -> Iterator[Message]:
    """Make what is out of date.

    Returns:
        For each profile a message "output" for each file, with its name in the folder of the recipe's outputs,
        and then one with what there is to know of them all: a dict.

    Raises:
        UsageError: two outputs have the same name.
    """
    planned = [_planned(order, plans) for order in plans.orders]
    _refuse_clashes(planned)
    for plan in planned:
        if plan.error or plan.maker is None:
            yield _told(plan, plan.error)
            continue
        try:
            with pages_told(plan.maker.opened.document):
                yield from _outputs(plan, plan.maker, plans)
        except CvpressError as error:
            yield _told(plan, error)


def _planned(order: Order, plans: Plans) -> _Plan:
    """What is to be made of a profile, or why nothing is."""
    folder = os.path.join(plans.project, order.recipe.output)
    try:
        maker = Maker(order.recipe, order.profile, plans.project, plans.settings)
        with pages_told(maker.opened.document):
            return _Plan(folder, maker, tuple(maker.jobs(order.place)))
    except CvpressError as error:
        return _Plan(folder, None, error=error)


def _refuse_clashes(plans: Sequence[_Plan]) -> None:
    for path, count in Counter(plan.path(job) for plan in plans for job in plan.jobs).items():
        if count > 1:
            raise UsageError(f"{path} is to be made twice", "give one of the tables [[build]] another `output`")


def _outputs(plan: _Plan, maker: Maker, plans: Plans) -> Iterator[Message]:
    state = read_state(plan.folder)
    for job in plan.jobs:
        _refuse_outside(plan.path(job), plans.project)
    stale = [job for job in plan.jobs if plans.force or _is_stale(job, plan.path(job), state)]
    found: list[Diagnostic] = []
    for job in [] if plans.dry_run else stale:
        output = job.make()
        found += output.diagnostics
        yield Message("output", job.name, output.data)
    yield _told(plan, None, stale, (*maker.diagnostics, *found))


def _told(
    plan: _Plan, error: CvpressError | None, stale: Sequence[Job] = (), diagnostics: Sequence[Diagnostic] = ()
) -> Message:
    """What came of a profile."""
    if error:
        noticed = plan.maker.diagnostics if plan.maker else ()
        diagnostics = (*noticed, *(error.diagnostics if isinstance(error, InvalidProfile) else ()))
    return Message(
        "built",
        {
            "stale": [job.name for job in stale],
            "kept": [job.name for job in plan.jobs if job not in stale],
            "sources": {job.name: job.source for job in stale},
            "diagnostics": written_diagnostics(diagnostics),
            "error": written_error(error) if error else None,
        },
    )


def _refuse_outside(path: str, project: str) -> None:
    """What a stranger's project builds must not be written elsewhere by way of a link."""
    root = os.path.realpath(project or ".")
    if os.path.commonpath([root, os.path.realpath(path)]) != root:
        raise UsageError(f"{path} lies outside the project", "remove the link that leads there")


def _is_stale(job: Job, path: str, state: Mapping[str, tuple[str, str]]) -> bool:
    """Whether a file was made of something else, or is not as it was made."""
    source, output = state.get(job.name, ("", ""))
    return source != job.source or output != fingerprint(read_file(path))
