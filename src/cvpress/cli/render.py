"""cvpress render."""

from __future__ import annotations

import sys
from itertools import product
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from cvpress.cli.bounds import bounded
from cvpress.cli.completing import complete_themes
from cvpress.cli.findings import print_findings
from cvpress.cli.selecting import Wishes, assignments_of, selecting_options
from cvpress.cli.targets import STANDARD_OUTPUT, formats_of, target_path
from cvpress.cli.terminal import note
from cvpress.confined.wire import Message, read_diagnostics, written_diagnostics
from cvpress.errors import UsageError
from cvpress.loading import load_bytes, loads
from cvpress.pipeline.merging import merged_output
from cvpress.pipeline.rendering import open_profile
from cvpress.pipeline.untrusted import pages_told
from cvpress.policy.config import read_settings
from cvpress.syntax.limits import BYTES
from cvpress.values.outputs import APPLICATION, FORMATS, file_stem
from cvpress.views.request import Request
from cvpress.writing import write_output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cvpress.diagnostics import Diagnostic
    from cvpress.pipeline.rendering import Opened, Output, Rendering
    from cvpress.policy.settings import Settings

__all__ = ["render"]

_STANDARD_INPUT: Final = "-"


class _Options(NamedTuple):
    documents: str
    letter: str
    formats: str
    output: str
    theme: str
    assignments: tuple[str, ...]
    locale: str
    private: bool
    config: str
    isolated: bool
    merge: bool
    untrusted: bool
    no_source: bool
    linear: bool


class _Task(NamedTuple):
    """What is to be rendered; `text` is what came by standard input."""

    profile: str
    text: bytes | None
    options: _Options
    wishes: Wishes
    settings: Settings


@click.command()
@click.argument("profile", type=click.Path(allow_dash=True))
@click.option(
    "--document",
    "documents",
    metavar="NAMES",
    default="cv",
    show_default=True,
    help="cv, letter, portfolio, stories, several with commas, or all.",
)
@click.option("--letter", metavar="ID", default="", help="Which letter, where there are several.")
@click.option(
    "--to",
    "formats",
    metavar="FORMATS",
    default="",
    shell_complete=lambda _ctx, _param, start: [name for name in (*FORMATS, "html,pdf") if name.startswith(start)],
    help="html, pdf, or both with a comma.  [default: html,pdf]",
)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(allow_dash=True),
    default="",
    help="File, folder, or - for standard output.  [default: the current folder]",
)
@click.option(
    "--theme",
    metavar="NAME",
    default="",
    shell_complete=lambda _ctx, _param, start: complete_themes(start),
    help="Theme, or the path of one.  [default: modern]",
)
@click.option("--linear", is_flag=True, help="One column, whatever the theme: the same as --set theme.linear=on.")
@selecting_options
@click.option(
    "--set",
    "assignments",
    metavar="KEY=VALUE",
    multiple=True,
    help="Option of the theme or text of `basics`: theme.page=letter, basics.label=Teacher.",
)
@click.option(
    "--locale", metavar="TAG", default="", help="Language of the output: en, en-GB, de.  [default: the profile's]"
)
@click.option("--private", is_flag=True, help="Show private stories in the story sheet; no other document does.")
@click.option("--merge", is_flag=True, help="One PDF of all documents, in the order of their names.")
@click.option(
    "--no-source", is_flag=True, help="Leave out of the PDF the profile that `cvpress extract` takes from it."
)
@click.option("--config", metavar="FILE", default="", help="Settings file.  [default: the nearest cvpress.toml]")
@click.option("--isolated", is_flag=True, help="Read no settings file.")
@click.option("--untrusted", is_flag=True, help="Profile or theme are a stranger's: bound time, memory and pages.")
def render(profile: str, **options: Any) -> None:
    """Make PDFs and HTML pages of a profile.

    PROFILE is a JSON, YAML or TOML file, or - for standard input. It is validated first:
    errors stop the rendering, warnings are shown.
    """
    wishes = Wishes(**{name: options.pop(name) for name in Wishes._fields})
    text = load_bytes("-", BYTES) if profile == _STANDARD_INPUT else None
    settings = read_settings(".", config=options["config"], isolated=options["isolated"])
    task = _Task(profile, text, _Options(**options), wishes, settings)
    if task.options.untrusted:
        _deliver(_confined(task))
    else:
        with bounded():
            _deliver(_made(task))


