"""The HTML of each example profile, as it was when somebody last looked at it.

`make accept` takes today's output; style sheets and pictures are left out, so that a change can be read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from letters import GERMAN
from outputs import NAMES, ROOT, example, prepared

import cvpress
from cvpress.views.request import Request

if TYPE_CHECKING:
    from conftest import Golden

HERE = Path(__file__).parent
LETTERS = ("genomics-student", "summer-school-applicant")
CASES = [(name, "en") for name in NAMES] + [("marie-curie", "de")]
SHEETS = [("data-scientist", "en"), ("marie-curie", "de")]
_INSIDE = re.compile(r"(data:[a-z/0-9+-]+;base64,)[A-Za-z0-9+/=]+")
_STYLES = re.compile(r"<style>.*?</style>", re.DOTALL)


@pytest.mark.parametrize(("name", "language"), CASES, ids=map("-".join, CASES))
def test_html(name: str, language: str, golden: Golden) -> None:
    golden(HERE / f"{name}.{language}.html", _readable(example(name, language=language).html()))


@pytest.mark.parametrize(("name", "language"), SHEETS, ids=map("-".join, SHEETS))
def test_story_sheet(name: str, language: str, golden: Golden) -> None:
    (path,) = ROOT.glob(f"profiles/{name}/profile.*")
    request = Request(document="stories", language=language, with_private=True)
    golden(HERE / f"{name}-stories.{language}.html", _readable(cvpress.prepare(path, request).html()))


@pytest.mark.parametrize("name", LETTERS)
def test_html_of_a_letter(name: str, golden: Golden) -> None:
    (path,) = ROOT.glob(f"profiles/{name}/profile.*")
    html = cvpress.render_html(path, Request(document="letter"))
    golden(HERE / f"{name}.letter.en.html", _readable(html))


def test_html_of_a_german_letter(golden: Golden) -> None:
    golden(HERE / "made-up.letter.de.html", _readable(prepared(GERMAN, request=Request(document="letter")).html()))


def _readable(html: str) -> str:
    return _STYLES.sub("<style>…</style>", _INSIDE.sub(r"\1…", html))
