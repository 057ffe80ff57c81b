"""What an attacker writes into a profile is shown as text or diagnosed, whatever field it stands in."""

from __future__ import annotations

import json
import time
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from filled import filled
from outputs import (
    LOADING_ATTRIBUTES,
    Page,
    attachment_names,
    folded,
    pdf_contents,
    pdf_links,
    pdfium_text,
    prepared,
    squeezed,
    view_of,
)

import cvpress
from cvpress.model.base import Model
from cvpress.model.profile import Profile
from cvpress.themes.find import find_theme
from cvpress.views.build import build_view
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from cvpress.views.view import View

SHOWN = {
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "handler": "x' onmouseover='alert(1)' y=\" onclick=\"alert(1)",
    "javascript": "javascript:alert(1)",
    "link": "[x](javascript:alert(1))",
    "file": "file:///etc/passwd",
    "image of a file": "![x](file:///etc/passwd)",
    "path": "../../etc/passwd",
    "template": "{{ 7*7 }}",
    "statement": "{% include '/etc/passwd' %}",
    "end of style": "</style><script>alert(1)</script>",
    "end of script": "</script><script>alert(1)</script>",
    "end of script before a blank": "</script x",
    "comment": "<!-- <script> -->",
    "comment before a blank": "<!--<script x",
    "attachment": '<a rel="attachment" href="file:///etc/passwd">x</a>',
    "link element": '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
    "entity": "&lt;script&gt;&#60;script&#62;",
    "line separator": "a\u2028b\u2029c",
    "override": "evil\u202egnp.exe",
    "escape": "a\x1b[31mb",
    "CDATA": "]]><script>alert(1)</script>",
    "CSS": "}body{display:none}@import url(http://127.0.0.1:9/x)",
}
URLS = {
    "javascript": "javascript:alert(1)",
    "upper case": "JaVaScRiPt:alert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "file": "file:///etc/passwd",
    "vbscript": "vbscript:x",
    "path": "../../etc/passwd",
    "no scheme": "//127.0.0.1/x",
    "blank": "https://example.org/ onclick=alert(1)",
    "line break": "java\nscript:alert(1)",
    "control": "\x01javascript:alert(1)",
}
LETTER = Request(document="letter")
QUOTED = 'https://example.org/"><script>alert(1)</script>'
"""A URL that may be a link, if it stays within its attribute."""


def with_texts(change: Callable[[str], str], value: Any = None) -> Any:
    """The filled profile with all texts (not the ids, dates, countries) changed."""
    value = filled().data if value is None else value
    if isinstance(value, dict):
        return {key: with_texts(change, item) if key != "visibility" else item for key, item in value.items()}
    if isinstance(value, list):
        return [with_texts(change, item) for item in value]
    return change(value) if isinstance(value, str) else value


def texts_as(payload: str) -> Any:
    """The filled profile with a payload in every text."""
    return with_texts(lambda text: payload if text.startswith("Zq") and "@" not in text else text)


def with_urls(value: Any, payload: str) -> Any:
    """A model with a payload in every URL, unchecked."""
    if isinstance(value, Model):
        return value.model_construct(**{name: with_urls(part, payload) for name, part in value})
    if isinstance(value, tuple):
        return tuple(with_urls(part, payload) for part in value)
    return payload if isinstance(value, str) and value.startswith("https:") else value


def written(view: View) -> tuple[Page, bytes]:
    """A view that did not come by way of the rules."""
    theme = find_theme("modern")
    options = {option.name: option.default for option in theme.options.values()}
    rendering = cvpress.Rendering(cvpress.loads(b"{}"), view, theme, options, ())
    return Page(rendering.html()), rendering.pdf()


@cache
def plain_styles() -> list[str | None]:
    """The style elements of a page without an attack."""
    return [style.text for style in Page(prepared(filled().data).html()).all("style")]


def assert_harmless(page: Page, pdf: bytes) -> None:
    """Nothing runs, nothing is loaded, nothing is linked that may not be."""
    assert [script.get("type") for script in page.all("script")] == ["application/ld+json"]
    assert [style.text for style in page.all("style")] == plain_styles()
    assert not [name for element in page.root.iter() for name in element.attrib if str(name).startswith("on")]
    assert not page.all("link", "iframe", "object", "embed", "base", "form", "img", "svg")
    assert not page.attributes(*LOADING_ATTRIBUTES, "style")
    for target in (*page.attributes("href"), *(link.target for link in pdf_links(pdf))):
        assert target.startswith(("https://", "mailto:", "tel:")), target
    assert attachment_names(pdf) <= {"profile.json"}
    contents = pdf_contents(pdf)
    assert not [name for name in ("/JavaScript", "/JS", "/Launch", "root:x:") if name in contents]


