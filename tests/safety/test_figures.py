"""The pictures of slides are read from the folder of the profile and from nowhere else."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from filled import filled
from outputs import Page, prepared
from PIL import Image

from cvpress.views.request import Redaction, Request

if TYPE_CHECKING:
    from pathlib import Path

    import cvpress

DECK = Request(document="portfolio")
WHO = {"basics": {"label": "Physicist"}}


def slides(folder: Path, *names: str, **figure: Any) -> cvpress.Rendering:
    figures = [{"image": name, "alt": f"Picture {name[:20]}", **figure} for name in names]
    return prepared({**WHO, "portfolio": {"learned": [{"title": "T", "figures": figures}]}}, folder, DECK)


def drawn(size: tuple[int, int] = (40, 30), kind: str = "PNG", **options: Any) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", size, "red").save(buffer, kind, **options)
    return buffer.getvalue()


def test_a_picture(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/a.png").write_bytes(drawn())
    rendering = slides(tmp_path, "figures/a.png")
    (image,) = Page(rendering.html()).all("img")
    assert str(image.get("src")).startswith("data:image/png;base64,")
    assert image.get("alt") == "Picture figures/a.png"
    assert rendering.diagnostics == ()


def test_large_pictures_are_made_smaller_and_lose_their_metadata(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    (tmp_path / "a.jpg").write_bytes(drawn((3000, 1500), "JPEG", exif=exif))
    (image,) = Page(slides(tmp_path, "a.jpg").html()).all("img")
    assert (image.get("width"), image.get("height")) == ("1600", "800")
    assert "U2VjcmV0Q2FtZXJh" not in str(image.get("src"))


@pytest.mark.parametrize(
    "name",
    ["../outside.png", "/etc/passwd", "https://example.org/a.png", "data:image/png;base64,AAAA", "none.png", "a.svg"],
)
def test_what_is_not_shown(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "profile"
    folder.mkdir()
    (tmp_path / "outside.png").write_bytes(drawn())
    (folder / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    rendering = slides(folder, name)
    assert [(found.code, found.pointer) for found in rendering.diagnostics] == [
        ("R107", ("portfolio", "learned", 0, "figures", 0, "image"))
    ]
    page = Page(rendering.html())
    assert not page.all("img")
    assert "Picture" in page.text


def test_a_link_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    folder.mkdir()
    (tmp_path / "outside.png").write_bytes(drawn())
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    assert [found.code for found in slides(folder, "link.png").diagnostics] == ["R107"]


def test_there_are_not_too_many(tmp_path: Path) -> None:
    names = [f"{number}.png" for number in range(62)]
    for name in names:
        (tmp_path / name).write_bytes(drawn((2, 2)))
    assert len(slides(tmp_path, *names).diagnostics) == 2


def test_values_that_no_chart_shows_are_told(tmp_path: Path) -> None:
    values = [{"label": "a", "value": "many"}, *({"label": "b", "value": number} for number in range(13))]
    data = {**WHO, "portfolio": {"learned": [{"figures": [{"values": values}]}]}}
    found = prepared(data, tmp_path, DECK).diagnostics
    place = ("portfolio", "learned", 0, "figures", 0, "values")
    assert [(one.code, one.pointer) for one in found] == [("R107", (*place, 0)), ("R107", place)]


def test_the_pictures_of_what_is_private_are_not_read(tmp_path: Path) -> None:
    topic = {"title": "T", "figures": [{"image": "none.png", "alt": "A"}]}
    area = {"id": "a", "name": "A", "visibility": "private", "topics": [topic]}
    data = {**WHO, "research": [area], "portfolio": {"title": "P", "areas": ["a"]}}
    assert prepared(data, tmp_path, DECK).diagnostics == ()


def test_the_pictures_of_what_a_variant_leaves_out_are_not_read(tmp_path: Path) -> None:
    figures = [{"image": "none.png", "alt": "A", "values": [{"value": "many"}]}]
    areas = [
        {"id": "a", "name": "A", "tags": ["a"], "topics": [{"title": "T", "figures": figures}]},
        {"id": "b", "name": "B", "topics": [{"title": "U", "text": "Words."}, {"title": "T", "figures": figures}]},
    ]
    data = {**WHO, "research": areas, "portfolio": {"areas": ["b", "a"]}, "variants": {"short": {"exclude": ["a"]}}}
    found = prepared(data, tmp_path, Request(document="portfolio", variant="short")).diagnostics
    place = ("research", 1, "topics", 1, "figures", 0)
    assert [(one.code, one.pointer) for one in found] == [
        ("R107", (*place, "image")),
        ("R107", (*place, "values", 0)),
    ]


def test_a_blind_deck_reads_no_picture(tmp_path: Path) -> None:
    topics = [{"title": "T", "figures": [{"image": "none.png", "alt": "A"}, {"values": [{"value": "many"}]}]}]
    data = {**WHO, "research": [{"id": "a", "name": "A", "topics": topics}], "portfolio": {"areas": ["a"]}}
    found = prepared(data, tmp_path, Request(document="portfolio", redaction=Redaction())).diagnostics
    place = ("research", 0, "topics", 0, "figures", 1, "values", 0)
    assert [(one.code, one.pointer) for one in found] == [("R107", place)]


def test_every_picture_of_a_topic_is_asked_for() -> None:
    made = filled()
    named = [leaf.token for leaf in made.leaves if leaf.path[-1] == "image" and leaf.path[0] != "basics"]
    found = [one.message for one in prepared(made.data, request=DECK).diagnostics if one.code == "R107"]
    assert len(named) > 5
    assert len([message for message in found if "no such file" in message]) == len(named)
