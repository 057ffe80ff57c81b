"""cvpress render."""

from __future__ import annotations

import sys
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cvpress.cli.bounds import bounded
from cvpress.cli.completing import complete_themes
from cvpress.cli.findings import print_findings
from cvpress.cli.selecting import Wishes, assignments_of, selecting_options
from cvpress.cli.targets import STANDARD_OUTPUT, formats_of, target_path
from cvpress.cli.terminal import note
from cvpress.errors import UsageError
from cvpress.pipeline.merging import merged_output
from cvpress.pipeline.rendering import open_profile
from cvpress.policy.config import read_settings
from cvpress.values.outputs import APPLICATION, FORMATS, file_stem
from cvpress.views.request import Request
from cvpress.writing import write_output

if TYPE_CHECKING:
    from cvpress.pipeline.rendering import Opened, Output, Rendering

__all__ = ["render"]


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
    no_source: bool


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
def render(profile: str, **options: Any) -> None:
    """Make PDFs and HTML pages of a profile.

    PROFILE is a JSON, YAML or TOML file, or - for standard input. It is validated first:
    errors stop the rendering, warnings are shown.
    """
    wishes = Wishes(**{name: options.pop(name) for name in Wishes._fields})
    with bounded():
        _run(profile, _Options(**options), wishes)


def _run(profile: str, options: _Options, wishes: Wishes) -> None:
    formats = formats_of(options.formats or ("pdf" if options.merge else ""), options.output)
    if options.merge and formats != ("pdf",):
        raise UsageError("only PDFs can be merged", "leave --merge out, or say --to pdf")
    opened = open_profile(profile, settings=read_settings(".", config=options.config, isolated=options.isolated))
    print_findings(opened.diagnostics)
    renderings = _renderings(opened, options, wishes)
    # All are made before the first is written: a run that fails leaves files that belong together.
    if options.merge:
        path = target_path(options.output, _stem(profile, options, wishes, APPLICATION), "pdf", formats)
        outputs = {path: _told(merged_output(renderings))}
    else:
        outputs = {}
        for rendering, name in product(renderings, formats):
            stem = _stem(profile, options, wishes, rendering.view.suffix)
            path = target_path(options.output, stem, name, formats, is_only=len(renderings) == 1)
            if path in outputs:
                raise UsageError(f"two documents would be {path}", "give the letters ids that are less alike")
            outputs[path] = _told(rendering.output(name))
    for target, data in outputs.items():
        if target == STANDARD_OUTPUT:
            sys.stdout.buffer.write(data)
        else:
            write_output(target, data)
            note(f"wrote {target}")


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
    renderings = [
        opened.rendering(wanted, theme=options.theme, options=assigned.theme)
        for wanted in (requests_to_merge if options.merge else requests)(opened.profile, names, request)
    ]
    print_findings(tuple(dict.fromkeys(found for rendering in renderings for found in rendering.diagnostics)))
    for listed in (listed for rendering in renderings for listed in rendering.left_out):
        note(f"left out for want of room: {listed}")
    return renderings


def _stem(profile: str, options: _Options, wishes: Wishes, suffix: str) -> str:
    return file_stem(
        profile, suffix, variant=wishes.variant, language=options.locale, is_blind=wishes.redaction is not None
    )


def _told(output: Output) -> bytes:
    """The bytes of an output; what was noticed while they were made is said."""
    print_findings(output.diagnostics)
    return output.data
