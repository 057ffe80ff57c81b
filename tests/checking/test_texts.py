"""What machines read of a file: for each rule of family P a file that breaks it, and one that does not."""

from __future__ import annotations

import subprocess
import sys

import pytest
from small_pdfs import CV, FONTS, HEAD, SKILLS, STUDIES, WORK, checked, codes, small_pdf
from written_pdfs import HEAD as PLAIN_HEAD
from written_pdfs import without_maps, written_pdf

from cvpress.checking.artefact import Artefact, Reading, TextLine
from cvpress.checking.checks.squeezing import squeezed
from cvpress.checking.parser.headings import kind_of
from cvpress.checking.run import check_artefact
from cvpress.checking.wanted import Wanted

CONTACT = "marie@example.org · +33 1 40 46 22 00"

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
PICTURE = f"<img style='width: 340pt; height: 400pt; display: block' src='data:image/png;base64,{PIXEL}'>"

WANTED = Wanted(
    name="Marie Curie",
    emails=("marie@example.org",),
    phones=("+33 1 40 46 22 00",),
    texts=(
        "Marie Curie",
        "Physicist and chemist",
        "Experience",
        "Director of the laboratory",
        "1914 – 1934",
        "Radium Institute",
        "Led the efficient offices of physics and chemistry beside a medical laboratory.",
        "Professor of physics",
        "1906 – 1914",
        "University of Paris",
        "Isolated metallic radium by electrolysis, and taught how that is done.",
        "Education",
        "Doctorate in physics",
        "Skills",
        "Separation of rare substances",
    ),
    sections=("Experience", "Education", "Skills"),
    jobs=(
        ("Director of the laboratory", "Radium Institute", "1914 – 1934"),
        ("Professor of physics", "University of Paris", "1906 – 1914"),
    ),
)


@pytest.mark.parametrize("wanted", [None, WANTED], ids=["alone", "with its profile"])
@pytest.mark.parametrize("is_tagged", [False, True], ids=["untagged", "tagged"])
def test_a_plain_cv_breaks_no_rule(wanted: Wanted | None, *, is_tagged: bool) -> None:
    assert codes(small_pdf(is_tagged=is_tagged), wanted) == set()


@pytest.mark.parametrize(
    ("pdf", "expected"),
    [
        (lambda: small_pdf("<p>&nbsp;</p>"), {"P101"}),
        (lambda: small_pdf(f"{PICTURE}<p>Page 1</p>"), {"P102"}),
        (lambda: small_pdf(f"{PICTURE.replace('400pt', '40pt')}<p>Page 1</p>"), set()),
        (lambda: written_pdf(*PLAIN_HEAD, kind="/Type3", meaning={"~": "~"}), {"P103"}),
        (lambda: written_pdf(*PLAIN_HEAD), set()),
        (lambda: written_pdf("Marie Curie#", meaning={"#": "\ufffd"}), {"P104"}),
        (lambda: written_pdf("# 12345", meaning={"#": "\uf095"}), {"P105"}),
        (lambda: written_pdf("An o#ce", meaning={"#": "\ufb03"}), {"P106"}),
        (lambda: written_pdf("One#two", meaning={"#": "\u200b"}), {"P107"}),
        (lambda: written_pdf("# One thing", "# Another", meaning={"#": "✓"}), {"P108"}),
        (lambda: written_pdf("# One thing", "# Another", meaning={"#": "▪"}), set()),
        (lambda: written_pdf("# One thing", "Another", meaning={"#": "☎"}), set()),
    ],
)
def test_letters(pdf: object, expected: set[str]) -> None:
    assert codes(pdf()) == expected  # type: ignore[operator]


def test_fonts_without_a_map_are_named() -> None:
    outcome = checked(without_maps(small_pdf()))
    messages = [one.message for one in outcome.diagnostics if one.code == "P104"]
    assert any("Inter" in message for message in messages)


SIDE = HEAD.replace("<h1", "<main><h1") + WORK + STUDIES + "</main>" + SKILLS
IN_MARGIN = ".run { position: running(x) } @page { margin-top: 50pt; @top-center { content: element(x) } }"
GRID = """.g { display: grid; grid-template-columns: 90pt 1fr; gap: 14pt } main { grid-column: 2; grid-row: 1 }
.skills { grid-column: 1; grid-row: 1 }"""
MARGIN_TITLES = """section { display: grid; grid-template-columns: 90pt 1fr } section > * { grid-column: 2 }
h2 { grid-column: 1; grid-row: 1; font-size: 10pt; line-height: 14pt; margin: 4pt 0 0 }"""

