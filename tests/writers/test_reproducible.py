from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from outputs import NAMES, PROFILES, ROOT, example, example_pdf, prepared

import cvpress
from cvpress.views.request import Request

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

ELSEWHERE = {"LANG": "de_DE.UTF-8", "LC_ALL": "C", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "17", "HOME": "/nonexistent"}
"""A machine that is another's."""

EXAMPLE = ROOT / "profiles/marie-curie/profile.yaml"

OTHERS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    ELSEWHERE | {"LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0", "TZ": "America/St_Johns"},
)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_in_one_process(name: str) -> None:
    assert example(name).pdf() == example_pdf(name)
    assert example(name).html() == example(name).html()


def test_the_same_in_another_process(run_cli: RunCli, tmp_path: Path) -> None:
    run_cli("render", PROFILES[0], "-o", f"{tmp_path}/one/", cwd=tmp_path, env={"PYTHONHASHSEED": "1", "TZ": "UTC"})
    run_cli("render", PROFILES[0], "-o", f"{tmp_path}/two/", cwd="/", env=ELSEWHERE)
    for name in ("profile.pdf", "profile.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.slow
def test_the_same_on_other_machines(run_cli: RunCli, tmp_path: Path) -> None:
    """With other locales, time zones, hash seeds, working folders, permissions of new files, and in another order."""
    kinds = ["cv", "letter", "portfolio", "stories"]
    files = []
    for number, env in enumerate(OTHERS):
        folder = tmp_path / f"working-{number}" / "über"
        folder.mkdir(parents=True)
        order = ",".join(kinds[:: (1, -1)[number]])
        usual = os.umask((0o077, 0o002)[number])
        try:
            run = run_cli(
                "render",
                EXAMPLE,
                "--document",
                order,
                "--to",
                "pdf",
                "-o",
                f"{tmp_path}/{number}/",
                cwd=folder,
                env=env,
            )
        finally:
            os.umask(usual)
        assert run.returncode == 0, run.stderr
        files.append({path.name: path.read_bytes() for path in (tmp_path / str(number)).iterdir()})
    assert len(files[0]) == len(kinds)
    assert files[0] == files[1]


def test_the_same_whatever_was_rendered_before() -> None:
    """A process keeps faces and styles: what it has rendered must not be seen in what it renders next."""
    first, second = (cvpress.prepare(EXAMPLE, Request(document="letter"), theme=name) for name in ("modern", "swiss"))
    alone = first.pdf()
    second.pdf()
    prepared({"basics": {"name": "אור Ω"}}).pdf()
    assert first.pdf() == alone


@pytest.mark.parametrize(
    ("epoch", "modified", "created"),
    [
        ("1700000000", "2026-11-21", "D:20231114221320"),
        ("0", "", "D:19700101000000"),
        ("", "2026-11-21", "D:20261121"),
        ("", "2026-11-21T12:00:00", "D:20261121120000"),
        ("", "", ""),
        ("soon", "", ""),
        ("9" * 30, "2026-11-21", "D:20261121"),
    ],
)
def test_date(monkeypatch: pytest.MonkeyPatch, epoch: str, modified: str, created: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    pdf = prepared({"basics": {"name": "A"}, "meta": {"lastModified": modified}}).pdf()
    with pikepdf.open(BytesIO(pdf)) as document:
        found = str(document.docinfo.get("/CreationDate", ""))
    assert (found.startswith(created), bool(found)) == (True, bool(created))
