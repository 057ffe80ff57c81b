"""cvpress validate."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cvpress.cli.completing import complete_files
from cvpress.cli.inputs import Inputs
from cvpress.cli.judging import format_of, is_failed, judging_options, settings_of
from cvpress.cli.report import Report
from cvpress.cli.terminal import fail, tell
from cvpress.errors import UsageError
from cvpress.loading import load, load_schema
from cvpress.paths import profile_paths
from cvpress.pipeline.validating import Validator

if TYPE_CHECKING:
    from cvpress.policy.settings import Settings
    from cvpress.schema.schema import Schema
    from cvpress.syntax.document import Document

__all__ = ["validate"]


class _Options(NamedTuple):
    format_name: str | None
    output_file: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    error: tuple[str, ...]
    warn: tuple[str, ...]
    strict: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    schema: str
    schema_map: tuple[str, ...]
    check_formats: bool
    config: str
    isolated: bool
    stdin_filename: str


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...", shell_complete=complete_files)
@judging_options
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what is said.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also where the meaning may change.")
@click.option(
    "--schema",
    metavar="NAME|FILE",
    default="profile",
    show_default=True,
    help="Judge by another schema: jsonresume, or any JSON Schema file.",
)
@click.option(
    "--schema-map", metavar="URL=FOLDER", multiple=True, help="Where the schemas are that the schema refers to by URL."
)
@click.option("--check-formats", is_flag=True, help="With a schema file: judge its `format`, too, as email or date.")
@click.option(
    "--stdin-filename", metavar="NAME", default="", help="What to call standard input; its extension tells the syntax."
)
def validate(paths: tuple[str, ...], **options: Any) -> None:
    """Find what is wrong with profiles, and mend it.

    PATHS are files (JSON, YAML, TOML), folders, glob patterns, or - for standard input.
    In a folder, at any depth, files are taken that are called profile, resume or cv.
    Without PATHS, the current folder is looked through.

    Exit code: 0 if all is well, 1 if there are errors, 2 if a file or the settings cannot
    be read.
    """
    _run(paths or (".",), _Options(**options))


def _run(paths: tuple[str, ...], options: _Options) -> None:
    if options.output_file == "-":
        options = options._replace(output_file="")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes says what may be mended, not that it is", "add --fix or --diff")
    settings = settings_of(options)
    schema = _schema(options)
    validator = Validator(settings, schema)
    inputs = Inputs(paths, profile_paths, partial(_document, options, is_plain=schema is not None))
    run = _differences if options.diff else _report
    has_failed = run(inputs, validator, settings, options)
    for failure in inputs.failures[:-1]:
        tell(failure)
    if inputs.failures:
        fail(inputs.failures[-1])
    if has_failed:
        sys.exit(1)


def _document(options: _Options, path: str, *, is_plain: bool) -> Document:
    return load(path, options.stdin_filename if path == "-" else "", plain=is_plain)


def _schema(options: _Options) -> Schema | None:
    """What to judge by in place of the format and its rules."""
    if options.schema == "profile":
        if options.schema_map or options.check_formats:
            raise UsageError("--schema-map and --check-formats are for a schema file", "name it with --schema")
        return None
    if "://" in options.schema:
        raise UsageError("--schema names a file: nothing is fetched from a network", "save the schema beside the data")
    return load_schema(options.schema, _folders(options.schema_map), check_formats=options.check_formats)


def _folders(maps: tuple[str, ...]) -> dict[str, str]:
    folders = {}
    for written in maps:
        url, equals, folder = written.partition("=")
        if not equals or not url or not folder:
            raise UsageError(f"--schema-map does not take `{written}`", "write it as URL=FOLDER")
        folders[url] = folder
    return folders


def _report(inputs: Inputs[Document], validator: Validator, settings: Settings, options: _Options) -> bool:
    """Write the findings; returns whether they fail the run."""
    # A mended text from standard input goes to standard output, so the findings must not.
    stream = sys.stderr if options.fix and inputs.takes_stdin else sys.stdout
    reported: set[str] = set()
    with Report(format_of(options, settings), options.output_file, stream) as report:
        for path, found in inputs:
            if options.output_file and os.path.realpath(path) == os.path.realpath(options.output_file):
                raise UsageError(f"the report would take the place of {path}", "choose another --output-file")
            fixed = None
            if options.fix:
                from cvpress.cli.mending import left_after, mend_file

                # One that cannot be written is reported as it is.
                fixed = inputs.tried(partial(mend_file, found, path, validator, unsafe=options.unsafe_fixes))
            if fixed:
                report.fixed += len(fixed.applied)
                left = left_after(validator.check(fixed.document), unsafe=options.unsafe_fixes)
                report.file(found.name, fixed.document.text, left)
            else:
                report.file(found.name, found.text, validator.check(found))
            _report_bibliography(report, validator, fixed.document if fixed else found, reported)
        unused = validator.unused()
        if unused and settings.document:
            report.file(settings.source, settings.document.text, unused)
    return is_failed(report, options, settings)


def _report_bibliography(report: Report, validator: Validator, document: Document, reported: set[str]) -> None:
    """Report the bibliography that a profile names as a file of its own, once in a run."""
    checked = validator.check_bibliography(document)
    if checked is None:
        return
    bibliography = checked.bibliography.document
    if bibliography.name not in reported:
        reported.add(bibliography.name)
        report.file(bibliography.name, bibliography.text, checked.diagnostics)


def _differences(inputs: Inputs[Document], validator: Validator, _: Settings, options: _Options) -> bool:
    """Show what --fix would change; returns whether it would change anything, or leave an error."""
    from cvpress.cli.mending import show_differences

    return show_differences((document for _, document in inputs), validator, unsafe=options.unsafe_fixes)
