"""Other people's programs that judge what cvpress writes and ships; the extra `test` names them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

JSON_RESUME = """
const {validate} = require("@jsonresume/schema");
const verdict = text => {
    let data, verdict = null;
    try { data = JSON.parse(text); } catch { return false; }
    validate(data, (errors, isValid) => { verdict = isValid; });
    return verdict;
};
console.log(JSON.stringify(JSON.parse(require("fs").readFileSync(0, "utf8")).map(verdict)));
"""


def judge(name: str) -> str:
    """The path of a program beside this Python or on PATH; the test is skipped where there is none."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed (see .ci/run, and the extra `test` in pyproject.toml)")
    return found


def official_verdicts(texts: Sequence[str], node_modules: Path) -> list[bool]:
    """Whether JSON Resume's own package takes each text, by one process of node."""
    run = subprocess.run(
        ["node", "-e", JSON_RESUME],
        input=json.dumps(texts).encode(),
        capture_output=True,
        env={"NODE_PATH": str(node_modules), "PATH": "/usr/local/bin:/usr/bin:/bin"},
        timeout=60,
        check=True,
    )
    verdicts: list[bool] = json.loads(run.stdout)
    return verdicts
