"""veraPDF as the judge of PDFs (https://verapdf.org): whether they conform to PDF/A and to PDF/UA."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from pathlib import Path

FLAVOURS: Final = ("3a", "ua1")
"""ISO 19005-3, level A, and ISO 14289-1."""

_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"


def faults(folder: Path, flavour: str) -> dict[str, list[str]]:
    """What veraPDF has against each PDF of a folder; the test is skipped where there is no veraPDF.

    Args:
        folder: with the PDFs, by the names that they have in what is returned.
        flavour: what they are to conform to.
    """
    jar = os.environ.get("CVPRESS_VERAPDF", "")
    if not jar:
        pytest.skip("CVPRESS_VERAPDF does not say where veraPDF's jar is (see .ci/run)")
    if not shutil.which("java"):
        pytest.skip("there is no java to run veraPDF with")
    command = ("java", "-cp", jar, _MAIN, "-f", flavour, "-r", "--format", "json", "--maxfailuresdisplayed", "2")
    ran = subprocess.run((*command, str(folder)), capture_output=True, text=True, check=False, timeout=500)
    assert ran.stdout, ran.stderr
    jobs = json.loads(ran.stdout)["report"]["jobs"]
    return {os.path.basename(job["itemDetails"]["name"]): _faults(job) for job in jobs}


def _faults(job: dict[str, object]) -> list[str]:
    results = job.get("validationResult")
    assert isinstance(results, list), f"not judged: {job}"
    return [
        f"{rule['clause']}/{rule['testNumber']} at {check['context']}: {check.get('errorMessage', '')}"
        for result in results
        for rule in result["details"]["ruleSummaries"]
        for check in rule["checks"]
    ]
