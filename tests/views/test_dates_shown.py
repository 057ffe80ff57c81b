from __future__ import annotations

import pytest
from outputs import view_of

from cvpress.views.dates import date_range, date_text
from cvpress.views.locales import catalogue

DATES = [
    ("2013", "2013", "2013", "2013"),
    ("2013-05", "May 2013", "May 2013", "Mai 2013"),
    ("2013-01", "Jan 2013", "Jan 2013", "Jan. 2013"),
    ("2013-05-17", "May 17, 2013", "17 May 2013", "17. Mai 2013"),
    ("2024-02-29", "Feb 29, 2024", "29 Feb 2024", "29. Feb. 2024"),
    ("", "", "", ""),
]
RANGES = [
    ("2013", "2015", "2013 – 2015"),
    ("2013-05", "2015", "May 2013 – 2015"),
    ("2013", "", "2013 – present"),
    ("", "2015-06", "Jun 2015"),
    ("2013", "2013", "2013"),
    ("2013-05", "2013-05", "May 2013"),
]


@pytest.mark.parametrize(("written", "american", "british", "german"), DATES)
def test_no_more_exact_than_written(written: str, american: str, british: str, german: str) -> None:
    shown = [date_text(written, catalogue(tag).locale) for tag in ("en", "en-GB", "de")]
    assert shown == [american, british, german]


@pytest.mark.parametrize(("start", "end", "shown"), RANGES)
def test_ranges(start: str, end: str, shown: str) -> None:
    found = date_range(start, end, catalogue("en").locale, "present")
    assert found is not None
    assert (found.text, found.start, found.end) == (shown, start, end)


def test_no_dates() -> None:
    assert date_range("", "", catalogue("en").locale, "present") is None


@pytest.mark.parametrize(("language", "shown"), [("en", "May 2020 – present"), ("de", "Mai 2020 – heute")])
def test_the_present_in_the_language(language: str, shown: str) -> None:
    view = view_of({"work": [{"name": "A", "position": "B", "startDate": "2020-05"}]}, language)
    dates = view.sections[0].entries[0].dates
    assert dates is not None
    assert dates.text == shown


def test_entry_without_dates() -> None:
    entry = view_of({"work": [{"name": "A", "position": "B"}]}).sections[0].entries[0]
    assert entry.dates is None
