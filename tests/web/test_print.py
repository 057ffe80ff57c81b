"""What the browser prints is what the PDF is: the same words, the same paper, nearly as many pages."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import pytest
from outputs import example, folded, pdfium_text
from pages import PAGES, Case, params, rendering

if TYPE_CHECKING:
    from browsing import Tab

    from cvpress.views.view import View


class Printed(NamedTuple):
    """What is compared of a PDF."""

    paper: tuple[int, int]
    pages: int
    words: Counter[str]


def read(pdf: bytes) -> Printed:
    with pikepdf.open(BytesIO(pdf)) as opened:
        _, _, width, height = (round(float(edge)) for edge in opened.pages[0].MediaBox)
        return Printed((width, height), len(opened.pages), Counter(words(pdfium_text(pdf))))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))


def running(view: View) -> set[str]:
    """What stands in margins and behind references: no browser can write all of it."""
    named = (view.person.heading, getattr(view, "name", ""), view.page.words["page"], view.page.words["private_notice"])
    return {*words(" ".join(named)), *map(str, range(100))}


PRINTED = [case for case in PAGES if case.profile != "long-words" and (case.document == "cv" or case.theme == "modern")]


@pytest.mark.parametrize("case", params(PRINTED))
def test_print(tab: Tab, case: Case) -> None:
    written = rendering(case)
    tab.show(written.html())
    tab.look(1280, is_dark=True)  # paper is white, whatever a reader likes
    printed, pdf = read(tab.print()), read(written.pdf())
    assert printed.paper == pytest.approx(pdf.paper, abs=1)
    assert 0 <= printed.pages - pdf.pages <= 1, "no browser sets a page tighter where that saves one"
    only_once = (printed.words - pdf.words) + (pdf.words - printed.words)
    assert set(only_once) <= running(written.view)


def test_american_paper(tab: Tab) -> None:
    tab.show(example("marie-curie", "letter").html())
    assert read(tab.print()).paper == (612, 792)
