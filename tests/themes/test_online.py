"""The look for the screen: ways into the page, contacts to copy; on paper it is modern."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from browsing import CHROMIUM, Browser, Tab
from outputs import ROOT, Page, prepared

import cvpress
from cvpress.themes.spec import SCRIPTS
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADA = {
    "basics": {
        "name": "Ada Lovelace",
        "email": "ada@example.org",
        "phone": "+44 20 7946 0958",
        "url": "https://ada.example.org",
    },
    "education": [{"institution": "At home", "area": "Mathematics"}],
    "skills": [{"name": "Analysis"}],
}


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(prepared(ADA, theme="online").html())


@pytest.mark.parametrize(("name", "document"), [("marie-curie", "cv"), ("genomics-student", "letter")])
def test_on_paper_it_is_modern(name: str, document: str) -> None:
    (path,) = ROOT.glob(f"profiles/{name}/profile.*")
    online, modern = (
        cvpress.render_pdf(path, Request(document=document, has_source=False), theme=theme)
        for theme in ("online", "modern")
    )
    assert online == modern


def test_ways_lead_to_the_sections(page: Page) -> None:
    (navigation,) = page.all("nav")
    ways = [(link.get("href"), link.text) for link in navigation.iter("a")]
    assert ways == [("#top", "Ada Lovelace"), ("#education", "Education"), ("#skills", "Skills")]
    assert {"education", "skills", "content"} <= set(page.attributes("id"))
    first = page.all("a")[0]
    assert (first.get("href"), first.text) == ("#content", "Skip to content")


@pytest.mark.parametrize("navigation", ["top", "side"])
def test_a_page_without_sections_has_no_navigation(navigation: str) -> None:
    html = prepared({"basics": ADA["basics"]}, theme="online", options={"navigation": navigation}).html()
    assert not Page(html).all("nav")


def test_the_policy_names_the_scripts(page: Page) -> None:
    (script,) = [script.text or "" for script in page.all("script") if not script.get("type")]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = next(meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert str(policy.get("content")).endswith(f"script-src 'sha256-{digest}'")


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_scripts_ask_nobody(name: str) -> None:
    text = (ROOT / f"src/cvpress/writers/scripts/{name}.js").read_text()
    assert not re.search(r"fetch|XMLHttp|sendBeacon|WebSocket|import|eval|innerHTML|https?:", text)


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    if not CHROMIUM:
        pytest.skip("there is no Chromium")
    folder: Path = tmp_path_factory.mktemp("browser")
    browser = Browser(folder)
    browser.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    yield Tab(browser, has_policy=True)
    browser.close()


COPIED = "document.querySelector('.announcement').textContent"
SOON = f"""new Promise((resolve) => {{
  const tell = (text) => resolve([text, {COPIED}]);
  const look = () => ({COPIED} ? navigator.clipboard.readText().then(tell) : setTimeout(look, 10));
  look();
}})"""


def test_a_contact_is_copied_by_the_keyboard(tab: Tab, page: Page) -> None:
    tab.show(page.html)
    labels = "[...document.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))"
    assert tab.run(labels) == ["Copy: ada@example.org", "Copy: +44 20 7946 0958"]
    tab.run("document.querySelectorAll('button')[1].focus()")
    tab.press("Enter")
    assert tab.run(SOON) == ["+44 20 7946 0958", "Copied: +44 20 7946 0958"]
    assert tab.complaints() == []


def test_no_button_without_a_clipboard(tab: Tab, page: Page) -> None:
    script = tab.call(
        "Page.addScriptToEvaluateOnNewDocument",
        source="Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})",
    )
    tab.show(page.html)
    assert tab.run("document.querySelectorAll('button').length") == 0
    tab.call("Page.removeScriptToEvaluateOnNewDocument", **script)


def test_no_button_without_scripts(page: Page) -> None:
    assert not page.all("button")


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("navigation", ["top", "side"])
def test_the_way_stays_in_sight_and_nothing_sticks_out(tab: Tab, width: int, navigation: str) -> None:
    tab.show(prepared(ADA, theme="online", options={"navigation": navigation}).html(), width, 300)
    tab.run("scrollTo(0, 200)")
    assert tab.run("document.querySelector('nav').getBoundingClientRect().top") == 0
    assert tab.run("document.documentElement.scrollWidth") <= width
