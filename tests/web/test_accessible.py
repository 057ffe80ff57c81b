"""axe-core finds no fault in any page, in light and in dark.

What it cannot judge, the contrast within pictures, is measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pages import PAGES, Case, params, rendering

if TYPE_CHECKING:
    from pathlib import Path

    from browsing import Tab

AXE = """axe.run(document, {resultTypes: ["violations", "incomplete"], runOnly: RULES}).then((found) => {
  const listed = (results) => results.flatMap((result) => result.nodes.map((node) => [
    result.id, String(node.target), ...node.any.map((check) => check.message)]));
  const doubts = listed(found.incomplete).filter(([id]) => id === "color-contrast");
  return {violations: listed(found.violations), doubts};
})"""
ALL = '["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]'
COLORS = '{type: "rule", values: ["color-contrast"]}'
"""All that a dark theme changes."""
OTHERS = f'{{type: "tag", values: {ALL}}}, rules: {{"color-contrast": {{enabled: false}}}}'
"""All that the size of slides changes."""

CONTRAST = """(() => {
  const context = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (color) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const light = (color) => rgba(color).slice(0, 3)
    .map((value) => (value / 255 <= .04045 ? value / 255 / 12.92 : ((value / 255 + .055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [.2126, .7152, .0722][index], 0);
  const ground = (element) => {
    for (let parent = element; parent; parent = parent.parentElement) {
      const color = getComputedStyle(parent).backgroundColor;
      if (rgba(color)[3] === 255) return color;
    }
    return "white";
  };
  return Object.fromEntries(DOUBTS.map((selector) => {
    const element = document.querySelector(selector);
    const style = getComputedStyle(element);
    const color = element.closest("svg") ? style.fill : style.color;
    const [dark, bright] = [light(color), light(ground(element))].sort((one, other) => one - other);
    return [selector, (bright + .05) / (dark + .05)];
  }));
})()"""
"""By WCAG's formula: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""


@pytest.fixture(scope="module")
def axe(node_modules: Path) -> str:
    return (node_modules / "axe-core/axe.min.js").read_text()


def judged(tab: Tab, rules: str, *, is_dark: bool = False) -> dict[str, Any]:
    """What is wrong with the page, and the contrast of what axe cannot tell."""
    tab.look(1280, is_dark=is_dark)
    found: dict[str, Any] = tab.run(AXE.replace("RULES", rules))
    selectors = [selector for _, selector, *_ in found.pop("doubts")]
    contrasts = tab.run(CONTRAST.replace("DOUBTS", str(selectors)))
    return {**found, "low": {selector: value for selector, value in contrasts.items() if value < 4.5}}


FINE: dict[str, Any] = {"violations": [], "low": {}}


@pytest.mark.parametrize("case", params(PAGES))
def test_axe(tab: Tab, axe: str, case: Case) -> None:
    tab.show(rendering(case).html())
    tab.run(f"{axe};0")
    assert judged(tab, ALL) == FINE
    assert judged(tab, COLORS, is_dark=True) == FINE


@pytest.mark.parametrize("case", params([case for case in PAGES if case.document == "portfolio"]))
def test_axe_while_presenting(tab: Tab, axe: str, case: Case) -> None:
    tab.show(rendering(case).html())
    tab.run(f"{axe};0")
    tab.press("p")
    assert tab.run("document.documentElement.className") == "is-presenting"
    assert judged(tab, ALL) == FINE
    assert judged(tab, COLORS, is_dark=True) == FINE
    tab.press("o")
    assert tab.run("document.documentElement.className") == "is-overview"
    assert judged(tab, OTHERS) == FINE
