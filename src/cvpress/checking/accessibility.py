"""Whether everybody can read a file, also with a screen reader (rules A1..)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, always, checks
from cvpress.rules.file_access import NO_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.check import Check, Checked

__all__ = ["ACCESSIBILITY_CHECKS"]


@checks(NO_TITLE, when=always)
def _no_title(checked: Checked) -> Iterator[Found]:
    if not checked.artefact.metadata.title:
        yield Found("the file has no title", "name the person and the document in its metadata")


ACCESSIBILITY_CHECKS: Final[tuple[Check, ...]] = (_no_title,)
"""The checks of what screen readers need."""
