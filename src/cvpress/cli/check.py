"""cvpress check."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cvpress.cli.bounds import bounded
from cvpress.cli.inputs import Inputs
from cvpress.cli.judging import format_of, is_failed, judging_options, settings_of
from cvpress.cli.selecting import Wishes, selecting_options
from cvpress.cli.terminal import fail, tell
from cvpress.cli.wanting import WantedBy, Wants
from cvpress.errors import CvpressError, FileError, UsageError

if TYPE_CHECKING:
    from cvpress.checking.artefact import Artefact
    from cvpress.policy.settings import Settings

__all__ = ["check"]

_PRAISE = ("passes", "pass")
_EXTRACTORS = ("pdfium", "pypdf", "pdfminer.six")
_SHOWN_AS = ("full", "json")
_SECONDS = 60.0
"""For a file to be read, and as many for it to be checked; two pages take one."""


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
    from cvpress.paths import finished_paths

    if options.output_file == "-":
        options = options._replace(output_file="")
    if options.show and (options.format_name or "full") not in _SHOWN_AS:
        raise UsageError(f"--show does not take --format {options.format_name}", "it takes json, or none for the text")
    settings = settings_of(options)
    wanted = WantedBy(wants, settings)
    inputs = Inputs(paths, finished_paths, _opened)
    run = _show if options.show else _report
    has_failed = run(inputs, wanted, settings, options)
    for failure in inputs.failures[:-1]:
        tell(failure)
    if inputs.failures:
        fail(inputs.failures[-1])
    if has_failed:
        sys.exit(1)


def _opened(path: str) -> Artefact:
    """A file, read within bounds: what is too much to read of one does not stop the others."""
    from cvpress.checking.files.opening import open_artefact

    try:
        with bounded(_SECONDS):
            return open_artefact(path)
    except FileError:
        raise
    except CvpressError as error:
        raise FileError(f"{path} cannot be read: {error.message}") from error
    except (MemoryError, RecursionError) as error:
        raise FileError(f"{path} is too large or too deep to be read") from error


def _report(inputs: Inputs[Artefact], wanted: WantedBy, settings: Settings, options: _Options) -> bool:
    """Write what was found; returns whether it fails the run."""
    from functools import partial

    from cvpress.checking.run import check_artefact
    from cvpress.checking.told import outcome_told
    from cvpress.cli.report import Report
    from cvpress.policy.policy import Policy

    policy = Policy(settings)
    with Report(format_of(options, settings), options.output_file, sys.stdout, praise=_PRAISE) as report:
        for path, artefact in inputs:
            if options.output_file and os.path.realpath(path) == os.path.realpath(options.output_file):
                raise UsageError(f"the report would take the place of {path}", "choose another --output-file")
            with bounded(_SECONDS):
                outcome = check_artefact(artefact, wanted.of(artefact), policy)
            report.file(artefact.name, artefact.text, outcome.diagnostics)
            report.add(partial(outcome_told, outcome))
    return is_failed(report, options, settings)


def _show(inputs: Inputs[Artefact], wanted: WantedBy, settings: Settings, options: _Options) -> bool:
    """Write what a parser reads; that fails no run."""
    from cvpress.cli.showing import shown_fields, shown_texts

    if options.format_name == "json":
        text = shown_fields((artefact for _, artefact in inputs), wanted, settings)
    else:
        text = shown_texts((artefact for _, artefact in inputs), options.extractor)
    if options.output_file:
        from cvpress.writing import write_output

        write_output(options.output_file, text.encode(errors="replace"))
    else:
        click.echo(text, nl=False)
    return False
