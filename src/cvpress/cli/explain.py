"""cvpress explain."""

from __future__ import annotations

import click

from cvpress.cli.completing import complete_codes
from cvpress.rules.pages import plain_page
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
    for number, found in enumerate(map(find_rule, codes)):
        if number:
            click.echo()
        click.echo(plain_page(found), nl=False)
