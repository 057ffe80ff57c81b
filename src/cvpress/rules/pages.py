"""The page of a rule: as Markdown in docs/rules, as plain text from `cvpress explain`."""

from __future__ import annotations

import re
from textwrap import fill
from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Severity
from cvpress.rules.table import FAMILIES, RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.rules.rule import Fixes, Rule

__all__ = ["index_page", "markdown_page", "page_name", "plain_page"]

_WIDTH: Final = 88
_NOTE: Final = "<!-- Written by scripts/build-rule-pages from the rules in src/cvpress/rules. -->"

_FIXES: Final[Mapping[Fixes, str]] = {
    "none": "A person has to mend it.",
    "safe": "`cvpress validate --fix` mends it where one thing only can be meant.",
    "unsafe": "`cvpress validate --unsafe-fixes` mends it as it was probably meant.",
    "both": "`cvpress validate --fix` mends it where one thing only can be meant, "
    "`--unsafe-fixes` also where something is likely.",
}

_FIX_CELLS: Final[Mapping[Fixes, str]] = {
    "none": "",
    "safe": "`--fix`",
    "unsafe": "`--unsafe-fixes`",
    "both": "`--fix`, `--unsafe-fixes`",
}

_SEVERITIES: Final = {Severity.ERROR: "An error", Severity.WARNING: "A warning"}

_INTRODUCTION: Final = """What `cvpress validate` can find. Codes are stable; the letter tells the family.

`cvpress explain K102` prints a page in the terminal, `cvpress rules` this list. [Settings](../settings.md) tells how to
ignore rules and how to change their severities; [Add a rule](../add-a-rule.md) how to write one."""


def page_name(rule: Rule) -> str:
    """The name of a rule's file in docs/rules."""
    return f"{rule.code}-{rule.name}.md"


def plain_page(rule: Rule) -> str:
    """The page as a terminal shows it."""
    return f"{rule.code} {rule.name} ({rule.severity.value})\n\n{rule.doc}\n\n{fill(_FIXES[rule.fixes], _WIDTH)}\n"


def markdown_page(rule: Rule) -> str:
    """The page as docs/rules has it: the docstring, with headings for its parts."""
    text = re.sub(r"^(Example|Use instead): *\n*", r"## \1\n\n", rule.doc, flags=re.MULTILINE)
    severity = f"{_SEVERITIES[rule.severity]} by default. {_FIXES[rule.fixes]}"
    return f"{_NOTE}\n\n# {rule.code} {rule.name}\n\n{text}\n\n## Severity and fixes\n\n{fill(severity, _WIDTH)}\n"


def index_page() -> str:
    """docs/rules/README.md: all rules, family by family."""
    families = "\n".join(_family_section(letter, title) for letter, title in FAMILIES.items())
    return f"{_NOTE}\n\n# Rules\n\n{_INTRODUCTION}\n\n{families}"


def _family_section(letter: str, title: str) -> str:
    rows = "".join(_row(rule) for rule in RULES if rule.code.startswith(letter))
    head = "| code | name | severity | mended by | finds |\n|---|---|---|---|---|\n"
    return f"## {letter}: {title}\n\n{head}{rows}"


def _row(rule: Rule) -> str:
    cells = (f"[{rule.code}]({page_name(rule)})", rule.name, rule.severity.value, _FIX_CELLS[rule.fixes], rule.title)
    return f"| {' | '.join(cells)} |\n"
