"""cvpress check."""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cvpress.cli.inputs import Inputs
from cvpress.cli.judging import format_of, is_failed, judging_options, settings_of
from cvpress.cli.selecting import Wishes, selecting_options
from cvpress.cli.taking_apart import fields_of, report_on, text_of
from cvpress.cli.terminal import fail, tell
from cvpress.cli.wanting import WantedBy, Wants
from cvpress.errors import UsageError

if TYPE_CHECKING:
    from cvpress.policy.settings import Settings

__all__ = ["check"]

_PRAISE = ("passes", "pass")
_EXTRACTORS = ("pdfium", "pypdf", "pdfminer.six")
_SHOWN_AS = ("full", "json")


class _Options(NamedTuple):
    format_name: str | None
    output_file: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    error: tuple[str, ...]
    warn: tuple[str, ...]
    strict: bool
    config: str
    isolated: bool
    show: bool
    extractor: str


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILES...", type=click.Path(allow_dash=True))
@judging_options
@click.option("--show", is_flag=True, help="Print the text as a parser reads it; with --format json its fields.")
@click.option(
    "--extractor",
    type=click.Choice(_EXTRACTORS),
    default=_EXTRACTORS[0],
    show_default=True,
    help="With --show: which program takes the text out of a PDF.",
)
@click.option(
    "--profile", metavar="FILE", default="", help="Profile that the files were made of: its texts are sought."
)
@click.option(
    "--document",
    metavar="NAME",
    default="",
    help="With --profile: cv, letter, portfolio or stories.  [default: as the file's title says, else cv]",
)
@click.option("--letter", metavar="ID", default="", help="With --profile: which letter, where there are several.")
@click.option("--theme", metavar="NAME", default="", help="With --profile: theme that orders and words it.")
@selecting_options
@click.option(
    "--set", "assignments", metavar="KEY=VALUE", multiple=True, help="With --profile: as `cvpress render` takes it."
)
@click.option("--locale", metavar="TAG", default="", help="With --profile: language.  [default: the profile's]")
@click.option("--private", is_flag=True, help="With --profile: private stories are sought in the story sheet, too.")
def check(files: tuple[str, ...], **options: Any) -> None:
    """Find what machines, and people with screen readers, cannot read of finished files.

    FILES are PDFs, also such as cvpress did not make, and HTML pages of cvpress; folders, in
    which all PDFs are taken; glob patterns; or - for standard input. With --profile, it is
    known what must be found in them; --variant and the like then say what, as for `render`.

    Exit code: 0 if all is well, 1 if there are errors, 2 if a file or the settings cannot
    be read.
    """
    wishes = Wishes(**{name: options.pop(name) for name in Wishes._fields})
    wants = Wants(wishes=wishes, **{name: options.pop(name) for name in Wants._fields if name in options})
    _run(files, _Options(**options), wants)


def _run(paths: tuple[str, ...], options: _Options, wants: Wants) -> None:
    from cvpress.checking.files.opening import read_file
    from cvpress.paths import finished_paths

    if options.output_file == "-":
        options = options._replace(output_file="")
    if options.show and (options.format_name or "full") not in _SHOWN_AS:
        raise UsageError(f"--show does not take --format {options.format_name}", "it takes json, or none for the text")
    settings = settings_of(options)
    wanted = WantedBy(wants, settings)
    inputs = Inputs(paths, finished_paths, read_file)
    run = _show if options.show else _report
    has_failed = run(inputs, wanted, settings, options)
    for failure in inputs.failures[:-1]:
        tell(failure)
    if inputs.failures:
        fail(inputs.failures[-1])
    if has_failed:
        sys.exit(1)


def _report(inputs: Inputs[tuple[str, bytes]], wanted: WantedBy, settings: Settings, options: _Options) -> bool:
    """Write what was found; returns whether it fails the run."""
    from cvpress.cli.report import Report

    with Report(format_of(options, settings), options.output_file, sys.stdout, praise=_PRAISE) as report:
        for path, (name, data) in inputs:
            if options.output_file and os.path.realpath(path) == os.path.realpath(options.output_file):
                raise UsageError(f"the report would take the place of {path}", "choose another --output-file")
            told = inputs.tried(partial(report_on, name, data, wanted, settings, report.readers))
            if told:
                report.file(name, told.text, told.diagnostics)
                report.add(told.telling)
    return is_failed(report, options, settings)


def _show(inputs: Inputs[tuple[str, bytes]], wanted: WantedBy, settings: Settings, options: _Options) -> bool:
    """Write what a parser reads; that fails no run."""
    files = (content for _, content in inputs)
    if options.format_name == "json":
        fields = (inputs.tried(partial(fields_of, name, data, wanted, settings)) for name, data in files)
        text = f"{json.dumps([one for one in fields if one is not None], indent=2)}\n"
    else:
        texts = (inputs.tried(partial(text_of, name, data, options.extractor)) for name, data in files)
        text = "".join(one for one in texts if one is not None)
    if options.output_file:
        from cvpress.writing import write_output

        write_output(options.output_file, text.encode(errors="replace"))
    else:
        click.echo(text, nl=False)
    return False
