"""cvpress themes."""

from __future__ import annotations

import os

import click

from cvpress.cli.terminal import filled
from cvpress.errors import ThemeError
from cvpress.themes.find import find_theme, theme_names

__all__ = ["themes"]


@click.command()
def themes() -> None:
    """List the themes that there are: the project's, in themes/, installed ones, built-in ones.

    `cvpress theme show NAME` prints the options of one.
    """
    project = os.getcwd()
    names = theme_names(project)
    width = max(map(len, names))
    for name in names:
        click.echo(filled(f"{name:{width}}  {_description(name, project)}", indent=width + 2))


def _description(name: str, project: str) -> str:
    try:
        return find_theme(name, project).description
    except ThemeError as error:  # the others can be used all the same
        return f"(cannot be used: {error.message})"
