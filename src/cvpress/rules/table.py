"""All rules, by code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.errors import UsageError
from cvpress.rules.bibliography import BIBLIOGRAPHY_RULES
from cvpress.rules.details import NODE_RULES, VIOLATION_RULES
from cvpress.rules.engine import PROFILE_RULES
from cvpress.rules.exceptions import EXCEPTION_RULES
from cvpress.rules.file_access import FILE_ACCESS_RULES
from cvpress.rules.file_links import FILE_LINK_RULES
from cvpress.rules.file_looks import FILE_LOOK_RULES
from cvpress.rules.file_tags import FILE_TAG_RULES
from cvpress.rules.file_texts import FILE_TEXT_RULES
from cvpress.rules.rendering import RENDERING_RULES
from cvpress.rules.schema_rules import SCHEMA_FILE_RULES
from cvpress.rules.schema_violations import SCHEMA_VIOLATION_RULES
from cvpress.rules.syntax import SYNTAX_RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.rules.rule import Rule

__all__ = ["FAMILIES", "RULES", "find_rule"]

FAMILIES: Final[Mapping[str, str]] = {
    "S": "texts that cannot be read",
    "K": "keys that the format does not have",
    "T": "values of another type",
    "V": "values that cannot be",
    "C": "contents",
    "B": "bibliographies",
    "R": "what an output cannot have",
    "P": "what machines read of a file",
    "A": "whether everybody can read a file",
    "X": "exceptions and settings",
    "J": "other JSON Schemas",
}
"""What the rules of a letter are about."""

_KINDS = (
    SYNTAX_RULES,
    VIOLATION_RULES,
    NODE_RULES,
    PROFILE_RULES,
    BIBLIOGRAPHY_RULES,
    RENDERING_RULES,
    FILE_TEXT_RULES,
    FILE_ACCESS_RULES,
    FILE_TAG_RULES,
    FILE_LINK_RULES,
    FILE_LOOK_RULES,
    EXCEPTION_RULES,
    SCHEMA_FILE_RULES,
    SCHEMA_VIOLATION_RULES,
)

RULES: tuple[Rule, ...] = tuple(sorted((rule for rules in _KINDS for rule in rules), key=lambda rule: rule.code))
"""Every rule there is."""


def find_rule(code: str) -> Rule:
    """The rule with a code or a name, in any case.

    Raises:
        UsageError: there is none.
    """
    wanted = code.strip().lower()
    for rule in RULES:
        if wanted in {rule.code.lower(), rule.name}:
            return rule
    from cvpress.values.suggestions import nearest

    match = nearest(wanted, [rule.code for rule in RULES]) or nearest(wanted, [rule.name for rule in RULES])
    hint = f"did you mean `{match}`?" if match else "`cvpress rules` lists them all"
    raise UsageError(f"there is no rule `{code}`", hint)
