"""PDFs are small: they go by mail, and into forms that take little."""

from __future__ import annotations

import random
from io import BytesIO

import pikepdf
import pytest
from outputs import ROOT

import cvpress
from cvpress.writers.attached import Attached
from cvpress.writers.pdf import write_pdf

THEMES = ("academic", "compact", "formal", "modern", "online", "sidebar", "swiss", "timeline")
MOST = 60_000
"""Bytes of two pages without a photo, with their source inside."""


@pytest.mark.parametrize(
    "theme", [theme if theme == "academic" else pytest.param(theme, marks=pytest.mark.matrix) for theme in THEMES]
)
def test_two_pages(theme: str) -> None:
    rendering = cvpress.prepare(ROOT / "profiles/robust-ml-phd/profile.yaml", theme=theme)
    # Random letters compress to 4 kB, as the source of a profile does.
    source = "".join(random.Random(1).choices("abcdefgh", k=10_000)).encode()  # noqa: S311  # nothing is kept secret
    pdf = write_pdf(rendering.view, rendering.theme, rendering.options, [Attached("a.json", source, "Its source")])
    assert pdf.pages >= 2
    assert len(pdf.data) < MOST


def test_the_structure_is_compressed() -> None:
    rendering = cvpress.prepare(ROOT / "profiles/data-scientist/profile.yaml")
    with pikepdf.open(BytesIO(rendering.pdf())) as document:
        kinds = [str(thing.get("/Type", "")) for thing in document.objects if isinstance(thing, pikepdf.Stream)]
    assert "/ObjStm" in kinds
