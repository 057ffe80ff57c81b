"""The HTML of a deck, as it was when somebody last looked at it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from outputs import ROOT

import cvpress
from cvpress.views.request import Request

if TYPE_CHECKING:
    from conftest import Golden

_LEFT_OUT = re.compile(r"(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|(?<='sha256-)[^']*", re.DOTALL)


def test_deck(golden: Golden) -> None:
    path = ROOT / "profiles/robust-ml-phd/profile.yaml"
    html = cvpress.prepare(path, Request(document="portfolio")).html()
    golden(Path(__file__).parent / "robust-ml-phd.portfolio.en.html", _LEFT_OUT.sub("…", html))
