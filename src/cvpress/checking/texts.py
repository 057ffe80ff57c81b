"""Whether a file has a text, and whether it comes out as it is read (rules P1..)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, checks, in_pdf
from cvpress.rules.file_texts import NO_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.check import Check, Checked

__all__ = ["TEXT_CHECKS"]


@checks(NO_TEXT, when=in_pdf)
def _no_text(checked: Checked) -> Iterator[Found]:
    with_text = {line.page for line in checked.artefact.lines if line.text.strip()}
    for page in range(1, len(checked.artefact.sheets) + 1):
        if page not in with_text:
            yield Found("the page has no text that a program can read", page=page)


TEXT_CHECKS: Final[tuple[Check, ...]] = (_no_text,)
"""The checks of the text."""
