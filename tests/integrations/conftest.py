"""What the tests of CI services share: a folder to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "basics:\n  name: Marie Curie\n  email: marie@example.org\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a good and a bad profile."""
    folder = tmp_path / "a project"
    for name, text in {"good": GOOD, "bad": GOOD.replace("email", "emial")}.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "profile.yaml").write_text(text)
    return folder
