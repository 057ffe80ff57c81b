"""Prints findings on standard error, beside what a command puts out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cvpress.cli.terminal import has_color, width_of
from cvpress.reporters import make_reporter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.diagnostics import Diagnostic

__all__ = ["print_findings", "print_frames"]


def print_findings(diagnostics: Sequence[Diagnostic]) -> None:
    """Print findings, each on a line."""
    _print("concise", "", diagnostics)


def print_frames(diagnostics: Sequence[Diagnostic], text: str) -> None:
    """Print findings about a text with the lines that they are in."""
    _print("full", text, diagnostics)


def _print(format_name: str, text: str, diagnostics: Sequence[Diagnostic]) -> None:
    color = has_color(sys.stderr)
    reporter = make_reporter(format_name, color=color, width=width_of(sys.stderr))
    click.echo(reporter.file("", text, diagnostics), err=True, nl=False, color=color)
