"""The look with a side column: the order of its source is the order in which it is read."""

from __future__ import annotations

import pytest
from outputs import ROOT, Page, pdfium_text, prepared

import cvpress

MADE_UP = {
    "basics": {"name": "Noor El Amrani", "email": "noor@example.org"},
    "skills": [{"name": "Workshop", "keywords": ["welding", "lathe"]}],
    "work": [{"name": "Fietsfabriek", "position": "Mechanic", "highlights": ["Trues wheels."]}],
    "education": [
        {"institution": "Delft University", "studyType": "BSc", "startDate": "2023-09", "endDate": "2026-06"}
    ],
    "languages": [{"language": "Dutch", "fluency": "native"}],
}


def headings(**options: str) -> list[str]:
    page = Page(prepared(MADE_UP, theme="sidebar", options=options).html())
    return [text for level, text in page.headings if level == 2]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["Experience", "Education", "Skills", "Languages"]),
        ({"side": "languages"}, ["Experience", "Education", "Skills", "Languages"]),
        ({"side": "education,skills"}, ["Experience", "Languages", "Education", "Skills"]),
        ({"sections": "education"}, ["Education", "Experience", "Skills", "Languages"]),
        ({"layout": "linear", "side": "work"}, ["Experience", "Education", "Skills", "Languages"]),
    ],
)
def test_what_stands_beside_is_read_after_what_it_stands_beside(options: dict[str, str], expected: list[str]) -> None:
    assert headings(**options) == expected


def test_columns_are_not_interleaved_on_paper() -> None:
    text = pdfium_text(prepared(MADE_UP, theme="sidebar").pdf())
    order = ["Noor", "noor@", "EXPERIENCE", "Mechanic", "Trues", "EDUCATION", "Delft", "SKILLS", "welding", "Dutch"]
    places = [text.find(word) for word in order]
    assert -1 not in places
    assert places == sorted(places)


def test_a_linear_one_has_the_order_of_other_looks() -> None:
    linear = prepared(MADE_UP, theme="sidebar", options={"layout": "linear"}).html()
    assert Page(linear).headings == Page(prepared(MADE_UP).html()).headings


def test_a_parted_section_has_one_heading() -> None:
    rendering = cvpress.prepare(ROOT / "profiles/marie-curie/profile.yaml", theme="sidebar")
    html = rendering.html()
    titles = [text for level, text in Page(html).headings if level == 2]
    assert "is-continued" in html.partition("<body")[2]
    assert sorted(titles) == sorted(section.title for section in rendering.view.sections)  # type: ignore[attr-defined]
