"""cvpress themes."""

from __future__ import annotations

import os

import click

from cvpress.themes.find import find_theme, theme_names

__all__ = ["themes"]


@click.command()
def themes() -> None:
    """List the themes that there are: the project's, in themes/, and the built-in ones."""
    project = os.getcwd()
    for name in theme_names(project):
        theme = find_theme(name, project)
        click.echo(f"{name}  {theme.description}")
        for option in theme.options.values():
            click.echo(f"    theme.{option.name}={option.default}  {option.description} ({option.kind.words})")
