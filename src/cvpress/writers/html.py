"""HTML: one self-contained file, with styles, faces and photo inside; no request.

A theme is data and brings no script. Those that there are are cvpress's own: that of a document that is
presented, and those that a theme asks for by name. The page's policy names them by a hash and allows no other.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from markupsafe import Markup

from cvpress.errors import ThemeError
from cvpress.themes.environment import render_template
from cvpress.themes.faces import web_faces
from cvpress.themes.icons import icon_styles
from cvpress.themes.styles import web_styles
from cvpress.themes.writing import writing_of
from cvpress.views.cv import CvView
from cvpress.writers.structured_data import json_ld

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.themes.find import Theme
    from cvpress.views.view import View

__all__ = ["write_html"]

_SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scripts")
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)
_VALUE = r'="[^"<>]*"'
_HEAD = re.compile(
    rf"""\s*<!doctype\ html>\s*<html(?:\s+(?:lang|dir|class){_VALUE})*>\s*<head>"""
    rf"""(?:\s|<meta(?:\s+(?:charset|name|content){_VALUE})+>|<title>[^<]*</title>)*""",
    re.IGNORECASE | re.VERBOSE,
)
"""What may stand before the policy, which holds for what comes after it."""

_REQUEST = re.compile(rf"<(?:link\b|meta\b(?!(?:\s+(?:charset|name|property|content){_VALUE})+\s*/?>))", re.IGNORECASE)
"""What no policy keeps from leading elsewhere: a connection made beforehand, a page that reloads as another."""
_STYLES = "</styles>"
"""Where the styles are to stand, which depend on what is in the page; no text of a profile has an unescaped `<`."""


def write_html(view: View, theme: Theme, options: Mapping[str, str]) -> str:
    """Make the HTML page of a document.

    Args:
        view: what is shown.
        theme: how it looks.
        options: a value for every option of the theme.

    Raises:
        ThemeError: the theme is broken.
    """
    script = "\n".join(filter(None, map(_script, (view.document, *theme.scripts))))
    policy = _policy(script)
    extras = {
        "medium": "web",
        "policy": Markup(policy),  # noqa: S704  # our own words
        "script": Markup(script),  # noqa: S704  # our own file
        "styles": Markup(_STYLES),  # noqa: S704  # our own words
        "structured_data": Markup(json_ld(view) if isinstance(view, CvView) else ""),  # noqa: S704  # it escapes itself
    }
    page = render_template(theme, view.document, view, options, extras)
    _check_policy(theme, page, policy)
    writing = writing_of(theme, page, view.page.language)
    icons = icon_styles(theme, view.person.icons, options)
    styles = f"{web_styles(theme, view.document, options, writing)}\n{icons}"
    faces = web_faces(writing.faces, page, styles)
    # A style element holds raw text, so nothing may end it early.
    return page.replace(_STYLES, f"{faces}\n{styles}".replace("</", "<\\/"), 1)


def _check_policy(theme: Theme, page: str, policy: str) -> None:
    """Make sure that a theme with a frame of its own has kept the policy, before all that it bounds."""
    before, meta, after = page.partition(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')
    if not meta or not _HEAD.fullmatch(before):
        raise ThemeError(
            f"theme `{theme.name}` makes a page that does not begin with its policy",
            "begin with a copy of page.html.j2 in the theme `base`, and leave its head as it is",
        )
    if found := _REQUEST.search(after):
        raise ThemeError(f"theme `{theme.name}` does what a theme may not: `{found[0]}` can ask for another page")


@cache
def _script(name: str) -> str:
    """The script of a kind of document, or one of `cvpress.themes.spec.SCRIPTS`; empty if there is none."""
    path = os.path.join(_SCRIPTS, f"{name}.js")
    if not os.path.isfile(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def _policy(script: str) -> str:
    """A Content-Security-Policy: nothing is loaded, and no script runs but ours."""
    if not script:
        return _POLICY
    digest = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    return f"{_POLICY}; script-src 'sha256-{digest}'"
