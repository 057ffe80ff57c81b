"""A theme's own files: what does not belong there, what is never read, what leads out of it."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateSyntaxError, meta, nodes

from cvpress.theme_check.flaw import Flaw
from cvpress.themes.environment import TEMPLATE_NAMES, template_environment
from cvpress.values.suggestions import nearest, suggestion
from cvpress.views.build import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.themes.find import Theme

__all__ = ["file_flaws"]

_STYLES: Final = ("style.css", "print.css", "screen.css", "upright.css")
_REMOTE: Final = re.compile(
    r"""(?:url\(|@import|<link\b[^>]{0,200}?\bhref=|\b(?:src|srcset|poster|data)\s{0,9}=)"""
    r"""\s{0,9}["']?\s{0,9}(?:https?:|ftp:)?//[^\s"')]{0,200}""",
    re.IGNORECASE,
)
_IMPORT: Final = re.compile(r"@import\b[^;]{0,200}", re.IGNORECASE)
_FILE: Final = re.compile(r"""url\(\s{0,9}["']?(?!\s|["']|data:|#|(?:https?:)?//)[^)]{0,200}\)""", re.IGNORECASE)
_USED: Final = re.compile(r"\bvar\(\s{0,9}--([\w-]{1,80})\s{0,9}\)", re.IGNORECASE)
_DECLARED: Final = re.compile(r"--([\w-]{1,80})\s{0,9}:")
_ADDED: Final = ("digits", "icon")
"""Custom properties that a page has of its language, and icons of themselves."""
_ACTIVE: Final = re.compile(r"<script\b|<iframe\b|<object\b|<embed\b|\bon[a-z]{3,20}\s*=|javascript:", re.IGNORECASE)
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)|\{#.*?(?:#\}|\Z)", re.DOTALL)
_SIZE: Final = 8 * 1024 * 1024
_TEXT_SIZE: Final = 256 * 1024
_KNOWN: Final = frozenset(".toml .css .j2 .svg .ttf .otf .woff2 .txt .md .png .jpg .webp".split())


def file_flaws(theme: Theme) -> Iterator[Flaw]:
    """What is wrong with the files of a theme, not with those that it extends."""
    own = theme.lineage[0]
    yield from _name_flaws(theme)
    for path in _files(own.folder):
        name = os.path.relpath(path, own.folder)
        if not _is_inside(path, own.folder):
            yield Flaw(path, "the file lies outside the theme, by way of a link", "put the file itself there")
        elif not os.path.isfile(path):
            yield Flaw(path, "it is no file", "a theme is files and folders")
        elif os.path.splitext(name)[1].lower() not in _KNOWN and not os.path.basename(name).startswith("LICEN"):
            yield Flaw(path, "nothing reads this file", "a theme is theme.toml, styles, templates, fonts and icons")
        elif os.path.getsize(path) > _SIZE:
            yield Flaw(path, f"the file is larger than {_SIZE // 1024 // 1024} MiB", "cut the font to what is needed")
        elif name.endswith((".css", ".j2")) and os.path.getsize(path) > _TEXT_SIZE:
            yield Flaw(path, f"the file is larger than {_TEXT_SIZE // 1024} KiB", "a look is a few rules")
        elif name.endswith(".css"):
            yield from _style_flaws(path, name, theme)
        elif name.endswith(".j2"):
            yield from _template_flaws(path, os.path.relpath(path, os.path.join(own.folder, "templates")), theme)
    yield from _font_flaws(theme)


def _name_flaws(theme: Theme) -> Iterator[Flaw]:
    """What theme.toml names and is not there, but for fonts.

    A theme of a project is found by the name of its folder; one of a package by that of its entry point.
    """
    own = theme.lineage[0]
    place = os.path.join(own.folder, "theme.toml")
    above, folder = os.path.split(os.path.abspath(own.folder))
    if os.path.basename(above) == "themes" and folder != own.name:
        yield Flaw(place, f"`{own.name}` is not the name of its folder", f'write `name = "{folder}"`')
    if not theme.documents and not own.is_abstract:
        yield Flaw(place, "it has no document", 'write `extends = "base"`, or another theme')
    for document in own.documents:
        if document not in DOCUMENTS:
            hint = suggestion(document, DOCUMENTS, "documents: ")
            yield Flaw(place, f"there is no document `{document}`", hint)
    for icons in own.icon_sets:
        if not os.path.isfile(os.path.join(own.folder, icons.license_file)):
            yield Flaw(place, f"there is no file {icons.license_file}", "put the licence of the icons there")


def _files(folder: str) -> Iterator[str]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        yield from (os.path.join(root, name) for name in sorted(names) if not name.startswith("."))


def _is_inside(path: str, folder: str) -> bool:
    return os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep)


def _readable(folder: str) -> Iterator[str]:
    """The files of a folder that can be read to their end, and that are in it."""
    for path in _files(folder):
        if _is_inside(path, folder) and os.path.isfile(path) and os.path.getsize(path) <= _TEXT_SIZE:
            yield path


