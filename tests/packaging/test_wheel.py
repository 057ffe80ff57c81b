"""The wheel, in an empty environment, with the checkout out of reach."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from outputs import NAMES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.wheel, pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(*command: str | Path, cwd: Path) -> str:
    """The output of a program, with nothing of this environment about it."""
    env = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert str(ROOT) not in done.stdout + done.stderr, "the checkout is in reach"
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that `pip install .` makes."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("cvpress-*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment that has nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    run(folder / "venv/bin/python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return folder / "venv/bin/cvpress"


def test_what_the_wheel_holds(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"cvpress", wheel.name.rsplit("-", 3)[0] + ".dist-info"}
    wanted = ("schema/profile.schema.json", "themes/modern/theme.toml", "themes/modern/fonts/Inter-Regular.ttf")
    wanted += ("themes/base/templates/cv.html.j2", "profiles/marie-curie/profile.yaml")
    assert {f"cvpress/_data/{name}" for name in wanted} <= set(names)
    assert {"cvpress/py.typed", "cvpress/starter/profile.yaml", "cvpress/views/locales/de.json"} <= set(names)
    assert not [name for name in names if "test" in name.lower() or "__pycache__" in name or "benchmark" in name]
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("OFL.txt") and "licenses" in name for name in names)


def test_a_cv_from_scratch(installed: Path, tmp_path: Path) -> None:
    run(installed, "new", "cv.toml", cwd=tmp_path)
    run(installed, "validate", "--strict", "cv.toml", cwd=tmp_path)
    run(installed, "render", "cv.toml", "--to", "html,pdf", cwd=tmp_path)
    assert (tmp_path / "cv.html").read_text().startswith("<!DOCTYPE html>")
    assert (tmp_path / "cv.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_that_come_with_it(installed: Path, tmp_path: Path, name: str) -> None:
    code = "from cvpress.resources import data_folder; print(data_folder('profiles'))"
    folder = run(installed.parent / "python", "-I", "-c", code, cwd=tmp_path).strip()
    run(installed, "validate", "--strict", f"{folder}/{name}", cwd=tmp_path)


@pytest.mark.parametrize(
    ("command", "start"),
    [
        (["themes"], "academic "),
        (["schema"], "{"),
        (["explain", "K102"], "K102 "),
        (["completion", "bash"], "_cvpress"),
        (["--version"], "cvpress "),
    ],
)
def test_commands(installed: Path, tmp_path: Path, command: list[str], start: str) -> None:
    assert run(installed, *command, cwd=tmp_path).lstrip().startswith(start)


def test_the_same_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    profile = tmp_path / "profile.yaml"
    profile.write_text((ROOT / "profiles/marie-curie/profile.yaml").read_text())
    everything = ["--document", "all", "--private", "--set", "theme.citations=apa"]
    run(installed, "render", profile, *everything, "-o", "out/", cwd=tmp_path)
    checkout = subprocess.run(
        [sys.executable, "-m", "cvpress", "render", profile, *everything, "-o", "here/"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert checkout.returncode == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert [name for name in names if name.endswith(".html")] == [
        *("profile-letter.html", "profile-portfolio.html", "profile-stories.html", "profile.html"),
    ]
    for name in names:
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "here" / name).read_bytes(), name
