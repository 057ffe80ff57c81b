"""A page carries faces with what it draws, and little more."""

from __future__ import annotations

import base64
import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from outputs import prepared

from cvpress.errors import ThemeError
from cvpress.themes.cutting import covered, cut_face
from cvpress.themes.find import find_theme, theme_names

TEXTS = {
    "Latin": "Skłodowska, Škvorecký, Åse, İpek, Țuțea: “1903–1911” → 80 %",
    "Greek": "Ἀρχιμήδης ὁ Συρακόσιος",
    "Cyrillic": "Тарас Шевченко, ґава",
    "Vietnamese": "Nguyễn Thị Hường",
    "letters with their marks apart": "Nguye\u0302\u0303n",
}
RULE = re.compile(
    r'@font-face\{font-family:"([^"]+)";font-weight:(\d+);font-style:(\w+);[^}]*base64,([^"]+)"\)', re.DOTALL
)
SMALL_CAPS = {
    Path(folder, font.ttf) for theme in theme_names() for folder, font in find_theme(theme).fonts if font.has_small_caps
}
WHOLE = {
    (theme, font.family, font.weight, font.style): Path(folder, font.ttf)
    for theme in theme_names()
    for folder, font in find_theme(theme).fonts
}


class Face(NamedTuple):
    """A face in a page, and the whole one that it is cut from."""

    data: bytes
    whole: Path


@cache
def faces(text: str, theme: str) -> tuple[Face, ...]:
    """The faces in a page with a text."""
    html = prepared({"basics": {"name": "A", "email": "a@example.org", "summary": text}}, theme=theme).html()
    return tuple(
        Face(base64.b64decode(data), WHOLE[theme, family, int(weight), style])
        for family, weight, style, data in RULE.findall(html)
    )


def opened(face: bytes | Path) -> TTFont:
    return TTFont(BytesIO(face) if isinstance(face, bytes) else face)


@cache
def characters(face: bytes | Path) -> set[int]:
    """The code points that a face draws."""
    if isinstance(face, Path) and face.suffix == ".ttf":
        return set(uharfbuzz.Face(face.read_bytes()).unicodes)
    with opened(face) as font:
        return set(font.getBestCmap())


def features(face: bytes) -> set[str]:
    """The OpenType features of a face that is not packed."""
    read = uharfbuzz.Face(face)
    scripts = [
        (table, number) for table in ("GSUB", "GPOS") for number, _ in enumerate(read.get_table_script_tags(table))
    ]
    return {tag for table, number in scripts for tag in read.get_language_feature_tags(table, number)}


def unpacked(face: Path) -> bytes:
    written = BytesIO()
    with opened(face) as font:
        font.flavor = None
        font.save(written)
    return written.getvalue()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("theme", theme_names())
def test_a_page_has_what_its_faces_can_draw(theme: str, text: str) -> None:
    for face in faces(text, theme):
        assert face.data.startswith(b"wOF2")
        assert characters(face.whole) & {*map(ord, text)} <= characters(face.data)
        assert len(face.data) < 45_000  # Garamond with its small capitals


@pytest.mark.parametrize("theme", theme_names())
def test_a_face_made_for_a_page_has_no_other_letters(theme: str) -> None:
    for face in faces(TEXTS["Cyrillic"], theme):
        letters = {char for char in map(chr, characters(face.data)) if "Ѐ" <= char <= "ӿ"}
        assert letters <= {*TEXTS["Cyrillic"], *TEXTS["Cyrillic"].upper()}


def test_an_accent_that_is_apart_finds_its_letter() -> None:
    text = TEXTS["letters with their marks apart"]
    assert all(ord("ễ") in characters(face.data) for face in faces(text, "modern"))


@pytest.mark.parametrize("whole", WHOLE.values(), ids=lambda whole: whole.name)
def test_faces_cut_beforehand(whole: Path) -> None:
    """As scripts/build-fonts makes them: whole in what they cover, with what texts and looks ask of a face."""
    made = whole.with_suffix(".woff2")
    if not made.is_file():
        pytest.skip("the face is cut for each page")
    assert characters(made) == characters(whole) & covered()
    wanted = {"kern", "liga", "tnum", "onum", *(("smcp", "c2sc") if whole in SMALL_CAPS else ())}
    assert features(unpacked(made)) & wanted == features(whole.read_bytes()) & wanted
    with opened(made) as font:
        assert {0, 13} <= {name.nameID for name in font["name"].names}, "copyright and licence"


def test_a_reserved_name_is_that_of_the_whole_face_alone() -> None:
    for whole in WHOLE.values():
        with opened(whole) as font:
            is_reserved = "Reserved Font Name" in (font["name"].getDebugName(0) or "")
        if is_reserved:
            with opened(whole.with_suffix(".woff2")) as cut:
                names = {name.toUnicode() for name in cut["name"].names if name.nameID in {1, 3, 4, 6, 16}}
            assert names <= {"CV Face", "CVFace"}


def test_the_same_bytes_at_every_run() -> None:
    whole = next(iter(WHOLE.values()))
    cut = cut_face(whole.read_bytes(), map(ord, "Шевченко"))
    assert cut == cut_face(whole.read_bytes(), map(ord, "окнечевШ"))
    with opened(cut) as font, opened(whole) as source:
        assert font["head"].modified == source["head"].modified


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme with a face of its own, which its styles name."""
    face = 'family = "Grotesk"\nweight = 400\nstyle = "normal"\nttf = "a.ttf"\nwoff2 = "a.woff2"\n'
    (tmp_path / "theme.toml").write_text(f'name = "own"\napi = 1\nextends = "base"\n[[fonts]]\n{face}')
    (tmp_path / "style.css").write_text(r'body { font-family: "Grotesk" } li::before { content: "\416" }')
    whole = next(iter(WHOLE.values()))
    (tmp_path / "a.ttf").write_bytes(whole.read_bytes())
    (tmp_path / "a.woff2").write_bytes(whole.with_suffix(".woff2").read_bytes())
    return tmp_path


def own_faces(theme: Path) -> list[bytes]:
    html = prepared({"basics": {"name": "A", "email": "a@example.org"}}, theme=str(theme)).html()
    return [base64.b64decode(data) for *_, data in RULE.findall(html)]


def test_what_styles_write_is_drawn(theme: Path) -> None:
    (face,) = own_faces(theme)
    assert 0x416 in characters(face)


def test_a_theme_need_not_cut_its_faces(theme: Path) -> None:
    (theme / "theme.toml").write_text((theme / "theme.toml").read_text().replace('woff2 = "a.woff2"', ""))
    (face,) = own_faces(theme)
    assert 0x416 in characters(face)
    assert characters(face).isdisjoint(range(0xC0, 0x180))


def test_a_family_that_no_style_names_is_left_out(theme: Path) -> None:
    (theme / "style.css").write_text("body { font-family: sans-serif; margin: 0 } /* Grotesken */")
    assert own_faces(theme) == []


@pytest.mark.parametrize("data", [b"", b"no font", b"\0\1\0\0" + bytes(40)])
def test_what_is_no_face_is_the_themes_fault(theme: Path, data: bytes) -> None:
    (theme / "a.ttf").write_bytes(data)
    (theme / "a.woff2").unlink()
    with pytest.raises(ThemeError, match=r"a\.(ttf|woff2)"):
        own_faces(theme)


def test_a_face_that_is_missing(theme: Path) -> None:
    (theme / "a.ttf").unlink()
    with pytest.raises(ThemeError, match=r"a\.ttf cannot be read: no such file"):
        own_faces(theme)