@pytest.mark.parametrize("payload", SHOWN.values(), ids=SHOWN)
def test_in_every_text(payload: str) -> None:
    view = view_of(texts_as(payload) | {"meta": {}})
    page, pdf = written(view)
    assert_harmless(page, pdf)
    assert "49" not in page.text
    # As a title, whose text is shown as it is:
    (shown,) = {section.title for section in view.sections if section.name == "custom"}
    assert folded(shown) in page.text
    if "\u202e" not in payload:  # what follows it is set from right to left
        assert squeezed(shown) in squeezed(pdfium_text(pdf)).replace("\ufffe", "-")


@pytest.mark.parametrize("payload", [text for text in SHOWN.values() if "\x1b" not in text])
def test_the_whole_way(payload: str) -> None:
    data = {"basics": {"name": payload, "label": payload}, "work": [{"name": payload, "highlights": [payload]}]}
    rendering = prepared(data)
    page = Page(rendering.html())
    assert_harmless(page, rendering.pdf())
    assert page.headings[0] == (1, folded(payload))


@pytest.mark.parametrize("payload", [*URLS.values(), QUOTED], ids=[*URLS, "quoted"])
def test_in_every_url(payload: str) -> None:
    # Past the rules and, by model_construct, past the model: the views are the last wall.
    profile = Profile.model_validate(filled().data)
    page, pdf = written(build_view(with_urls(profile, payload)))
    assert_harmless(page, pdf)
    assert any(payload in target for target in page.attributes("href")) == (payload == QUOTED)


@pytest.mark.parametrize("payload", SHOWN.values(), ids=SHOWN)
def test_in_every_text_of_a_letter(payload: str) -> None:
    view = build_view(Profile.model_validate(texts_as(payload) | {"meta": {}}), LETTER)
    page, _ = written(view)
    assert_harmless_letter(page)
    assert "49" not in page.text
    assert squeezed(view.person.name) in squeezed(page.text)


@pytest.mark.parametrize("payload", [*URLS.values(), QUOTED], ids=[*URLS, "quoted"])
def test_in_every_url_of_a_letter(payload: str) -> None:
    page, _ = written(build_view(with_urls(Profile.model_validate(filled().data), payload), LETTER))
    assert_harmless_letter(page)


def assert_harmless_letter(page: Page) -> None:
    """Nothing runs, nothing is loaded, nothing is linked that may not be."""
    assert len(page.all("style")) == 1
    assert not page.all("script", "link", "iframe", "object", "embed", "base", "form", "img", "svg")
    assert not [name for element in page.root.iter() for name in element.attrib if str(name).startswith("on")]
    assert not page.attributes(*LOADING_ATTRIBUTES, "style")
    for target in page.attributes("href"):
        assert target.startswith(("https://", "mailto:", "tel:", "#note-")), target


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "\\\\host\\share", "..", "-o", "con\nx", "💥"])
def test_no_id_of_a_letter_leads_to_another_folder(name: str) -> None:
    data = {"basics": {"label": "A"}, "letters": [{"id": name, "subject": "S"}]}
    suffix = prepared(data, request=Request(document="letter", letter=name)).view.suffix
    assert suffix.startswith("-letter")
    assert not {"/", "\\", "\n"} & {*suffix}


@pytest.mark.parametrize("payload", [url for url in URLS.values() if ":" in url and "\n" not in url])
def test_harmful_urls_are_diagnosed(payload: str) -> None:
    with pytest.raises(cvpress.InvalidProfile):
        prepared({"basics": {"name": "A", "url": payload}})


def test_thousands_of_dead_references() -> None:
    """Looking for what each of them means would take an hour."""
    ids = range(3_000)
    data = {
        "basics": {"label": "Chemist"},
        "publications": [{"name": f"Paper {number}", "id": f"radium-polonium-{number}"} for number in ids],
        "research": [{"name": "Radium", "publications": [f"radium-polonum-{number}x" for number in ids]}],
    }
    start = time.process_time()
    found = cvpress.validate(cvpress.loads(json.dumps(data).encode(), "cv.json"))
    assert {finding.code for finding in found} == {"C102"}
    assert time.process_time() - start < 10


@pytest.mark.parametrize("char", ["\x00", "\x08", "\x1b", "\ud800", "\uffff"])
def test_characters_that_no_page_can_show_are_diagnosed(char: str) -> None:
    for data in ({"basics": {"name": f"a{char}b"}}, {"work": [{"name": "A", "highlights": [f"a{char}b"]}]}):
        with pytest.raises(cvpress.InvalidProfile):
            prepared(data)
