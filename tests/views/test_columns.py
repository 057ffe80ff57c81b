"""Which sections stand in a side column, and what follows below both columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from outputs import view_of

from cvpress.model.profile import Profile
from cvpress.views.build import build_view
from cvpress.views.cv import CvView
from cvpress.views.presentation import Presentation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.views.columns import Columns

SIDE = "skills,languages,awards,service,interests, Boats built"
LINES = 57


def jobs(count: int) -> list[dict[str, Any]]:
    """Posts of ten lines each, with the space between them."""
    bullets = ["Did what had to be done in a line of its own." for _ in range(7)]
    return [{"name": f"Company {number}", "position": "Engineer", "highlights": bullets} for number in range(count)]


def services(count: int) -> list[dict[str, Any]]:
    """Lines that take two in a side column."""
    return [{"organization": f"Journal {number}", "role": "Reviewer", "startDate": "2020"} for number in range(count)]


SKILLS = [{"name": "Languages", "keywords": ["Python", "C"]}]
LANGUAGES = [{"language": "Dutch", "fluency": "native"}]
PAPERS = [{"name": f"On a subject of number {number}", "venue": "Nature"} for number in range(40)]
DEGREE = [{"institution": "Delft University of Technology", "studyType": "BSc", "area": "Physics"}]


def arranged(data: Mapping[str, Any], side: str = SIDE) -> Columns:
    columns: Columns = view_of({"basics": {"name": "Ada"}, **data}).columns(side, LINES)
    return columns


def shown(columns: Columns) -> tuple[str, str, str]:
    """The sections of each part, with how many entries each has."""
    parts = (columns.main, columns.side, columns.rest)
    main, side, rest = (" ".join(f"{section.name}:{len(section.entries)}" for section in part) for part in parts)
    return main, side, rest


CASES: dict[str, tuple[dict[str, Any], tuple[str, str, str]]] = {
    "half a page": (
        {"work": jobs(1), "education": DEGREE, "languages": LANGUAGES},
        ("work:1 education:1", "languages:1", ""),
    ),
    "the side in the order that is asked for": (
        {"work": jobs(2), "languages": LANGUAGES, "interests": [{"name": "Chess"}], "skills": SKILLS},
        ("work:2", "skills:1 languages:1 interests:1", ""),
    ),
    "a section of one's own, by its title": (
        {"work": jobs(1), "custom": [{"title": "Boats built", "entries": [{"name": "Skiff"}]}], "skills": SKILLS},
        ("work:1", "skills:1 custom:1", ""),
    ),
    "nothing for the side": ({"work": jobs(2)}, ("", "", "work:2")),
    "nothing but what the side takes": ({"skills": SKILLS}, ("", "", "skills:1")),
    "nothing": ({}, ("", "", "")),
    "a side no longer than what it stands beside": (
        {"work": jobs(1), "skills": SKILLS, "service": services(12)},
        ("work:1 service:12", "skills:1", ""),
    ),
    "a side no longer than the page": (
        {"work": jobs(4), "skills": SKILLS, "service": services(30), "publications": PAPERS},
        ("work:4", "skills:1", "publications:40 service:30"),
    ),
    "more beside where there is more": (
        {"work": jobs(4), "skills": SKILLS, "service": services(12), "publications": PAPERS},
        ("work:4", "skills:1 service:12", "publications:40"),
    ),
    "long: the rest below": (
        {"work": jobs(4), "education": DEGREE, "languages": LANGUAGES, "publications": PAPERS},
        ("work:4 education:1", "languages:1", "publications:40"),
    ),
    "a section longer than the page is parted": (
        {"work": jobs(9), "education": DEGREE, "languages": LANGUAGES},
        ("work:5", "languages:1", "work:4 education:1"),
    ),
}


@pytest.mark.parametrize(("data", "expected"), CASES.values(), ids=CASES)
def test_arranged(data: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert shown(arranged(data)) == expected


def test_nothing_is_lost_or_said_twice() -> None:
    data = {"work": jobs(9), "education": DEGREE, "languages": LANGUAGES, "service": services(30)}
    columns = arranged(data)
    whole = view_of({"basics": {"name": "Ada"}, **data})
    parts = [section for part in (columns.main, columns.side, columns.rest) for section in part]
    entries = [entry.title.plain + entry.organization.plain for section in parts for entry in section.entries]
    assert sorted(entries) == sorted(
        entry.title.plain + entry.organization.plain for section in whole.sections for entry in section.entries
    )


@pytest.mark.parametrize(("count", "expected"), [(4, False), (9, True)])
def test_a_parted_section_goes_on(count: int, expected: bool) -> None:
    columns = arranged({"work": jobs(count), "languages": LANGUAGES, "publications": PAPERS})
    assert columns.is_continued is expected


def test_a_group_is_not_parted() -> None:
    papers = [{"name": "A", "releaseDate": "2020"}, *({**paper, "releaseDate": "2019"} for paper in PAPERS)]
    profile = Profile.model_validate({"basics": {"name": "Ada"}, "publications": papers, "languages": LANGUAGES})
    view = build_view(profile, presentation=Presentation(grouping="by-year"))
    assert isinstance(view, CvView)
    assert shown(view.columns(SIDE, LINES)) == ("publications:41", "languages:1", "")


def test_a_summary_takes_room() -> None:
    """Five posts fit beside a plain header; a long summary takes the room of one."""
    data = {"work": jobs(9), "languages": LANGUAGES}
    summary = {"basics": {"name": "Ada", "summary": "A sentence about what was done, and why. " * 20}}
    assert [len(arranged({**data, **more}).main[0].entries) for more in ({}, summary)] == [5, 4]
