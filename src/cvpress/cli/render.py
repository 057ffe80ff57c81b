"""cvpress render."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cvpress.cli.completing import complete_themes
from cvpress.cli.findings import print_findings
from cvpress.cli.output import write_output
from cvpress.cli.targets import STANDARD_OUTPUT, formats_of, target_path
from cvpress.cli.terminal import note
from cvpress.errors import UsageError
from cvpress.pipeline.rendering import open_profile
from cvpress.policy.config import read_settings
from cvpress.values.outputs import FORMATS
from cvpress.views.request import Request

if TYPE_CHECKING:
    from cvpress.pipeline.rendering import Opened, Rendering

__all__ = ["render"]


class _Options(NamedTuple):
    documents: str
    letter: str
    formats: str
    output: str
    theme: str
    settings: tuple[str, ...]
    locale: str
    private: bool
    config: str
    isolated: bool
    merge: bool


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
@click.option("--set", "settings", metavar="KEY=VALUE", multiple=True, help="Option of the theme: theme.page=letter.")
@click.option(
    "--locale", metavar="TAG", default="", help="Language of the output: en, en-GB, de.  [default: the profile's]"
)
@click.option("--private", is_flag=True, help="Show private stories in the story sheet; no other document does.")
@click.option("--merge", is_flag=True, help="One PDF of all documents, in the order of their names.")
@click.option("--config", metavar="FILE", default="", help="Settings file.  [default: the nearest cvpress.toml]")
@click.option("--isolated", is_flag=True, help="Read no settings file.")
def render(profile: str, **options: Any) -> None:
    """Make PDFs and HTML pages of a profile.

    PROFILE is a JSON, YAML or TOML file, or - for standard input. It is validated first:
    errors stop the rendering, warnings are shown.
    """
    _run(profile, _Options(**options))


def _run(profile: str, options: _Options) -> None:
    formats = formats_of(options.formats or ("pdf" if options.merge else ""), options.output)
    if options.merge and formats != ("pdf",):
        raise UsageError("only PDFs can be merged", "leave --merge out, or say --to pdf")
    opened = open_profile(profile, settings=read_settings(".", config=options.config, isolated=options.isolated))
    print_findings(opened.diagnostics)
    renderings = _renderings(opened, options)
    # All are made before the first is written: a run that fails leaves files that belong together.
    if options.merge:
        outputs = {target_path(options.output, f"{_stem(profile)}-application", "pdf", formats): _merged(renderings)}
    else:
        outputs = {
            target_path(options.output, stem, name, formats, is_only=len(renderings) == 1): _output(rendering, name)
            for stem, rendering in zip(_stems(profile, renderings), renderings, strict=True)
            for name in formats
        }
    for target, data in outputs.items():
        if target == STANDARD_OUTPUT:
            sys.stdout.buffer.write(data)
        else:
            write_output(target, data)
            note(f"wrote {target}")


def _renderings(opened: Opened, options: _Options) -> list[Rendering]:
    from cvpress.views.available import requests

    names = [name.strip().lower() for name in options.documents.split(",")]
    request = Request(letter=options.letter, language=options.locale, with_private=options.private)
    settings = _theme_settings(options.settings)
    renderings = [
        opened.rendering(wanted, theme=options.theme, options=settings)
        for wanted in requests(opened.profile, names, request)
    ]
    print_findings(tuple(dict.fromkeys(found for rendering in renderings for found in rendering.diagnostics)))
    return renderings


def _stems(profile: str, renderings: list[Rendering]) -> list[str]:
    """What the documents are called: the CV as the profile, the others by their kind."""
    return [f"{_stem(profile)}{rendering.view.suffix}" for rendering in renderings]


def _stem(profile: str) -> str:
    return "profile" if profile == "-" else os.path.splitext(os.path.basename(profile))[0]


def _merged(renderings: list[Rendering]) -> bytes:
    from cvpress.pipeline.merging import merged_pdf_and_diagnostics

    data, diagnostics = merged_pdf_and_diagnostics(renderings)
    print_findings(diagnostics)
    return data


def _output(rendering: Rendering, name: str) -> bytes:
    if name == "html":
        return rendering.html().encode("utf-8")
    data, diagnostics = rendering.pdf_and_diagnostics()
    print_findings(diagnostics)
    return data


def _theme_settings(settings: tuple[str, ...]) -> dict[str, str]:
    options = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        scope, _, name = key.partition(".")
        if not equals or scope != "theme" or not name:
            raise UsageError(f"--set does not take `{setting}`", "write it as theme.OPTION=VALUE")
        options[name] = value
    return options
