"""What all tests share: the repository, the program as a user starts it, golden files, other people's judges."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent

# The same examples in every run: a test that fails does so for everybody, and no database is written.
settings.register_profile("cvpress", derandomize=True, deadline=None, database=None)
settings.load_profile("cvpress")

_FOREIGN_SETTINGS = (
    *("NO_COLOR", "FORCE_COLOR", "COLUMNS", "CVPRESS_TRACEBACK", "SOURCE_DATE_EPOCH"),
    *("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"),
)
"""Variables of the machine that would change what the program writes."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="take today's output as the expected one")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def profiles() -> tuple[Path, ...]:
    """The example profiles."""
    return tuple(sorted(ROOT.glob("profiles/*/profile.*")))


@pytest.fixture(scope="session")
def load_script(root: Path) -> Callable[[str], ModuleType]:
    """Gives a program of scripts/ as a module."""

    def load(name: str) -> ModuleType:
        loader = SourceFileLoader(name.replace("-", "_"), str(root / "scripts" / name))
        spec = spec_from_loader(loader.name, loader)
        assert spec
        module = module_from_spec(spec)
        loader.exec_module(module)
        return module

    return load


class Run(NamedTuple):
    """How a run of the program ended."""

    returncode: int
    stdout: str
    stderr: str


class RunCli(Protocol):
    """Runs cvpress as a process of its own; a variable that is None in `env` is unset."""

    def __call__(
        self,
        *args: str | Path,
        stdin: str | bytes = b"",
        cwd: str | Path | None = None,
        env: Mapping[str, str | None] | None = None,
    ) -> Run: ...


@pytest.fixture(scope="session")
def run_cli() -> RunCli:
    """The program as a user starts it."""
    return _run_cli


def _run_cli(
    *args: str | Path,
    stdin: str | bytes = b"",
    cwd: str | Path | None = None,
    env: Mapping[str, str | None] | None = None,
) -> Run:
    variables = {**os.environ, **dict.fromkeys(_FOREIGN_SETTINGS), "PYTHONUTF8": "1", **(env or {})}
    done = subprocess.run(
        [sys.executable, "-m", "cvpress", *map(str, args)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=cwd,
        env={name: value for name, value in variables.items() if value is not None},
        timeout=120,
        check=False,
    )
    run = Run(done.returncode, done.stdout.decode(), done.stderr.decode())
    # Whatever a test is about, no user is to see one of these.
    assert "Traceback" not in run.stderr, run.stderr
    assert "a bug in cvpress" not in run.stderr, run.stderr
    return run


class Golden(Protocol):
    """Holds an output against the file where the expected one is; --accept rewrites the file."""

    def __call__(self, path: Path, actual: str | bytes) -> None: ...


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Golden files; `pytest --accept` takes today's output as the expected one."""
    accepts = request.config.getoption("--accept")

    def check(path: Path, actual: str | bytes) -> None:
        data = actual.encode() if isinstance(actual, str) else actual
        if accepts:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        expected = path.read_bytes() if path.exists() else b""
        if isinstance(actual, str):
            assert data.decode() == expected.decode(), f"not as in {path}; see pytest --accept"
        assert data == expected, f"not as in {path}; see pytest --accept"

    return check


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Where npm installed the tools that judge cvpress's output; .ci/run says which."""
    folder = os.environ.get("CVPRESS_NODE_MODULES", "")
    if not folder:
        pytest.skip("CVPRESS_NODE_MODULES does not say where npm installed the judges (see .ci/run)")
    if not shutil.which("node"):
        pytest.skip("node is not installed")
    if not Path(folder).is_dir():
        pytest.fail(f"CVPRESS_NODE_MODULES={folder} is no folder")
    return Path(folder)
