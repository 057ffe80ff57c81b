"""Prints what rendering noticed, one finding a line, on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cvpress.cli.terminal import has_color
from cvpress.reporters import make_reporter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic

__all__ = ["print_findings"]


def print_findings(diagnostics: Sequence[Diagnostic]) -> None:
    """Print findings to standard error."""
    color = has_color(sys.stderr)
    report = make_reporter("concise", color=color).file("", "", diagnostics)
    click.echo(report, err=True, nl=False, color=color)
