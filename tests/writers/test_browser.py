"""What a browser makes of the page: no complaint, all of its text, a print on the right paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from browsing import CHROMIUM, browse
from outputs import Page, example, folded, pdfium_text

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium")

NAME = "marie-curie"


def test_nothing_is_blocked(tmp_path: Path) -> None:
    html = example(NAME).html()
    dom, complaints = browse(html, tmp_path, "--dump-dom")
    assert complaints == ""
    assert Page(dom).text == Page(html).text


def test_what_does_not_belong_is_blocked(tmp_path: Path) -> None:
    html = example(NAME).html().replace("<main", "<script>document.title = 'ran'</script><img src='x.png'><main", 1)
    dom, complaints = browse(html, tmp_path, "--dump-dom")
    assert complaints.count("Content Security Policy") == 2
    assert "<title>ran" not in dom


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_print(tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    rendering = example(NAME, paper)
    browse(rendering.html(), tmp_path, f"--print-to-pdf={tmp_path}/cv.pdf", "--no-pdf-header-footer")
    with pikepdf.open(tmp_path / "cv.pdf") as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].MediaBox] == pytest.approx([0, 0, *size], abs=1)
        assert len(pdf.pages) <= 5
    text = folded(pdfium_text((tmp_path / "cv.pdf").read_bytes()))
    assert all(section.title in text for section in rendering.view.sections)
