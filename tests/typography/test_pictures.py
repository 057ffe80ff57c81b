"""Golden pictures: what is drawn a little otherwise passes, what is set otherwise does not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from pictures import distance, is_same, opened, picture, picture_faults
from PIL import ImageFilter
from small_pdf import written

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "<h1>Name</h1>" + "<p>Words of a page that somebody reads from the first line to the last.</p>" * 12
STYLE = "@page { size: 210mm 297mm }"


@cache
def data(style: str = "") -> bytes:
    return written(TEXT, STYLE + style)


def test_letters_drawn_a_little_otherwise_are_the_same_page() -> None:
    page = picture(data(), 1)
    assert is_same(page, page.filter(ImageFilter.GaussianBlur(0.4)))
    assert is_same(page, page.point([max(0, value - 6) if value < 240 else value for value in range(256)]))


@pytest.mark.parametrize(
    "style",
    [
        "p { line-height: 13.5pt }",
        "h1 { color: #17507a }",
        "h1 { font-size: 17pt }",
        "p:last-child { margin-top: 3pt }",
        "p { color: #666 }",
        "p { margin-left: 2pt }",
        "@page { size: 216mm 279mm }",
    ],
)
def test_what_is_set_otherwise_is_another_page(style: str) -> None:
    one, other = picture(data(), 1), picture(data(style), 1)
    assert not is_same(one, other), one.size == other.size and distance(one, other)


def test_what_is_accepted_is_held(tmp_path: Path) -> None:
    golden, failed = tmp_path / "golden", tmp_path / "failed"

    def faults(style: str = "", *, accepts: bool = False) -> list[str]:
        return list(picture_faults("t.cv", data(style), 2, accepts=accepts, golden=golden, failed=failed))

    assert len(faults()) == 1
    assert faults(accepts=True) == faults() == []
    accepted = (golden / "t.cv.1.png").read_bytes()
    (fault,) = faults("h1 { margin-top: 9pt }")
    assert "--accept" in fault
    assert str(failed / "t.cv.1.png") in fault
    assert opened(failed / "t.cv.1.difference.png").size == opened(golden / "t.cv.1.png").size
    assert faults(accepts=True) == []
    assert (golden / "t.cv.1.png").read_bytes() == accepted
    assert len(accepted) < 20_000
