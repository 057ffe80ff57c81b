"""What docs/ci.md shows is what there is: its blocks have the form that the services want, and its commands run."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from judges import judge
from scripts import run_script

from cvpress.reporters import REPORTERS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/ci.md").read_text()
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
HOOKS = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
BLOCKS: list[str] = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)

VENDORED = {"jobs": "github-workflows", "include": "gitlab-ci", "steps": "azure-pipelines"}
"""The schema of a block by the key that tells whose it is."""


def blocks_with(key: str) -> list[dict[str, Any]]:
    """The blocks of a service."""
    return [block for block in map(yaml.safe_load, BLOCKS) if key in block]


@pytest.mark.parametrize("text", BLOCKS)
def test_a_block_has_the_form_of_its_service(tmp_path: Path, text: str) -> None:
    path = tmp_path / "block.yaml"
    path.write_text(text)
    (key,) = {*VENDORED, "repos"} & set(yaml.safe_load(text))
    if key == "repos":
        command = [judge("pre-commit"), "validate-config"]
    else:
        command = [judge("check-jsonschema"), "--builtin-schema", f"vendor.{VENDORED[key]}"]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=60)


def test_the_page_names_the_inputs_and_outputs_of_the_action() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (?:`([^`]*)`)? ?\|", PAGE, re.MULTILINE))
    inputs = {name: declared["default"] for name, declared in ACTION["inputs"].items()}
    assert {name: default for name, default in rows.items() if name not in REPORTERS} == inputs
    assert all(f"The output `{name}`" in PAGE for name in ACTION["outputs"])


def test_the_action_gets_inputs_that_it_has() -> None:
    steps = [step for block in blocks_with("jobs") for job in block["jobs"].values() for step in job["steps"]]
    given = [step.get("with", {}) for step in steps if step["uses"].startswith("OWNER/cvpress@")]
    assert len(given) == 2
    assert all(set(inputs) <= set(ACTION["inputs"]) for inputs in given)


def test_the_hooks_are_there() -> None:
    (block,) = blocks_with("repos")
    assert {hook["id"] for repo in block["repos"] for hook in repo["hooks"]} <= HOOKS
    assert all(f"`{hook}`" in PAGE or f"id: {hook}" in PAGE for hook in HOOKS)


def test_the_page_lists_all_formats() -> None:
    table = PAGE.partition("## Formats")[2]
    assert set(re.findall(r"^\| `([a-z]+)` \|", table, re.MULTILINE)) == set(REPORTERS)


def test_the_commands_run(project: Path) -> None:
    (block,) = blocks_with("steps")
    install, validate = block["steps"][0]["script"].splitlines()
    assert install == "python -m pip install cvpress"
    assert run_script(("bash", "-c"), validate, project, {}).returncode == 1
    assert "K102" in (project / "cvpress.xml").read_text()


def test_links_lead_to_files() -> None:
    for page in ("ci.md", "editors.md"):
        targets = re.findall(r"\]\(((?!https?:|#)[^)]+)\)", (ROOT / "docs" / page).read_text())
        assert targets
        assert not [target for target in targets if not (ROOT / "docs" / target).exists()]


def test_toml_of_the_editors_page_is_toml() -> None:
    text = (ROOT / "docs/editors.md").read_text()
    assert [tomllib.loads(block) for block in re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]
