from __future__ import annotations

from itertools import combinations
from math import inf, isfinite, nan

import pytest

from cvpress.views.charts.chart import MOST_VALUES, Chart, Value, chart, drawable
from cvpress.views.charts.shapes import Box, box_of

KINDS = tuple(MOST_VALUES)


def values(*numbers: float, series: str = "") -> list[Value]:
    return [Value(f"n{index}", number, f"{number:g}", series) for index, number in enumerate(numbers)]


def extent(drawn: Chart) -> tuple[float, float]:
    """The least and the greatest coordinate of all shapes, measured as a share of the chart's size."""
    across = [x for mark in drawn.marks for x in (mark.x, mark.x + (mark.width if mark.shape != "dot" else 0))]
    down = [y for mark in drawn.marks for y in (mark.y, mark.y + mark.height)]
    return min(*across, *down), max(max(across) / drawn.width, max(down) / drawn.height)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "numbers",
    [
        (1.0,),
        (0.0, 0.0),
        (-5.0, -1.0),
        (-3.0, 4.0, 0.5),
        (1e308, -1e308, 1.0),
        (5e-324, 1.0),
        tuple(float(number) for number in range(500)),
    ],
    ids=["one", "zeros", "negative", "around zero", "huge", "tiny", "many"],
)
def test_everything_is_drawn_inside_the_chart(kind: str, numbers: tuple[float, ...]) -> None:
    drawn = chart(kind, values(*numbers))
    assert all(isfinite(number) for mark in drawn.marks for number in (mark.x, mark.y, mark.width, mark.height))
    least, most = extent(drawn)
    assert least >= -1
    assert most <= 1.001


@pytest.mark.parametrize("kind", KINDS)
def test_bars_begin_at_zero(kind: str) -> None:
    drawn = chart(kind, values(50.0, 100.0))
    bars = [mark for mark in drawn.marks if mark.shape == "bar"]
    if kind == "bars":
        assert bars[0].x == bars[1].x
        assert bars[1].width == pytest.approx(2 * bars[0].width, abs=0.2)
    if kind == "columns":
        assert bars[0].y + bars[0].height == pytest.approx(bars[1].y + bars[1].height, abs=0.2)
        assert bars[1].height == pytest.approx(2 * bars[0].height, abs=0.2)


@pytest.mark.parametrize("kind", ["bars", "columns", "dots"])
def test_every_value_is_written(kind: str) -> None:
    drawn = chart(kind, values(57.7, 8.2, 99.3))
    assert [label.text for label in drawn.labels if label.kind == "value"] == ["57.7", "8.2", "99.3"]
    assert drawn.text == "n0: 57.7; n1: 8.2; n2: 99.3"


@pytest.mark.parametrize("kind", KINDS)
def test_series_have_a_legend(kind: str) -> None:
    drawn = chart(kind, [*values(8.0, 7.0, series="before"), *values(2.0, 1.0, series="after")])
    assert [label.text for label in drawn.labels if label.kind == "legend"] == ["before", "after"]
    assert {mark.series for mark in drawn.marks} == {0, 1}
    assert "n0, after: 2" in drawn.text


def test_before_and_after_share_a_row() -> None:
    drawn = chart("dots", [*values(8.0, series="before"), *values(2.0, series="after")])
    dots = [mark for mark in drawn.marks if mark.shape == "dot" and mark.width == 7]
    assert dots[0].y == dots[1].y
    assert dots[0].x > dots[1].x


def test_bars_stand_beside_short_names_and_under_long_ones() -> None:
    beside, under = (
        chart("bars", [Value(name, 1.0, "1"), Value(name * 2, 2.0, "2")], 372)
        for name in ("Radium", "A long name " * 3)
    )
    assert beside.marks[0].x > under.marks[0].x == 0


def boxes(drawn: Chart) -> list[Box]:
    return [box_of(label) for label in drawn.labels]


NEAR = [Value("A", number, f"{number:g}", name) for number, name in ((3, "before"), (2.9, "after"))]
FALLING = [
    Value(str(2019 + index), number, f"{number:g}", name)
    for name, row in (("", (48, 40, 22, 9, 6)), ("median", (12, 10, 6, 3, 2)))
    for index, number in enumerate(row)
]
MONTHS = [Value(f"Month {index}", index * 1e4 - 5e4, f"{index * 10_000 - 50_000:,}") for index in range(12)]
CLUSTERS = [
    Value(name, 80.0 + place, "80", series) for series in ("a", "b") for place, name in enumerate(("S3", "EBS"))
]


@pytest.mark.parametrize("width", [372, 800])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("given", [NEAR, FALLING, MONTHS, CLUSTERS], ids=["near", "falling", "months", "clusters"])
def test_no_label_is_on_another(kind: str, given: list[Value], width: float) -> None:
    found = boxes(chart(kind, given, width, 300))
    assert not [(one, other) for one, other in combinations(found, 2) if one.meets(other)]
    assert min(box.left for box in found) >= -1
    assert max(box.right for box in found) <= width + 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_takes_the_room_that_there_is(kind: str) -> None:
    given = values(1.0, 2.0, 3.0, 4.0)
    least, tall = chart(kind, given, 372), chart(kind, given, 372).at(800, 300)
    assert least.width == 372
    assert (tall.width, tall.kind) == (800, kind)
    assert least.height < tall.height <= 301


def test_a_series_without_a_name_has_no_legend() -> None:
    drawn = chart("line", FALLING)
    assert [label.text for label in drawn.labels if label.kind == "legend"] == ["median"]
    assert len([mark for mark in drawn.marks if mark.width == 6]) == 1


def test_columns_of_one_label_stand_together() -> None:
    drawn = chart("columns", CLUSTERS)
    assert [label.text for label in drawn.labels if label.kind == "name"] == ["S3", "EBS"]
    assert [mark.series for mark in drawn.marks if mark.shape == "bar"] == [0, 1, 0, 1]


def test_a_negative_value_is_written_below_with_a_minus() -> None:
    drawn = chart("columns", values(-12.5, 4.0))
    below, above = (label for label in drawn.labels if label.kind == "value")
    rule = next(mark for mark in drawn.marks if mark.shape == "rule")
    assert (below.text, above.text) == ("−12.5", "4")  # a minus is meant
    assert below.y > rule.y > above.y


@pytest.mark.parametrize("kind", KINDS)
def test_labels_are_shortened_and_told_in_full(kind: str) -> None:
    name = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik and another one for the bicycles"
    drawn = chart(kind, [Value(name, 1.0, "1"), Value("B", 2.0, "2")], 372)
    names = [label.text for label in drawn.labels if label.kind == "name"]
    assert any(text.endswith("…") for text in names)
    assert name in drawn.text


def test_a_long_line_says_its_ends() -> None:
    drawn = chart("line", values(*map(float, range(200))))
    assert [label.text for label in drawn.labels if label.kind == "value"] == ["0", "199"]


@pytest.mark.parametrize("kind", KINDS)
def test_labels_may_be_empty_or_long(kind: str) -> None:
    chart(kind, [Value("", 1.0, ""), Value("x" * 5000, 2.0, "y" * 5000)])


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (72.0, 72.0),
        ("57.7", 57.7),
        (" -3 ", -3.0),
        ("top 10 %", None),
        ("", None),
        ("1e999", None),
        ("nan", None),
        ("१२", None),
        (nan, None),
        (inf, None),
    ],
)
def test_what_is_a_number(value: str | float, number: float | None) -> None:
    assert drawable(value) == number
