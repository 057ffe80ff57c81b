"""The pre-commit hooks, run by pre-commit itself."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from judges import judge
from scripts import variables

MANIFEST = Path(__file__).resolve().parents[2] / ".pre-commit-hooks.yaml"
HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text())}

GOOD = "basics:\n  name: Marie Curie\n  email: marie@example.org\n"
MENDABLE = GOOD + "  website: https://example.org\n"
BAD = GOOD + "work:\n  - startDate: soon\n"


def git(folder: Path, *args: str) -> None:
    subprocess.run(["git", *args], cwd=folder, check=True, capture_output=True, timeout=30)


def commit_hook(folder: Path, hook: str) -> tuple[int, str]:
    """Run a hook over all files, with the cvpress of this Python in place of one that pre-commit would install."""
    local = {**HOOKS[hook], "language": "system"}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]}))
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    done = subprocess.run(
        [judge("pre-commit"), "run", "--all-files", "--color", "never"],
        cwd=folder,
        env={**variables(), "PRE_COMMIT_HOME": str(folder / ".git" / "pre-commit")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stdout, done.stdout
    return done.returncode, done.stdout


def test_the_manifest_is_valid() -> None:
    subprocess.run([judge("pre-commit"), "validate-manifest", str(MANIFEST)], check=True, timeout=60)


def test_both_hooks_take_the_same_files() -> None:
    validate, fix = HOOKS["cvpress-validate"], HOOKS["cvpress-fix"]
    assert [validate[key] for key in ("files", "types_or")] == [fix[key] for key in ("files", "types_or")]


@pytest.mark.parametrize("name", ["profile.yaml", "people/cv.toml", "resume.json", "a b/cv.yml"])
def test_a_bad_profile_stops_the_commit(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("basics = 3\n" if name.endswith("toml") else '{"basics": 3}')
    code, output = commit_hook(tmp_path, "cvpress-validate")
    assert code == 1
    assert f"{name}:" in output
    assert "error[T101]" in output


def test_a_good_profile_passes(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(GOOD)
    code, output = commit_hook(tmp_path, "cvpress-validate")
    assert (code, "Passed" in output) == (0, True), output


@pytest.mark.parametrize("name", ["settings.json", "myprofile.yaml", "profile.yaml.txt", "profile/notes.json", "cv.md"])
def test_other_files_are_left_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("{")
    code, output = commit_hook(tmp_path, "cvpress-validate")
    assert (code, "Skipped" in output) == (0, True), output


def test_a_mendable_profile_is_mended_and_shown(tmp_path: Path) -> None:
    profile = tmp_path / "profile.yaml"
    profile.write_text(MENDABLE)
    code, output = commit_hook(tmp_path, "cvpress-fix")
    assert (code, "files were modified by this hook" in output) == (1, True), output
    assert profile.read_text() == MENDABLE.replace("website", "url")
    assert commit_hook(tmp_path, "cvpress-fix")[0] == 0


def test_what_cannot_be_mended_stops_the_commit(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(BAD)
    code, output = commit_hook(tmp_path, "cvpress-fix")
    assert (code, "error[V101]" in output) == (1, True), output
