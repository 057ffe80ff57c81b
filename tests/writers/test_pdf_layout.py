"""How a PDF looks, as far as boxes tell: measure, size, breaks, margins."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pytest
from outputs import NAMES, example, example_pdf, folded
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextContainer, LTTextLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdfminer.layout import LTComponent

MM = 72 / 25.4
FOOT = 18 * MM
"""Below it are only the name and the page's number."""


class Line(NamedTuple):
    """A line of text: what and where it is; tops and bottoms count from the foot of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


class Sheet(NamedTuple):
    """A page: its size and its lines above the foot."""

    width: float
    height: float
    lines: tuple[Line, ...]


@cache
def sheets(name: str, paper: str) -> tuple[Sheet, ...]:
    """The pages of an example."""
    return tuple(
        Sheet(page.width, page.height, tuple(sorted(_lines(page), key=lambda line: -line.top)))
        for page in extract_pages(BytesIO(example_pdf(name, paper)), laparams=LAParams(boxes_flow=None))
    )


def _lines(container: Iterable[LTComponent]) -> Iterator[Line]:
    for part in container:
        if isinstance(part, LTTextLine):
            sizes = [char.size for char in part if isinstance(char, LTChar)]
            text = folded(part.get_text())
            if text and part.y0 > FOOT:
                yield Line(text, part.x0, part.x1, part.y1, part.y0, min(sizes))
        elif isinstance(part, LTTextContainer):
            yield from _lines(part)


@pytest.fixture(params=[(name, paper) for name in NAMES for paper in ("a4", "letter")], ids="-".join)
def key(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Name and paper of each example."""
    name, paper = request.param
    return name, paper


def test_measure(key: tuple[str, str]) -> None:
    assert [line.text for sheet in sheets(*key) for line in sheet.lines if len(line.text) > 92] == []


def test_size(key: tuple[str, str]) -> None:
    # A character's box is higher than its size; sizes of 9 and below are told apart all the same.
    assert min(line.size for sheet in sheets(*key) for line in sheet.lines) >= 9


def test_margins(key: tuple[str, str]) -> None:
    for sheet in sheets(*key):
        for line in sheet.lines:
            assert line.left >= 15 * MM
            assert line.right <= sheet.width - 15 * MM
            assert line.top <= sheet.height - 10 * MM


def test_no_head_ends_a_page(key: tuple[str, str]) -> None:
    view = example(key[0]).view
    heads = {section.title for section in view.sections}
    entries = [entry for section in view.sections if section.layout == "entries" for entry in section.entries]
    heads |= {entry.title.plain for entry in entries if entry.organization or entry.summary or entry.highlights}
    for sheet in sheets(*key)[:-1]:
        lowest = min(line.bottom for line in sheet.lines)
        assert not [line.text for line in sheet.lines if line.bottom < lowest + 3 and line.text in heads]


def test_no_last_page_for_a_few_lines(key: tuple[str, str]) -> None:
    *others, last = sheets(*key)
    used = last.lines[0].top - last.lines[-1].bottom
    is_lonely = bool(others) and used / (last.height - 36 * MM) < 0.2
    assert not is_lonely


def test_lines_do_not_overlap(key: tuple[str, str]) -> None:
    for sheet in sheets(*key):
        for number, line in enumerate(sheet.lines):
            for other in sheet.lines[number + 1 :]:
                apart = other.left >= line.right - 1 or other.right <= line.left + 1 or other.top <= line.bottom + 3
                assert apart, (line.text, other.text)
