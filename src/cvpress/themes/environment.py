"""Renders a theme's templates: sandboxed, escaping, and blind to all but the view."""

from __future__ import annotations

import os
from functools import cache, partial
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from cvpress.errors import ThemeError
from cvpress.themes.bidirectional import isolated, isolated_text
from cvpress.themes.files import safe_path, text_of
from cvpress.themes.options import page_classes, template_values
from cvpress.themes.sandbox import ThemeEnvironment, counted_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

    from cvpress.themes.find import Theme
    from cvpress.views.view import View

__all__ = ["TEMPLATE_NAMES", "render_template", "template_environment"]

_TEMPLATE = ".j2"

TEMPLATE_NAMES = frozenset(
    (
        *("view", "theme", "classes"),
        *("medium", "policy", "script", "styles", "structured_data", "created", "is_tight"),  # of the writers
    )
)
"""What templates can see."""


class _ThemeLoader(BaseLoader):
    """Finds templates in a theme's folders, its own before those of what it extends."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self._folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        for folder in self._folders:
            path = safe_path(folder, os.path.join("templates", template))
            if os.path.isfile(path):
                return text_of(path), path, lambda: True
        raise TemplateNotFound(template)


def render_template(
    theme: Theme, document: str, view: View, options: Mapping[str, str], extras: Mapping[str, Any]
) -> str:
    """Render a document of a theme to HTML.

    Args:
        theme: the theme.
        document: its name, "cv"; the template is templates/cv.html.j2.
        view: all that the template sees of the profile, as `view`.
        options: the theme's options, as `theme`, with what is derived from them; choices as `classes` too.
        extras: what the writer adds: styles, structured data.

    Raises:
        ThemeError: a template is missing, broken, or tries what it may not.
    """
    try:
        environment = template_environment(theme.folders, view.page.direction, view.page.comma)
        seen = template_values(theme.options, options)
        template = environment.get_template(f"{document}.html.j2")
        with counted_steps():
            return template.render(view=view, theme=seen, classes=page_classes(theme.options, options), **extras)
    except TemplateNotFound as error:
        raise ThemeError(f"theme `{theme.name}` has no template {error}") from error
    except SecurityError as error:
        raise ThemeError(f"theme `{theme.name}` does what a theme may not: {error}") from error
    except TemplateError as error:
        raise ThemeError(f"theme `{theme.name}` has a broken template{_where(error)}: {error.message}") from error
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        # What a template computes with wrong values, or a file of it that is not UTF-8.
        message = f"theme `{theme.name}` has a broken template{_where(error)}: {type(error).__name__}: {error}"
        raise ThemeError(message) from error


def _where(error: Exception) -> str:
    """Where in a template an error came up, if that is known."""
    if isinstance(error, TemplateSyntaxError):
        return f" ({error.filename}, line {error.lineno})"
    frames = [(frame.filename, frame.lineno) for frame in extract_tb(error.__traceback__)]
    places = [place for place in frames if place[0].endswith(_TEMPLATE)]
    return f" ({places[-1][0]}, line {places[-1][1]})" if places else ""


@cache
def template_environment(folders: tuple[str, ...], direction: str, comma: str) -> ThemeEnvironment:
    """What templates are read with and run in.

    Args:
        folders: those of a theme and of what it extends, its own first.
        direction: that of the page, "ltr" or "rtl".
        comma: what stands between words of a list.
    """
    environment = ThemeEnvironment(
        autoescape=True,
        finalize=isolated_text if direction == "rtl" else None,
        optimized=False,  # a template is mostly rendered once, and to optimise it takes longer than it saves
        loader=_ThemeLoader(folders),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["comma"] = comma
    environment.filters["isolated"] = partial(isolated, page=direction)
    return environment
