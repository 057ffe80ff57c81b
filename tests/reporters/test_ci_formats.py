"""What github, gitlab, sarif, junit and markdown say, read back by the rules of each."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from reporting import diagnostic, report

import cvpress
from cvpress.diagnostics import Severity
from cvpress.rules.table import RULES

if TYPE_CHECKING:
    from pathlib import Path

WARNING = diagnostic((2, 1), (2, 3), code="C101", severity=Severity.WARNING, message="odd", hint="", pointer=("work",))


def issues(*files: list[Any]) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(report("gitlab", *files))
    return loaded


def run_of(*files: list[Any]) -> dict[str, Any]:
    (run,) = json.loads(report("sarif", *files))["runs"]
    loaded: dict[str, Any] = run
    return loaded


def suites(*files: list[Any]) -> etree._Element:
    return etree.fromstring(report("junit", *files).encode())


def test_github_commands() -> None:
    assert report("github", [diagnostic((3, 4), (3, 9)), WARNING], []) == (
        "::error file=cv.yaml,line=3,endLine=3,col=4,endColumn=9,title=cvpress (V101 not-a-date)"
        "::cv.yaml:3:4: this is wrong%0Amend it\n"
        "::warning file=cv.yaml,line=2,endLine=2,col=1,endColumn=3,title=cvpress (C101 placeholder)"
        "::cv.yaml:2:1: odd\n"
        "1 error and 1 warning in 2 files\n"
    )


@pytest.mark.parametrize(
    ("end", "expected"),
    [((3, 9), "line=3,endLine=3,col=4,endColumn=9,"), ((5, 2), "line=3,endLine=5,t"), ((5, 1), "line=3,endLine=4,t")],
    ids=["in one line", "in three lines", "to the end of the second line"],
)
def test_github_has_columns_only_within_a_line(end: tuple[int, int], expected: str) -> None:
    assert f"::error file=cv.yaml,{expected}" in report("github", [diagnostic((3, 4), end)])


def test_gitlab_issue() -> None:
    (issue,) = issues([diagnostic((3, 4), (5, 1))])
    assert re.fullmatch("[0-9a-f]{64}", issue.pop("fingerprint"))
    assert issue == {
        "description": "this is wrong (mend it)",
        "check_name": "V101 not-a-date",
        "severity": "major",
        "location": {"path": "cv.yaml", "lines": {"begin": 3, "end": 4}},
    }
    assert issues([WARNING])[0]["severity"] == "minor"


def test_sarif_result() -> None:
    run = run_of([WARNING, diagnostic((3, 4), (5, 1))], [])
    assert run["columnKind"] == "unicodeCodePoints"
    result = run["results"][1]
    assert re.fullmatch("[0-9a-f]{64}", result.pop("partialFingerprints")["cvpress/v1"])
    assert result == {
        "ruleId": "V101",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": "this is wrong (mend it)"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "cv.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 4, "endLine": 5, "endColumn": 1},
                },
                "logicalLocations": [{"name": "endDate", "fullyQualifiedName": "/work/0/endDate", "kind": "property"}],
            }
        ],
    }


def test_sarif_describes_the_rules_that_results_name() -> None:
    run = run_of([diagnostic(), WARNING], [diagnostic(), diagnostic(code="K102")])
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("cvpress", cvpress.__version__)
    assert [rule["id"] for rule in driver["rules"]] == ["V101", "C101", "K102"]
    assert [driver["rules"][result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]


def test_sarif_has_a_text_of_every_kind_for_every_rule() -> None:
    run = run_of([diagnostic(code=rule.code) for rule in RULES])
    for rule, described in zip(RULES, run["tool"]["driver"]["rules"], strict=True):
        assert described["name"] == rule.name
        assert described["shortDescription"]["text"] == rule.title
        assert described["fullDescription"]["text"] in rule.doc
        assert described["help"] == {"text": rule.doc, "markdown": rule.doc}
        assert described["defaultConfiguration"]["level"] == rule.severity.value


def test_sarif_has_no_logical_place_for_the_whole_file() -> None:
    (result,) = run_of([diagnostic(pointer=())])["results"]
    assert "logicalLocations" not in result["locations"][0]


def test_junit_has_a_failed_test_an_error_and_a_passed_one_a_good_file() -> None:
    errors, good, warned = suites([diagnostic((3, 4), (3, 9))] * 2, [], [WARNING])
    assert (errors.get("name"), errors.get("tests"), errors.get("failures")) == ("cv.yaml", "2", "2")
    case = errors.findall("testcase")[1]
    failure = case.find("failure")
    assert (case.get("classname"), case.get("name")) == ("cv.yaml", "V101 not-a-date at /work/0/endDate")
    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == ("V101", "this is wrong")
    assert failure.text == "cv.yaml:3:4: this is wrong\nmend it"
    assert (good.get("name"), good.get("tests"), good.get("failures")) == ("clean.yaml", "1", "0")
    assert [(case.get("name"), len(case)) for case in good.findall("testcase")] == [("has no errors", 0)]
    assert (warned.get("tests"), warned.get("failures")) == ("1", "0")
    assert warned.findtext("system-out") == "cv.yaml:2:1: warning[C101]: odd"


def test_junit_names_a_test_as_before_when_lines_move() -> None:
    before, after = (
        [case.get("name") for case in suites([found]).iter("testcase")]
        for found in (diagnostic((3, 4), (3, 9)), diagnostic((13, 4), (13, 9)))
    )
    assert before == after


def test_markdown_is_a_verdict_and_a_table() -> None:
    assert report("markdown", [diagnostic((3, 4), (3, 9), message="`a` is no `b`")], [WARNING]) == (
        "## cvpress: 1 error and 1 warning in 2 files\n\n"
        "| Place | Rule | What is wrong | How to mend it |\n|---|---|---|---|\n"
        "| <code>cv.yaml:3:4</code> | error V101 not-a-date | <code>a</code> is no <code>b</code> | mend it |\n"
        "| <code>cv.yaml:2:1</code> | warning C101 placeholder | odd |  |\n"
    )


@pytest.mark.parametrize(
    ("files", "expected"),
    [([[]], "## cvpress: ok: 1 file is valid\n"), ([], "## cvpress: no file was read\n")],
    ids=["a good file", "no file"],
)
def test_markdown_without_findings_is_a_heading(files: list[list[Any]], expected: str) -> None:
    assert report("markdown", *files) == expected


def test_markdown_stays_short() -> None:
    """GitHub takes 1 MiB of a step."""
    long = diagnostic(message="<" * 5000, hint="|" * 5000, file="&" * 5000)
    written = report("markdown", [long] * 60, [long] * 60)
    assert written.endswith("\n\nand 20 more\n")
    assert len(written.encode()) < 700_000


def fingerprints(*files: list[Any]) -> list[str]:
    gitlab = [issue["fingerprint"] for issue in issues(*files)]
    sarif = [result["partialFingerprints"]["cvpress/v1"] for result in run_of(*files)["results"]]
    assert gitlab == sarif
    return gitlab


def test_fingerprints_differ_within_a_report() -> None:
    found = [
        diagnostic(),
        diagnostic(),
        diagnostic(code="V102"),
        diagnostic(pointer=("work", 1, "endDate")),
        diagnostic(pointer=("work", "0/endDate")),
    ]
    others = [finding._replace(file="other.yaml") for finding in found]
    assert len(set(fingerprints(found, others))) == 2 * len(found)


@pytest.mark.parametrize("name", ["cv.yaml", "cv.json", "cv.toml"])
def test_fingerprints_stay_when_lines_move(name: str) -> None:
    faulty, empty_lines = {
        "cv.yaml": ("basics:\n  name: Marie\n  url: example.org\nworks: []\n", "# new\n\n"),
        "cv.json": ('{"basics": {"name": "Marie",\n "url": "example.org"}, "works": []}', "\n\n"),
        "cv.toml": ('works = []\n[basics]\nname = "Marie"\nurl = "example.org"\n', "# new\n\n"),
    }[name]
    before, after = (
        cvpress.validate(cvpress.loads(text.encode(), name)) for text in (faulty, f"{empty_lines}{faulty}")
    )
    assert [finding.start.line + 2 for finding in before] == [finding.start.line for finding in after]
    assert len(before) >= 2
    assert fingerprints(before) == fingerprints(after)


def test_fingerprints_stay_when_an_entry_comes_on_top() -> None:
    entries = [f"  - {{name: Sorbonne, startDate: {date}}}\n" for date in ("2015-13", "2010-13", "2010-14")]
    texts = ["work:\n" + "".join(chosen) for chosen in (entries[1:], entries)]
    before, after = (cvpress.validate(cvpress.loads(text.encode(), "cv.yaml")) for text in texts)
    codes = [finding.code for finding in after]
    assert codes.count("V102") == 3
    kept = [fingerprint for fingerprint, code in zip(fingerprints(after), codes, strict=True) if code == "V102"]
    assert set(fingerprints([one for one in before if one.code == "V102"])) == set(kept[1:])


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", ""])
@pytest.mark.parametrize("is_absolute", [True, False], ids=["absolute", "relative"])
def test_paths_begin_where_the_repository_was_checked_out(
    variable: str, is_absolute: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "people").mkdir()
    monkeypatch.chdir(tmp_path / "people" if variable else tmp_path)
    if variable:
        monkeypatch.setenv(variable, str(tmp_path))
    name = "cv.yaml" if variable else "people/cv.yaml"
    found = diagnostic(file=str(tmp_path / "people/cv.yaml") if is_absolute else f"./{name}")
    assert issues([found])[0]["location"]["path"] == "people/cv.yaml"
    assert "file=people/cv.yaml," in report("github", [found])
    (suite,) = suites([found])
    assert suite.get("name") == "people/cv.yaml"


def test_a_file_outside_of_the_repository_has_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repository").mkdir()
    monkeypatch.chdir(tmp_path / "repository")
    found = diagnostic(file="../a b.yaml")
    assert issues([found])[0]["location"]["path"] == (tmp_path / "a b.yaml").as_posix()
    (result,) = run_of([found])["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": (tmp_path / "a b.yaml").as_uri()}


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif", "junit", "markdown"])
def test_reports_for_programs_have_no_colours(name: str) -> None:
    assert "\x1b" not in report(name, [diagnostic()], color=True)
