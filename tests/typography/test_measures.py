"""Each rule of typography on a small PDF that keeps it, and on one that breaks it."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from small_pdf import written

from cvpress.measuring.measures import measured
from cvpress.measuring.pages import read_pages
from cvpress.measuring.violations import PAPER, SLIDES
from cvpress.values.colors import contrast

if TYPE_CHECKING:
    from cvpress.measuring.boxes import Pages

TALL = "@page { size: 210mm 297mm }"
NAME = "<h1>Name</h1>"
READ = "<p>Some words that are read, as there are more than a few of them.</p>"
ENTRY = "<article><div class=head><h3>Post</h3><p>Employer</p></div><ul><li>What was done.</li></ul></article>"
WORDS = "words and again words "


def picture(style: str, height: int = 8) -> str:
    buffer = BytesIO()
    Image.new("RGB", (8, height), "#eeeeee").save(buffer, "PNG")
    return f'<img alt="" style="{style}" src="data:image/png;base64,{b64encode(buffer.getvalue()).decode()}">'


def pages(body: str, style: str = "") -> Pages:
    return read_pages(written(body, style))


def rules(body: str, style: str = "", **settings: bool) -> set[str]:
    settings = {"closes_up": True, "is_on_grid": True, **settings}
    return {found.rule for found in measured(pages(body, style), PAPER, **settings)}


SOUND: dict[str, tuple[str, str]] = {
    "a CV": (f"{NAME}<h2>Section</h2>{ENTRY}<p class=detail>Detail</p>", TALL),
    "nothing": ("", ""),
    "92 characters": (f"<p>{WORDS * 4}{'w' * 4}</p>", TALL),
    "four sizes": (f"{NAME}<h2>Section</h2>{READ}<p class=detail>Detail</p>", TALL),
    "a note's number": (f"<p>{WORDS * 3}<sup>1</sup></p>", TALL),
    "a link of less contrast": (f"<p>{WORDS * 2}<a href=https://a.example>link</a></p>", ""),
    "a label of less contrast": ('<p style="color: #666">Short</p>', ""),
    "white on the accent": (f'<div style="background: #17507a; color: white">{READ}</div>', ""),
    "beside a picture": (f'<div style="display: flex">{picture("width: 40pt")}<p>Beside</p></div>', ""),
    "a picture to the edge": (picture("position: absolute; left: -36pt; top: -36pt; width: 148mm; height: 20pt"), ""),
    "a picture that is cropped": (
        picture("display: block; object-fit: cover; width: 9pt; height: 9pt", 800) + READ,
        "",
    ),
    "a heading without anything below it": (f"{NAME}<h2>A</h2><h2 style='break-before: page'>B</h2>{READ}", ""),
    "an entry that has a head alone": (
        (
            "<article><div class=head><h3>A</h3><p>E</p></div></article>"
            "<article style='break-before: page'><div class=head><h3>B</h3><p>E</p></div></article>"
        ),
        "h3 { font-size: 10pt }",
    ),
    "dates beside a heading": (
        f"<div style='display: flex'><h2>Post</h2><p>1898</p></div>{READ}",
        "",
    ),
    "two lines on each page": ("<p>A<br>B<br>C<br>D</p><p>1<br>2<br>3<br>4</p>", ""),
    "a last page that nothing could take": ("<p>A<br>B<br>C</p>" * 2 + "<p>Last</p>", "@page { size: 148mm 150pt }"),
    "a space of two lines": (f"{READ}<p style='margin-top: 26pt'>A</p>", TALL),
}


@pytest.mark.parametrize(("body", "style"), SOUND.values(), ids=SOUND)
def test_what_is_sound_passes(body: str, style: str) -> None:
    assert rules(body, style) == set()


BROKEN: dict[str, tuple[str, str, str]] = {
    "93 characters": ("line too long", f"<p>{WORDS * 4}{'w' * 5}</p>", TALL),
    "body under 9 pt": ("type too small", READ, "html { font-size: 8.9pt }"),
    "detail under 8 pt": ("type too small", f"{READ}<p class=detail>Detail</p>", ".detail { font-size: 7.9pt }"),
    "a note's number that nobody can read": ("type too small", f"<p>{WORDS}<sup>1</sup></p>", "sup { font-size: 5pt }"),
    "a foot under 7.5 pt": ("type too small", READ, "@page { @bottom-center { font-size: 7.4pt } }"),
    "five sizes": ("too many sizes", f"{NAME}<h2>S</h2>{READ}<p class=detail>D</p><p>{'<big>X</big>'}</p>", TALL),
    "grey running text": ("contrast too low", f"<div style='color: #666'>{READ}</div>", ""),
    "a pale label": ("contrast too low", "<p style='color: #808080'>Short</p>", ""),
    "a pale foot": ("contrast too low", READ, "@page { @bottom-center { color: #888 } }"),
    "a label on a dark ground": ("contrast too low", "<p style='background: #777'>Short</p>", ""),
    "half transparent ink": ("contrast too low", "<p style='color: rgb(0 0 0 / 40%)'>Short</p>", ""),
    "text beyond the edge": ("outside", "<p style='margin-left: -50pt'>Words beyond</p>", ""),
    "text near the edge": ("outside", "<p style='margin-left: -20pt'>Words</p>", ""),
    "a foot near the edge": ("outside", READ, "@page { @bottom-center { vertical-align: bottom } }"),
    "a picture beyond the edge": ("outside", picture("margin-left: -50pt; width: 30pt"), ""),
    "lines over each other": ("overlap", f"{READ}<p style='margin-top: -8pt'>Hung up</p>", ""),
    "words over each other": ("overlap", "<p>Words<span style='margin-left: -20pt'>words</span></p>", ""),
    "text over the foot": (
        "overlap",
        "<p style='position: absolute; left: 0; right: 0; top: 92pt; text-align: center'>Hg</p>",
        "",
    ),
    "text over a picture": ("overlap", f"{picture('width: 40pt; height: 20pt; margin-bottom: -15pt')}{READ}", ""),
    "a heading last": ("heading last on a page", f"{NAME}<h2 style='break-after: page'>S</h2>{READ}", ""),
    "an entry's title last": (
        "heading last on a page",
        "<article><h3 style='break-after: page'>Post</h3><ul><li>Done</li></ul></article>",
        "",
    ),
    "a head without its list": (
        "entry parted from its head",
        ENTRY,
        ".head { break-after: page } h3 { font-size: 10pt }",
    ),
    "a publication without its authors": (
        "entry parted from its head",
        f"<ul><li>{READ}<p style='break-before: page'>Authors</p></li></ul>",
        "ul { list-style: none }",
    ),
    "a line alone at the foot": ("stranded line", f"<p>{'A<br>' * 5}</p><p>1<br>2<br>3</p>", "p { orphans: 1 }"),
    "a line alone at the head": ("stranded line", f"<p>{'A<br>' * 3}</p><p>1<br>2<br>3<br>4</p>", "p { widows: 1 }"),
    "a last page for a line": (
        "last page almost empty",
        "<p>A</p>" * 7,
        "@page { size: 148mm 1000pt } p { line-height: 150pt }",
    ),
    "a line off the grid": ("off the grid", f"{READ * 2}<p style='margin-top: 3pt'>A<br>B</p>", TALL),
}


@pytest.mark.parametrize(("rule", "body", "style"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_found(rule: str, body: str, style: str) -> None:
    assert rule in rules(body, style)


def test_close_up_and_grid_are_asked_of_those_who_promise_them() -> None:
    _, straggling, style = BROKEN["a last page for a line"]
    assert "last page almost empty" not in rules(straggling, style, closes_up=False)
    _, uneven, style = BROKEN["a line off the grid"]
    assert "off the grid" not in rules(uneven, style, is_on_grid=False)


def test_slides_are_read_from_afar() -> None:
    found = measured(pages("<p>Words</p>", "html { font-size: 15pt }"), SLIDES, closes_up=False, is_on_grid=False)
    assert {one.rule for one in found} == {"type too small"}


def test_a_report_says_what_and_where() -> None:
    _, body, style = BROKEN["a pale label"]
    (found,) = measured(pages(body, style), PAPER, closes_up=True, is_on_grid=False)
    assert str(found) == (
        "contrast too low: page 1 at 13, 14 mm: 3.95, and 4.5 is the least (#808080 on #ffffff): 'Short'"
    )


def test_text_is_read_by_elements_and_lines() -> None:
    found = pages("<h2>Two<br>lines</h2><p>One <em>word</em><sup>2</sup> <a href=https://a.example>link</a></p>")
    assert [(block.tag, block.level, [line.text for line in block.lines]) for block in found.blocks] == [
        ("H2", 2, ["Two", "lines"]),
        ("P", 0, ["One word2 link"]),
    ]
    assert [run.text.strip() for run in found.runs if run.is_link] == ["link"]
    assert [[run.text for run in sheet.marginal] for sheet in found.sheets] == [["foot"]]


def test_contrast() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.005)
