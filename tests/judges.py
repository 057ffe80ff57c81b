"""Other people's programs that judge what cvpress writes and ships; the extra `test` names them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest


def judge(name: str) -> str:
    """The path of a program beside this Python or on PATH; the test is skipped where there is none."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed (see the extra `test` in pyproject.toml)")
    return found
