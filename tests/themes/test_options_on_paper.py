"""What options change in the PDF, by the boxes of its texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from outputs import prepared

from cvpress.measuring.measures import body_size
from cvpress.measuring.pages import read_pages
from cvpress.measuring.violations import MM
from cvpress.writers.element_ids import with_elements

if TYPE_CHECKING:
    from cvpress.measuring.boxes import Pages

PROFILE = {
    "basics": {
        "name": "Marie Curie",
        "email": "marie@example.org",
        "image": "portrait.png",
        "summary": "She measured the rays of uranium, and found two elements in tons of pitchblende. " * 4,
    },
    "work": [
        {"name": "Sorbonne", "position": "Professor", "startDate": "1906-05", "summary": "Taught physics."},
        {"name": "Sèvres", "position": "Teacher", "startDate": "1900", "endDate": "1906", "summary": "Taught girls."},
    ],
}
FOLDER = Path(__file__).parents[1] / "typography"


@cache
def pages(**options: str) -> Pages:
    """The PDF with these options, a `_` for each hyphen."""
    chosen = {name.replace("_", "-"): value for name, value in options.items()}
    rendering = prepared(PROFILE, FOLDER, options=chosen)
    with with_elements():
        return read_pages(rendering.pdf())


def left(made: Pages) -> float:
    """Where the leftmost text of the first page begins, in mm."""
    return min(run.box.left for run in made.runs) / MM


def top(made: Pages) -> float:
    """How far the highest text is from the upper edge, in mm."""
    return (made.sheets[0].height - max(run.box.top for run in made.runs)) / MM


def right(made: Pages) -> float:
    """How far the rightmost text is from the right edge, in mm."""
    return (made.sheets[0].width - max(run.box.right for run in made.runs)) / MM


def test_page() -> None:
    sizes = {name: pages(page=name).sheets[0] for name in ("a4", "letter")}
    assert [round(sizes["a4"].width / MM), round(sizes["a4"].height / MM)] == [210, 297]
    assert [round(sizes["letter"].width), round(sizes["letter"].height)] == [612, 792]


@pytest.mark.parametrize("margin", [12, 30])
def test_margin(margin: int) -> None:
    made = pages(margin=f"{margin}mm", photo="off")
    assert left(made) == pytest.approx(margin, abs=0.6)
    assert right(made) == pytest.approx(margin, abs=4)
    assert top(made) == pytest.approx(margin, abs=5)


def test_two_margins() -> None:
    made = pages(margin="12mm 30mm", photo="off")
    assert left(made) == pytest.approx(30, abs=0.6)
    assert top(made) == pytest.approx(12, abs=5)


@pytest.mark.parametrize("size", [9.5, 12])
def test_text_size(size: float) -> None:
    """All of the scale goes with it."""
    usual, made = pages(photo="off"), pages(text_size=f"{size}pt", photo="off")
    assert body_size(made) == pytest.approx(size, abs=0.05)
    name, usual_name = (next(run.size for run in one.runs if "Marie" in run.text) for one in (made, usual))
    assert name / usual_name == pytest.approx(size / body_size(usual), rel=0.01)


def test_density() -> None:
    heights = []
    for density in ("compact", "normal", "airy"):
        boxes = [run.box for run in pages(density=density, photo="off").runs]
        heights.append(max(box.top for box in boxes) - min(box.bottom for box in boxes))
    assert heights[0] + 5 < heights[1] < heights[2] - 5


def test_photo() -> None:
    shown, square, off = (
        pages(**options).sheets[0].pictures for options in ({}, {"photo": "square"}, {"photo": "off"})
    )
    assert [len(shown), len(square), len(off)] == [1, 1, 0]
    ratios = [(box.right - box.left) / (box.top - box.bottom) for box in (shown[0], square[0])]
    assert ratios == [pytest.approx(0.8, abs=0.01), pytest.approx(1, abs=0.01)]


def test_accent() -> None:
    """Text in it is read, however light it is."""
    inks = {run.ink for run in pages(accent="#ffe000", photo="off").runs if "Experience" in run.text}
    (ink,) = inks
    assert ink[0] > ink[2], "still a yellow"
    assert max(ink) < 0x90


RANGES = {"de": ["Nov. 1900", "Dez. 1906"], "fr": ["nov. 1900", "déc. 1906"]}


@pytest.mark.parametrize(("language", "dates"), RANGES.items(), ids=RANGES)
def test_a_range_in_a_column_breaks_between_its_dates(language: str, dates: list[str]) -> None:
    work = [{"name": "Sèvres", "position": "Teacher", "startDate": "1900-11", "endDate": "1906-12"}]
    rendering = prepared({"meta": {"language": language}, "work": work}, FOLDER, theme="timeline")
    lines = {round(run.box.bottom): run.text.strip() for run in read_pages(rendering.pdf()).runs if "19" in run.text}
    assert [lines[height] for height in sorted(lines, reverse=True)] == dates
