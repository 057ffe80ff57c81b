"""Language tags: RFC 5646, which is BCP 47."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_language_tag"]

_TAG: Final = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)",
    re.IGNORECASE,
)
"""RFC 5646, 2.1, without tags that are kept for old times' sake, such as i-klingon."""


def is_language_tag(tag: str) -> bool:
    """Whether a tag is written as BCP 47 says."""
    return _TAG.fullmatch(tag) is not None
