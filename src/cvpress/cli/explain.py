"""cvpress explain."""

from __future__ import annotations

import click

from cvpress.cli.completing import complete_codes
from cvpress.rules.table import find_rule

__all__ = ["explain"]


@click.command()
@click.argument(
    "codes",
    nargs=-1,
    required=True,
    metavar="CODE...",
    shell_complete=lambda _ctx, _param, start: complete_codes(start),
)
def explain(codes: tuple[str, ...]) -> None:
    """Print the page of a rule: what it finds, why it matters, what to write instead.

    CODE is a rule's code or name, such as K102 or misspelt-key.
    """
    for number, code in enumerate(codes):
        found = find_rule(code)
        if number:
            click.echo()
        click.echo(f"{found.code} {found.name} ({found.severity.value})\n\n{found.doc}")
