"""What is wrong with single values of a profile that did not pass the strict schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.rules import figures, keys, notations, texts, types, values, wording
from cvpress.rules.hollow import hollow_place, without_contents
from cvpress.rules.indentation import indenting, strayed_keys
from cvpress.rules.rule import lies_within
from cvpress.rules.schema_violations import SCHEMA_VIOLATION_RULES, in_words
from cvpress.rules.walk import walk
from cvpress.schema import accepts, violations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.diagnostics import Finding, Pointer
    from cvpress.rules.rule import Rule
    from cvpress.rules.walk import Node

__all__ = ["NODE_RULES", "VIOLATION_RULES", "detailed_findings"]

_OF_EMPTY_VALUES = (types.null, types.empty_text)

VIOLATION_RULES = (
    types.null,
    types.empty_text,
    types.wrong_type,
    values.not_a_date,
    values.url_without_scheme,
    values.not_a_url,
    values.not_a_mail_address,
    values.not_a_choice,
)
"""The rules that put a violation of the schema into words; the first that fits does."""

NODE_RULES = (
    keys.foreign_format,
    keys.old_key,
    keys.misspelt_key,
    keys.unknown_key,
    wording.empty,
    texts.impossible_date,
    texts.dangerous_url,
    texts.url_without_link,
    texts.unknown_country,
    texts.overlong_word,
    texts.placeholder,
    notations.phone,
    notations.language_level,
    notations.not_a_timestamp,
    wording.surplus_space,
    wording.overlong_highlight,
    figures.no_alternative_text,
)
"""The rules that take one value with what the schema says of it."""


def detailed_findings(data: Any) -> Iterator[tuple[Rule, Finding]]:
    """All findings about single values: the schema's first, then the rules' on the rest.

    Of a file in another tool's format that alone is found.
    """
    for finding in keys.foreign_format.check(next(walk(data))):
        yield keys.foreign_format, finding
        return
    broken: set[Pointer] = set()
    if not accepts(data):
        strayed = strayed_keys(data)
        broken.update((name,) for names in strayed.values() for name in names)
        for rule, finding in _schema_findings(data, strayed):
            broken.add(finding.pointer)
            yield rule, finding
    around = {pointer[:depth] for pointer in broken for depth in range(len(pointer))}
    for node in walk(data):
        if not lies_within(node.pointer, broken):
            for rule, finding in _node_findings(node):
                if finding.pointer in broken or (rule is wording.empty and finding.pointer in around):
                    continue
                if rule is wording.empty:
                    broken.add(finding.pointer)  # what is in it is as empty
                yield rule, finding


def _node_findings(node: Node) -> Iterator[tuple[Rule, Finding]]:
    """What the rules find in a node; of several rules that find something in one value the first counts."""
    found: set[Pointer] = set()
    for rule in NODE_RULES:
        findings = [finding for finding in rule.check(node) if finding.pointer not in found]
        found.update(finding.pointer for finding in findings)
        yield from ((rule, finding) for finding in findings)


def _schema_findings(data: Any, strayed: Mapping[Pointer, list[str]]) -> Iterator[tuple[Rule, Finding]]:
    hollow: set[Pointer] = set()
    for rule, finding in in_words(violations(data), (*VIOLATION_RULES, *SCHEMA_VIOLATION_RULES)):
        whole = hollow_place(data, finding.pointer) if rule in _OF_EMPTY_VALUES else None
        if whole:
            if whole not in hollow:
                hollow.add(whole)
                yield rule, without_contents(whole)
            continue
        names = strayed.get(finding.pointer)
        yield rule, indenting(finding.pointer, names) if names else finding
