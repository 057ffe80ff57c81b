"""cvpress validate."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click

from cvpress.cli.paths import profile_paths
from cvpress.cli.terminal import fail, has_color, tell
from cvpress.diagnostics import Severity
from cvpress.errors import FileError
from cvpress.pipeline import load
from cvpress.pipeline import validate as find_faults
from cvpress.reporters import REPORTERS, Totals, make_reporter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cvpress.syntax.document import Document

__all__ = ["validate"]

T = TypeVar("T")


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path(allow_dash=True))
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(REPORTERS)),
    default="full",
    show_default=True,
    help="How findings are written.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings, too.")
@click.option(
    "--stdin-filename", metavar="NAME", default="", help="What to call standard input; its extension tells the syntax."
)
def validate(paths: tuple[str, ...], format_name: str, strict: bool, stdin_filename: str) -> None:
    """Find what is wrong with profiles.

    PATHS are files (JSON, YAML, TOML), folders, glob patterns, or - for standard input.
    In a folder, at any depth, files are taken that are called profile, resume or cv.
    Without PATHS, the current folder is looked through.

    Exit code: 0 if all is well, 1 if there are errors, 2 if a file cannot be read.
    """
    color = has_color(sys.stdout)
    reporter = make_reporter(format_name, color=color)
    errors = warnings = files = 0
    unreadable: list[FileError] = []
    click.echo(reporter.begin(), nl=False)
    for document in _documents(paths or (".",), stdin_filename, unreadable):
        diagnostics = find_faults(document)
        files += 1
        if diagnostics:
            wrong = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
            errors += wrong
            warnings += len(diagnostics) - wrong
        click.echo(reporter.file(document.name, document.text, diagnostics), nl=False, color=color)
    click.echo(reporter.end(Totals(files, errors, warnings)), nl=False, color=color)
    for failure in unreadable[:-1]:
        tell(failure)
    if unreadable:
        fail(unreadable[-1])
    if errors or (strict and warnings):
        sys.exit(1)


def _documents(paths: Iterable[str], stdin_name: str, unreadable: list[FileError]) -> Iterator[Document]:
    """Every file that can be read, each once; what cannot be read does not stop the run."""
    seen: set[str] = set()
    for path in paths:
        for found in _tried(partial(profile_paths, path), unreadable) or ():
            if found not in seen:
                seen.add(found)
                name = stdin_name if found == "-" else ""
                document = _tried(partial(load, found, name), unreadable)
                if document is not None:
                    yield document


def _tried(action: Callable[[], T], unreadable: list[FileError]) -> T | None:
    try:
        return action()
    except FileError as error:
        unreadable.append(error)
        return None
