"""The files of a new theme: what it extends, and room for what differs. Nothing is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.errors import UsageError
from cvpress.themes.find import built_in_names
from cvpress.themes.kinds import Texts
from cvpress.themes.spec import API_VERSION, NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.themes.find import Theme

__all__ = ["theme_files"]

_LONGEST_NAME: Final = 40

_STYLE: Final = """\
/* {name}: paper and screens. These properties are what looks differ by; take the ones you want out of the comment. */
:root {{
  /* --font: "Inter", sans-serif;     faces: [[fonts]] in theme.toml */
  /* --name-size: 2.45rem;            1rem is the size of the text */
  /* --head-size: 1.12rem; */
  /* --bold: 600; */
  /* --leading: 1.43rem;              from line to line, on paper */
  /* --measure: 43em;                 the longest line */
  /* --ink: #16191d; --muted: #4b535c; --strong: var(--accent-text); */
}}
"""

_PRINT: Final = """\
/* {name}: PDF, and printing from a browser. What one document has stands in cv/, letter/, portfolio/, stories/. */
:root {{
  /* --page-margin: 18mm 22mm; */
  /* --body-size: 9.8pt; */
}}
"""


def theme_files(name: str, parent: Theme) -> Mapping[str, str]:
    """What stands in the files of a new theme that looks like another until they are changed.

    Args:
        name: what it is called.
        parent: the theme that it extends.

    Returns:
        Texts by the names of the files.

    Raises:
        UsageError: a theme cannot be called so.
    """
    if not NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise UsageError(f"a theme cannot be called `{name}`", "write small letters, digits and hyphens: my-look")
    if name in built_in_names():
        raise UsageError(f"there is a built-in theme `{name}`", f"choose another name: my-{name}")
    return {
        "theme.toml": "\n".join(_description(name, parent)),
        "style.css": _STYLE.format(name=name),
        "print.css": _PRINT.format(name=name),
    }


def _description(name: str, parent: Theme) -> Iterator[str]:
    yield f'name = "{name}"'
    yield f"api = {API_VERSION}"
    yield f'extends = "{parent.name}"'
    yield f'description = "{parent.name}, as I like it."'
    yield ""
    yield f"# Where options begin, if not as in {parent.name}; `cvpress theme show {name}` tells what each takes."
    yield "[defaults]"
    for option in parent.options.values():
        if not isinstance(option.kind, Texts):
            yield f'# {option.name} = "{option.default}"'
    yield ""
