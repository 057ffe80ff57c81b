"""Odd, broken and hostile files: all that can be read is, and what cannot is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from handmade import FONT, WORDS, encrypted, many_pages, numbered, packed, pdf, stream

from cvpress.checking.files.opening import artefact_of
from cvpress.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

GOOD = pdf()
CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 600 900]"
TAGS = "/StructTreeRoot 6 0 R"
RED = "1 0 0 rg 0 0 1000000 1000000 re f "


def _holding(number: int) -> str:
    return f"/Resources << /XObject << /X {number} 0 R >> >>"


UNREADABLE = {
    "nothing": (b"", "is empty"),
    "a text": (b"Marie Curie", "is neither a PDF nor a page that cvpress wrote"),
    "half a file": (GOOD[: len(GOOD) // 2], "broken"),
    "a file without its end": (GOOD[:-200], "broken"),
    "a signature": (b"%PDF-1.7\n", "broken"),
    "noise": (b"%PDF-1.7\n" + b"\x00\xff" * 500, "broken"),
    "no pages": (numbered([CATALOGUE, "<< /Type /Pages /Kids [] /Count 0 >>"]), "broken"),
    "pages in pages": (numbered([CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]), "broken"),
    "a password": (encrypted(user="secret"), "opens with a password only"),
    "a bomb": (pdf(packed(b"BT ET " * 20_000_000)), "unpacks to over 100 MB"),
    "a bomb in a bomb": (pdf(packed(b" " * 150_000_000, 2)), "unpacks to over 100 MB"),
}
# The files that follow would take all memory, and with it the process.
UNREADABLE |= {
    "a drawing twice in itself": (pdf("/X Do", more=[stream("/X Do /X Do", FORM)]), "drawings within drawings"),
    "drawings within drawings": (
        pdf(
            "/X Do", more=[stream("/X Do " * 10, f"{FORM} {_holding(n)}") for n in range(7, 19)] + [stream(WORDS, FORM)]
        ),
        "drawings within drawings",
    ),
}

READABLE = {
    "a drawing many times": pdf(WORDS + "/X Do " * 2000, more=[stream("0 0 1 1 re f", FORM)]),
    "turned": pdf(page="/Rotate 90"),
    "no box": pdf(box=""),
    "a box upside down": pdf(box="595 842 0 0"),
    "a giant": pdf(RED + WORDS, box="0 0 1000000 1000000"),
    "a face that is not there": pdf(WORDS.replace("/F", "/G")),
    "a form in itself": pdf("/X Do", more=[stream(f"/X Do {WORDS}", f"{FORM} /Resources << /Font << /F 5 0 R >> >>")]),
    "tags in themselves": pdf(root=TAGS, more=["<< /K [7 0 R 7 0 R] >>", "<< /S /Div /K [7 0 R 7 0 R] >>"]),
    "the root of the tags in itself": pdf(root=TAGS, more=["<< /K [6 0 R 6 0 R] /S /Div >>"]),
    "deep tags": pdf(root=TAGS, more=["<< /K 7 0 R >>", *(f"<< /S /Div /K {n} 0 R >>" for n in range(8, 2000))]),
    "roles of each other": pdf(root=TAGS, more=["<< /RoleMap << /A /B /B /A >> /K << /S /A /K 0 >> >>"]),
    "tags that are a number": pdf(root="/StructTreeRoot 5"),
    "bookmarks in themselves": pdf(
        root="/Outlines 6 0 R", more=["<< /First 7 0 R /Last 7 0 R >>", "<< /Title (a) /Next 7 0 R /First 7 0 R >>"]
    ),
    "broken metadata": pdf(root="/Metadata 6 0 R /Lang 5", more=[stream("<x><<", "/Type /Metadata /Subtype /XML")]),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read(name: str) -> None:
    data, why = UNREADABLE[name]
    with pytest.raises(FileError, match=why):
        artefact_of("cv.pdf", data)


@pytest.mark.parametrize("name", READABLE)
def test_what_can_be_read_all_the_same(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    artefact = artefact_of("cv.pdf", READABLE[name])
    assert "Marie Curie" in artefact.text
    assert artefact.runs[0].text.strip() == "Marie Curie"
    assert [reading.reason for reading in artefact.readings] == ["", "", ""]
    assert capfd.readouterr() == ("", ""), "the libraries' own notes are for nobody"


@pytest.mark.parametrize(
    "data",
    [
        pdf(page="/Annots [<< /Subtype /Link /Rect [1 2] >>]"),
        GOOD.replace(FONT.encode(), b"<< /Type /Font /Subtype /Type0 /DescendantFonts [99 0 R] >>".ljust(len(FONT))),
    ],
)
def test_a_broken_link_or_font_stops_nothing(data: bytes) -> None:
    artefact = artefact_of("cv.pdf", data)
    assert artefact.unread == ()
    assert artefact.links or not artefact.fonts[0].is_embedded


def test_what_is_left_out_is_told() -> None:
    assert artefact_of("cv.pdf", many_pages(230)).unread == ("pages 201 to 230",)


def test_an_extractor_that_fails_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    from cvpress.checking.files import extractors

    def failing(_: bytes) -> object:
        yield "one page"
        raise ValueError("a bug of theirs")

    monkeypatch.setattr(extractors, "EXTRACTORS", {**extractors.EXTRACTORS, "pypdf": failing})
    readings = {reading.extractor: reading for reading in artefact_of("cv.pdf", GOOD).readings}
    assert readings["pypdf"] == ("pypdf", ("one page",), "ValueError")
    assert "Marie Curie" in readings["pdfminer.six"].text


@pytest.mark.parametrize("extract", [True, False])
def test_a_file_that_forbids_to_take_its_text_out_is_read(*, extract: bool) -> None:
    artefact = artefact_of("cv.pdf", encrypted(user="", extract=extract))
    assert artefact.may_extract is extract
    assert all("Marie Curie" in reading.text for reading in artefact.readings)


HIDDEN = {
    "no ink": "3 Tr",
    "clipping alone": "7 Tr",
    "nothing": "0.01 0 0 0.01 72 600 Tm",
    "outside the page": "1 0 0 1 -400 700 Tm",
    "no opacity": "/T gs",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_text(name: str) -> None:
    content = f"{WORDS} BT /F 12 Tf 1 0 0 1 72 600 Tm {HIDDEN[name]} (Nobel Prize) Tj ET"
    state = pdf(content).replace(b"/XObject << /X 6 0 R >>", b"/ExtGState << /T << /ca 0 >> >>")
    artefact = artefact_of("cv.pdf", state)
    assert [run.text for run in artefact.runs] == ["Marie Curie"]
    assert [run.text.strip() for run in artefact.hidden] == ["Nobel Prize"]


def test_text_outside_of_what_is_clipped_to_is_hidden() -> None:
    artefact = artefact_of("cv.pdf", pdf(f"q 0 0 100 100 re W n {WORDS} Q"))
    assert (artefact.runs, [run.text for run in artefact.hidden]) == ((), ["Marie Curie"])


@pytest.mark.parametrize(
    ("data", "place", "sheet"),
    [
        (GOOD, (73, 700), (595, 842)),
        (pdf(page="/CropBox [60 600 300 760]"), (13, 100), (240, 160)),
        (pdf(page="/Rotate 90"), (700, 461), (842, 595)),
        (pdf(page="/Rotate 180"), (461, 133), (595, 842)),
        (pdf(page="/Rotate 270"), (133, 73), (842, 595)),
        (
            pdf(
                "q 0.5 0 0 0.5 100 50 cm /X Do Q", more=[stream(WORDS, f"{FORM} /Resources << /Font << /F 5 0 R >> >>")]
            ),
            (136, 400),
            (595, 842),
        ),
    ],
)
def test_boxes_are_where_people_see_them(data: bytes, place: tuple[int, int], sheet: tuple[int, int]) -> None:
    artefact = artefact_of("cv.pdf", data)
    assert artefact.sheets == (sheet,)
    (run,) = artefact.runs
    assert artefact.lines[0].box is not None
    for box in (run.box, artefact.lines[0].box):
        assert (round(box.left), round(box.bottom)) == pytest.approx(place, abs=1)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, run_cli: RunCli) -> None:
    (tmp_path / "bad.pdf").write_bytes(GOOD[:300])
    (tmp_path / "good.pdf").write_bytes(GOOD)
    run = run_cli("check", "--select", "P101", "bad.pdf", "nope.pdf", "good.pdf", cwd=tmp_path)
    assert run.returncode == 2
    assert "good.pdf: 1 of 1 rule holds" in run.stdout
    assert "error: bad.pdf is not a PDF, or it is broken" in run.stderr
    assert "error: nope.pdf cannot be read: no such file or directory" in run.stderr
    assert "Traceback" not in run.stderr
