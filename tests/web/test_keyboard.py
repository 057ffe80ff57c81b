"""Everything that can be used is reached by the Tab key, in the order of the page, and shows that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pages import PAGES, Case, params, rendering

if TYPE_CHECKING:
    from browsing import Tab

STOPS = """(() => {
  const stops = [...document.querySelectorAll("a[href], button")].filter((stop) => stop.checkVisibility());
  const isSeen = (stop) => {
    stop.focus({focusVisible: true});
    if (document.activeElement !== stop) return false;
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(stop);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
  };
  const unseen = stops.filter((stop) => !isSeen(stop));
  return {unseen: unseen.map((stop) => stop.outerHTML.slice(0, 80)),
    moved: stops.filter((stop) => stop.tabIndex > 0).length};
})()"""
REACHED = '[...document.querySelectorAll("a[href], button")].indexOf(document.activeElement)'


@pytest.mark.parametrize("case", params([case for case in PAGES if case.profile != "long-words"]))
def test_focus(tab: Tab, case: Case) -> None:
    tab.show(rendering(case).html())
    tab.press("Tab")
    assert tab.run(REACHED) == 0
    assert tab.run(STOPS) == {"unseen": [], "moved": 0}


@pytest.mark.parametrize("case", params([case for case in PAGES if case.document == "stories"]))
def test_a_navigation_can_be_passed_over(tab: Tab, case: Case) -> None:
    tab.show(rendering(case).html())
    tab.press("Tab")
    link, box = tab.run(
        "((link) => [link.hash, link.getBoundingClientRect().toJSON()])(document.activeElement)",
    )
    assert box["left"] >= 0
    assert box["top"] >= 0
    assert box["height"] >= 24
    tab.press("Enter")
    assert tab.run("`#${document.activeElement.id}`") == link
    assert tab.run("document.activeElement.compareDocumentPosition(document.querySelector('nav')) & 2"), (
        "it is before it"
    )
