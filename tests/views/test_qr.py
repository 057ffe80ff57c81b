"""The QR code of a CV: read back by a decoder, in a picture by itself and on the printed page."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import zxingcpp
from outputs import Page, prepared
from PIL import Image

from cvpress.model.basics import Basics
from cvpress.views.qr import qr_code
from cvpress.views.request import Redaction, Request

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ADA = {"basics": {"name": "Ada Lovelace", "email": "ada@example.org", "url": "https://ada.example.org/"}}
ON = {"qr": "on"}

ADDRESSES: dict[str, tuple[dict[str, Any], str]] = {
    "the main page": ({"url": "https://a.example.org", "urls": ["https://b.example.org"]}, "https://a.example.org"),
    "the first of others": ({"urls": ["https://b.example.org", "https://c.example.org"]}, "https://b.example.org"),
    "a path with a query": ({"url": "http://a.example.org/cv?lang=de#top"}, "http://a.example.org/cv?lang=de#top"),
    "other letters": ({"url": "https://a.example.org/żółw"}, "https://a.example.org/żółw"),
    "as long as may be": ({"url": "https://a.example.org/" + "x" * 190}, "https://a.example.org/" + "x" * 190),
    "too long": ({"url": "https://a.example.org/" + "x" * 200}, ""),
    "no page": ({"url": "mailto:ada@example.org"}, ""),
    "nothing": ({}, ""),
}


def decoded(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))]


@pytest.mark.parametrize(("basics", "url"), ADDRESSES.values(), ids=ADDRESSES)
def test_what_it_says(basics: Mapping[str, Any], url: str) -> None:
    code = qr_code(Basics.model_validate(basics))
    assert (code.url if code else "") == url
    assert not code or decoded(Image.open(BytesIO(code.picture.data))) == [url]


@pytest.mark.parametrize("length", [1, 60, 190])
def test_fit_for_print(length: int) -> None:
    code = qr_code(Basics(url="https://a.example.org/" + "x" * length))
    assert code
    modules = code.picture.width / 6
    assert (30 if code.is_dense else 22) / modules > 0.4, "a module is under 0.4 mm"
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(code.picture.data)))
    assert found.ec_level == "M"


@pytest.mark.parametrize("photo", [{}, {"image": "photo.png"}], ids=["alone", "beside a photo"])
def test_on_the_printed_page(tmp_path: Path, photo: dict[str, str]) -> None:
    Image.new("RGB", (400, 500), "gray").save(tmp_path / "photo.png")
    data = {"basics": {**ADA["basics"], **photo}}
    rendering = prepared(data, tmp_path, options=ON)
    assert rendering.diagnostics == ()
    pdf = rendering.pdf()
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        images = [item.get_bounds() for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
        seen = page.render(scale=200 / 72).to_pil()
        page.close()
    assert decoded(seen) == ["https://ada.example.org/"]
    assert len(images) == (2 if photo else 1)
    assert max(right - left for left, _, right, _ in images) >= 20 * 72 / 25.4
    assert pdf == prepared(data, tmp_path, options=ON).pdf()


def test_its_text_is_the_address() -> None:
    (image,) = Page(prepared(ADA, options=ON).html()).all("img")
    assert image.get("alt") == "QR code: https://ada.example.org/"


def test_not_asked_for() -> None:
    assert not Page(prepared(ADA).html()).all("img")


def test_not_in_a_blind_cv() -> None:
    rendering = prepared(ADA, request=Request(redaction=Redaction()), options=ON)
    assert "ada.example.org" not in rendering.html()
    assert not Page(rendering.html()).all("img")
    assert rendering.diagnostics == ()


@pytest.mark.parametrize(
    ("basics", "pointer"),
    [
        ({"name": "Ada", "email": "ada@example.org"}, ("basics",)),
        ({"name": "Ada", "email": "ada@example.org", "url": "https://a.example.org/" + "x" * 300}, ("basics", "url")),
    ],
)
def test_nowhere_to_lead(basics: dict[str, Any], pointer: str) -> None:
    rendering = prepared({"basics": basics}, options=ON)
    (warning,) = rendering.diagnostics
    assert (warning.code, warning.pointer) == ("R108", pointer)
    assert warning.hint
    assert not Page(rendering.html()).all("img")
