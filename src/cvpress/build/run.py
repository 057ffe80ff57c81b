"""Makes what recipes say, and nothing that is up to date."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cvpress.build.builder import Maker, profiles_of
from cvpress.build.state import STATE_FILE, fingerprint, read_file, read_state, state_text
from cvpress.errors import CvpressError, InvalidProfile, UsageError
from cvpress.writing import write_output

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cvpress.build.builder import Job
    from cvpress.build.recipes import Recipe
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
    recipes: Sequence[Recipe], settings: Settings, *, force: bool = False, dry_run: bool = False
) -> Iterator[Built]:
    """Make what is out of date, profile by profile; one that fails does not stop the others.

    Args:
        recipes: what is to be made, relative to the folder of the settings file.
        settings: which rules count.
        force: make also what is up to date.
        dry_run: write nothing.

    Raises:
        FileError: a recipe's profiles are not there.
        UsageError: two outputs have the same name.
    """
    project = os.path.dirname(settings.source)
    plans = [
        _planned(recipe, profile, place, project, settings)
        for recipe in recipes
        for profile, place in profiles_of(recipe, project)
    ]
    _refuse_clashes(plans)
    for plan in plans:
        if isinstance(plan, Built):
            yield plan
            continue
        try:
            yield _made(plan, project, force=force, dry_run=dry_run)
        except InvalidProfile as error:
            yield Built(diagnostics=(*plan.maker.diagnostics, *error.diagnostics), error=error)
        except CvpressError as error:
            yield Built(diagnostics=plan.maker.diagnostics, error=error)


class _Plan(NamedTuple):
    """What is to be made of one profile, and in which folder."""

    folder: str
    maker: Maker
    jobs: list[Job]

    def path(self, job: Job) -> str:
        return os.path.join(self.folder, job.name)


def _planned(recipe: Recipe, profile: str, place: str, project: str, settings: Settings) -> _Plan | Built:
    """What is to be made of a profile, or why nothing is."""
    try:
        maker = Maker(recipe, profile, project, settings)
        return _Plan(os.path.join(project, recipe.output), maker, list(maker.jobs(place)))
    except CvpressError as error:
        return Built(diagnostics=error.diagnostics if isinstance(error, InvalidProfile) else (), error=error)


def _refuse_clashes(plans: Sequence[_Plan | Built]) -> None:
    paths = [plan.path(job) for plan in plans if isinstance(plan, _Plan) for job in plan.jobs]
    for path, count in Counter(paths).items():
        if count > 1:
            raise UsageError(f"{path} is to be made twice", "give one of the tables [[build]] another `output`")


def _made(plan: _Plan, project: str, *, force: bool, dry_run: bool) -> Built:
    """Make the outputs of a profile: all of them before the first is written, so that they belong together."""
    state = read_state(plan.folder)
    for job in plan.jobs:
        _refuse_outside(plan.path(job), project)
    stale = [job for job in plan.jobs if force or _is_stale(job, plan.path(job), state)]
    outputs = [] if dry_run else [job.make() for job in stale]
    for job, output in zip(stale, outputs, strict=not dry_run):
        write_output(plan.path(job), output.data)
        state[job.name] = (job.source, fingerprint(output.data))
    if outputs:
        write_output(os.path.join(plan.folder, STATE_FILE), state_text(state).encode("utf-8"))
    return Built(
        written=tuple(plan.path(job) for job in stale),
        kept=tuple(plan.path(job) for job in plan.jobs if job not in stale),
        diagnostics=(*plan.maker.diagnostics, *(found for output in outputs for found in output.diagnostics)),
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
