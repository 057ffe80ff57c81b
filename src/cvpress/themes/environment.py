"""Renders a theme's templates: sandboxed, escaping, and blind to all but the view."""

from __future__ import annotations

import os
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cvpress.errors import ThemeError
from cvpress.themes.bidirectional import isolated, isolated_text
from cvpress.themes.spec import safe_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

    from cvpress.themes.find import Theme
    from cvpress.views.view import View

__all__ = ["render_template"]


class _ThemeLoader(BaseLoader):
    """Finds templates in a theme's folders, its own before those of what it extends."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self._folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        for folder in self._folders:
            path = safe_path(folder, os.path.join("templates", template))
            if os.path.isfile(path):
                with open(path, encoding="utf-8") as file:
                    return file.read(), path, lambda: True
        raise TemplateNotFound(template)


def render_template(
    theme: Theme, document: str, view: View, options: Mapping[str, str], extras: Mapping[str, Any]
) -> str:
    """Render a document of a theme to HTML.

    Args:
        theme: the theme.
        document: its name, "cv"; the template is templates/cv.html.j2.
        view: all that the template sees of the profile, as `view`.
        options: the theme's options, as `theme`.
        extras: what the writer adds: styles, structured data.

    Raises:
        ThemeError: a template is missing, broken, or tries what it may not.
    """
    try:
        template = _environment(theme.folders, view.page.direction, view.page.comma).get_template(f"{document}.html.j2")
        return template.render(view=view, theme=options, **extras)
    except TemplateNotFound as error:
        raise ThemeError(f"theme `{theme.name}` has no template {error}") from error
    except SecurityError as error:
        raise ThemeError(f"theme `{theme.name}` does what a theme may not: {error}") from error
    except TemplateError as error:
        where = f" ({error.filename}, line {error.lineno})" if isinstance(error, TemplateSyntaxError) else ""
        raise ThemeError(f"theme `{theme.name}` has a broken template{where}: {error.message}") from error
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        # What a template computes with wrong values, or a file of it that is not UTF-8.
        raise ThemeError(f"theme `{theme.name}` has a broken template: {type(error).__name__}: {error}") from error


@cache
def _environment(folders: tuple[str, ...], direction: str, comma: str) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True,
        finalize=isolated_text if direction == "rtl" else None,
        loader=_ThemeLoader(folders),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["comma"] = comma
    environment.filters["isolated"] = partial(isolated, page=direction)
    return environment
