"""cvpress rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from cvpress.cli.listing import format_option, lines, say, say_json
from cvpress.rules.table import RULES

if TYPE_CHECKING:
    from cvpress.rules.rule import Rule

__all__ = ["rules"]

_LEGEND: Final = "* mended by `cvpress validate --fix`, (*) by `--unsafe-fixes`: where it can be"
_MARKS: Final = {"none": "", "safe": "*", "unsafe": "(*)", "both": "*"}


@click.command()
@format_option
def rules(format_name: str) -> None:
    """List all rules with their codes and severities, and whether a program can mend what they find."""
    if format_name == "json":
        say_json([_as_data(rule) for rule in RULES])
        return
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        head = f"{rule.code}{_MARKS[rule.fixes]:<3}  {rule.severity.value:<7}  {rule.name:<{width}}  "
        say("\n".join(lines(rule.title, head, " " * len(head))))
    say(f"\n{_LEGEND}")


def _as_data(rule: Rule) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "fixes": rule.fixes,
        "title": rule.title,
    }
