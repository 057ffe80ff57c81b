"""Editors that work in a folder which `cvpress schema --vscode` has set up."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest
from judges import judge
from language_server import LanguageServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunCli


@pytest.fixture(scope="module")
def workspace(run_cli: RunCli, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is open in the editor."""
    folder = tmp_path_factory.mktemp("workspace")
    assert run_cli("schema", "--vscode", cwd=folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def yaml_editor(workspace: Path, node_modules: Path) -> Iterator[LanguageServer]:
    """What redhat.vscode-yaml runs. It gets the settings as they stand in the file."""
    schemas = json.loads((workspace / ".vscode/settings.json").read_text())["yaml.schemas"]
    server = node_modules / "yaml-language-server/bin/yaml-language-server"
    settings = {"yaml": {"schemas": schemas, "schemaStore": {"enable": False}}}
    with LanguageServer(["node", server, "--stdio"], workspace, settings) as editor:
        yield editor


@pytest.fixture(scope="module")
def json_editor(workspace: Path, node_modules: Path) -> Iterator[LanguageServer]:
    """What Visual Studio Code runs for JSON. The editor itself makes absolute addresses of relative ones."""
    schemas = json.loads((workspace / ".vscode/settings.json").read_text())["json.schemas"]
    absolute = [{**schema, "url": (workspace / schema["url"]).as_uri()} for schema in schemas]
    server = node_modules / "vscode-langservers-extracted/bin/vscode-json-language-server"
    settings = {"json": {"schemas": absolute, "validate": {"enable": True}}}
    with LanguageServer(["node", server, "--stdio"], workspace, settings) as editor:
        yield editor


@pytest.fixture(scope="module")
def toml_editor(workspace: Path) -> Iterator[LanguageServer]:
    """Taplo's server, which tamasfe.even-better-toml runs, in a build that has it; it reads .taplo.toml itself."""
    settings = {"evenBetterToml": {"schema": {"enabled": True, "catalogs": []}}}
    with LanguageServer([judge("olpat"), "lsp", "stdio"], workspace, settings) as editor:
        yield editor


@pytest.fixture
def folder(workspace: Path) -> Path:
    """A folder of the workspace where no other test has opened a file."""
    return Path(mkdtemp(dir=workspace))
