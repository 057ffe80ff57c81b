"""A photo is read from the folder of the profile and from nowhere else."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from outputs import Page, prepared
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import RunCli

BOMB = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00u0\x00\x00u0\x08\x02\x00\x00\x00\xbeM\x83\xe7"
    b"\x00\x00\x00\x00IDAT5\xaf\x06\x1e\x00\x00\x00\x00IEND\xaeB`\x82"
)
"""30,000 × 30,000 pixels, it says."""


def draw(path: Path) -> None:
    """A good picture."""
    Image.new("RGB", (30, 40), "red").save(path, "PNG")


def link(folder: Path) -> str:
    """A link out of the folder."""
    (folder / "link.png").symlink_to(folder.parent / "outside.png")
    return "link.png"


def linked_folder(folder: Path) -> str:
    """A link of a folder out of the folder."""
    (folder / "up").symlink_to(folder.parent)
    return "up/outside.png"


def file(name: str, data: bytes) -> Callable[[Path], str]:
    """A file of these bytes."""

    def make(folder: Path) -> str:
        (folder / name).write_bytes(data)
        return name

    return make


def named(name: str) -> Callable[[Path], str]:
    """No file, only a name; {folder} is that of the profile."""
    return lambda folder: name.replace("{folder}", str(folder))


REFUSED: dict[str, Callable[[Path], str]] = {
    "outside": named("../outside.png"),
    "absolute": named("{folder}/../outside.png"),
    "link": link,
    "linked folder": linked_folder,
    "data": named("data:image/png;base64,iVBORw0KGgo="),
    "network": named("http://127.0.0.1:9/photo.png"),
    "network without scheme": named("//127.0.0.1/photo.png"),
    "file URL": named("file://{folder}/photo.png"),
    "missing": named("photo.jpeg"),
    "folder": named("."),
    "password file": named("/etc/passwd"),
    "device": named("/dev/zero"),
    "long name": named("x" * 5000),
    "bomb": file("bomb.png", BOMB),
    "text": file("text.png", b"no picture"),
    "empty": file("empty.png", b""),
    "svg": file("photo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    "gif": file("photo.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
    "too large": file("large.png", b"\x89PNG\r\n\x1a\n" + bytes(21 * 2**20)),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a profile, a good picture in it, another beside it."""
    (tmp_path / "cv").mkdir()
    draw(tmp_path / "cv/photo.png")
    draw(tmp_path / "outside.png")
    return tmp_path / "cv"


@pytest.mark.parametrize("name", ["photo.png", "./photo.png", "sub/../photo.png", "{folder}/photo.png"])
def test_taken(folder: Path, name: str) -> None:
    (folder / "sub").mkdir()
    rendering = prepared(
        {"basics": {"name": "A", "email": "a@example.org", "image": name.replace("{folder}", str(folder))}}, folder
    )
    assert rendering.diagnostics == ()
    assert len(Page(rendering.html()).all("img")) == 1


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_refused(folder: Path, make: Callable[[Path], str]) -> None:
    rendering = prepared({"basics": {"name": "A", "email": "a@example.org", "image": make(folder)}}, folder)
    (finding,) = rendering.diagnostics
    assert (finding.code, finding.pointer, finding.severity.value) == ("R101", ("basics", "image"), "warning")
    assert finding.message.startswith("the photo cannot be shown: ")
    assert not Page(rendering.html()).all("img")
    with pikepdf.open(BytesIO(rendering.pdf())) as pdf:
        assert not [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/Width" in thing]


def test_a_run_says_so(folder: Path, run_cli: RunCli) -> None:
    path = folder / "profile.json"
    path.write_text(json.dumps({"basics": {"name": "A", "email": "a@example.org", "image": "../outside.png"}}))
    run = run_cli("render", path, "--to", "html", "-o", folder / "cv.html", cwd="/")
    assert run.returncode == 0
    assert "R101" in run.stderr
    assert "<img" not in (folder / "cv.html").read_text()


def test_the_photo_is_beside_the_profile_not_beside_the_user(folder: Path, run_cli: RunCli) -> None:
    path = folder / "profile.json"
    path.write_text(json.dumps({"basics": {"name": "A", "email": "a@example.org", "image": "photo.png"}}))
    run = run_cli("render", path, "--to", "html", "-o", "-", cwd="/")
    assert run.stderr == ""
    assert "data:image/jpeg;base64," in run.stdout
