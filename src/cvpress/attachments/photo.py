"""The photo that a profile names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.attachments.files import file_in
from cvpress.diagnostics import Finding
from cvpress.rules.rendering import PHOTO_UNUSABLE
from cvpress.views.picture import MAX_BYTES, read_photo

if TYPE_CHECKING:
    from cvpress.diagnostics import Diagnostic
    from cvpress.syntax.document import Document
    from cvpress.views.view import Picture

__all__ = ["read_photo_of"]


def read_photo_of(document: Document, folder: str, aspect: float = 0) -> tuple[Picture | None, tuple[Diagnostic, ...]]:
    """The photo that a profile names, or a warning that says why there is none.

    Args:
        document: the profile, which its schema takes.
        folder: where its photo may be.
        aspect: its width by its height as it is to be; 0 for as it is.
    """
    name = document.data.get("basics", {}).get("image", "")
    if not name:
        return None, ()
    try:
        return read_photo(file_in(folder, name, MAX_BYTES), aspect), ()
    except ValueError as error:
        message = f"the photo cannot be shown: {error}"
        hint = "put a JPEG, PNG or WebP file beside the profile, and write its name"
        return None, (PHOTO_UNUSABLE.report(document, Finding(("basics", "image"), message, hint)),)
