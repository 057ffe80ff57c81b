"""cvpress render."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from cvpress.cli.completing import complete_themes
from cvpress.cli.findings import print_findings
from cvpress.cli.output import write_output
from cvpress.cli.terminal import note
from cvpress.errors import UsageError
from cvpress.pipeline import prepare
from cvpress.policy.config import read_settings

if TYPE_CHECKING:
    from cvpress.pipeline import Rendering

__all__ = ["render"]

_FORMATS: Final = ("html", "pdf")


class _Options(NamedTuple):
    formats: str
    output: str
    theme: str
    settings: tuple[str, ...]
    locale: str
    config: str
    isolated: bool


@click.command()
@click.argument("profile", type=click.Path(allow_dash=True))
@click.option(
    "--to",
    "formats",
    metavar="FORMATS",
    default="",
    shell_complete=lambda _ctx, _param, start: [name for name in (*_FORMATS, "html,pdf") if name.startswith(start)],
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
    default="modern",
    show_default=True,
    shell_complete=lambda _ctx, _param, start: complete_themes(start),
    help="Theme, or the path of one.",
)
@click.option("--set", "settings", metavar="KEY=VALUE", multiple=True, help="Option of the theme: theme.page=letter.")
@click.option(
    "--locale", metavar="TAG", default="", help="Language of the output: en, en-GB, de.  [default: the profile's]"
)
@click.option("--config", metavar="FILE", default="", help="Settings file.  [default: the nearest cvpress.toml]")
@click.option("--isolated", is_flag=True, help="Read no settings file.")
def render(profile: str, **options: Any) -> None:
    """Make a PDF and an HTML page of a profile.

    PROFILE is a JSON, YAML or TOML file, or - for standard input. It is validated first:
    errors stop the rendering, warnings are shown.
    """
    _run(profile, _Options(**options))


def _run(profile: str, options: _Options) -> None:
    wanted = _formats(options.formats, options.output)
    targets = {name: _target(name, profile, options.output, wanted) for name in wanted}
    rendering = prepare(
        profile,
        theme=options.theme,
        options=_theme_settings(options.settings),
        language=options.locale,
        settings=read_settings(".", config=options.config, isolated=options.isolated),
    )
    print_findings(rendering.diagnostics)
    # All are made before the first is written: a run that fails leaves a pair that belongs together.
    outputs = {target: _output(rendering, name) for name, target in targets.items()}
    for target, data in outputs.items():
        if target == "-":
            sys.stdout.buffer.write(data)
        else:
            write_output(target, data)
            note(f"wrote {target}")


def _output(rendering: Rendering, name: str) -> bytes:
    if name == "html":
        return rendering.html().encode("utf-8")
    data, diagnostics = rendering.pdf_and_diagnostics()
    print_findings(diagnostics)
    return data


def _formats(text: str, output: str) -> tuple[str, ...]:
    """The formats asked for; a file's extension is as good as --to."""
    extension = _extension(output)
    if not text:
        return (extension,) if extension in _FORMATS else _FORMATS
    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",")))
    for name in names:
        if name not in _FORMATS:
            raise UsageError(f"there is no format `{name}`", f"formats: {', '.join(_FORMATS)}")
    return names


def _target(name: str, profile: str, output: str, wanted: tuple[str, ...]) -> str:
    """Where a format is written: a file of its extension, a folder, or standard output."""
    stem = "profile" if profile == "-" else os.path.splitext(os.path.basename(profile))[0]
    if output == "-":
        if len(wanted) > 1:
            raise UsageError("standard output takes one format", "say which: --to pdf")
        return "-"
    if not output:
        return f"{stem}.{name}"
    extension = _extension(output)
    if output.endswith(("/", os.sep)) or os.path.isdir(output) or not extension:
        return os.path.join(output, f"{stem}.{name}")
    if extension not in _FORMATS or (len(wanted) == 1 and extension != name):
        raise UsageError(f"{output} is no name for {' and '.join(wanted)}", "name a .pdf or .html file, or a folder")
    return output if len(wanted) == 1 else f"{os.path.splitext(output)[0]}.{name}"


def _extension(path: str) -> str:
    extension = os.path.splitext(path)[1].lstrip(".").lower()
    return "html" if extension == "htm" else extension


def _theme_settings(settings: tuple[str, ...]) -> dict[str, str]:
    options = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        scope, _, name = key.partition(".")
        if not equals or scope != "theme" or not name:
            raise UsageError(f"--set does not take `{setting}`", "write it as theme.OPTION=VALUE")
        options[name] = value
    return options
