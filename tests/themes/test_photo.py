"""The photo is cropped as the theme's option says, in the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from outputs import prepared
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

OPTION = '\n[options.photo]\ntype = "choice"\nchoices = {}\ndefault = "on"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (300, 400), "red").save(tmp_path / "photo.jpg")
    return tmp_path


def size(folder: Path, theme: str, **options: str) -> tuple[int, int] | None:
    basics = {"name": "Ada", "email": "ada@example.org", "image": "photo.jpg"}
    photo = prepared({"basics": basics}, folder, theme=theme, options=options).view.person.photo
    return (photo.width, photo.height) if photo else None


@pytest.mark.parametrize(
    ("shape", "expected"),
    [("portrait", (300, 375)), ("square", (300, 300)), ("round", (300, 300)), ("off", None)],
)
def test_shapes(folder: Path, shape: str, expected: tuple[int, int] | None) -> None:
    assert size(folder, "modern", photo=shape) == expected


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ('{ on = "3/2" }', (300, 200)),
        ('{ on = "1/9999" }', (100, 400)),
        ('{ on = "9999/1" }', (300, 75)),
        ('{ on = "0/1" }', (300, 400)),
        ('{ on = "1/0" }', (300, 400)),
        ('["on"]', (300, 400)),
    ],
)
def test_a_theme_has_shapes_of_its_own(folder: Path, choices: str, expected: tuple[int, int]) -> None:
    (folder / "theme").mkdir()
    text = 'name = "mine"\napi = 1\nextends = "base"' + OPTION.format(choices)
    (folder / "theme/theme.toml").write_text(text)
    assert size(folder, str(folder / "theme")) == expected
