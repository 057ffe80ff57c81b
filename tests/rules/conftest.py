"""The day on which the rules look at dates: the same in every run."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 2026-11-21 in UTC."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
