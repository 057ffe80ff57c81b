"""What a page is made of: headings, landmarks, one title, nothing from elsewhere, no more script than cvpress's own."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from outputs import LOADING_ATTRIBUTES, Page, folded, prepared
from pages import PAGES, QUICK, Case, documents, params, rendering
from PIL import Image

from cvpress.themes.find import find_theme, theme_names

if TYPE_CHECKING:
    from pathlib import Path

PICTURES = re.compile(r'data:image/[a-z]+;base64,[A-Za-z0-9+/=]+|<svg class="formula.*?</svg>', re.DOTALL)
"""What is as large as a profile's author makes it: photos, figures, formulas."""
CASES = [case for case in PAGES if case.profile != "long-words"]


@cache
def parsed(case: Case) -> Page:
    return Page(rendering(case).html())


@pytest.fixture(params=params(CASES))
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


@pytest.fixture
def page(case: Case) -> Page:
    return parsed(case)


def test_headings(page: Page) -> None:
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(second <= first + 1 for first, second in pairwise(levels)), "a level is skipped"
    assert all(text for _, text in page.headings)


def test_language_title_and_landmarks(case: Case, page: Page) -> None:
    (title,) = page.all("title")
    assert page.root.get("lang") == "en"
    assert page.root.get("dir") == "ltr"
    assert folded(title.text or "") == rendering(case).view.title
    assert len(page.all("main")) == 1


def test_ids_are_unique_and_referred_to(page: Page) -> None:
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))
    assert set(page.attributes("aria-labelledby")) <= set(ids)
    assert {url[1:] for url in page.attributes("href") if url.startswith("#")} <= {*ids, "top"}  # HTML's own


def test_nothing_is_loaded(page: Page) -> None:
    policy = next(meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in str(policy.get("content"))
    assert not [url for url in page.attributes(*LOADING_ATTRIBUTES) if not url.startswith("data:")]
    assert not page.all("link", "iframe", "object", "embed", "base", "form", "video", "audio")
    styles = "".join(style.text or "" for style in page.all("style"))
    assert "@import" not in styles
    assert set(re.findall(r"url\(\s*[\"']?([^)]{5})", styles)) <= {"data:"}


def test_no_script_of_a_profile_or_a_theme(case: Case, page: Page) -> None:
    policy = next(str(meta.get("content")) for meta in page.all("meta") if meta.get("http-equiv"))
    running = [script for script in page.all("script") if script.get("type") != "application/ld+json"]
    assert len(running) == policy.count("'sha256-")
    assert not running or case.document != "cv" or find_theme(case.theme).scripts
    assert not [name for element in page.root.iter() for name in element.attrib if str(name).startswith("on")]


@pytest.mark.parametrize(
    "theme", [pytest.param(name, marks=[] if name in QUICK else [pytest.mark.matrix]) for name in theme_names()]
)
def test_size(theme: str, profiles: tuple[Path, ...]) -> None:
    sizes = {
        f"{path.parent.name} {name}": len(PICTURES.sub("", document.html()).encode())
        for path in profiles
        for name, document in documents(theme, path.parent.name).items()
    }
    assert {name: size for name, size in sizes.items() if size > 200_000} == {}


def test_photo_is_inside(tmp_path: Path) -> None:
    Image.new("RGB", (300, 400), "red").save(tmp_path / "photo.png")
    rendering = prepared({"basics": {"name": "Marie Curie", "email": "m@example.org", "image": "photo.png"}}, tmp_path)
    (image,) = Page(rendering.html()).all("img")
    assert rendering.diagnostics == ()
    assert str(image.get("src")).startswith("data:image/jpeg;base64,")
    assert (image.get("width"), image.get("height")) == ("300", "375")  # cropped
    assert image.get("alt") == "Photo: Marie Curie"
