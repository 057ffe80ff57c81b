"""From 320 px to 1600 px: nothing to scroll sideways for, nothing cut off, nothing too small to read or to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pages import PAGES, Case, params, rendering

if TYPE_CHECKING:
    from browsing import Tab

WIDTHS = (320, 360, 768, 1280, 1600)
MEASURE = """(() => {
  const root = document.documentElement;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const cut = new Set(), sizes = {}, range = document.createRange();
  const inPicture = (element) => element.closest("svg, .picture");
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const element = text.parentElement, style = getComputedStyle(element);
    if (!text.data.trim() || element.closest("script, style")) continue;
    if (!element.checkVisibility({visibilityProperty: true})) continue;
    range.selectNodeContents(text);
    const words = text.data.trim().slice(0, 40);
    let [left, right, top, bottom] = [0, innerWidth, -Infinity, Infinity];
    for (let box = element; box !== document.body; box = box.parentElement) {
      const {overflowX, overflowY, clipPath} = getComputedStyle(box), edges = box.getBoundingClientRect();
      const canScroll = /auto|scroll/.test(overflowX) && box.scrollWidth > box.clientWidth;
      if (canScroll || clipPath !== "none") [left, right] = [-Infinity, Infinity];
      if (clipPath !== "none") break; // for screen readers
      if (/hidden|clip/.test(overflowX)) [left, right] = [Math.max(left, edges.left), Math.min(right, edges.right)];
      if (/hidden|clip/.test(overflowY)) [top, bottom] = [Math.max(top, edges.top), Math.min(bottom, edges.bottom)];
    }
    for (const {left: l, right: r, top: t, bottom: b} of range.getClientRects()) {
      if (l < left - 1 || r > right + 1 || t < top - 4 || b > bottom + 4) cut.add(words);
    }
    const size = parseFloat(style.fontSize);
    if (!inPicture(element)) sizes[size] = (sizes[size] || 0) + text.data.trim().length;
  }
  const small = [...document.querySelectorAll(".contacts a, .detail a, nav a, .controls button")]
    .filter((target) => target.checkVisibility())
    .map((target) => [target.textContent.trim().slice(0, 40), target.getBoundingClientRect()])
    .filter(([, box]) => box.width && Math.min(box.width, box.height) < 24)
    .map(([text, box]) => `${text} ${box.width}×${box.height}`);
  const body = Number(Object.entries(sizes).sort(([, one], [, other]) => other - one)[0][0]);
  return {scrolls: root.scrollWidth > root.clientWidth, cut: [...cut], small, isReadable: body >= 16,
    tiny: Object.keys(sizes).map(Number).filter((size) => size < 11)};
})()"""
FINE: dict[str, Any] = {"scrolls": False, "cut": [], "small": [], "isReadable": True, "tiny": []}


@pytest.mark.parametrize("case", params(PAGES))
def test_every_width(tab: Tab, case: Case) -> None:
    tab.show(rendering(case).html())
    faults = []
    for width in WIDTHS:
        tab.look(width)
        found = tab.run(MEASURE)
        faults += [(width, fault, found[fault]) for fault, fine in FINE.items() if found[fault] != fine]
    assert not faults, "\n".join(map(str, faults))
