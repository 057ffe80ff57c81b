from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import CHROMIUM, Browser, Tab

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The one browser that all pages are looked at in."""
    if not CHROMIUM:
        pytest.skip("there is no Chromium")
    browser = Browser(tmp_path_factory.mktemp("browser"))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Tab:
    """A tab in which scripts may look at pages."""
    return Tab(browser)


@pytest.fixture(scope="session")
def guarded_tab(browser: Browser) -> Tab:
    """A tab in which the policies of pages hold."""
    return Tab(browser, has_policy=True)
