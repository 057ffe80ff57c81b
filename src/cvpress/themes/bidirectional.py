"""Texts of another direction within a page that runs from right to left.

An English title, a link or "C++" in an Arabic page is isolated and says its own direction; else the
full stop would stand at its wrong end, and "+33 6" would be turned round. Style sheets cannot say so:
WeasyPrint has `direction`, but no `unicode-bidi`, and sets the parts of a line one by one.
See https://www.w3.org/International/articles/inline-bidi-markup/.
"""

from __future__ import annotations

import re
from typing import Any, Final

from markupsafe import Markup, escape

from cvpress.views.markup import Text
from cvpress.views.view import Reference

__all__ = ["isolated", "isolated_text"]

_TAGS: Final = re.compile("<[^>]*>")
_LETTER: Final = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def isolated(value: Any, direction: str = "", *, page: str) -> Any:
    """A text of a page, isolated where it runs the other way; Jinja's filter `isolated`.

    Args:
        value: a text, marked up or not.
        direction: "ltr" for what runs so even without letters: a telephone number, "72×".
        page: the direction of the page.

    Returns:
        The value itself where it runs as the page does.
    """
    if page == "ltr" or not value:
        return value
    html = escape(value)
    shown = _TAGS.sub("", html)
    if (direction == "ltr" or _LETTER.search(shown)) and not _RIGHT_TO_LEFT.search(shown):
        return Markup(f'<bdi dir="ltr">{html}</bdi>')  # noqa: S704  # it is escaped
    return value


def isolated_text(value: Any) -> Any:
    """What a template writes into a page that runs from right to left: every text of the profile is isolated."""
    return isolated(value, page="rtl") if isinstance(value, (Reference, Text)) else value
