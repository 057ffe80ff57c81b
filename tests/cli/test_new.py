from __future__ import annotations

import json
import tomllib
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
import yaml
from outputs import Page, prepared

from cvpress.starter import SYNTAXES, starter_profile

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

READERS = {"json": json.loads, "yaml": yaml.safe_load, "toml": tomllib.loads}


def data(syntax: str) -> dict[str, Any]:
    """The starter profile as plain data."""
    loaded: dict[str, Any] = READERS[syntax](starter_profile(syntax))
    return loaded


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_same_data_in_each_syntax(syntax: str) -> None:
    assert data(syntax) == data("json")


@pytest.mark.parametrize("name", ["profile.yaml", "cv.yml", "cv.toml", "cv.JSON", "sub/cv.json"])
def test_new(run_cli: RunCli, tmp_path: Path, name: str) -> None:
    run = run_cli("new", name, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (0, "")
    assert f"cvpress render {name}" in run.stderr
    valid = run_cli("validate", "--strict", name, cwd=tmp_path)
    assert valid.returncode == 0, valid.stdout


def test_without_a_name(run_cli: RunCli, tmp_path: Path) -> None:
    run_cli("new", cwd=tmp_path)
    assert (tmp_path / "profile.yaml").read_text() == starter_profile("yaml")


def test_to_standard_output(run_cli: RunCli, tmp_path: Path) -> None:
    assert run_cli("new", "-", cwd=tmp_path).stdout == starter_profile("yaml")
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_kept(run_cli: RunCli, tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("mine")
    run = run_cli("new", cwd=tmp_path)
    assert (run.returncode, path.read_text()) == (2, "mine")
    assert run.stderr.startswith("error: profile.yaml is there already\nhint: ")
    assert run_cli("new", "--force", cwd=tmp_path).returncode == 0
    assert path.read_text() != "mine"


@pytest.mark.parametrize("name", ["profile", "profile.txt", ".yaml", "there/"])
def test_no_syntax(run_cli: RunCli, tmp_path: Path, name: str) -> None:
    run = run_cli("new", name, cwd=tmp_path)
    assert run.returncode == 2
    assert "yaml, toml, json" in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_starter_makes_a_cv_of_a_page() -> None:
    rendering = prepared(data("json"))
    assert rendering.diagnostics == ()
    assert [title for level, title in Page(rendering.html()).headings if level == 2] == [
        *("Experience", "Projects", "Education", "Skills", "Languages")
    ]
    with pikepdf.open(BytesIO(rendering.pdf())) as pdf:
        assert len(pdf.pages) == 1
