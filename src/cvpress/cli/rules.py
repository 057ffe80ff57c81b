"""cvpress rules."""

from __future__ import annotations

import json
from textwrap import wrap
from typing import TYPE_CHECKING, Final

import click

from cvpress.rules.table import RULES

if TYPE_CHECKING:
    from cvpress.rules.rule import Rule

__all__ = ["rules"]

_WIDTH: Final = 80
_LEGEND: Final = "* mended by `cvpress validate --fix`, (*) by `--unsafe-fixes`: where it can be"
_MARKS: Final = {"none": "", "safe": "*", "unsafe": "(*)", "both": "*"}


@click.command()
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the list is written.",
)
def rules(format_name: str) -> None:
    """List all rules with their codes and severities, and whether a program can mend what they find."""
    if format_name == "json":
        click.echo(json.dumps([_as_data(rule) for rule in RULES], indent=2, ensure_ascii=False))
        return
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        head = f"{rule.code}{_MARKS[rule.fixes]:<3}  {rule.severity.value:<7}  {rule.name:<{width}}  "
        for line in wrap(rule.title, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head)):
            click.echo(line)
    click.echo(f"\n{_LEGEND}")


def _as_data(rule: Rule) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "fixes": rule.fixes,
        "title": rule.title,
    }
