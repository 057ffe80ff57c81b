"""What a document can be written as, and what its file is called."""

from __future__ import annotations

import os
import re
from typing import Final

__all__ = ["FORMATS", "blind_stem", "output_stem"]

FORMATS: Final = ("html", "pdf")
"""The formats, in the order in which they are written."""

_BLIND: Final = "blind"


def output_stem(profile: str, *parts: str) -> str:
    """What the outputs of a profile are called: as its file, then the variant and the like.

    Args:
        profile: the path of the profile; "-" is standard input.
        parts: what follows; characters that file names should not have become hyphens.
    """
    stem = "profile" if profile == "-" else os.path.splitext(os.path.basename(profile))[0]
    names = (re.sub(r"[^\w.-]+", "-", part).strip(".-") for part in parts)
    return "-".join((stem, *filter(None, names)))


def blind_stem(suffix: str) -> str:
    """What a blind document is called: the name of the profile's file is often the person's.

    Args:
        suffix: what the names of such documents end with; nothing for a CV.
    """
    return f"{_BLIND}{suffix or '-cv'}"
