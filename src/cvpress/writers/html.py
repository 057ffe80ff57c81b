"""HTML: one self-contained file, with styles, faces and photo inside; no script, no request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from cvpress.themes.environment import render_template
from cvpress.themes.styles import web_styles
from cvpress.writers.structured_data import json_ld

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.themes.find import Theme
    from cvpress.views.view import View

__all__ = ["write_html"]


def write_html(view: View, theme: Theme, options: Mapping[str, str]) -> str:
    """Make the HTML page of a CV.

    Args:
        view: what is shown.
        theme: how it looks.
        options: a value for every option of the theme.

    Raises:
        ThemeError: the theme is broken.
    """
    extras = {
        "medium": "web",
        # A style element holds raw text, so nothing may end it early.
        "styles": Markup(web_styles(theme, options).replace("</", "<\\/")),  # noqa: S704  # see above
        "structured_data": Markup(json_ld(view)),  # noqa: S704  # it escapes <, > and & itself
    }
    return render_template(theme, "cv", view, options, extras)