def _style_flaws(path: str, name: str, theme: Theme) -> Iterator[Flaw]:
    folder, base = os.path.split(name)
    if base not in _STYLES:
        yield Flaw(path, "nothing reads this style sheet", suggestion(base, _STYLES, "style sheets: "))
    if folder and folder not in theme.documents:
        yield Flaw(path, f"there is no document `{folder}`", suggestion(folder, sorted(theme.documents), "documents: "))
    text = _text(path)
    yield from _found(path, text, _REMOTE, "it asks for something from the network", "a theme brings all that it needs")
    yield from _found(path, text, _IMPORT, "styles cannot import others", "put the rules into this file")
    hint = "declare fonts in theme.toml; write a picture as a data: URL"
    yield from _found(path, text, _FILE, "a style sheet cannot name a file", hint)
    yield from _property_flaws(path, text, theme)


def _property_flaws(path: str, text: str, theme: Theme) -> Iterator[Flaw]:
    """Properties that nothing declares: browsers drop the line that asks for one, and say nothing."""
    used = list(_USED.finditer(_without_comments(text)))
    known = _declared(theme) if used else frozenset()
    for match in used:
        if match[1] not in known:
            likely = nearest(match[1], sorted(known))
            instead = f"declare it, or say what stands in for it: var(--{match[1]}, 1rem)"
            hint = f"did you mean `--{likely}`?" if likely else instead
            yield Flaw(f"{path}:{_line(text, match)}", f"there is no property `--{match[1]}`", hint)


def _declared(theme: Theme) -> frozenset[str]:
    """The custom properties of a theme: its options, what it and those that it extends declare, what cvpress adds."""
    names = {*theme.options, *_ADDED}
    names.update(*(option.kind.derived(name, "#000") for name, option in theme.options.items()))
    for path in (path for folder in theme.folders for path in _files(folder) if path.endswith((".css", ".j2"))):
        if os.path.getsize(path) <= _TEXT_SIZE:
            names.update(_DECLARED.findall(_without_comments(_text(path))))
    return frozenset(names)


def _template_flaws(path: str, name: str, theme: Theme) -> Iterator[Flaw]:
    text = _text(path)
    yield from _found(path, text, _REMOTE, "it asks for something from the network", "a theme brings all that it needs")
    yield from _found(path, text, _ACTIVE, "a theme runs no code", "styles can do what a page needs")
    try:
        environment = template_environment(theme.folders, "ltr", ", ")
        unknown = meta.find_undeclared_variables(environment.parse(text, name, path)) - environment.globals.keys()
    except TemplateSyntaxError as error:
        yield Flaw(f"{path}:{error.lineno}", f"the template is broken: {error.message}")
        return
    except RecursionError:
        yield Flaw(path, "the template nests too deeply")
        return
    unknown -= TEMPLATE_NAMES
    # What is set in a branch, or by a template that includes this one, is there as well.
    for variable in sorted(unknown - _set_names(theme) if unknown else unknown):
        line = _line(text, re.search(rf"\b{re.escape(variable)}\b", _without_comments(text)))
        hint = suggestion(variable, sorted(TEMPLATE_NAMES), "there are ")
        yield Flaw(f"{path}:{line}", f"templates do not see `{variable}`", hint)


def _set_names(theme: Theme) -> frozenset[str]:
    """The names that any template of a theme, or of those that it extends, gives to something."""
    environment = template_environment(theme.folders, "ltr", ", ")
    names: set[str] = set()
    for path in (path for folder in theme.folders for path in _readable(os.path.join(folder, "templates"))):
        with suppress(RecursionError, TemplateSyntaxError):  # told where that template is looked at
            found = environment.parse(_text(path)).find_all(nodes.Name)
            names |= {node.name for node in found if node.ctx == "store"}
    return frozenset(names)


def _font_flaws(theme: Theme) -> Iterator[Flaw]:
    own = theme.lineage[0]
    for font in own.fonts:
        for name in filter(None, (font.ttf, font.woff2)):
            if not os.path.isfile(os.path.join(own.folder, name)):
                yield Flaw(os.path.join(own.folder, "theme.toml"), f"there is no file {name}", "its path begins here")
    names = [os.path.basename(path).upper() for path in _files(own.folder)]
    if own.fonts and not any(name.startswith(("OFL", "LICEN", "COPYING")) for name in names):
        hint = "put its text beside the fonts: OFL.txt, LICENSE.txt"
        yield Flaw(os.path.join(own.folder, "theme.toml"), "the fonts come without their licence", hint)


def _found(path: str, text: str, pattern: re.Pattern[str], message: str, hint: str) -> Iterator[Flaw]:
    for match in pattern.finditer(_without_comments(text)):
        yield Flaw(f"{path}:{_line(text, match)}", f"{message}: {match[0].strip()[:60]}", hint)


def _without_comments(text: str) -> str:
    """The same text, with blanks for what is in comments of styles and templates."""
    return _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _line(text: str, match: re.Match[str] | None) -> int:
    return text.count("\n", 0, match.start()) + 1 if match else 1


def _text(path: str) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()
