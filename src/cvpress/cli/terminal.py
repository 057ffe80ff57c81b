"""What commands say: errors, notes, colours."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from cvpress.errors import InvalidProfile, InvalidSchema, InvalidSettings

if TYPE_CHECKING:
    from typing import TextIO

    from cvpress.errors import CvpressError

__all__ = ["fail", "filled", "has_color", "note", "tell", "width_of"]


def has_color(stream: TextIO | None) -> bool:
    """Whether to write colours: not under NO_COLOR (https://no-color.org), not into a file (nor nowhere, None)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO | None) -> int | None:
    """How many columns a stream has; None where it is no terminal. COLUMNS overrides, as elsewhere."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return int(columns)
    if stream is None or not stream.isatty():
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except OSError:
        return None


def filled(text: str, *, indent: int = 0) -> str:
    """A text in lines of at most 80 columns, the second and those after it indented."""
    import textwrap

    lines = textwrap.wrap(_visible(text), 80, subsequent_indent=" " * indent, break_on_hyphens=False)
    return "\n".join(line.rstrip() for line in lines)


def note(text: str) -> None:
    """Say something beside the output, on standard error."""
    click.echo(_visible(text), err=True)


def tell(error: CvpressError) -> None:
    """Say what went wrong, and what to do about it."""
    color = has_color(sys.stderr)
    label = click.style("error", fg="red", bold=True) if color else "error"
    click.echo(f"{label}: {_visible(error.message)}", err=True, color=color)
    if error.hint:
        label = click.style("hint", fg="cyan") if color else "hint"
        click.echo(f"{label}: {_visible(error.hint)}", err=True, color=color)


def _visible(text: str) -> str:
    """What may quote the name of any file."""
    from cvpress.reporters.style import visible

    return visible(text)


def fail(error: CvpressError) -> NoReturn:
    """Say what went wrong, and end with the exit code of its class."""
    if isinstance(error, InvalidProfile):
        from cvpress.cli.findings import print_findings

        print_findings(error.diagnostics)
    if isinstance(error, (InvalidSchema, InvalidSettings)):
        from cvpress.cli.findings import print_frames

        print_frames(error.diagnostics, error.text)
    tell(error)
    sys.exit(error.exit_code)
