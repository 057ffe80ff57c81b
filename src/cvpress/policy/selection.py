"""Which rules count, and how severely: by codes, prefixes of codes, and names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Severity
from cvpress.errors import UsageError
from cvpress.policy.settings import RuleChoice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cvpress.policy.settings import Settings

__all__ = ["is_selected", "prefix_of", "severity_of", "with_options"]

_LONGEST: Final = 40
"""Characters in a selector; looking for what is near to a longer one would take too long."""


def prefix_of(selector: str) -> str:
    """The prefix of the codes that a selector stands for, in any case.

    Args:
        selector: "K102", "K1", "K", "misspelt-key", or "ALL", whose prefix is empty.

    Raises:
        UsageError: no rule is meant by it.
    """
    from cvpress.rules.table import RULES, find_rule

    if len(selector) > _LONGEST:
        raise UsageError(f"there is no rule `{selector[:_LONGEST]}…`", "`cvpress rules` lists them all")
    wanted = selector.strip().upper()
    if wanted == "ALL":
        return ""
    if wanted and any(rule.code.startswith(wanted) for rule in RULES):
        return wanted
    return find_rule(selector).code


def with_options(
    settings: Settings,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    error: Iterable[str] = (),
    warn: Iterable[str] = (),
) -> Settings:
    """The settings with what the command line says about rules, which beats the file.

    Args:
        settings: those of the file.
        select: selectors, or several of them in one text with commas between; as all below.
        ignore: as in `RuleChoice`.
        error: as in `RuleChoice`.
        warn: as in `RuleChoice`.

    Raises:
        UsageError: one of them means no rule.
    """
    choice = RuleChoice(_prefixes(select), _prefixes(ignore), _prefixes(error), _prefixes(warn))
    return settings._replace(choices=(*settings.choices, choice)) if any(choice) else settings


def _prefixes(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(prefix_of(selector) for text in texts for selector in text.split(",") if selector.strip())


def is_selected(code: str, choices: Sequence[RuleChoice]) -> bool:
    """Whether a rule counts: the last choice that says something of it is asked.

    There the longest prefix wins; of two that are equally long, the one that ignores.
    """
    for choice in reversed(choices):
        selected, ignored = _longest(code, choice.select), _longest(code, choice.ignore)
        if choice.select or ignored >= 0:
            return selected > ignored
    return True


def severity_of(code: str, default: Severity, choices: Sequence[RuleChoice]) -> Severity:
    """How severe a rule's findings are; as `is_selected`, and of two equal ones the error wins."""
    for choice in reversed(choices):
        raised, lowered = _longest(code, choice.error), _longest(code, choice.warn)
        if max(raised, lowered) >= 0:
            return Severity.ERROR if raised >= lowered else Severity.WARNING
    return default


def _longest(code: str, prefixes: Iterable[str]) -> int:
    """The length of the longest prefix that a code has, -1 if it has none."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)
