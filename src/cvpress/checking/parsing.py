"""A text → the fields of a CV, as parsers of CVs fill them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.checking.resume import Resume

if TYPE_CHECKING:
    from cvpress.checking.artefact import Artefact

__all__ = ["parse"]


def parse(artefact: Artefact) -> Resume:
    """What a parser would make of a file; it knows nothing of its profile.

    Args:
        artefact: the file, opened and read.
    """
    lines = [line for line in artefact.lines if line.text.strip()]
    return Resume(name=lines[0].text.strip() if lines else "")
