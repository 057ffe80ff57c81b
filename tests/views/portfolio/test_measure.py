"""What `measure` says, against slides that are laid out: a change of the style that it does not know shows here."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from outputs import prepared

from cvpress.themes.environment import render_template
from cvpress.themes.styles import print_styles
from cvpress.themes.writing import writing_of
from cvpress.views.portfolio.measure import COLUMN_GAP, SCALES, SIDE_WIDTH, STAGE_WIDTH, TypeSize, height
from cvpress.views.portfolio.view import PortfolioView
from cvpress.views.request import Request
from cvpress.writers.weasyprint_engine import load_weasyprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.views.portfolio.slides import Slide

DECK = Request(document="portfolio")
WORDS = "Words that say a little about something "
NUMBERS = [{"label": f"number {number}", "value": number} for number in range(1, 5)]
RESULT = {"value": 72, "unit": "×", "label": WORDS, "context": WORDS}
QUOTE = {"label": "Who", "text": WORDS * 9}

WIDE = {
    "text": {"text": WORDS * 12},
    "paragraphs": {"text": "\n\n".join([WORDS * 5] * 3)},
    "points": {"points": [WORDS, WORDS * 4, WORDS * 2]},
    "notes": {"notes": [WORDS * 6, WORDS]},
    "links": {"text": WORDS * 4, "links": [{"label": "Paper", "url": "https://example.org"}]},
    "formulas": {"formulas": ["x = y^2", r"\frac{a}{b} = \sum_i c_i"]},
    "chart": {"figures": [{"values": NUMBERS, "caption": WORDS * 3}]},
    "columns": {"figures": [{"chart": "columns", "values": NUMBERS}]},
    "alternative": {"figures": [{"alt": WORDS * 6, "caption": WORDS}]},
    "results": {"results": [RESULT] * 3},
    "quote": {"quotes": [QUOTE]},
}
SIDE = {
    "formulas beside": {"formulas": ["x = y^2", r"\frac{a}{b} = \sum_i c_i"]},
    "chart beside": {"figures": [{"values": NUMBERS, "caption": WORDS * 2}]},
    "columns beside": {"figures": [{"chart": "columns", "values": NUMBERS}]},
    "results beside": {"results": [RESULT] * 2},
    "quote beside": {"quotes": [QUOTE]},
}
COLUMNS = {
    "points in columns": {"points": [WORDS, WORDS * 2]},
    "results in columns": {"results": [RESULT]},
    "formulas in columns": {"formulas": ["x = y^2", "x"]},
    "notes in columns": {"text": WORDS * 2, "notes": [WORDS * 3]},
}


class Box(NamedTuple):
    """A box of a slide, in units of a stage of 960 × 540."""

    width: float
    height: float
    em: float


def slides_of(topics: list[dict[str, Any]]) -> tuple[PortfolioView, tuple[Slide, ...]]:
    view = prepared({"basics": {"label": "P"}, "portfolio": {"learned": topics}}, request=DECK).view
    assert isinstance(view, PortfolioView)
    return view, view.slides[1:]


@cache
def laid_out() -> dict[str, tuple[Slide, dict[str, Box]]]:
    """The first slide of each case, and the boxes on it by their classes; all in one layout."""
    cases = {name: [{"title": "T", **topic}] for name, topic in WIDE.items()}
    cases |= {name: [{"title": "T", "text": "A.", **topic}] for name, topic in SIDE.items()}
    cases |= {name: [{"title": "T", **topic}] * 3 for name, topic in COLUMNS.items()}
    made = [replace(slides_of(topics)[1][0], number=number) for number, topics in enumerate(cases.values())]
    rendering = prepared({"basics": {"label": "P"}, "portfolio": {"title": "D"}}, request=DECK)
    assert isinstance(rendering.view, PortfolioView)
    view = replace(rendering.view, slides=tuple(made))
    extras = {"medium": "pdf", "script": "", "structured_data": "", "created": "", "is_tight": False}
    html = render_template(rendering.theme, "portfolio", view, rendering.options, extras)
    weasyprint = load_weasyprint()
    fonts = weasyprint.text.fonts.FontConfiguration()
    writing = writing_of(rendering.theme, "", "en")
    style = weasyprint.CSS(
        string=print_styles(rendering.theme, "portfolio", rendering.options, writing), font_config=fonts
    )
    pages = weasyprint.HTML(string=html).render(stylesheets=[style], font_config=fonts).pages
    assert len(pages) == len(made), "a slide is too full"
    return {
        name: (slide, dict(reversed(list(boxes(page))))) for name, slide, page in zip(cases, made, pages, strict=True)
    }


def boxes(page: Any) -> Iterator[tuple[str, Box]]:
    """The boxes of a page by their classes; WeasyPrint has no public way to them."""
    for box in page._page_box.descendants():  # noqa: SLF001  # see above
        is_element = box.element is not None and box.element_tag == box.element.tag
        for name in (box.element.get("class") or "").split() if is_element else ():
            if box.height != "auto":
                found = Box(box.border_width() * 0.75, box.margin_height() * 0.75, box.style["font_size"] * 0.75)
                yield name, found


@pytest.mark.parametrize("name", [*WIDE, *SIDE, *COLUMNS])
def test_the_height_of_a_part(name: str) -> None:
    slide, found = laid_out()[name]
    width = STAGE_WIDTH if name in WIDE else SIDE_WIDTH if name in SIDE else (STAGE_WIDTH - 2 * COLUMN_GAP) // 3
    layout = "flow" if name in WIDE else "split" if name in SIDE else "columns"
    assert slide.layout == layout
    card = replace(slide.cards[0], texts=()) if name in SIDE else slide.cards[0]
    scale = SCALES[slide.size]
    usual = TypeSize(18, 26, width) if name in COLUMNS else TypeSize(20, 30, width, beside=3 if name in WIDE else 0)
    said, real = height([card], usual.at(scale)) * scale, found["cards"].height
    assert 0.95 * real <= said <= 1.4 * real


def test_the_widths_of_columns() -> None:
    flow, split, columns = (laid_out()[name][1] for name in ("text", "chart beside", "points in columns"))
    assert flow["cards"].width == pytest.approx(STAGE_WIDTH)
    assert split["picture"].width == pytest.approx(SIDE_WIDTH)
    assert split["words"].width == pytest.approx(STAGE_WIDTH - SIDE_WIDTH - COLUMN_GAP)
    assert columns["card"].width == pytest.approx((STAGE_WIDTH - 2 * COLUMN_GAP) / 3)


def test_the_sizes_of_type() -> None:
    ems = {slide.size: found["cards"].em for slide, found in laid_out().values()}
    usual = ems["normal"]
    assert ems == {size: pytest.approx(usual * SCALES[size]) for size in ems}
    assert len(ems) > 1
