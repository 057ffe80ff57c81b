"""`cvpress schema --vscode`, and the entry for SchemaStore's catalogue."""

from __future__ import annotations

import json
import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cvpress.schema import load_schema, schema_text

if TYPE_CHECKING:
    from conftest import RunCli

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = "./.vscode/profile.schema.json"


def test_an_empty_folder(run_cli: RunCli, tmp_path: Path) -> None:
    run = run_cli("schema", "--vscode", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (0, "")
    written = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert written == [".taplo.toml", ".vscode/profile.schema.json", ".vscode/settings.json"]
    assert all(f"wrote {name}" in run.stderr for name in written)
    assert "redhat.vscode-yaml" in run.stderr
    assert (tmp_path / ".vscode/profile.schema.json").read_text() == schema_text("profile")


def test_the_files_are_those_that_validate_finds_in_a_folder(run_cli: RunCli, tmp_path: Path) -> None:
    run_cli("schema", "--vscode", cwd=tmp_path)
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text())
    (taplo,) = tomllib.loads((tmp_path / ".taplo.toml").read_text())["rule"]
    names = [*settings["json.schemas"][0]["fileMatch"], *settings["yaml.schemas"][SCHEMA]]
    names += [pattern.removeprefix("**/") for pattern in taplo["include"]]
    (tmp_path / "deep").mkdir()
    for name in names:
        (tmp_path / "deep" / name).write_text('{"basics": {"name": "M."}}' if name.endswith("json") else "")
    report = run_cli("validate", "--format", "concise", cwd=tmp_path)
    assert f"{len(names)} files" in report.stdout


def test_a_second_run_changes_nothing(run_cli: RunCli, tmp_path: Path) -> None:
    run_cli("schema", "--vscode", cwd=tmp_path)
    before = {path: path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    run = run_cli("schema", "--vscode", cwd=tmp_path)
    assert run.returncode == 0
    assert "settings.json" not in run.stderr
    assert {path: path.read_text() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_other_settings_stay(run_cli: RunCli, tmp_path: Path) -> None:
    mine = {
        "editor.tabSize": 2,
        "json.schemas": [{"fileMatch": ["a.json"], "url": "./a.schema.json"}],
        "yaml.schemas": {"./b.schema.json": "b.yaml"},
        "files.eol": "\n",
    }
    taplo = '# mine\n[[rule]]\ninclude = ["a.toml"]  # all\n[rule.schema]\nenabled = false\n'
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_text(json.dumps(mine, indent=2))
    (tmp_path / ".taplo.toml").write_text(taplo)
    assert run_cli("schema", "--vscode", cwd=tmp_path).returncode == 0
    text = (tmp_path / ".vscode/settings.json").read_text()
    settings = json.loads(text)
    assert list(settings) == list(mine)
    assert settings["json.schemas"][0] == mine["json.schemas"][0]  # type: ignore[index]
    assert set(settings["yaml.schemas"]) == {"./b.schema.json", SCHEMA}
    assert '\n  "editor.tabSize": 2,\n' in text
    assert (tmp_path / ".taplo.toml").read_text().startswith(taplo)
    assert len(tomllib.loads((tmp_path / ".taplo.toml").read_text())["rule"]) == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(".vscode/settings.json", '{\n  // mine\n  "a": 1\n}\n', id="comments"),
        pytest.param(".vscode/settings.json", '{"a": 1,}', id="a trailing comma"),
        pytest.param(".vscode/settings.json", "[]", id="no object"),
        pytest.param(".vscode/settings.json", '{"json.schemas": "x"}', id="a text for a list"),
        pytest.param(".vscode/settings.json", '{"yaml.schemas": []}', id="a list for an object"),
        pytest.param(".vscode/settings.json", "[" * 100_000, id="deep"),
        pytest.param(".taplo.toml", "rule = []\n", id="TOML that cannot be continued"),
        pytest.param(".taplo.toml", "rule = [\n", id="broken TOML"),
    ],
)
def test_what_cannot_be_merged_is_left_and_shown(run_cli: RunCli, tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    run = run_cli("schema", "--vscode", cwd=tmp_path)
    assert run.returncode == 2
    assert path.read_text() == text
    assert "profile.schema.json" in run.stdout
    assert f"error: {name} cannot be rewritten without loss" in run.stderr
    assert (tmp_path / ".vscode/profile.schema.json").exists()


def test_a_file_in_the_place_of_the_folder(run_cli: RunCli, tmp_path: Path) -> None:
    (tmp_path / ".vscode").write_text("")
    run = run_cli("schema", "--vscode", cwd=tmp_path)
    assert run.returncode == 2
    assert "cannot be written" in run.stderr


def test_settings_that_are_no_text(run_cli: RunCli, tmp_path: Path) -> None:
    (tmp_path / ".taplo.toml").write_bytes(b"\xff\xfe\x00")
    run = run_cli("schema", "--vscode", cwd=tmp_path)
    assert (run.returncode, ".taplo.toml cannot be read" in run.stderr) == (2, True)


def test_only_the_schema_of_profiles(run_cli: RunCli, tmp_path: Path) -> None:
    run = run_cli("schema", "strict", "--vscode", cwd=tmp_path)
    assert run.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_the_catalogue_entry() -> None:
    """As SchemaStore's own schema of its catalogue and its rules for contributions ask."""
    entry = json.loads((ROOT / "docs/schemastore.json").read_text())
    assert set(entry) == {"name", "description", "fileMatch", "url"}
    assert "schema" not in entry["name"].lower()
    assert not re.search(r"\.$|schema", entry["description"], re.IGNORECASE)
    assert entry["fileMatch"] == sorted(set(entry["fileMatch"]), key=entry["fileMatch"].index)
    assert entry["url"].startswith("https://")
    assert entry["url"].endswith("/" + load_schema("profile")["$id"].partition("/schema/")[2])


@pytest.mark.parametrize("name", ["resume.json", "profile.json", "profile.yaml", "cv.yaml", "cvpress.toml", "a.json"])
def test_the_catalogue_entry_takes_nobody_elses_files(name: str) -> None:
    patterns = json.loads((ROOT / "docs/schemastore.json").read_text())["fileMatch"]
    assert not [pattern for pattern in patterns if fnmatch(name, pattern)]
