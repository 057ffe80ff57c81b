"""cvpress check."""

from __future__ import annotations

import sys
from typing import Any

import click

from cvpress.cli.report import Report
from cvpress.reporters import REPORTERS

__all__ = ["check"]


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@click.option("--format", "format_name", type=click.Choice(list(REPORTERS)), default="full", help="How it is told.")
def check(files: tuple[str, ...], format_name: str, **_options: Any) -> None:
    """Find what machines, and people with screen readers, cannot read of finished files.

    FILES are PDFs, also such as cvpress did not make, and HTML pages of cvpress.
    """
    from cvpress.checking.pdf_file import read_pdf
    from cvpress.checking.run import check_artefact

    with Report(format_name, "", sys.stdout) as report:
        for name in files:
            with open(name, "rb") as file:
                outcome = check_artefact(read_pdf(name, file.read()))
            report.file(name, outcome.artefact.text, outcome.diagnostics)
    if report.errors:
        sys.exit(1)
