"""The table of rules, and the page that each of them has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import cvpress
from cvpress.rules.table import RULES, find_rule

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

    from cvpress.rules.rule import Rule

FAMILIES = {"S": "syntax", "K": "keys", "T": "types", "V": "values", "C": "content", "R": "rendering"}


def by_code(rule: Rule) -> str:
    return rule.code


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_page(rule: Rule) -> None:
    assert re.fullmatch(f"[{''.join(FAMILIES)}][1-9][0-9]{{2}}", rule.code)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    title, blank, *body = rule.doc.split("\n")
    assert title.endswith(".")
    assert blank == ""
    example, use_instead = (body.index(line) for line in body if line.startswith(("Example: ", "Use instead:")))
    assert example < use_instead
    assert rule.title == title.removesuffix(".")


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert list(RULES) == sorted(RULES, key=by_code)


def test_every_code_that_a_reader_reports_has_a_page(root: Path) -> None:
    sources = [path.read_text(encoding="utf-8") for path in root.glob("src/cvpress/syntax/*.py")]
    reported = {code for source in sources for code in re.findall(r"\"(S[0-9]{3})\"", source)}
    assert reported == {rule.code for rule in RULES if rule.code.startswith("S")}


@pytest.mark.parametrize("wanted", ["K102", "k102", " K102 ", "misspelt-key", "Misspelt-Key"])
def test_a_rule_is_found_by_code_or_name(wanted: str) -> None:
    assert find_rule(wanted).code == "K102"


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [("K1O2", "`K102`"), ("mispelt-key", "`misspelt-key`"), ("gibberish", "`cvpress rules`"), ("", "`cvpress rules`")],
)
def test_an_unknown_rule_has_a_hint(wanted: str, hint: str) -> None:
    with pytest.raises(cvpress.UsageError) as caught:
        find_rule(wanted)
    assert hint in caught.value.hint


def test_explain_prints_every_page(run_cli: RunCli) -> None:
    run = run_cli("explain", *(rule.code for rule in RULES))
    assert run.returncode == 0
    for rule in RULES:
        assert f"{rule.code} {rule.name} ({rule.severity.value})\n\n{rule.doc}\n" in run.stdout


def test_explain_names_a_rule_that_is_near(run_cli: RunCli) -> None:
    run = run_cli("explain", "K1O2")
    assert (run.returncode, run.stdout) == (2, "")
    assert "there is no rule `K1O2`" in run.stderr
    assert "did you mean `K102`?" in run.stderr


def test_rules_lists_all(run_cli: RunCli) -> None:
    run = run_cli("rules")
    assert [line.split()[0] for line in run.stdout.splitlines()] == [rule.code for rule in RULES]
