"""The script of a deck, in a browser."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from browsing import CHROMIUM, browse
from outputs import ROOT, Page

import cvpress
from cvpress.views.request import Request

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium")

DECK = Request(document="portfolio")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
PROBE = """<script>
const key = (name) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", {key: name, bubbles: true, cancelable: true}));
const misfits = [];
for (const name of KEYS) {
  name === "click" ? document.querySelector(".present").click() : key(name);
  for (const slide of document.querySelectorAll(".is-presenting .slide.is-current")) {
    const isHigh = slide.scrollHeight > slide.clientHeight + 1;
    if (isHigh || slide.scrollWidth > slide.clientWidth + 1) misfits.push(slide.id);
  }
}
const shown = [...document.querySelectorAll(".slide")].filter((slide) => slide.getClientRects().length);
const later = [...document.querySelectorAll(".slide.is-current .is-later")];
document.body.append(Object.assign(document.createElement("pre"), {id: "probe", textContent: JSON.stringify({
  mode: document.documentElement.className, hash: location.hash, shown: shown.length, later: later.length,
  said: document.querySelector(".announcement").textContent, progress: document.querySelector(".progress").value,
  misfits, inert: document.querySelectorAll("[inert]").length})}));
</script></body>"""


@cache
def example(steps: str = "off") -> cvpress.Rendering:
    return cvpress.prepare(ROOT / "profiles/robust-ml-phd/profile.yaml", DECK, options={"steps": steps})


def after(keys: list[str], folder: Path, steps: str = "off", size: str = "1280,720") -> dict[str, Any]:
    """What the page is like after some keys; the probe is a script, which the page's own policy would not run."""
    html = POLICY.sub("", example(steps).html()).replace("</body>", PROBE.replace("KEYS", json.dumps(keys)))
    dom, complaints = browse(html, folder, "--dump-dom", f"--window-size={size}")
    assert complaints == ""
    (probe,) = [element for element in Page(dom).all("pre") if element.get("id") == "probe"]
    found: dict[str, Any] = json.loads(str(probe.text))
    return found


def test_its_own_policy_lets_the_script_run(tmp_path: Path) -> None:
    dom, complaints = browse(example().html(), tmp_path, "--dump-dom")
    assert complaints == ""
    (controls,) = [element for element in Page(dom).all("div") if element.get("class") == "controls"]
    assert "hidden" not in controls.attrib


@pytest.mark.parametrize(
    ("keys", "mode", "number"),
    [
        (["p"], "is-presenting", 1),
        (["click"], "is-presenting", 1),
        (["p", "ArrowRight", " ", "PageDown"], "is-presenting", 4),
        (["p", "ArrowRight", "ArrowRight", "ArrowLeft"], "is-presenting", 2),
        (["p", "ArrowLeft"], "is-presenting", 1),
        (["p", "1", "2", "Enter"], "is-presenting", 12),
        (["p", "9", "9", "9", "Enter", "Home", "ArrowDown"], "is-presenting", 2),
        (["p", "ArrowRight", "o"], "is-overview", 2),
        (["o", "ArrowRight", "ArrowRight", "Enter"], "is-presenting", 3),
        (["p", "ArrowRight", "Escape"], "", 2),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else None,
)
def test_keys(keys: list[str], mode: str, number: int, tmp_path: Path) -> None:
    page = after(keys, tmp_path)
    count = len(getattr(example().view, "slides", ()))
    assert (page["mode"], page["hash"], page["progress"]) == (mode, f"#slide-{number}", number)
    assert page["shown"] == (1 if mode == "is-presenting" else count)
    assert page["inert"] == (count - 1 if mode == "is-presenting" else 0)
    if mode == "is-presenting":
        assert page["said"].startswith(f"Slide {number} / {count}: ")


@pytest.mark.parametrize("size", ["1280,720", "800,1000", "2560,900"])
def test_every_slide_fits_the_window(size: str, tmp_path: Path) -> None:
    count = len(getattr(example().view, "slides", ()))
    page = after(["p", *["ArrowRight"] * (count - 1)], tmp_path, size=size)
    assert page["progress"] == count
    assert page["misfits"] == []


@pytest.mark.parametrize(
    ("keys", "hash_", "later"),
    [
        ([], "#slide-6", 3),
        (["ArrowRight"], "#slide-6", 2),
        (["ArrowRight"] * 4, "#slide-7", 2),
        (["ArrowRight"] * 4 + ["ArrowLeft"], "#slide-6", 0),
        (["s"], "#slide-6", 0),
    ],
)
def test_steps(keys: list[str], hash_: str, later: int, tmp_path: Path) -> None:
    page = after(["p", "6", "Enter", *keys], tmp_path, steps="on")
    assert (page["hash"], page["later"]) == (hash_, later)


def test_a_phone_needs_no_sideways_scrolling(tmp_path: Path) -> None:
    frame = '<iframe src="deck.html" style="width:360px;height:800px;border:0"></iframe>'
    (tmp_path / "deck.html").write_text(example().html())
    probe = (
        "<script>addEventListener('load', () => document.title = "
        "document.querySelector('iframe').contentDocument.documentElement.scrollWidth)</script>"
    )
    dom, _ = browse(frame + probe, tmp_path, "--dump-dom", "--allow-file-access-from-files")
    width = re.search(r"<title>(\d+)</title>", dom)
    assert width
    assert int(width[1]) <= 360


def test_a_browser_prints_a_slide_a_page(tmp_path: Path) -> None:
    browse(example().html(), tmp_path, f"--print-to-pdf={tmp_path}/deck.pdf", "--no-pdf-header-footer")
    with pikepdf.open(tmp_path / "deck.pdf") as pdf:
        assert len(pdf.pages) == len(getattr(example().view, "slides", ()))
        assert [round(float(edge)) for edge in pdf.pages[0].MediaBox] == pytest.approx([0, 0, 960, 540], abs=1)