def _confined(task: _Task) -> Iterator[Message]:
    """What `_made` tells, from a process of its own."""
    from cvpress.confined.run import do

    result = do(_made, task)
    yield from result.messages
    if result.error:
        raise result.error


def _deliver(messages: Iterable[Message]) -> None:
    """Say what was noticed, and write what was made.

    All is made before the first is written: a run that fails leaves files that belong together.
    """
    outputs = {}
    for message in messages:
        if message.kind == "findings":
            print_findings(read_diagnostics(message.data))
        elif message.kind == "note":
            note(message.data)
        else:
            outputs[message.data] = message.body
    for target, data in outputs.items():
        if target == STANDARD_OUTPUT:
            sys.stdout.buffer.write(data)
        else:
            write_output(target, data)
            note(f"wrote {target}")


def _made(task: _Task) -> Iterator[Message]:
    """What is noticed and what is made, in its order."""
    profile, text, options, wishes, settings = task
    formats = formats_of(options.formats or ("pdf" if options.merge else ""), options.output)
    if options.merge and formats != ("pdf",):
        raise UsageError("only PDFs can be merged", "leave --merge out, or say --to pdf")
    source = profile if text is None else loads(text)
    opened = open_profile(source, settings=settings)
    yield _findings(opened.diagnostics)
    with pages_told(opened.document):
        renderings = _renderings(opened, options, wishes)
        yield _findings(tuple(dict.fromkeys(found for rendering in renderings for found in rendering.diagnostics)))
        for listed in (listed for rendering in renderings for listed in rendering.left_out):
            yield Message("note", f"left out for want of room: {listed}")
        for target, output in _outputs(task, renderings, formats):
            yield _findings(output.diagnostics)
            yield Message("output", target, output.data)


def _findings(diagnostics: tuple[Diagnostic, ...]) -> Message:
    return Message("findings", written_diagnostics(diagnostics))


def _outputs(task: _Task, renderings: list[Rendering], formats: tuple[str, ...]) -> Iterator[tuple[str, Output]]:
    """The outputs, each with where it goes."""
    profile, _, options, wishes, _ = task
    if options.merge:
        path = target_path(options.output, _stem(profile, options, wishes, APPLICATION), "pdf", formats)
        yield path, merged_output(renderings)
        return
    paths = set()
    for rendering, name in product(renderings, formats):
        stem = _stem(profile, options, wishes, rendering.view.suffix)
        path = target_path(options.output, stem, name, formats, is_only=len(renderings) == 1)
        if path in paths:
            raise UsageError(f"two documents would be {path}", "give the letters ids that are less alike")
        paths.add(path)
        yield path, rendering.output(name)


def _renderings(opened: Opened, options: _Options, wishes: Wishes) -> list[Rendering]:
    from cvpress.views.available import requests, requests_to_merge

    names = [name.strip().lower() for name in options.documents.split(",")]
    assigned = assignments_of(options.assignments)
    request = Request(
        letter=options.letter,
        language=options.locale,
        with_private=options.private,
        variant=wishes.variant,
        selection=wishes.selection(assigned.basics),
        redaction=wishes.redaction,
        fit=wishes.fit or 0,
        has_source=not options.no_source,
    )
    look = assigned.theme | ({"linear": "on"} if options.linear else {})
    return [
        opened.rendering(wanted, theme=options.theme, options=look)
        for wanted in (requests_to_merge if options.merge else requests)(opened.profile, names, request)
    ]


def _stem(profile: str, options: _Options, wishes: Wishes, suffix: str) -> str:
    return file_stem(
        profile, suffix, variant=wishes.variant, language=options.locale, is_blind=wishes.redaction is not None
    )
