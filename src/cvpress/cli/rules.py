"""cvpress rules."""

from __future__ import annotations

import click

from cvpress.rules.table import RULES

__all__ = ["rules"]


@click.command()
def rules() -> None:
    """List all rules with their codes and severities."""
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.code}  {rule.severity.value:<7}  {rule.name:<{width}}  {rule.title}")
