"""cvpress new."""

from __future__ import annotations

import os

import click

from cvpress.cli.terminal import note
from cvpress.errors import FileError, UsageError
from cvpress.starter import SYNTAXES, starter_profile
from cvpress.writing import write_output

__all__ = ["new"]


@click.command()
@click.argument("path", default="profile.yaml", type=click.Path(allow_dash=True))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def new(path: str, force: bool) -> None:
    """Write a commented profile to start from.

    PATH is the file to write; its extension (.yaml, .toml, .json) tells the syntax, and -
    writes YAML to standard output. JSON knows no comments, so there are none in it.
    """
    if path == "-":
        click.echo(starter_profile("yaml"), nl=False)
        return
    syntax = os.path.splitext(path)[1].lstrip(".").lower().replace("yml", "yaml")
    if syntax not in SYNTAXES:
        raise UsageError(f"{path} has no extension that tells its syntax", f"extensions: {', '.join(SYNTAXES)}")
    if os.path.exists(path) and not force:
        raise FileError(f"{path} is there already", "choose another name, or write over it with --force")
    name = os.path.basename(path)
    write_output(path, starter_profile(syntax).replace(f"profile.{syntax}", name).encode("utf-8"))
    note(f"wrote {path}; try `cvpress validate {path}` and `cvpress render {path}`")
