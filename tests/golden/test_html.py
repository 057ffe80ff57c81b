"""The HTML of each example profile, as it was when somebody last looked at it.

`make accept` takes today's output; faces are left out, so that a change can be read.
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


@pytest.mark.parametrize(("name", "language"), CASES, ids=map("-".join, CASES))
def test_html(name: str, language: str, golden: Golden) -> None:
    html = _INSIDE.sub(r"\1…", example(name, language=language).html())
    golden(HERE / f"{name}.{language}.html", html)
