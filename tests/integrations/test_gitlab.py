"""The GitLab job: its form, and its script run as a runner runs it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import parse

import pytest
import yaml
from judges import judge
from scripts import Ran, run_script

if TYPE_CHECKING:
    from collections.abc import Mapping

TEMPLATE = Path(__file__).resolve().parents[2] / "docs/ci/cvpress.gitlab-ci.yml"
JOB: dict[str, Any] = yaml.safe_load(TEMPLATE.read_text())["cvpress"]
REPORTS: Mapping[str, str] = JOB["artifacts"]["reports"]
SHELL = ("bash", "-eo", "pipefail", "-c")  # as GitLab's runner starts it


def run_job(project: Path, **variables: str) -> Ran:
    """Run the job's script with these variables."""
    return run_script(SHELL, "\n".join(JOB["script"]), project, {**JOB["variables"], **variables})


def test_the_form_is_as_gitlab_wants_it() -> None:
    command = [judge("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    subprocess.run([*command, str(TEMPLATE)], check=True, capture_output=True, timeout=60)


@pytest.mark.parametrize(
    ("variables", "code", "findings"),
    [
        pytest.param({"CVPRESS_PATHS": "good"}, 0, 0, id="good"),
        pytest.param({}, 1, 1, id="bad"),
        pytest.param({"CVPRESS_PATHS": "good */*.yaml"}, 1, 1, id="a path and a pattern"),
        pytest.param({"CVPRESS_ARGS": "--ignore K102"}, 0, 0, id="a rule ignored"),
    ],
)
def test_the_job(project: Path, variables: dict[str, str], code: int, findings: int) -> None:
    ran = run_job(project, **variables)
    assert ran.returncode == code, ran.output
    quality = json.loads((project / REPORTS["codequality"]).read_text())
    assert [finding["check_name"].split()[0] for finding in quality] == ["K102"] * findings
    assert len(list(parse(project / REPORTS["junit"]).iter("failure"))) == findings  # noqa: S314


def test_what_cannot_be_read_fails_the_job(project: Path) -> None:
    assert run_job(project, CVPRESS_PATHS="nowhere.yaml").returncode == 2


@pytest.mark.parametrize("text", ["; touch pwned", "$(touch pwned)", "`touch pwned`", "good\n$(touch pwned)"])
@pytest.mark.parametrize("name", ["CVPRESS_PATHS", "CVPRESS_ARGS"])
def test_no_variable_runs_anything(project: Path, name: str, text: str) -> None:
    run_job(project, **{name: text})
    assert not (project / "pwned").exists()


@pytest.mark.parametrize(("version", "requirement"), [("", "cvpress"), ("1.2.0", "cvpress==1.2.0")])
def test_what_is_installed(project: Path, version: str, requirement: str) -> None:
    show = 'python() { for last; do :; done; printf %s "$last"; }\n'
    ran = run_script(SHELL, show + "\n".join(JOB["before_script"]), project, {"CVPRESS_VERSION": version})
    assert ran == (0, requirement)
