"""Every PDF is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): veraPDF says so."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
import verapdf
from filled import filled
from letters import AMERICAN, GERMAN
from outputs import NAMES, PROFILES, ROOT, example, example_pdf, prepared
from PIL import Image

import cvpress
from cvpress.model.profile import Profile
from cvpress.views.available import requests
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

THEMES = ("academic", "compact", "formal", "modern", "online", "sidebar", "swiss", "timeline")
DOCUMENTS = ("cv", "letter", "portfolio", "stories")


def assert_that_all_conform(folder: Path, number: int) -> None:
    """No check of either flavour fails on any of so many PDFs."""
    for flavour in verapdf.FLAVOURS:
        found = verapdf.faults(folder, flavour)
        assert len(found) == number
        assert {name: faults for name, faults in found.items() if faults} == {}, flavour


def test_what_conforms_and_what_does_not(tmp_path: Path) -> None:
    """Of a judge that has nothing against a PDF without tags, the rest would prove nothing."""
    with pikepdf.open(BytesIO(example_pdf("data-scientist"))) as document:
        del document.Root.StructTreeRoot
        document.save(tmp_path / "untagged.pdf")
    (tmp_path / "whole.pdf").write_bytes(example_pdf("data-scientist"))
    for flavour in verapdf.FLAVOURS:
        found = verapdf.faults(tmp_path, flavour)
        assert found["untagged.pdf"]
        assert found["whole.pdf"] == []


def example_path(name: str) -> Path:
    """The file of an example profile."""
    (path,) = ROOT.glob(f"profiles/{name}/profile.*")
    return path


@pytest.mark.matrix
def test_every_document_of_every_theme(tmp_path: Path) -> None:
    number = 0
    for path in PROFILES:
        profile = Profile.model_validate(cvpress.load(path).data)
        for theme in THEMES:
            for request in requests(profile, ["all"], Request()):
                rendering = cvpress.prepare(path, request, theme=theme)
                (tmp_path / f"{path.parent.name}-{theme}-{request.document}.pdf").write_bytes(rendering.pdf())
                number += 1
    assert number >= len(THEMES) * (len(NAMES) + 6)
    assert_that_all_conform(tmp_path, number)


@pytest.mark.matrix
def test_hard_ones(tmp_path: Path) -> None:
    Image.new("RGB", (300, 400), "teal").save(tmp_path / "photo.png")
    number = 0
    for name, data in hard_ones(tmp_path):
        (tmp_path / f"{name}.pdf").write_bytes(data)
        number += 1
    assert_that_all_conform(tmp_path, number)


def hard_ones(folder: Path) -> Iterator[tuple[str, bytes]]:
    """PDFs with all that a document can hold, and their names."""
    everything = filled().data
    for theme in THEMES:
        for document in DOCUMENTS:
            yield (
                f"filled-{document}-{theme}",
                prepared(everything, request=Request(document=document), theme=theme).pdf(),
            )
        yield f"photo-{theme}", with_photo(folder, theme)
    for language in ("arabic", "hebrew", "persian", "chinese", "japanese", "korean"):
        path = ROOT / f"tests/languages/{language}.yaml"
        for document in ("cv", "letter", "portfolio"):
            if document == "cv" or cvpress.load(path).data.get(f"{document}s" if document == "letter" else document):
                yield f"{language}-{document}", cvpress.prepare(path, Request(document=document)).pdf()
    yield "translated", example("marie-curie", language="de").pdf()
    for name, theme, options in OPTIONS:
        for request in (Request(), Request(document="portfolio"), Request(document="letter")):
            rendering = cvpress.prepare(example_path("marie-curie"), request, theme=theme, options=options)
            yield f"{name}-{theme}-{request.document}", rendering.pdf()
    parts = [prepared(GERMAN, request=Request(document="letter")), prepared(AMERICAN), example("robust-ml-phd")]
    yield "merged", cvpress.merge_pdf(parts)


OPTIONS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("paper", "swiss", {"page": "letter", "icons": "on", "qr": "on", "dates": "long"}),
    ("column", "modern", {"date-place": "start", "headings": "side", "references": "inline"}),
    ("steps", "academic", {"steps": "on", "citations": "apa"}),
    ("linear", "sidebar", {"layout": "linear"}),
)


def with_photo(folder: Path, theme: str) -> bytes:
    """A CV with a photo, a code and icons."""
    data: dict[str, Any] = {
        "basics": {"name": "A B", "email": "a@example.org", "url": "https://example.org", "image": "photo.png"},
        "skills": [{"name": "X", "keywords": ["y"]}],
        "languages": [{"language": "German", "fluency": "C1"}],
    }
    return prepared(data, folder, theme=theme, options={"qr": "on", "icons": "on"}).pdf()
