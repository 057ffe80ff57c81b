"""The rules' own fixes: a mended file has none of the faults that were mended, no others, and is not mended again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from outputs import ROOT

from cvpress.diagnostics import Severity
from cvpress.fixes import fix
from cvpress.rules.engine import check
from cvpress.syntax import read

if TYPE_CHECKING:
    from pathlib import Path

    from cvpress.syntax.document import Document

RULES = ROOT / "tests/rules"
CASES = sorted(path for path in RULES.glob("*/bad/*") if path.suffix != ".expected")


def errors(document: Document) -> int:
    return sum(found.severity is Severity.ERROR for found in check(document))


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("path", CASES, ids=[path.relative_to(RULES).as_posix() for path in CASES])
def test_a_bad_case(path: Path, *, unsafe: bool) -> None:
    document = read(path.read_bytes(), path.name)
    fixed = fix(document, check, unsafe=unsafe)
    assert errors(fixed.document) <= errors(document)
    again = fix(fixed.document, check, unsafe=unsafe)
    assert again.applied == ()
    assert again.document.text == fixed.document.text


@pytest.mark.parametrize("path", sorted(ROOT.glob("profiles/*/profile.*")), ids=lambda path: path.parent.name)
def test_an_example_profile_needs_no_fix(path: Path) -> None:
    document = read(path.read_bytes(), path.name)
    assert fix(document, check, unsafe=True).document is document
