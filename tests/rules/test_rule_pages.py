"""The table of rules, and the page that each of them has."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from rule_cases import cases, findings

import cvpress
from cvpress.rules.table import FAMILIES, RULES, find_rule

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    from conftest import RunCli

    from cvpress.rules.rule import Rule


@pytest.fixture(scope="module")
def build_rule_pages(load_script: Callable[[str], ModuleType]) -> ModuleType:
    """The script that writes docs/rules."""
    return load_script("build-rule-pages")


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
    assert 1 < example < use_instead, "between the title and the example stands why it matters"
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
        assert f"{rule.code} {rule.name} ({rule.severity.value})\n\n{rule.doc}\n\n" in run.stdout


def test_explain_names_a_rule_that_is_near(run_cli: RunCli) -> None:
    run = run_cli("explain", "K1O2")
    assert (run.returncode, run.stdout) == (2, "")
    assert "there is no rule `K1O2`" in run.stderr
    assert "did you mean `K102`?" in run.stderr


def test_explain_says_whether_a_program_can_mend_it(run_cli: RunCli) -> None:
    assert "--fix" in run_cli("explain", "T102").stdout
    assert "--unsafe-fixes" in run_cli("explain", "V110").stdout
    assert "A person has to mend it." in run_cli("explain", "V102").stdout


def test_rules_lists_all(run_cli: RunCli) -> None:
    listed = [line for line in run_cli("rules").stdout.splitlines() if re.match("[A-Z][0-9]{3}", line)]
    assert [line[:4] for line in listed] == [rule.code for rule in RULES]
    assert [line[4:7].strip() for line in listed] == [
        {"none": "", "unsafe": "(*)"}.get(rule.fixes, "*") for rule in RULES
    ]


def test_rules_fits_a_terminal(run_cli: RunCli) -> None:
    run = run_cli("rules")
    assert max(map(len, run.stdout.splitlines())) <= 80
    words = " ".join(run.stdout.split())
    for rule in RULES:
        assert all(word in words for word in rule.title.split())


def test_rules_as_json(run_cli: RunCli) -> None:
    listed = json.loads(run_cli("rules", "--format", "json").stdout)
    assert listed == [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.value,
            "fixes": rule.fixes,
            "title": rule.title,
        }
        for rule in RULES
    ]


def test_the_pages_are_as_the_rules_say(build_rule_pages: ModuleType, root: Path) -> None:
    folder = root / "docs" / "rules"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    generated = build_rule_pages.pages()
    assert sorted(written) == sorted(generated), "docs/rules is stale: run scripts/build-rule-pages"
    for name, page in generated.items():
        assert written[name] == page, f"docs/rules/{name} is stale: run scripts/build-rule-pages"


def test_the_script_writes_the_pages_and_removes_those_of_rules_that_are_gone(
    build_rule_pages: ModuleType, tmp_path: Path
) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "K999-gone.md").write_text("", encoding="utf-8")
    build_rule_pages.write(folder)
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == build_rule_pages.pages()


def test_the_index_names_every_rule_in_its_family(root: Path) -> None:
    index = (root / "docs" / "rules" / "README.md").read_text(encoding="utf-8")
    for rule in RULES:
        assert index.count(f"| [{rule.code}]({rule.code}-{rule.name}.md) | {rule.name} |") == 1
        section = index.split(f"## {rule.code[0]}: ")[1].partition("\n## ")[0]
        assert f"[{rule.code}]" in section


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_what_a_page_says_of_fixes_is_so(rule: Rule) -> None:
    found = [finding for case in cases("bad", f"{rule.code}-{rule.name}") for finding in findings(case)]
    fixes = [finding.fix for finding in found if finding.code == rule.code]
    kinds = {fix.is_safe for fix in fixes if fix}
    assert kinds == {"none": set(), "safe": {True}, "unsafe": {False}, "both": {True, False}}[rule.fixes]