ARABIC = """<h1>ماري كوري</h1><p>فيزيائية</p><p>marie@example.org</p><h2>الخبرة المهنية</h2>
<h3><b>مديرة المختبر</b> <span>1914 – 1934</span></h3><p>معهد الراديوم</p><h2>التعليم</h2>
<h3><b>دكتوراه</b> <span>1893 – 1903</span></h3><p>جامعة باريس</p>"""

CONSTRUCTS = {
    "title and date in a flexible row": (CV, "", set()),
    "floated dates": (CV, "h3 { display: block } h3 span { float: right }", {"P501"}),
    "contacts in a margin box": (
        f"<div class=run>{CONTACT}</div>{CV.replace(CONTACT, 'Paris')}",
        IN_MARGIN,
        {"P303"},
    ),
    "letters far apart": (CV, "h2 { letter-spacing: .25em }", {"P203", "P403"}),
    "letters a little apart": (CV, "h2 { letter-spacing: .06em }", set()),
    "hyphenation": (CV, "li { hyphens: auto; width: 75pt }", {"P202"}),
    "a sidebar on the left by a grid": (
        f"<div class=g>{SIDE}</div>",
        GRID,
        {"P301", "P401"},
    ),
    "another order by a flexible box": (
        f"<div class=g>{CV}</div>",
        ".g { display: flex; flex-direction: column } .skills { order: -1 }",
        {"P301"},
    ),
    "a floated aside": (
        HEAD + SKILLS + WORK + STUDIES,
        ".skills { float: right; width: 110pt }",
        {"P301", "P401", "P402"},
    ),
    "columns": (
        f"{HEAD}<div class=c>{WORK}{STUDIES}{SKILLS}</div>",
        ".c { columns: 2; column-gap: 14pt }",
        {"P402"},
    ),
    "a layout table": (
        f"{HEAD}<table><tr><td>{WORK}<td>{STUDIES}{SKILLS}</table>",
        "td { vertical-align: top }",
        {"P402"},
    ),
    "a name in two fonts": (
        CV.replace("Marie Curie", "Marie <i>Curie</i>"),
        "h1 { font-weight: 400 } i { font: 600 26pt Inter }",
        {"P301"},
    ),
    "creative titles": (
        CV.replace("Experience", "Where I made my mark")
        .replace("Education", "What I learned")
        .replace("Skills", "Tricks"),
        "",
        {"P403"},
    ),
    "title and employer on one line": (
        CV.replace("laboratory</b>", "laboratory, Radium Institute</b>").replace("<p>Radium Institute · Paris</p>", ""),
        "",
        set(),
    ),
    "a line right below a large name": (CV, "h1 { font-size: 24pt; line-height: 16pt; margin: 0 }", {"P204"}),
    "titles in the margin": (CV, MARGIN_TITLES, {"P404"}),
}


SLOW = {"letters a little apart", "another order by a flexible box", "columns", "a layout table", "a floated aside"}


@pytest.mark.parametrize(
    ("html", "css", "expected"),
    [pytest.param(*case, id=name, marks=[pytest.mark.slow] * (name in SLOW)) for name, case in CONSTRUCTS.items()],
)
def test_what_the_rules_say_of_constructs(html: str, css: str, expected: set[str]) -> None:
    assert codes(small_pdf(html, css)) == expected


@pytest.mark.parametrize(
    ("html", "css", "expected"),
    [
        (CV.replace("Separation of rare substances", ""), "", {"P201"}),
        (CV.replace("Physicist and chemist", "Physicist <i>of note</i> and chemist"), "", {"P201"}),
        (CV, "li { hyphens: auto; width: 75pt }", {"P202"}),
        (CV, "b { letter-spacing: .3em }", {"P203"}),
        (CV, "h1 { font-size: 24pt; line-height: 16pt; margin: 0 }", {"P204"}),
        (SKILLS + HEAD + WORK + STUDIES, "", {"P301", "P401"}),
        (CV.replace("marie@", "<br>marie@<br>"), "", {"P302"}),
        (CV.replace("40 46 22 00", "40 46<br>22 00"), "", {"P302"}),
        (CV.replace("+33 1 40 46 22 00", ""), "", {"P302"}),
        (CV, "h3 { display: block } h3 span { float: right }", {"P501"}),
        (CV, "@page { margin: 20pt } h1 { font-size: 16pt }", set()),
    ],
)
def test_with_a_profile(html: str, css: str, expected: set[str]) -> None:
    assert codes(small_pdf(html, css), WANTED) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("1906 – 1914", "1934 – 1914"), {"P503"}),
        (("1906 – 1914", "Jan 1906 – 02/1914"), {"P502"}),
        (("1906 – 1914", "Jan 1906 – Feb 1914"), set()),
        (("1906 – 1914", "since 1906"), set()),
        (("marie@example.org", "marie@ example.org"), {"P302"}),
        (("marie@example.org", "<a href='mailto:marie@example.org'>marie@<br>example.org</a>"), {"P302"}),
        (("marie@example.org", "<a href='https://example.org/a'>exam<br>ple.org/a</a>"), {"P302"}),
    ],
)
def test_contacts_and_dates(change: tuple[str, str], expected: set[str]) -> None:
    assert codes(small_pdf(CV.replace(*change))) == expected


