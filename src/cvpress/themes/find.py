"""Where themes are found: by path, in the project's themes/, built in, in installed packages.

A built-in name means the built-in theme, so the packages that are installed are looked through
only for other names: that takes longer than all else here.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from cvpress.errors import ThemeError, UsageError
from cvpress.resources import data_folder
from cvpress.themes.files import safe_path
from cvpress.themes.options import chosen_options
from cvpress.themes.packages import installed_themes
from cvpress.themes.spec import ThemeSpec, read_spec
from cvpress.values.suggestions import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.themes.options import Option
    from cvpress.themes.spec import Font

__all__ = ["DEFAULT", "Theme", "built_in_names", "find_theme", "is_path", "theme_names"]

DEFAULT = "modern"
"""The theme of whoever names none."""


@dataclass(frozen=True)
class Theme:
    """A theme joined with what it extends: `lineage` runs from itself to its base."""

    lineage: tuple[ThemeSpec, ...]

    @property
    def name(self) -> str:
        """What the theme is called."""
        return self.lineage[0].name

    @property
    def description(self) -> str:
        """What it looks like, in a sentence."""
        return self.lineage[0].description

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that its files are looked for in, its own first."""
        return tuple(spec.folder for spec in self.lineage)

    @cached_property
    def options(self) -> Mapping[str, Option]:
        """All options, its own over inherited ones, each with the default that it gives.

        Raises:
            ThemeError: [defaults] or [linear] name an option that there is not, or a value that is out of bounds.
        """
        options: dict[str, Option] = {}
        linear: dict[str, str] = {}
        for spec in reversed(self.lineage):
            options |= {option.name: option for option in spec.options}
            linear |= dict(spec.linear)
            chosen = _chosen_by(spec, "defaults", options, dict(spec.defaults))
            _chosen_by(spec, "linear", options, linear)
            options |= {
                name: replace(options[name], default=chosen[name]) for name, _ in spec.defaults if name in options
            }
        return options

    @cached_property
    def linear(self) -> dict[str, str]:
        """What options are where all is to stand in one column: what it says over what it inherits."""
        return dict(pair for spec in reversed(self.lineage) for pair in spec.linear)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The defaults of single texts, by keys such as `titles.work`."""
        defaults = dict(pair for spec in reversed(self.lineage) for pair in spec.defaults)
        return {key: text for key, text in defaults.items() if "." in key}

    @property
    def fonts(self) -> tuple[tuple[str, Font], ...]:
        """All faces with the folder that each is in."""
        return tuple((spec.folder, font) for spec in self.lineage for font in spec.fonts)

    @property
    def scripts(self) -> tuple[str, ...]:
        """The names of cvpress's scripts that it asks for, and that what it extends asks for."""
        return tuple(sorted({name for spec in self.lineage for name in spec.scripts}))

    @cached_property
    def documents(self) -> frozenset[str]:
        """What it can render: its own documents and inherited ones."""
        return frozenset(document for spec in self.lineage for document in spec.documents)

    @property
    def grid(self) -> bool:
        """Whether its text stands on a baseline grid: what it says, or what it extends."""
        return next((spec.grid for spec in self.lineage if spec.grid is not None), False)

    def check_document(self, document: str) -> None:
        """Make sure that it has a document.

        Raises:
            ThemeError: it has not.
        """
        if document not in self.documents:
            has = ", ".join(sorted(self.documents)) or "none"
            raise ThemeError(f"theme `{self.name}` has no document `{document}`", f"its documents: {has}")

    def files(self, name: str) -> Iterator[str]:
        """The paths of all files of that name, from the base to the theme itself."""
        for folder in reversed(self.folders):
            path = safe_path(folder, name)
            if os.path.isfile(path):
                yield path


def _chosen_by(
    spec: ThemeSpec, table: str, options: Mapping[str, Option], said: Mapping[str, str]
) -> Mapping[str, str]:
    """The values of options where a table of a theme.toml says some.

    Raises:
        ThemeError: there is no such option, or it does not take the value.
    """
    try:
        return chosen_options(options, said)
    except UsageError as error:
        message = f"{os.path.join(spec.folder, 'theme.toml')}, [{table}]: {error.message}"
        raise ThemeError(message, error.hint) from error


def find_theme(name: str, project: str = "") -> Theme:
    """Find a theme and all that it extends.

    Args:
        name: a name, or the path of a folder (with a separator in it).
        project: the folder whose themes/ is looked at before the built-in ones, or "".

    Raises:
        ThemeError: there is none of that name, or it is broken.
    """
    lineage: list[ThemeSpec] = []
    wanted = name
    while wanted:
        spec = _found(wanted, project)
        if os.path.realpath(spec.folder) in {os.path.realpath(ancestor.folder) for ancestor in lineage}:
            way = " → ".join([*(ancestor.name for ancestor in lineage), spec.name])
            raise ThemeError(f"theme `{name}` extends itself: {way}", "let one of them extend a built-in theme")
        lineage.append(spec)
        wanted = spec.extends
    return Theme(tuple(lineage))


def theme_names(project: str = "") -> tuple[str, ...]:
    """The names of all themes that a user can choose, without those only made to be extended.

    One that is broken is among them: using it tells what is wrong.
    """
    local = _names_in(os.path.join(project, "themes") if project else "")
    found = {*local, *built_in_names(), *_installed()}
    return tuple(sorted(name for name in found if not _is_abstract(name, project)))


def _is_abstract(name: str, project: str) -> bool:
    try:
        return _found(name, project).is_abstract
    except ThemeError:
        return False


def is_path(name: str) -> bool:
    """Whether a theme is asked for by the path of its folder."""
    return os.sep in name or "/" in name or name in {".", ".."}


def _found(name: str, project: str) -> ThemeSpec:
    """A theme by itself. One that is found by a name has that name, or messages would speak of another."""
    spec = read_spec(_folder(name, project))
    if not is_path(name) and spec.name != name:
        raise ThemeError(
            f"{os.path.join(spec.folder, 'theme.toml')} calls the theme `{spec.name}`, and it is found as `{name}`",
            f'write `name = "{name}"` there',
        )
    return spec


def _folder(name: str, project: str) -> str:
    if is_path(name):
        return name
    local = os.path.join(project, "themes", name) if project else ""
    if local and os.path.isfile(os.path.join(local, "theme.toml")):
        if name in built_in_names() and not os.path.samefile(local, os.path.join(data_folder("themes"), name)):
            raise ThemeError(
                f"{local} has the name of a built-in theme",
                "rename the folder, and `name` in its theme.toml: my-modern, say",
            )
        return local
    if name in built_in_names():
        return os.path.join(data_folder("themes"), name)
    if name in _installed():
        return _installed()[name]
    hint = suggestion(name, theme_names(project), "themes: ")
    raise ThemeError(f"there is no theme `{name}`", hint)


def _installed() -> Mapping[str, str]:
    installed = installed_themes()
    for name in built_in_names():
        if name in installed:
            raise ThemeError(
                f"the installed theme in {installed[name]} has the name of a built-in theme, `{name}`",
                "uninstall its package, or have it renamed",
            )
    return installed


@cache
def built_in_names() -> tuple[str, ...]:
    """The names of the themes that come with cvpress."""
    return _names_in(data_folder("themes"))


def _names_in(folder: str) -> tuple[str, ...]:
    if not folder or not os.path.isdir(folder):
        return ()
    return tuple(name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name, "theme.toml")))
