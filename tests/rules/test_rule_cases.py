"""What each rule finds and what it lets pass: `<CODE>-<name>/{good,bad}/` beside this file.

Beside a bad case stands all that is said of it, one finding a line (`pytest tests/rules --accept`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rule_cases import FOLDER, cases, findings, read_case

from cvpress.reporters import make_reporter
from cvpress.rules.details import detailed_findings
from cvpress.rules.table import RULES

if TYPE_CHECKING:
    from conftest import Golden

FOUND_ELSEWHERE = {"R101", "R102", "R103", "R104", "R105", "R106", "R107", "R108", "R109", "R110", "X103"}
"""In rendering, and in settings files; families P and A are about finished files (tests/checking)."""

FOLDERS = [
    f"{rule.code}-{rule.name}" for rule in RULES if rule.code[0] not in "PA" and rule.code not in FOUND_ELSEWHERE
]


@pytest.mark.parametrize("case", cases("good"))
def test_good_case_passes(case: str) -> None:
    """Both before the strict schema and, where another fault of the file opens that gate, behind it."""
    code = case.partition("-")[0]
    assert [finding for finding in findings(case) if finding.code == code] == []
    if not code.startswith("J"):
        assert [finding for rule, finding in detailed_findings(read_case(case).data) if rule.code == code] == []


@pytest.mark.parametrize("case", cases("bad"))
def test_bad_case_is_reported(case: str, golden: Golden) -> None:
    found = findings(case)
    assert case.partition("-")[0] in {finding.code for finding in found}
    golden(FOLDER / f"{case}.expected", make_reporter("concise", color=False).file("profile.yaml", "", found))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_rule_has_cases(folder: str) -> None:
    assert len(cases("good", folder)) >= 1
    assert len(cases("bad", folder)) >= 2


def test_every_folder_is_a_rules() -> None:
    assert {case.partition("/")[0] for case in cases("*")} == set(FOLDERS)


def test_every_expectation_belongs_to_a_case() -> None:
    expected = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*/*.expected")}
    assert expected == {f"{case}.expected" for case in cases("bad")}
