"""The files of a new theme: what it extends, and room for what differs. Nothing is copied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cvpress.errors import UsageError
from cvpress.themes.files import text_of
from cvpress.themes.find import built_in_names
from cvpress.themes.kinds import Texts
from cvpress.themes.spec import API_VERSION, NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.themes.find import Theme

__all__ = ["theme_files", "tokens"]

_LONGEST_NAME: Final = 40

_HEADS: Final[Mapping[str, str]] = {
    "style.css": "paper and screens",
    "print.css": "PDF, and printing from a browser",
}
_ROOT: Final = re.compile(r"^:root\s*\{([^{}]*)\}", re.MULTILINE)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN: Final = re.compile(r"(--[a-z][a-z0-9-]*):\s*([^;]+);")


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
        **{file: "\n".join(_style(name, parent, file)) for file in _HEADS},
    }


def _style(name: str, parent: Theme, file: str) -> Iterator[str]:
    yield f"/* {name}: {_HEADS[file]}. These are the properties that looks differ by, as {parent.name} has them:"
    yield "   take those that you want to change out of their comments; docs/themes.md tells what each does. */"
    yield ":root {"
    yield from (f"  /* {token}: {value}; */" for token, value in tokens(parent, file).items())
    yield "}"
    yield ""


def tokens(theme: Theme, file: str) -> Mapping[str, str]:
    """The custom properties that a theme and what it extends set for the whole page, in one of their files."""
    found: dict[str, str] = {}
    for path in theme.files(file):
        text = _COMMENT.sub("", text_of(path))
        for block in _ROOT.finditer(text):
            found |= {name: " ".join(value.split()) for name, value in _TOKEN.findall(block[1])}
    return found


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
