from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from outputs import NAMES, PROFILES, example, example_pdf, prepared

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

ELSEWHERE = {"LANG": "de_DE.UTF-8", "LC_ALL": "C", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "17", "HOME": "/nonexistent"}
"""A machine that is another's."""


@pytest.mark.parametrize("name", NAMES)
def test_the_same_in_one_process(name: str) -> None:
    assert example(name).pdf() == example_pdf(name)
    assert example(name).html() == example(name).html()


def test_the_same_in_another_process(run_cli: RunCli, tmp_path: Path) -> None:
    run_cli("render", PROFILES[0], "-o", f"{tmp_path}/one/", cwd=tmp_path, env={"PYTHONHASHSEED": "1", "TZ": "UTC"})
    run_cli("render", PROFILES[0], "-o", f"{tmp_path}/two/", cwd="/", env=ELSEWHERE)
    for name in ("profile.pdf", "profile.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


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
