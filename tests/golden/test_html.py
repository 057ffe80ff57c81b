"""The HTML of the example profiles, as it was when somebody last looked at it: NAME.DOCUMENT.LANGUAGE.html.

`make accept` takes today's output; style sheets, scripts and pictures are left out, so that a change can be read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from letters import GERMAN
from outputs import NAMES, ROOT, prepared

import cvpress
from cvpress.views.request import Request

if TYPE_CHECKING:
    from conftest import Golden

HERE = Path(__file__).parent
CASES = [
    *((name, "cv", "en") for name in NAMES),
    ("marie-curie", "cv", "de"),
    ("data-scientist", "stories", "en"),
    ("marie-curie", "stories", "de"),
    ("genomics-student", "letter", "en"),
    ("summer-school-applicant", "letter", "en"),
    ("robust-ml-phd", "portfolio", "en"),
]
_UNREAD = re.compile(
    r"(?<=;base64,)[A-Za-z0-9+/=]+|(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|(?<='sha256-)[^']*",
    re.DOTALL,
)


@pytest.mark.parametrize(("name", "document", "language"), CASES, ids=map(".".join, CASES))
def test_html(name: str, document: str, language: str, golden: Golden) -> None:
    (path,) = ROOT.glob(f"profiles/{name}/profile.*")
    request = Request(document=document, language=language, with_private=document == "stories")
    golden(HERE / f"{name}.{document}.{language}.html", _readable(cvpress.render_html(path, request)))


def test_html_of_a_german_letter(golden: Golden) -> None:
    html = prepared(GERMAN, request=Request(document="letter")).html()
    golden(HERE / "made-up.letter.de.html", _readable(html))


def test_every_golden_file_is_compared() -> None:
    names = {f"{'.'.join(case)}.html" for case in CASES} | {"made-up.letter.de.html"}
    assert {path.name for path in HERE.glob("*.html")} == names


def _readable(html: str) -> str:
    return _UNREAD.sub("…", html)
