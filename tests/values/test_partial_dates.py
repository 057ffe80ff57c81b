from __future__ import annotations

import calendar
import re
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress.values.dates import CALENDAR_DATE_PATTERN, DATE_PATTERN, PartialDate, days_in_month, is_after

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


def is_iso(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@given(DAYS)
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    text = day.isoformat()
    assert PartialDate.parse(text) == (day.year, day.month, day.day)
    assert PartialDate.parse(text[:7]) == (day.year, day.month, 0)
    assert PartialDate.parse(text[:4]) == (day.year, 0, 0)


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_nothing_else_is(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    assert (PartialDate.parse(text) is not None) is (is_iso(text) and 1000 <= year <= 2999)


@pytest.mark.parametrize("century", range(10, 30))
def test_leap_days(century: int) -> None:
    for year in range(century * 100, century * 100 + 100):
        assert (PartialDate.parse(f"{year}-02-29") is not None) is calendar.isleap(year)


NO_DATES = [
    *("", "Present", "13", "0999", "3000", "2013-13", "2013-00", "2013-2", "2013-02-00", "2013-02-31", "2013/02"),
    *("2013-02-", "2013\n", "2013-02-28\n", " 2013", "٢٠١٣", "2013-02-28T00:00", "20130228", "-2013"),
]


@pytest.mark.parametrize("text", NO_DATES)
def test_texts_that_are_no_dates(text: str) -> None:
    assert PartialDate.parse(text) is None


@given(st.from_regex(CALENDAR_DATE_PATTERN))
def test_a_date_of_the_calendar_is_one_of_json_resume(text: str) -> None:
    assert re.search(DATE_PATTERN, text)


def test_json_resume_takes_more() -> None:
    assert re.search(DATE_PATTERN, "2013-19-39")
    assert not re.search(CALENDAR_DATE_PATTERN, "2013-19-39")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020", "2019", True),
        ("2019-05", "2019-04", True),
        ("2019-05-02", "2019-05-01", True),
        ("2020-01", "2019", True),
        ("2020", "2019-12-31", True),
        ("2019", "2019", False),
        ("2019-05", "2019", False),
        ("2019", "2019-01", False),
        ("2019-05-31", "2019-05", False),
        ("2019-04", "2019-05", False),
        ("1999-12-31", "2000-01-01", False),
    ],
)
def test_is_after(start: str, end: str, expected: bool) -> None:
    assert is_after(start, end) is expected


@given(DAYS, DAYS)
def test_is_after_agrees_with_the_calendar(one: date, other: date) -> None:
    assert is_after(one.isoformat(), other.isoformat()) is (one > other)


def test_days_in_month() -> None:
    for year, month in product((1900, 2000, 2023, 2024), range(1, 13)):
        assert days_in_month(year, month) == calendar.monthrange(year, month)[1]
