"""Themes that installed packages bring, by entry points: a real package is installed, and others are made up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from outputs import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run, RunCli

PACKAGE = Path(__file__).parent / "package"
PROFILE = {
    "basics": {"name": "Marie Curie", "email": "marie@example.org"},
    "work": [{"name": "Sorbonne", "startDate": "1906-05"}],
}
NORDIC = 'name = "{}"\napi = 1\nextends = "modern"\ndescription = "From a package."\n'


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pip has put the package."""
    pytest.importorskip("hatchling")
    target = tmp_path_factory.mktemp("site")
    source = tmp_path_factory.mktemp("source") / "package"
    subprocess.run(["cp", "-r", str(PACKAGE), str(source)], check=True, timeout=30)  # pip may build in its folder
    quiet = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--no-index")
    command = [sys.executable, "-m", "pip", "install", *quiet, "--target", str(target), str(source)]
    subprocess.run(command, check=True, timeout=120)
    return target


@pytest.fixture
def run_with(run_cli: RunCli, tmp_path: Path) -> Callable[..., Run]:
    """Runs cvpress in a project, with a folder of installed packages."""
    (tmp_path / "cv.json").write_text(json.dumps(PROFILE))

    def run(site: Path, *args: str) -> Run:
        path = os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH", ""))))
        return run_cli(*args, cwd=tmp_path, env={"PYTHONPATH": path})

    return run


def test_an_installed_theme(run_with: Callable[..., Run], installed: Path) -> None:
    """It is listed, shown and rendered; its package's __init__ would end the run."""
    listed = run_with(installed, "themes")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert ["nordic", "modern, in the colour of a fjord."] in [
        line.split(maxsplit=1) for line in listed.stdout.splitlines()
    ]
    assert "theme.accent=#0a4d68" in run_with(installed, "theme", "show", "nordic").stdout
    page = run_with(installed, "render", "cv.json", "--theme", "nordic", "--to", "html", "-o", "-")
    assert (page.returncode, page.stderr) == (0, "")
    assert "--accent:#0a4d68" in page.stdout
    assert ".name { letter-spacing: 0; }" in page.stdout
    assert "1906 – present" in Page(page.stdout).text


def test_the_project_comes_before_packages(run_with: Callable[..., Run], installed: Path, tmp_path: Path) -> None:
    (tmp_path / "themes/nordic").mkdir(parents=True)
    (tmp_path / "themes/nordic/theme.toml").write_text(NORDIC.format("nordic") + '[defaults]\naccent = "#112233"\n')
    page = run_with(installed, "render", "cv.json", "--theme", "nordic", "--to", "html", "-o", "-")
    assert "--accent:#112233" in page.stdout


def fake(site: Path, point: str, *, package: str = "pack", name: str = "", folder: str = "theme") -> Path:
    """An installed package, as far as it is looked at: metadata, and a folder."""
    info = site / f"{package}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[cvpress.themes]\n{point}\n")
    inside = site / package / folder
    inside.mkdir(parents=True)
    (site / package / "__init__.py").write_text("raise SystemExit('ran')")
    (inside / "theme.toml").write_text(NORDIC.format(name or point.partition(" ")[0]))
    return site


FOUND = {
    "folder": ("fjord = pack:theme", "theme"),
    "whole package": ("fjord = pack", "."),
    "module": ("fjord = pack.themes.fjord", "themes/fjord"),
    "folder in a folder": ("fjord = pack:themes.fjord", "themes/fjord"),
}


@pytest.mark.parametrize(("point", "folder"), FOUND.values(), ids=FOUND)
def test_ways_to_say_where(run_with: Callable[..., Run], tmp_path: Path, point: str, folder: str) -> None:
    run = run_with(fake(tmp_path / "site", point, folder=folder), "theme", "show", "fjord")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("fjord: From a package.\n")


BROKEN = {
    "nowhere": ("fjord = pack:thme", "", "the installed theme `fjord` is not where its package says: pack:thme"),
    "no package": ("fjord = other:theme", "", "the installed theme `fjord` is not where its package says: other:theme"),
    "out of the package": ("fjord = pack:../site/pack/theme", "", "the installed theme `fjord` is not where its"),
    "no value": ("fjord = :", "", "the installed theme `fjord` is not where its package says"),
    "main": ("fjord = __main__:theme", "", "the installed theme `fjord` is not where its package says"),
    "built in": ("modern = pack:theme", "", "has the name of a built-in theme, `modern`"),
}


@pytest.mark.parametrize(("point", "name", "message"), BROKEN.values(), ids=BROKEN)
def test_broken(run_with: Callable[..., Run], tmp_path: Path, point: str, name: str, message: str) -> None:
    site = fake(tmp_path / "site", point, name=name)
    run = run_with(site, "themes")
    assert (run.returncode, run.stdout) == (3, "")
    assert message in run.stderr
    assert "hint: " in run.stderr


def test_a_theme_that_has_another_name_is_listed_with_what_is_wrong(
    run_with: Callable[..., Run], tmp_path: Path
) -> None:
    run = run_with(fake(tmp_path / "site", "fjord = pack:theme", name="sea"), "themes")
    assert run.returncode == 0
    assert "calls the theme `sea`, and it is found as `fjord`" in " ".join(run.stdout.split())


def test_two_packages_with_one_name(run_with: Callable[..., Run], tmp_path: Path) -> None:
    fake(tmp_path / "site", "fjord = pack:theme")
    fake(tmp_path / "site", "fjord = more:theme", package="more")
    run = run_with(tmp_path / "site", "theme", "show", "fjord")
    assert run.returncode == 3
    assert "two packages bring a theme `fjord`" in run.stderr
