"""Pages in other scripts: their faces, the order of what stands in a line, letters without a font."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from outputs import ROOT, Page, folded, pdfium_text, prepared

import cvpress

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

FOLDER = ROOT / "tests" / "languages"
NO_FONTS = '<?xml version="1.0"?><fontconfig><cachedir>{}</cachedir></fontconfig>'
MIXED = """\
basics: {name: A, email: a@example.org, summary: I build 🚀 things.}
work: [{name: 光明, position: X}]
"""


@cache
def rendering(language: str) -> cvpress.Rendering:
    """A profile in a language."""
    return cvpress.prepare(FOLDER / f"{language}.yaml")


@cache
def output(language: str) -> cvpress.Output:
    """The same as PDF."""
    return rendering(language).output("pdf")


def fonts(pdf: bytes) -> set[str]:
    """The families that a PDF is set in."""
    with pikepdf.open(BytesIO(pdf)) as document:
        names = [str(thing.BaseFont) for thing in document.objects if "/BaseFont" in _keys(thing)]
    return {re.sub(r"-Semi-Bold$|-Bold$", "", name.partition("+")[2]) for name in names}


def _keys(thing: object) -> set[str]:
    return set(thing.keys()) if isinstance(thing, pikepdf.Dictionary) else set()


def comparable(text: str) -> str:
    """A text without joiners, which no glyph stands for; pdfium turns the one glyph of lam and alif round."""
    return re.sub("([اأإآ])ل", r"ل\1", folded(text).replace("\u200c", ""))


def left_edges(pdf: bytes, *texts: str) -> list[float]:
    """Where the first letter of each text is on the first page, from the left."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        textpage = page.get_textpage()
        edges = []
        for text in texts:
            searcher = textpage.search(text)
            found = searcher.get_next()
            assert found, text
            edges.append(textpage.get_charbox(found[0])[0])
            searcher.close()
        textpage.close()
        page.close()
    return edges


RIGHT_TO_LEFT = {
    "arabic": (
        "Vazirmatn",
        "+33 6 12 34 56 78",
        "باحثة",
        "2016 – 2019",
        ["مهندسة برمجيات بخبرة 8 سنوات", "شركة النور للتقنية"],
    ),
    "hebrew": (
        "Noto-Sans-Hebrew",
        "+972 52-123-4567",
        "עוזרת",
        "2017 – 2020",
        ["מהנדסת תוכנה עם 6 שנות ניסיון", "שנות ניסיון בפיתוח שרתים"],
    ),
    "persian": ("Vazirmatn", "+98 21 1234 5678", "دستیار", "۲۰۱۶ تا ۲۰۱۹", ["سال تجربه در ساخت", "دستیار پژوهش"]),
}


@pytest.mark.parametrize(("language", "family"), [(name, case[0]) for name, case in RIGHT_TO_LEFT.items()])
def test_letters_have_glyphs_without_a_font_of_the_machine(language: str, family: str) -> None:
    assert output(language).diagnostics == ()
    assert fonts(output(language).data) == {"Inter", family}


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_the_text_is_that_of_the_profile(language: str) -> None:
    """A font that makes letters of strokes and dots draws them right, and gives others to those who search."""
    text = comparable(pdfium_text(output(language).data))
    _, phone, _, dates, phrases = RIGHT_TO_LEFT[language]
    for wanted in (phone, dates, *phrases, *(section.title for section in rendering(language).view.sections)):
        assert comparable(wanted) in text


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_the_order_in_a_line(language: str) -> None:
    """The date stands on the left, the number of a telephone begins with its plus."""
    _, phone, title, dates, _ = RIGHT_TO_LEFT[language]
    pdf = output(language).data
    plus, digits = left_edges(pdf, phone, phone[-4:])
    assert plus < digits
    title_edge, dates_edge = left_edges(pdf, title, dates)
    assert dates_edge < title_edge
    first, last = left_edges(pdf, dates[:4], dates[-4:])
    assert last < first, "a range is read from right to left"


def test_what_runs_the_other_way_is_isolated() -> None:
    page = Page(rendering("arabic").html())
    isolated = ["".join(element.itertext()) for element in page.all("bdi")]
    assert [text for text in isolated if text in {"+33 6 12 34 56 78", "C++", "layla@example.org"}] == [
        "layla@example.org",
        "+33 6 12 34 56 78",
        "C++",
    ]
    assert not any(re.search("[\u0590-\u06ff]", text) for text in isolated)
    assert {element.get("dir") for element in page.all("bdi")} == {"ltr"}


