"""cvpress schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cvpress.schema import schema_text

if TYPE_CHECKING:
    from cvpress.schema import SchemaName

__all__ = ["schema"]


@click.command()
@click.argument("name", type=click.Choice(["profile", "strict", "jsonresume"]), default="profile")
def schema(name: SchemaName) -> None:
    """Print the JSON Schema of a profile (draft-07).

    NAME is profile (the format, for editors and validators), strict (the same without
    unknown keys), or jsonresume (JSON Resume 1.3.1).
    """
    click.echo(schema_text(name), nl=False)
