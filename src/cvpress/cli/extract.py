"""cvpress extract."""

from __future__ import annotations

import os
import shlex
import sys
from typing import TYPE_CHECKING, Final

import click

from cvpress.cli.bounds import bounded
from cvpress.cli.targets import STANDARD_OUTPUT, extension_of
from cvpress.cli.terminal import note
from cvpress.errors import CvpressError, FileError, ThemeError, UsageError
from cvpress.loading import load_bytes
from cvpress.readers.pdf_source import MOST_BYTES, read_sources
from cvpress.values.sources import arguments
from cvpress.writing import write_output

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.readers.pdf_source import EmbeddedProfile, Sources

__all__ = ["extract"]

_SECONDS: Final = 30.0
"""Processor time; a PDF that cvpress made takes a tenth of a second."""


@click.command()
@click.argument("pdf", type=click.Path(allow_dash=True))
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(allow_dash=True),
    default="",
    help="JSON file, folder, or - for standard output.  [default: the current folder]",
)
@click.option("--force", is_flag=True, help="Write over files that are there.")
def extract(pdf: str, output: str, *, force: bool) -> None:
    """Take the profile out of a PDF that cvpress made.

    It is what the PDF shows, and rendering it gives the same PDF: the command for that is printed.
    Pictures are written beside it. PDF is a file, or - for standard input.
    """
    with bounded(_SECONDS):
        sources = read_sources(load_bytes(pdf, MOST_BYTES), "standard input" if pdf == "-" else pdf)
    if output == STANDARD_OUTPUT:
        _print(sources)
        return
    folder, names = _places(output, "profile" if pdf == "-" else os.path.splitext(os.path.basename(pdf))[0], sources)
    profiles = dict(zip(names, sources.profiles, strict=True))
    pictures = {os.path.join(folder, name): data for name, data in sources.pictures.items()}
    _write({**{path: profile.data for path, profile in profiles.items()}, **pictures}, force=force)
    for path, profile in profiles.items():
        _tell(path, profile)


def _print(sources: Sources) -> None:
    if len(sources.profiles) > 1:
        raise UsageError(f"there are {len(sources.profiles)} profiles in the PDF", "name a folder for them")
    sys.stdout.buffer.write(sources.profiles[0].data)
    if sources.pictures:
        note(f"left out: {', '.join(sources.pictures)}")


def _places(output: str, stem: str, sources: Sources) -> tuple[str, list[str]]:
    """The folder for everything, and a path for each profile."""
    count = len(sources.profiles)
    if output and extension_of(output) and not output.endswith(("/", os.sep)) and not os.path.isdir(output):
        if extension_of(output) != "json":
            raise UsageError(f"{output} is no name for a profile that is extracted", "name a .json file, or a folder")
        if count > 1:
            raise UsageError(f"{output} is one file, and there are {count} profiles in the PDF", "name a folder")
        return os.path.dirname(output), [output]
    if count == 1:
        return output, [os.path.join(output, f"{stem}.json")]
    numbered = enumerate(sources.profiles, start=1)
    return output, [os.path.join(output, f"{stem}-{number}-{one.documents}.json") for number, one in numbered]


def _write(files: Mapping[str, bytes], *, force: bool) -> None:
    """Write all files, or none where one of them is there already and says something else."""
    new = {path: data for path, data in files.items() if not _is_written(path, data)}
    for path in new:
        if os.path.lexists(path) and not force:
            raise FileError(f"{path} is there already", "name another folder, or write over it with --force")
    for path, data in files.items():
        if path in new:
            write_output(path, data)
            note(f"wrote {path}")
        else:
            note(f"{path} is there already, and the same")


def _is_written(path: str, data: bytes) -> bool:
    return os.path.isfile(path) and load_bytes(path, len(data)) == data


def _tell(path: str, profile: EmbeddedProfile) -> None:
    """Say how the PDF is made again, and what that takes which is not in the profile."""
    from cvpress.themes.find import find_theme

    isolated = " --isolated" if _has_look() else ""
    theme = "" if profile.theme else " --theme PATH"
    note(f"the same PDF: cvpress render {shlex.quote(path)} {arguments(profile.documents)}{theme}{isolated}")
    if not profile.theme:
        note("the theme is not in the PDF: PATH is its folder")
        return
    try:
        find_theme(profile.theme, project=os.getcwd())
    except ThemeError:
        note(f"there is no theme `{profile.theme}` here: put its folder into themes/, or add --theme PATH")


def _has_look() -> bool:
    """Whether the settings here have a theme or options, which would be those of the profile."""
    from cvpress.policy.config import read_settings

    try:
        settings = read_settings(".")
    except CvpressError:  # a broken file is for those who render
        return True
    return bool(settings.theme or settings.options)