def test_a_finding_tells_where_and_by_whom() -> None:
    outcome = checked(small_pdf(CV, "h1 { font-size: 24pt; line-height: 16pt; margin: 0 }"))
    (found,) = [one for one in outcome.diagnostics if one.code == "P204"]
    assert "“Curie Physicist” comes out as “CuriePhysicist” from pypdf" in found.message
    assert found.area.page == 1
    assert found.area.box is not None


@pytest.mark.parametrize("dates", ["1934 – 1914", "Jan 1906 – 02/1914"])
def test_faults_of_dates_are_where_the_dates_are(dates: str) -> None:
    own_line = CV.replace(" <span>1906 – 1914</span></h3>", f"</h3><p>{dates}</p>")
    outcome = checked(small_pdf(own_line))
    (found,) = [one for one in outcome.diagnostics if one.code in {"P502", "P503"}]
    line = next(line for line in outcome.artefact.lines if line.text.strip() == dates)
    assert (found.start.line, found.start.column, found.end.column) == (line.number, 1, len(dates) + 1)


def test_a_text_that_three_extractors_miss_is_one_finding() -> None:
    outcome = checked(small_pdf(CV.replace("Separation of rare", "Some")), WANTED)
    (found,) = [one for one in outcome.diagnostics if one.code == "P201"]
    assert "pdfium, pypdf and pdfminer.six" in found.message


def test_a_letter_is_no_cv() -> None:
    letter = f"{HEAD}<p>Paris, 1 May 1906</p><p>Dear Sir,</p><p>I was at the Sorbonne from 1891 to 1894.</p>"
    assert codes(small_pdf(letter)) == set()


def test_from_right_to_left_no_order_is_asked_for() -> None:
    assert codes(small_pdf(ARABIC)) == set()


def test_from_right_to_left_words_are_found_in_any_order() -> None:
    wanted = Wanted(name="ماري كوري", texts=("ماري كوري", "الخبرة المهنية", "مديرة المختبر", "1914 – 1934", "لا شيء"))
    outcome = checked(small_pdf(ARABIC), wanted)
    assert [one.message for one in outcome.diagnostics if one.code == "P201"] == [
        "“لا شيء” is not found by pdfium, pypdf and pdfminer.six"
    ]


def test_ligatures_are_letters() -> None:
    face = FONTS.parent.parent / "academic/fonts/EBGaramond-Regular.ttf"
    css = f"@font-face {{ font-family: G; src: url({face.as_uri()}) }} li {{ font-family: G }}"
    assert codes(small_pdf(CV, css)) == set()


def test_a_page_of_html_is_read_as_well() -> None:
    texts = (*WANTED.texts[:2], "marie@example.org", "+33 1 40 46 22 00", *WANTED.texts[2:])
    lines = tuple(TextLine(number, text) for number, text in enumerate(texts, 1))
    page = Artefact(name="cv.html", kind="html", size=1, lines=lines, readings=(Reading("HTML", ("\n".join(texts),)),))
    outcome = check_artefact(page, WANTED)
    assert not [one.code for one in outcome.diagnostics if one.code.startswith("P")]
    assert outcome.resume.name == "Marie Curie"
    assert [part.kind for part in outcome.resume.parts] == ["work", "education", "skills"]


def test_looking_for_dates_leaves_those_of_documents_alone() -> None:
    """In a process of its own: what is read of the languages' data stays."""
    code = """if True:
        from babel import Locale
        from cvpress.checking.parser.periods import periods_in
        from cvpress.views.dates import date_text
        assert periods_in("1914 – Jul 1934")
        print(date_text("1934-07", Locale("uk")))
    """
    run = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, check=True)
    assert run.stdout.decode().strip() == "лип. 1934"


@pytest.mark.parametrize(("small", "capital"), [("İş deneyimi", "İŞ DENEYİMİ"), ("Yarışmalar", "YARIŞMALAR")])
def test_turkish_capitals(small: str, capital: str) -> None:
    assert squeezed(small) == squeezed(capital)
    assert kind_of(capital) == kind_of(small) != ""
