"""cvpress build."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from cvpress.build.builder import jobs, made, profiles_of
from cvpress.build.recipes import read_recipes
from cvpress.build.state import STATE_FILE, fingerprint, read_state, state_text
from cvpress.cli.findings import print_findings
from cvpress.cli.output import write_output
from cvpress.cli.targets import formats_of
from cvpress.cli.terminal import note, tell
from cvpress.errors import CvpressError, InvalidProfile, UsageError
from cvpress.policy.config import read_settings

if TYPE_CHECKING:
    from cvpress.build.builder import Job
    from cvpress.build.recipes import Recipe
    from cvpress.policy.settings import Settings

__all__ = ["build"]


@click.command()
@click.option("--config", metavar="FILE", default="", help="Settings file.  [default: the nearest cvpress.toml]")
@click.option("--to", "formats", metavar="FORMATS", default="", help="Make these formats only: html, pdf.")
@click.option("--force", is_flag=True, help="Make everything, also what is up to date.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
def build(config: str, formats: str, **options: Any) -> None:
    """Make everything that the project's settings file names, and only what has changed since.

    cvpress.toml says what under [[build]]: profiles, documents, variants, locales, formats,
    theme and its options, and the folder for the outputs. Paths are relative to the file.

    A profile with errors does not keep the others from being made; the exit code is 1 then.
    """
    settings = read_settings(".", config=config)
    run = _Run(settings, **options)
    only = formats_of(formats, "")
    for recipe in read_recipes(settings):
        run.build(recipe._replace(formats=tuple(name for name in recipe.formats if name in only)))
    run.end()


class _Run:
    """One run: what was made, and what failed."""

    def __init__(self, settings: Settings, *, force: bool, dry_run: bool) -> None:
        self._settings = settings
        self._project = os.path.dirname(settings.source)
        self._force = force
        self._dry_run = dry_run
        self._paths: set[str] = set()
        self._written = self._kept = self._failed = 0

    def build(self, recipe: Recipe) -> None:
        """Make the outputs of a recipe, profile by profile."""
        folder = os.path.join(self._project, recipe.output)
        state = {} if self._force else read_state(folder)
        for profile, place in profiles_of(recipe, self._project):
            try:
                wanted = list(jobs(recipe, profile, place, self._project, self._settings))
                print_findings(tuple(dict.fromkeys(found for job in wanted for found in job.rendering.diagnostics)))
                outputs = {job.name: self._output(job, folder, state) for job in wanted}
            except CvpressError as error:
                self._fail(error)
            else:
                self._write(folder, state, wanted, outputs)

    def end(self) -> None:
        """Say what came of it."""
        verb = "to make" if self._dry_run else "made"
        failed = f", {self._failed} profile{'s' if self._failed > 1 else ''} failed" if self._failed else ""
        note(f"{self._written} {verb}, {self._kept} up to date{failed}")
        if self._failed:
            sys.exit(1)

    def _fail(self, error: CvpressError) -> None:
        if isinstance(error, InvalidProfile):
            print_findings(error.diagnostics)
        tell(error)
        self._failed += 1

    def _output(self, job: Job, folder: str, state: dict[str, tuple[str, str]]) -> bytes | None:
        """The bytes of a file; None if it is up to date."""
        path = os.path.join(folder, job.name)
        if path in self._paths:
            raise UsageError(f"{path} is to be made twice", "give one of the two tables [[build]] another `output`")
        self._paths.add(path)
        source, output = state.get(job.name, ("", ""))
        if source == job.source and output == _fingerprint_of(path):
            return None
        if self._dry_run:
            return b""
        data, diagnostics = made(job)
        print_findings(diagnostics)
        return data

    def _write(
        self, folder: str, state: dict[str, tuple[str, str]], wanted: list[Job], outputs: dict[str, bytes | None]
    ) -> None:
        """Write what was made, when all of a profile's is: what belongs together stays together."""
        for job in wanted:
            data = outputs[job.name]
            path = os.path.join(folder, job.name)
            if data is None:
                self._kept += 1
                continue
            self._written += 1
            if not self._dry_run:
                write_output(path, data)
                state[job.name] = (job.source, fingerprint(data))
            note(f"{'would write' if self._dry_run else 'wrote'} {path}")
        if any(data is not None for data in outputs.values()) and not self._dry_run:
            write_output(os.path.join(folder, STATE_FILE), state_text(state).encode("utf-8"))


def _fingerprint_of(path: str) -> str:
    """The fingerprint of a file; empty if there is none."""
    try:
        with open(path, "rb") as file:
            return fingerprint(file.read())
    except OSError:
        return ""
