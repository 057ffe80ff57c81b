"""docs/gallery shows the themes as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType


@pytest.mark.matrix
def test_the_gallery_is_not_stale(load_script: Callable[[str], ModuleType]) -> None:
    assert load_script("build-gallery").stale() == [], "run make gallery"
