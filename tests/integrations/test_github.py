"""The GitHub action and the example workflow: their form, and their scripts run as a runner runs them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from judges import judge
from scripts import Ran, run_script

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
WORKFLOW_FILE = ROOT / "docs/ci/github-workflow.yml"
WORKFLOW: dict[str, Any] = yaml.safe_load(WORKFLOW_FILE.read_text())
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")  # as GitHub's documentation of `shell` has it

HOSTILE = (
    "; touch pwned",
    "$(touch pwned)",
    "`touch pwned`",
    "'; touch pwned; '",
    '" && touch pwned #',
    "*$(touch pwned)*",
    "--output-file=pwned",
    "${{ github.token }}",
    "good/profile.yaml\n; touch pwned",
    "a\n\n$(touch pwned)\n",
)


def expand(text: str, inputs: Mapping[str, str]) -> str:
    """A variable's value with its expressions worked out as GitHub does."""
    known = {f"inputs.{name}": inputs.get(name, declared["default"]) for name, declared in ACTION["inputs"].items()}
    known["steps.python.outputs.python-path"] = sys.executable
    return re.sub(r"\$\{\{ (\S+) }}", lambda match: known[match[1]], text)


def run_step(project: Path, step: str, **inputs: str) -> Ran:
    """Run a step of the action with these inputs; `_` stands for `-` in their names."""
    given = {name.replace("_", "-"): value for name, value in inputs.items()}
    variables = {name: expand(text, given) for name, text in STEPS[step]["env"].items()}
    files = {name: str(project / f"{name}.txt") for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    service = {"GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_ACTION_PATH": str(ROOT), **files}
    return run_script(BASH, STEPS[step]["run"], project, {**service, **variables})


@pytest.mark.parametrize(
    ("schema", "path"), [("github-actions", ROOT / "action.yml"), ("github-workflows", WORKFLOW_FILE)]
)
def test_the_form_is_as_github_wants_it(schema: str, path: Path) -> None:
    command = [judge("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def test_no_input_is_a_part_of_a_script() -> None:
    scripts = [step["run"] for step in STEPS.values() if "run" in step]
    scripts += [step["run"] for job in WORKFLOW["jobs"].values() for step in job["steps"] if "run" in step]
    assert not [script for script in scripts if "${{" in script]


def test_a_good_profile(project: Path) -> None:
    ran = run_step(project, "validate", paths="good/profile.yaml")
    assert (ran.returncode, "::error" in ran.output) == (0, False)
    assert (project / "GITHUB_OUTPUT.txt").read_text() == "exit-code=0\n"


def test_a_bad_profile_is_annotated_and_summed_up(project: Path) -> None:
    ran = run_step(project, "validate")
    assert ran.returncode == 1
    assert re.search(r"^::error .*file=bad/profile\.yaml,line=3,", ran.output, re.MULTILINE)
    assert (project / "GITHUB_OUTPUT.txt").read_text() == "exit-code=1\n"
    assert "K102" in (project / "GITHUB_STEP_SUMMARY.txt").read_text()


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        pytest.param({"paths": "good\nbad"}, 1, id="a path a line"),
        pytest.param({"paths": "bad", "args": "--ignore\nK102"}, 0, id="further arguments"),
        pytest.param({"paths": "bad", "args": "--warn=K102"}, 0, id="a warning"),
        pytest.param({"paths": "bad", "args": "--warn=K102", "strict": "true"}, 1, id="a warning, strictly"),
        pytest.param({"paths": "nowhere.yaml"}, 2, id="no such file"),
        pytest.param({"paths": "good", "format": "xml"}, 2, id="no such format"),
    ],
)
def test_inputs(project: Path, inputs: dict[str, str], code: int) -> None:
    assert run_step(project, "validate", **inputs).returncode == code


def test_a_report_for_code_scanning(project: Path) -> None:
    run_step(project, "validate", format="sarif", output_file="cvpress.sarif")
    assert '"K102"' in (project / "cvpress.sarif").read_text()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["paths", "format", "output_file", "strict", "args"])
def test_no_input_runs_anything(project: Path, name: str, text: str) -> None:
    run_step(project, "validate", **{"paths": "good", name: text})
    if not (name == "args" and text == "--output-file=pwned"):  # an argument that was asked for
        assert not (project / "pwned").exists()


def test_no_file_of_the_repository_is_imported(project: Path) -> None:
    for name in ("cvpress.py", "click.py", "sitecustomize.py"):
        (project / name).write_text("open('pwned', 'w')")
    assert run_step(project, "validate", paths="good").returncode == 0
    assert not (project / "pwned").exists()


@pytest.mark.parametrize(
    ("version", "requirement"),
    [
        ("", str(ROOT)),
        ("1.2.0", "cvpress==1.2.0"),
        ("~=1.2", "cvpress~=1.2"),
        (">=1,<2", "cvpress>=1,<2"),
        ("-r evil.txt", None),
        ("; touch pwned", None),
        ("$(touch pwned)", None),
    ],
)
def test_what_is_installed(project: Path, version: str, requirement: str | None) -> None:
    fake = project / "python"
    fake.write_text('#!/bin/sh\nfor last; do :; done\necho "$last" >requirement\n')
    fake.chmod(0o755)
    env = {"PYTHON": str(fake), "VERSION": version, "GITHUB_ACTION_PATH": str(ROOT)}
    ran = run_script(BASH, STEPS["install"]["run"], project, env)
    written = project / "requirement"
    assert (written.read_text().strip() if written.exists() else None) == requirement
    assert ran.returncode == (2 if requirement is None else 0)
    assert not (project / "pwned").exists()


def test_the_workflow_gives_the_action_what_it_knows() -> None:
    (step,) = [
        step for step in WORKFLOW["jobs"]["validate"]["steps"] if step.get("uses", "").startswith("OWNER/cvpress")
    ]
    assert set(step["with"]) <= set(ACTION["inputs"])
    assert WORKFLOW["permissions"] == {"contents": "read"}


def test_the_workflow_keeps_what_it_renders(project: Path) -> None:
    (project / "profile.yaml").write_text((project / "good/profile.yaml").read_text())
    steps = WORKFLOW["jobs"]["render"]["steps"]
    (render,) = [step for step in steps if step.get("name") == "Render"]
    (upload,) = [step for step in steps if step.get("uses", "").startswith("actions/upload-artifact")]
    ran = run_script(BASH, render["run"], project, {})
    assert ran.returncode == 0, ran.output
    assert {path.name for path in (project / upload["with"]["path"]).iterdir()} == {"profile.html", "profile.pdf"}
