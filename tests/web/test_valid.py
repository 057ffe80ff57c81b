"""html-validate has nothing to say against any page."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from filled import filled
from letters import AMERICAN, GERMAN, research_statement
from outputs import NAMES, example, prepared
from pages import PAGES, rendering

from cvpress.views.request import Request

if TYPE_CHECKING:
    from pathlib import Path

HTML_VALIDATE = {
    "extends": ["html-validate:standard", "html-validate:document"],
    "rules": {
        "no-inline-style": "error",
        "no-trailing-whitespace": "off",
        "require-csp-nonce": "off",  # the policy allows styles, and no script but one that it knows by its hash
        "require-sri": "off",  # nothing is fetched
    },
}


def test_html_validate(node_modules: Path, tmp_path: Path) -> None:
    """All in one run of the validator: it takes a second to start."""
    (tmp_path / "config.json").write_text(json.dumps(HTML_VALIDATE))
    pages = {str(case): rendering(case) for case in PAGES}
    for language in ("en", "de"):
        pages |= {f"{name}-{language}": example(name, language=language) for name in NAMES}
        sheet = Request(document="stories", language=language, with_private=True)
        pages[f"stories-{language}"] = prepared(filled().data, request=sheet)
        request = Request(document="letter", language=language)
        for name, letter in {"german": GERMAN, "american": AMERICAN, "statement": research_statement()}.items():
            pages[f"{name}-{language}"] = prepared(letter, request=request)
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_text(page.html())
    program = node_modules / "html-validate/bin/html-validate.mjs"
    command = ["node", str(program), "--config", "config.json", "*.html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
