"""cvpress theme: new, show, check."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from cvpress.cli.completing import complete_themes
from cvpress.cli.terminal import filled, note
from cvpress.errors import FileError, UsageError
from cvpress.themes.find import find_theme, is_path
from cvpress.themes.kinds import Texts
from cvpress.writing import write_output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.themes.find import Theme
    from cvpress.themes.options import Option

__all__ = ["theme"]


@click.group(invoke_without_command=False)
def theme() -> None:
    """Make a theme, look at its options, check it. `cvpress themes` lists what there is."""


@theme.command(short_help="Make a theme of your own that holds only what differs.")
@click.argument("name")
@click.option(
    "--from",
    "parent",
    metavar="THEME",
    default="modern",
    show_default=True,
    shell_complete=lambda _ctx, _param, start: complete_themes(start),
    help="The theme to begin with.",
)
def new(name: str, parent: str) -> None:
    """Make a theme of your own in themes/NAME, which holds only what differs.

    NAME is its name, or the path of its folder.
    """
    from cvpress.themes.scaffold import theme_files

    folder = name if is_path(name) else os.path.join("themes", name)
    own = os.path.basename(os.path.normpath(folder)) if name else ""
    files = theme_files(own, _to_extend(parent))
    if os.path.lexists(folder):
        raise FileError(f"{folder} is there already", "choose another name")
    for file, text in files.items():
        write_output(os.path.join(folder, file), text.encode("utf-8"))
    wanted = folder if is_path(name) else own
    note(f"made {folder}; try `cvpress render profile.yaml --theme {wanted}` and `cvpress theme check {folder}`")


def _to_extend(parent: str) -> Theme:
    """A theme that is found by its name, as others extend it."""
    found = find_theme(parent, os.getcwd())
    if is_path(parent):
        by_name = find_theme(found.name, os.getcwd())
        if not os.path.samefile(by_name.folders[0], found.folders[0]):
            raise UsageError(f"`{found.name}` is another theme than {parent}", "extend a theme by its name")
    return found


@theme.command()
@click.argument("name", shell_complete=lambda _ctx, _param, start: complete_themes(start))
def show(name: str) -> None:
    """Print what a theme is and its options.

    NAME is its name, or the path of its folder.
    """
    found = find_theme(name, os.getcwd())
    click.echo("\n".join(_told(found)))


def _told(found: Theme) -> Iterator[str]:
    yield filled(f"{found.name}: {found.description}")
    yield ""
    yield f"extends    {' → '.join(spec.name for spec in found.lineage[1:]) or 'nothing'}"
    yield f"documents  {', '.join(sorted(found.documents))}"
    fonts = ", ".join(dict.fromkeys(font.family for _, font in found.fonts)) or "those of the system"
    yield filled(f"fonts      {fonts}", indent=11)
    yield f"folder     {found.folders[0]}"
    yield ""
    yield "Options, as --set takes them; below [theme] in cvpress.toml and below"
    yield "meta.cvpress.options in a profile they are written without `theme.`:"
    for option in found.options.values():
        yield ""
        yield from _told_of(option)


def _told_of(option: Option) -> Iterator[str]:
    name = f"{option.name}.NAME" if isinstance(option.kind, Texts) else option.name
    yield f"  theme.{name}={option.default}"
    takes = f"{option.description} It takes {option.kind.words}."
    unset = " Without it, the look decides." if not option.default and option.kind.style("1") else ""
    yield filled(" " * 6 + takes + unset, indent=6)


@theme.command(short_help="Find what is wrong with a theme, and with its pages.")
@click.argument("name", shell_complete=lambda _ctx, _param, start: complete_themes(start))
def check(name: str) -> None:
    """Find what is wrong with a theme: files, templates, styles, and the pages that it makes.

    NAME is its name, or the path of its folder. Every document is rendered of an empty
    profile, of a small one and of a large one, and their pages are measured. The exit code
    is 1 if something is wrong.
    """
    from cvpress.reporters.style import visible
    from cvpress.theme_check.check import check_theme

    flaws = 0
    for flaw in check_theme(name, os.getcwd()):
        flaws += 1
        click.echo("\n".join(map(visible, str(flaw).splitlines())))
    note(f"{flaws} thing{'s' if flaws > 1 else ''} to mend" if flaws else f"{name}: nothing to mend")
    raise SystemExit(1 if flaws else 0)
