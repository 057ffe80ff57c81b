"""The HTML of each example profile, as it was when somebody last looked at it.

`make accept` takes today's output; style sheets and pictures are left out, so that a change can be read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from outputs import NAMES, example

if TYPE_CHECKING:
    from conftest import Golden

HERE = Path(__file__).parent
CASES = [(name, "en") for name in NAMES] + [("marie-curie", "de")]
_INSIDE = re.compile(r"(data:[a-z/0-9+-]+;base64,)[A-Za-z0-9+/=]+")
_STYLES = re.compile(r"<style>.*?</style>", re.DOTALL)


@pytest.mark.parametrize(("name", "language"), CASES, ids=map("-".join, CASES))
def test_html(name: str, language: str, golden: Golden) -> None:
    html = _INSIDE.sub(r"\1…", example(name, language=language).html())
    html = _STYLES.sub("<style>…</style>", html)
    golden(HERE / f"{name}.{language}.html", html)
