"""cvpress build."""

from __future__ import annotations

import sys
from typing import Any

import click

from cvpress.build.recipes import read_recipes
from cvpress.build.run import build as build_recipes
from cvpress.cli.findings import print_findings
from cvpress.cli.targets import formats_of
from cvpress.cli.terminal import note, tell
from cvpress.policy.config import read_settings

__all__ = ["build"]


@click.command()
@click.option("--config", metavar="FILE", default="", help="Settings file.  [default: the nearest cvpress.toml]")
@click.option("--to", "formats", metavar="FORMATS", default="", help="Make these formats only: html, pdf.")
@click.option("--force", is_flag=True, help="Make everything, also what is up to date.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    default=None,
    help="How many processes work at a time.  [default: one for each processor]",
)
@click.option("--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
def build(config: str, formats: str, *, dry_run: bool, jobs: int | None, **options: Any) -> None:
    """Make everything that the project's settings file names, and only what has changed since.

    cvpress.toml says what under [[build]]: profiles, documents, variants, locales, formats,
    theme and its options, and the folder for the outputs. Paths are relative to the file.

    A profile with errors does not keep the others from being made; the exit code is 1 then. Each is
    rendered in a process with limits on time, memory and pages.
    """
    settings = read_settings(".", config=config)
    only = formats_of(formats, "")
    recipes = [
        recipe._replace(formats=tuple(name for name in recipe.formats if name in only))
        for recipe in read_recipes(settings)
    ]
    written = kept = failed = 0
    for built in build_recipes(recipes, settings, dry_run=dry_run, jobs=jobs or 0, **options):
        print_findings(built.diagnostics)
        if built.error:
            tell(built.error)
        for path in built.written:
            note(f"{'would write' if dry_run else 'wrote'} {path}")
        written += len(built.written)
        kept += len(built.kept)
        failed += built.error is not None
    failures = f", {failed} profile{'s' if failed > 1 else ''} failed" if failed else ""
    note(f"{written} {'to make' if dry_run else 'made'}, {kept} up to date{failures}")
    if failed:
        sys.exit(1)
