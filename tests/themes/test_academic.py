"""What the look academic has of its own."""

from __future__ import annotations

from outputs import prepared

from cvpress.measuring.pages import read_pages
from cvpress.views.request import Request
from cvpress.writers.element_ids import with_elements

WORK = {"basics": {"name": "A", "email": "a@example.org"}, "work": [{"name": "Acme", "position": "Engineer"}]}


def width_of_the_heading(language: str) -> float:
    rendering = prepared(
        WORK, request=Request(language=language), theme="academic", options={"titles.work": "Berufserfahrung"}
    )
    with with_elements():
        pages = read_pages(rendering.pdf())
    (heading,) = [block for block in pages.blocks if block.level == 2]
    return heading.runs[-1].box.right - heading.runs[0].box.left


def test_small_capitals_are_the_same_in_german() -> None:
    """The face has an f of its own for German, which it does not make a small capital."""
    assert abs(width_of_the_heading("de") - width_of_the_heading("en")) < 0.1
