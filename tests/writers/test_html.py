from __future__ import annotations

import base64
import json
import re
import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from filled import filled
from letters import AMERICAN, GERMAN, research_statement
from outputs import LOADING_ATTRIBUTES, NAMES, Page, example, folded, prepared
from PIL import Image

from cvpress.views.request import Request

if TYPE_CHECKING:
    from pathlib import Path

HTML_VALIDATE = {
    "extends": ["html-validate:standard", "html-validate:document"],
    "rules": {
        "no-inline-style": "error",
        "no-trailing-whitespace": "off",
        "require-csp-nonce": "off",  # the policy allows styles, and no script at all
        "require-sri": "off",  # nothing is fetched
    },
}


@pytest.fixture(params=NAMES)
def page(request: pytest.FixtureRequest) -> Page:
    return Page(example(request.param).html())


def test_headings(page: Page) -> None:
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(second <= first + 1 for first, second in pairwise(levels)), "a level is skipped"
    assert all(text for _, text in page.headings)


def test_language_title_and_landmarks(page: Page) -> None:
    heading = page.headings[0][1]
    (title,) = page.all("title")
    assert page.root.get("lang") == "en"
    assert page.root.get("dir") == "ltr"
    assert folded(title.text or "").startswith(heading)
    assert len(page.all("main")) == 1
    assert page.all("main")[0].find("header") is not None


def test_ids_are_unique_and_referred_to(page: Page) -> None:
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))
    assert set(page.attributes("aria-labelledby")) <= set(ids)


def test_nothing_is_loaded(page: Page) -> None:
    policy = next(meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in str(policy.get("content"))
    assert not [url for url in page.attributes(*LOADING_ATTRIBUTES) if not url.startswith("data:")]
    assert not page.all("link", "iframe", "object", "embed", "base", "form", "video", "audio")
    styles = "".join(style.text or "" for style in page.all("style"))
    assert "@import" not in styles
    assert set(re.findall(r"url\(\s*[\"']?([^)]{5})", styles)) == {"data:"}


def test_no_script_runs(page: Page) -> None:
    assert [script.get("type") for script in page.all("script")] == ["application/ld+json"]
    attributes = [name for element in page.root.iter() for name in element.attrib]
    assert not [name for name in attributes if str(name).startswith("on")]


def test_structured_data(page: Page) -> None:
    data = json.loads(page.all("script")[0].text or "")
    assert data["@context"] == "https://schema.org"
    assert data["mainEntity"]["@type"] == "Person"
    assert data["mainEntity"]["name"] == page.headings[0][1]
    assert not [value for value in _values(data) if value in ("", [], {}, None)]


def _values(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [value, *(inner for item in value.values() for inner in _values(item))]
    if isinstance(value, list):
        return [value, *(inner for item in value for inner in _values(item))]
    return [value]


def test_size(page: Page) -> None:
    assert len(page.html.encode()) < 200_000


def test_faces_are_inside(page: Page) -> None:
    faces = re.findall(r'url\("data:font/woff2;base64,([^"]+)"\)', page.html)
    assert len(faces) == 3
    assert all(base64.b64decode(face).startswith(b"wOF2") for face in faces)


@pytest.mark.parametrize(
    ("basics", "person"),
    [
        (
            {"name": "Marie Curie", "label": "*Physicist*", "email": "m@example.org", "url": "https://a.example.org"},
            {
                "name": "Marie Curie",
                "jobTitle": "Physicist",
                "email": ["m@example.org"],
                "url": "https://a.example.org",
            },
        ),
        (
            {"name": "A", "location": {"city": "Paris", "countryCode": "FR"}},
            {"name": "A", "address": {"@type": "PostalAddress", "addressLocality": "Paris", "addressCountry": "FR"}},
        ),
        ({"name": "</script><script>alert(1)</script>"}, {"name": "</script><script>alert(1)</script>"}),
    ],
)
def test_structured_data_of_a_person(basics: dict[str, Any], person: dict[str, Any]) -> None:
    (script,) = Page(prepared({"basics": basics}).html()).all("script")
    assert json.loads(script.text or "")["mainEntity"] == {"@type": "Person", **person}


def test_the_employer_of_today() -> None:
    work = [{"name": "Now", "position": "p", "startDate": "2020"}, {"name": "Then", "position": "p", "endDate": "2019"}]
    (script,) = Page(prepared({"basics": {"name": "A"}, "work": work}).html()).all("script")
    employers = json.loads(script.text or "")["mainEntity"]["worksFor"]
    assert [employer["name"] for employer in employers] == ["Now"]


def test_photo_is_inside(tmp_path: Path) -> None:
    Image.new("RGB", (300, 400), "red").save(tmp_path / "photo.png")
    rendering = prepared({"basics": {"name": "Marie Curie", "email": "m@example.org", "image": "photo.png"}}, tmp_path)
    (image,) = Page(rendering.html()).all("img")
    assert rendering.diagnostics == ()
    assert str(image.get("src")).startswith("data:image/jpeg;base64,")
    assert (image.get("width"), image.get("height")) == ("300", "375")  # cropped
    assert image.get("alt") == "Photo: Marie Curie"


@pytest.mark.parametrize("language", ["en", "de"])
def test_html_validate(node_modules: Path, tmp_path: Path, language: str) -> None:
    (tmp_path / "config.json").write_text(json.dumps(HTML_VALIDATE))
    for name in NAMES:
        (tmp_path / f"{name}.html").write_text(example(name, language=language).html())
    sheet = Request(document="stories", language=language, with_private=True)
    (tmp_path / "stories.html").write_text(prepared(filled().data, request=sheet).html())
    for name, letter in {"german": GERMAN, "american": AMERICAN, "statement": research_statement()}.items():
        request = Request(document="letter", language=language)
        (tmp_path / f"{name}.html").write_text(prepared(letter, request=request).html())
    command: list[str | Path] = [
        "node",
        node_modules / "html-validate/bin/html-validate.mjs",
        "--config",
        "config.json",
        "*.html",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
