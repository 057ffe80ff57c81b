"""The script of a deck, in a browser."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import pikepdf
import pytest
from browsing import CHROMIUM, browse
from outputs import ROOT, Page

import cvpress
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium")

DECK = Request(document="portfolio")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
PROBE = """<script>
const key = (name) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", {key: name, bubbles: true, cancelable: true}));
const misfits = [];
for (const name of JSON.parse(decodeURIComponent(location.search.slice(1)))) {
  name === "click" ? document.querySelector(".present").click() : key(name);
  for (const slide of document.querySelectorAll(".is-presenting .slide.is-current")) {
    const isHigh = slide.scrollHeight > slide.clientHeight + 1;
    if (isHigh || slide.scrollWidth > slide.clientWidth + 1) misfits.push(slide.id);
  }
}
const shown = [...document.querySelectorAll(".slide")].filter((slide) => slide.getClientRects().length);
const later = [...document.querySelectorAll(".slide.is-current .is-later")];
document.body.dataset.probe = JSON.stringify({
  mode: document.documentElement.className, hash: location.hash, shown: shown.length, later: later.length,
  said: document.querySelector(".announcement").textContent, progress: document.querySelector(".progress").value,
  misfits, inert: document.querySelectorAll("[inert]").length, width: document.documentElement.scrollWidth});
</script></body>"""
COLLECTOR = """<script>addEventListener("load", () => {
  const probes = [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument.body.dataset.probe);
  document.body.innerHTML = "";
  document.body.append(Object.assign(document.createElement("pre"), {textContent: `[${probes.join(",")}]`}));
})</script>"""


class Case(NamedTuple):
    """What is pressed, in which deck, in a window of which size."""

    keys: tuple[str, ...]
    size: tuple[int, int] = (1280, 720)
    steps: str = "off"


KEYS = [
    (("p",), "is-presenting", 1),
    (("click",), "is-presenting", 1),
    (("p", "ArrowRight", " ", "PageDown"), "is-presenting", 4),
    (("p", "ArrowRight", "ArrowRight", "ArrowLeft"), "is-presenting", 2),
    (("p", "ArrowLeft"), "is-presenting", 1),
    (("p", "1", "2", "Enter"), "is-presenting", 12),
    (("p", "9", "9", "9", "Enter", "Home", "ArrowDown"), "is-presenting", 2),
    (("p", "ArrowRight", "o"), "is-overview", 2),
    (("o", "ArrowRight", "ArrowRight", "Enter"), "is-presenting", 3),
    (("p", "ArrowRight", "Escape"), "", 2),
]
STEPS = [
    ((), "#slide-6", 3),
    (("ArrowRight",), "#slide-6", 2),
    (("ArrowRight",) * 4, "#slide-7", 2),
    ((*("ArrowRight",) * 4, "ArrowLeft"), "#slide-6", 0),
    (("s",), "#slide-6", 0),
]
TO_STEPS = ("p", "6", "Enter")
THROUGH = ("p", *("ArrowRight",) * 31)
SIZES = [(1280, 720), (800, 1000), (2560, 900)]
PHONE = Case((), (360, 800))
CASES = [
    *(Case(keys) for keys, *_ in KEYS),
    *(Case((*TO_STEPS, *keys), steps="on") for keys, *_ in STEPS),
    *(Case(THROUGH, size) for size in SIZES),
    PHONE,
]


@cache
def example(steps: str = "off") -> cvpress.Rendering:
    return cvpress.prepare(ROOT / "profiles/robust-ml-phd/profile.yaml", DECK, options={"steps": steps})


def slide_count() -> int:
    return len(getattr(example().view, "slides", ()))


def frame(case: Case) -> str:
    width, height = case.size
    source = f"{case.steps}.html?{quote(json.dumps(case.keys))}"
    return f'<iframe src="{source}" style="width:{width}px;height:{height}px;border:0"></iframe>'


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Case, dict[str, Any]]:
    """What the page of each case is like, all in one run of the browser.

    The probe is a script, which the page's own policy would not run.
    """
    folder = tmp_path_factory.mktemp("decks")
    for steps in ("off", "on"):
        html = POLICY.sub("", example(steps).html()).replace("</body>", PROBE)
        (folder / f"{steps}.html").write_text(html)
    frames = "".join(map(frame, CASES))
    dom, complaints = browse(frames + COLLECTOR, folder, "--dump-dom", "--allow-file-access-from-files")
    assert complaints == ""
    (found,) = Page(dom).all("pre")
    return dict(zip(CASES, json.loads(str(found.text)), strict=True))


def test_its_own_policy_lets_the_script_run(tmp_path: Path) -> None:
    dom, complaints = browse(example().html(), tmp_path, "--dump-dom")
    assert complaints == ""
    (controls,) = [element for element in Page(dom).all("div") if element.get("class") == "controls"]
    assert "hidden" not in controls.attrib


@pytest.mark.parametrize(("keys", "mode", "number"), KEYS, ids=["-".join(keys) for keys, *_ in KEYS])
def test_keys(keys: tuple[str, ...], mode: str, number: int, pages: Mapping[Case, dict[str, Any]]) -> None:
    page, count = pages[Case(keys)], slide_count()
    assert (page["mode"], page["hash"], page["progress"]) == (mode, f"#slide-{number}", number)
    assert page["shown"] == (1 if mode == "is-presenting" else count)
    assert page["inert"] == (count - 1 if mode == "is-presenting" else 0)
    if mode == "is-presenting":
        assert page["said"].startswith(f"Slide {number} / {count}: ")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_slide_fits_the_window(size: tuple[int, int], pages: Mapping[Case, dict[str, Any]]) -> None:
    page = pages[Case(THROUGH, size)]
    assert page["progress"] == slide_count() == len(THROUGH)
    assert page["misfits"] == []


@pytest.mark.parametrize(("keys", "hash_", "later"), STEPS)
def test_steps(keys: tuple[str, ...], hash_: str, later: int, pages: Mapping[Case, dict[str, Any]]) -> None:
    page = pages[Case((*TO_STEPS, *keys), steps="on")]
    assert (page["hash"], page["later"]) == (hash_, later)


def test_a_phone_needs_no_sideways_scrolling(pages: Mapping[Case, dict[str, Any]]) -> None:
    assert pages[PHONE]["width"] <= 360


def test_a_browser_prints_a_slide_a_page(tmp_path: Path) -> None:
    browse(example().html(), tmp_path, f"--print-to-pdf={tmp_path}/deck.pdf", "--no-pdf-header-footer")
    with pikepdf.open(tmp_path / "deck.pdf") as pdf:
        assert len(pdf.pages) == slide_count()
        assert [round(float(edge)) for edge in pdf.pages[0].MediaBox] == pytest.approx([0, 0, 960, 540], abs=1)
