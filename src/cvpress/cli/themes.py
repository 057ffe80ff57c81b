"""cvpress themes."""

from __future__ import annotations

import os

import click

from cvpress.cli.terminal import filled
from cvpress.themes.find import find_theme, theme_names

__all__ = ["themes"]


@click.command()
def themes() -> None:
    """List the themes that there are: the project's, in themes/, installed ones, built-in ones.

    `cvpress theme show NAME` prints the options of one.
    """
    project = os.getcwd()
    found = {name: find_theme(name, project) for name in theme_names(project)}
    width = max(map(len, found))
    for name, theme in found.items():
        click.echo(filled(f"{name:{width}}  {theme.description}", indent=width + 2))
