"""What the parser makes of files: the fields of a CV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from outputs import NAMES, PROFILES, example_pdf
from small_pdfs import CV, HEAD, checked, small_pdf

import cvpress
from cvpress.checking.files.pdf_file import read_pdf
from cvpress.checking.parser.headings import kind_of
from cvpress.checking.parser.parsing import parse
from cvpress.checking.parser.periods import periods_in
from cvpress.views.cv import CvView

if TYPE_CHECKING:
    from cvpress.checking.parser.resume import Resume

THEMES = ("academic", "modern", "sidebar", "compact", "swiss", "timeline", "formal", "online")


def test_the_fields_of_a_plain_cv() -> None:
    resume = checked(small_pdf()).resume
    assert resume.name == "Marie Curie"
    assert resume.emails == ("marie@example.org",)
    assert resume.phones == ("+33 1 40 46 22 00",)
    assert [part.kind for part in resume.parts] == ["work", "education", "skills"]
    assert [job[:3] for job in resume.jobs] == [
        ("Director of the laboratory", "Radium Institute", "1914 – 1934"),
        ("Professor of physics", "University of Paris", "1906 – 1914"),
    ]
    assert [degree[:3] for degree in resume.degrees] == [("Doctorate in physics", "University of Paris", "1893 – 1903")]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (
            "<h3><b>Engineer, Acme Inc.</b> <span>2019 – present</span></h3>",
            ("Engineer", "Acme Inc.", "2019 – present"),
        ),
        ("<h3><b>Acme Inc.</b></h3><p>Engineer</p><p>since 2019</p>", ("Engineer", "Acme Inc.", "since 2019")),
        ("<h3><span>05/2019 – heute</span></h3><h3>Engineer</h3><p>Acme</p>", ("Engineer", "Acme", "05/2019 – heute")),
        ("<h3>Engineer</h3><p>Acme · Berlin</p><ul><li>Built it.</li></ul>", ("Engineer", "Acme", "")),
    ],
)
def test_the_head_of_a_job(work: str, expected: tuple[str, str, str]) -> None:
    assert checked(small_pdf(f"{HEAD}<h2>Experience</h2>{work}")).resume.jobs[0][:3] == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Director 1914 – Jul 1934", (1914, 0), (1934, 7)),
        ("seit März 2019", (2019, 3), (0, 0)),
        ("Since 2019", (2019, 0), (0, 0)),
        ("05/2019 – heute", (2019, 5), (0, 0)),
        ("2019-05 – 2020-06", (2019, 5), (2020, 6)),
        ("sept. 2019 – aujourd’hui", (2019, 9), (0, 0)),
        ("junio de 2019 a mayo de 2020", (2019, 6), (2020, 5)),
        ("1914年～1934年7月", (1914, 0), (1934, 7)),
        ("Jun 25, 1903", (1903, 6), None),
        ("Sept 2023 – present", (2023, 9), (0, 0)),
    ],
)
def test_dates_are_told_in_many_forms(text: str, first: tuple[int, int], last: tuple[int, int] | None) -> None:
    (period,) = periods_in(text)
    assert period.first[:2] == first
    assert (period.last[:2] if period.last else None) == last


@pytest.mark.parametrize("text", ["ISBN 978-2019", "10.1000/2019.2020", "12345", "in the nineties"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert not list(periods_in(text))


@pytest.mark.parametrize(
    ("printed", "urls"),
    [
        ("example.org", ("example.org",)),
        ("github.com/ada", ("github.com/ada",)),
        ("README.txt", ()),
        ("ada.lovelace", ()),
        ("e.g. www.example.co.uk", ("www.example.co.uk",)),
    ],
)
def test_addresses_of_the_web(printed: str, urls: tuple[str, ...]) -> None:
    assert (
        checked(small_pdf(f"<h1>Ada Lovelace</h1><p>{printed}</p><h2>Experience</h2><p>Analyst</p>")).resume.urls
        == urls
    )


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("EXPERIENCE", "work"),
        ("Berufserfahrung:", "work"),
        ("Formation", "education"),
        ("Skills & Interests", "skills"),
        ("学歴", "education"),
        ("Where I made my mark", ""),
    ],
)
def test_titles_of_sections(title: str, kind: str) -> None:
    assert kind_of(title) == kind


def test_a_title_of_ones_own_is_told_by_its_looks() -> None:
    resume = checked(small_pdf(CV.replace("Skills", "Curiosities"))).resume
    assert [part.kind for part in resume.parts] == ["work", "education", ""]


def _shares(resume: Resume, view: CvView) -> tuple[int, int]:
    """How many of the fields of a document a parser finds, and how many there are."""
    work = [entry for section in view.sections if section.name == "work" for entry in section.entries]
    jobs = [
        (role.title, role.organization or entry.organization or entry.title) for entry in work for role in entry.roles
    ]
    jobs += [(entry.title, entry.organization) for entry in work if not entry.roles]
    found: list[Any] = [part.kind in {section.name for section in view.sections} for part in resume.parts if part.kind]
    for title, organization in jobs:
        own = [job for job in resume.jobs if job.title == title.plain]
        found += [own, any(organization.plain.startswith(job.organization.split(",")[0]) for job in own)]
    if view.person.name:
        found.append(resume.name == view.person.heading)
    return sum(map(bool, found)), len(found)


def test_what_a_parser_makes_of_an_example() -> None:
    view = cvpress.prepare(PROFILES[NAMES.index("marie-curie")]).view
    assert isinstance(view, CvView)
    right, whole = _shares(parse(read_pdf("cv.pdf", example_pdf("marie-curie"))), view)
    assert right == whole > 20


@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES)
def test_what_a_parser_makes_of_the_examples(theme: str) -> None:
    right = whole = 0
    for path in PROFILES:
        rendering = cvpress.prepare(path, theme=theme)
        assert isinstance(rendering.view, CvView)
        one, other = _shares(parse(read_pdf("cv.pdf", rendering.pdf())), rendering.view)
        right, whole = right + one, whole + other
    # In the narrow column of swiss the names of some employers run over the line.
    assert right >= (0.92 if theme == "swiss" else 0.95) * whole
