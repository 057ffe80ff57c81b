"""One set of findings in every format, as files to look at (`pytest tests/reporters --accept`)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reporting import diagnostic, report

from cvpress import __version__
from cvpress.diagnostics import Severity, rename, replace
from cvpress.reporters import REPORTERS

if TYPE_CHECKING:
    from conftest import Golden

TEXT = """\
basics:
  name: Marie Curie  # 居里夫人
  url: www.example.org
work:
  - position: Professor
    startdate: "1906"
    endDate: "1934-02-31"
    summary: "I have long admired [company]."
"""

FOUND = [
    diagnostic(
        (3, 8),
        (3, 23),
        code="V104",
        message='"www.example.org" is a URL without its scheme',
        hint="write `https://www.example.org`",
        pointer=("basics", "url"),
        fix=replace("https://www.example.org"),
    ),
    diagnostic(
        (6, 5),
        (6, 14),
        code="K102",
        message="unknown key `startdate` in a work entry",
        hint="did you mean `startDate`?",
        pointer=("work", 0, "startdate"),
        fix=rename("startDate", safe=False),
    ),
    diagnostic(
        (7, 14),
        (7, 26),
        code="V102",
        message='"1934-02-31" is not a date of the calendar',
        hint="that month has 28 days",
    ),
    diagnostic(
        (8, 14),
        (8, 46),
        code="C101",
        severity=Severity.WARNING,
        message='a placeholder is left in the text: "[company]"',
        hint="replace it",
        pointer=("work", 0, "summary"),
    ),
]

EXTENSIONS = {"json": "json", "gitlab": "json", "sarif": "sarif", "junit": "xml", "markdown": "md"}


@pytest.mark.parametrize("name", REPORTERS)
def test_report(name: str, golden: Golden) -> None:
    written = report(name, [finding._replace(file="people/me.yaml") for finding in FOUND], [], text=TEXT)
    written = re.sub(r'timestamp="[^"]+"', 'timestamp="NOW"', written).replace(f'"{__version__}"', '"VERSION"')
    golden(Path(__file__).parent / "golden" / f"{name}.{EXTENSIONS.get(name, 'txt')}", written)
