from __future__ import annotations

import pytest
from babel import Locale
from outputs import view_of

from cvpress.views.dates import date_range, date_text, long_date_text
from cvpress.views.levels import LEVELS
from cvpress.views.locales import catalogue, languages

DATES = [
    ("2013", "2013", "2013", "2013"),
    ("2013-05", "May 2013", "May 2013", "Mai 2013"),
    ("2013-01", "Jan 2013", "Jan 2013", "Jan. 2013"),
    ("2013-05-17", "May 17, 2013", "17 May 2013", "17. Mai 2013"),
    ("2024-02-29", "Feb 29, 2024", "29 Feb 2024", "29. Feb. 2024"),
    ("", "", "", ""),
]
IN_LANGUAGES = [
    ("zh", "2020年3月", "2020年3月5日", "2016年 – 2020年3月", "2020年3月 – 至今"),
    ("zh-TW", "2020年3月", "2020年3月5日", "2016年 – 2020年3月", "2020年3月 – 至今"),
    ("ja", "2020年3月", "2020年3月5日", "2016年～2020年3月", "2020年3月～現在"),
    ("ko", "2020년 3월", "2020년 3월 5일", "2016년 ~ 2020년 3월", "2020년 3월 ~ 현재"),
    ("ar", "مارس 2020", "5 مارس 2020", "2016 – مارس 2020", "مارس 2020 – الآن"),
    ("ar-EG", "مارس ٢٠٢٠", "٥ مارس ٢٠٢٠", "٢٠١٦ – مارس ٢٠٢٠", "مارس ٢٠٢٠ – الآن"),
    ("he", "מרץ 2020", "5 במרץ 2020", "2016 – מרץ 2020", "מרץ 2020 – היום"),
    ("fa", "مارس ۲۰۲۰", "۵ مارس ۲۰۲۰", "۲۰۱۶ تا مارس ۲۰۲۰", "مارس ۲۰۲۰ تا اکنون"),
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


@pytest.mark.parametrize(("tag", "month", "day", "closed", "still"), IN_LANGUAGES)
def test_in_other_scripts(tag: str, month: str, day: str, closed: str, still: str) -> None:
    words = catalogue(tag)
    ranges = [
        date_range(*ends, words.locale, words.words["present"]) for ends in (("2016", "2020-03"), ("2020-03", ""))
    ]
    shown = [date_text("2020-03", words.locale), long_date_text("2020-03-05", words.locale)]
    assert [*shown, *(each.text for each in ranges if each)] == [month, day, closed, still]


@pytest.mark.parametrize(("tag", "shown"), [("pt", ["mar. 2020", "5 mar. 2020"]), ("uk", ["бер. 2020", "5 бер. 2020"])])
def test_short_where_the_locale_data_is_wordy(tag: str, shown: list[str]) -> None:
    locale = Locale(tag)
    assert [date_text(written, locale) for written in ("2020-03", "2020-03-05")] == shown


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


@pytest.mark.parametrize("language", languages())
def test_levels_are_complete(language: str) -> None:
    assert catalogue(language).levels.keys() == LEVELS.keys()
