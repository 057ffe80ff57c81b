"""What a document can be written as, and what its file is called."""

from __future__ import annotations

import os
import re
from typing import Final

__all__ = ["APPLICATION", "FORMATS", "file_stem"]

FORMATS: Final = ("html", "pdf")
"""The formats, in the order in which they are written."""

APPLICATION: Final = "-application"
"""What the name of a file with several documents ends with."""

_BLIND: Final = "blind"


def file_stem(profile: str, suffix: str = "", *, variant: str = "", language: str = "", is_blind: bool = False) -> str:
    """What the file of a document is called, without its extension: "me-teaching-de-letter".

    Args:
        profile: the path of the profile; "-" is standard input.
        suffix: what the names of such documents end with; nothing for a CV.
        variant: the variant that is asked for; characters that file names should not have become hyphens.
        language: the language that is asked for.
        is_blind: whether it must not be called as the profile's file or the variant, which may name the person.
    """
    stem = "profile" if profile == "-" else os.path.splitext(os.path.basename(profile))[0]
    if is_blind:
        return "-".join(filter(None, (_BLIND, language))) + (suffix or "-cv")
    return "-".join((stem, *filter(None, map(_for_files, (variant, language))))) + suffix


def _for_files(name: str) -> str:
    """A name without the characters that names of files should not have; it is never empty if the name is not."""
    return name and (re.sub(r"[^\w.-]+", "-", name).strip(".-") or "-".join(f"{ord(char):x}" for char in name[:4]))
