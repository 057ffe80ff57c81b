"""A page asks nobody for anything, and its policy lets nothing in that is not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from outputs import Page
from pages import PAGES, Case, params, rendering

if TYPE_CHECKING:
    from browsing import Tab

ALL_TEXT = "document.documentElement.outerHTML"


@pytest.mark.parametrize("case", params(PAGES))
def test_nothing_is_blocked_or_asked_for(guarded_tab: Tab, case: Case) -> None:
    html = rendering(case).html()
    guarded_tab.show(html)
    assert Page(guarded_tab.run(ALL_TEXT)).text == Page(html).text
    assert guarded_tab.complaints() == []


@pytest.mark.parametrize("case", params([case for case in PAGES if case.profile != "long-words"]))
def test_what_does_not_belong_is_blocked(guarded_tab: Tab, case: Case) -> None:
    alien = "<script>document.title = 'ran'</script><img src='x.png'><b onclick='0'></b><iframe src='x'></iframe>"
    guarded_tab.show(rendering(case).html().replace("<main", f"{alien}<main", 1))
    guarded_tab.run("document.querySelector('b').click()")
    complaints = guarded_tab.complaints()
    assert sum("Content Security Policy" in complaint for complaint in complaints) >= 4
    assert guarded_tab.run("document.title") != "ran"
