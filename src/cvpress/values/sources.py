"""What the source in a PDF is called and described as: what is written there, and looked for when it is taken out."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["DOCUMENTS_IN", "PICTURE", "PROFILE", "arguments", "description"]

PROFILE: Final = "profile.json"
"""The name of the profile in a PDF."""

PICTURE: Final = re.compile(r"(?:photo|figure-[1-9]\d?)\.(?:jpg|png)")
"""The names of its pictures."""

_MADE_BY: Final = "Made of this file by: cvpress render FILE"

DOCUMENTS_IN: Final = re.compile(
    rf"{re.escape(_MADE_BY)} --document (?P<documents>[a-z]{{1,20}}(?:,[a-z]{{1,20}}){{0,9}})(?: --merge)? --to pdf"
)
"""The description of a profile in a PDF: how to make the document of it."""


def arguments(documents: str) -> str:
    """What `cvpress render` is told to make the PDF of some documents, which have commas between them."""
    return f"--document {documents}{' --merge' if ',' in documents else ''} --to pdf"


def description(documents: str) -> str:
    """How the profile in a PDF is described."""
    return f"{_MADE_BY} {arguments(documents)}"