def test_contacts_on_a_second_line_do_not_overlap() -> None:
    urls = ["https://example.org/the-first-of-them", "https://example.org/another-one", "https://example.org/the-last"]
    basics = {
        "name": "ليلى",
        "email": "a-mail-address-that-is-long@example.org",
        "phone": "+33 6 12 34 56 78",
        "urls": urls,
    }
    pdf = prepared({"basics": basics, "meta": {"language": "ar"}}).pdf()
    addresses = [url.removeprefix("https://") for url in urls[1:]]
    first, last = left_edges(pdf, *addresses)
    (end_of_last,) = left_edges(pdf, "last")
    assert last < end_of_last < first - 20


def test_english_sentences_in_an_arabic_page_end_at_their_end() -> None:
    data = {"basics": {"name": "A", "summary": "Found *radium*."}, "meta": {"language": "ar"}}
    assert '<p><bdi dir="ltr">Found <em>radium</em>.</bdi></p>' in prepared(data).html()


def test_nothing_is_isolated_in_a_page_of_one_direction() -> None:
    assert "<bdi" not in rendering("japanese").html()


@pytest.mark.parametrize(
    ("summary", "families"),
    [("Résumé – Łódź", set()), ("נועה", {"Noto Sans Hebrew"}), ("ליאור ليلى", {"Noto Sans Hebrew", "Vazirmatn"})],
)
def test_a_page_carries_faces_only_for_letters_that_it_has(summary: str, families: set[str]) -> None:
    html = prepared({"basics": {"name": "A", "summary": summary}}).html()
    styles = html[html.index("<style>") : html.index("</style>")]
    assert set(re.findall(r'@font-face{font-family:"([^"]*)"', styles)) == {"Inter", *families}
    stack = re.search(r'--font: "Inter", ([^;]*?)"Helvetica Neue"', styles)
    assert stack
    assert set(re.findall('"([^"]+)"', stack[1])) == families
    assert styles.count("unicode-range") == 2 * len(families)


def test_nothing_is_slanted_where_letters_have_no_slant() -> None:
    assert "font-style: normal !important" in rendering("chinese").html()
    assert "font-style: normal !important" not in prepared({"basics": {"name": "A"}}).html()


@pytest.fixture
def without_fonts(tmp_path: Path) -> dict[str, str | None]:
    """An environment in which no font is installed."""
    (tmp_path / "fonts.conf").write_text(NO_FONTS.format(tmp_path / "cache"))
    return {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}


def test_letters_without_a_font_stop_the_pdf(
    run_cli: RunCli, tmp_path: Path, without_fonts: dict[str, str | None]
) -> None:
    (tmp_path / "cv.yaml").write_text(MIXED, encoding="utf-8")
    run = run_cli("render", "cv.yaml", "--isolated", cwd=tmp_path, env=without_fonts)
    assert run.returncode == 1
    assert "cv.yaml:2:15: error[R109]: no font here has 光 明" in run.stderr
    assert "apt install fonts-noto-cjk" in run.stderr
    assert "warning[R104]: no font here has 🚀" in run.stderr
    assert "UserWarning" not in run.stderr
    assert not [*tmp_path.glob("*.pdf"), *tmp_path.glob("*.html")]


def test_they_do_not_stop_html(run_cli: RunCli, tmp_path: Path, without_fonts: dict[str, str | None]) -> None:
    run = run_cli("render", FOLDER / "chinese.yaml", "--isolated", "--to", "html", cwd=tmp_path, env=without_fonts)
    assert (run.returncode, run.stderr) == (0, "wrote chinese.html\n")


def test_where_the_rule_is_left_out_the_pdf_is_without(
    run_cli: RunCli, tmp_path: Path, without_fonts: dict[str, str | None]
) -> None:
    (tmp_path / "cv.yaml").write_text(MIXED, encoding="utf-8")
    (tmp_path / "cvpress.toml").write_text('ignore = ["R109"]')
    run = run_cli("render", "cv.yaml", "--to", "pdf", cwd=tmp_path, env=without_fonts)
    assert run.returncode == 0
    assert "R109" not in run.stderr
    text = folded(pdfium_text((tmp_path / "cv.pdf").read_bytes()))
    assert "I build things." in text
    assert not re.search("[光明🚀]", text)


def test_an_application_is_stopped_too(run_cli: RunCli, tmp_path: Path, without_fonts: dict[str, str | None]) -> None:
    run = run_cli("render", FOLDER / "korean.yaml", "--isolated", "--merge", cwd=tmp_path, env=without_fonts)
    assert run.returncode == 1
    assert "error[R109]" in run.stderr
    assert not list(tmp_path.glob("*.pdf"))
