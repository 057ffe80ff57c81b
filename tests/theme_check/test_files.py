"""What is said of the files of a theme, each with its line; the pages that it makes are tests of their own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from cvpress.errors import ThemeError
from cvpress.theme_check.files import file_flaws
from cvpress.themes.find import find_theme, theme_names

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'name = "mine"\napi = 1\nextends = "modern"\n'
FONT = '[[fonts]]\nfamily = "X"\nweight = 400\nstyle = "normal"\nttf = "fonts/X.ttf"\nwoff2 = "fonts/X.woff2"\n'
CV = "templates/cv.html.j2"
PAGE = '{% extends "page.html.j2" %}\n'

FLAWS = {
    "remote font": (
        {"style.css": "\n@font-face { src: url(https://fonts.example/x.woff2) }"},
        ["style.css:2: it asks for something from the network: url(https://fonts.example/x.woff2"],
    ),
    "remote in quotes": (
        {"print.css": 'p { background: URL( "//cdn.example/x.png") }'},
        ["print.css:1: it asks for something from the network"],
    ),
    "import": (
        {"style.css": "@import 'other.css';"},
        ["style.css:1: styles cannot import others: @import 'other.css'"],
    ),
    "remote import": (
        {"style.css": "p {}\n@IMPORT url(http://x.example/y.css);"},
        ["style.css:2: it asks for something from the network", "style.css:2: styles cannot import others"],
    ),
    "file": (
        {"style.css": "p { background: url('paper.png') }"},
        ["style.css:1: a style sheet cannot name a file: url('paper.png')"],
    ),
    "remote picture": (
        {CV: PAGE + '<img alt="" src="https://x.example/y.png">'},
        ["cv.html.j2:2: it asks for something from the network"],
    ),
    "remote style sheet": (
        {CV: PAGE + '<link rel="stylesheet" href="https://x.example/y.css">'},
        ["cv.html.j2:2: it asks for something from the network"],
    ),
    "script": ({CV: PAGE + "<script>alert(1)</script>"}, ["cv.html.j2:2: a theme runs no code: <script"]),
    "handler": ({CV: PAGE + '<p onclick="x()">'}, ["cv.html.j2:2: a theme runs no code: onclick="]),
    "unknown variable": (
        {CV: PAGE + "{# a veiw #}\n{{ veiw.title }}"},
        ["cv.html.j2:3: templates do not see `veiw`\n    hint: did you mean `view`?"],
    ),
    "unknown variable in a branch": (
        {"templates/parts/header.html.j2": "{% if view.person.photo and 1 == 2 %}\n{{ nonsense }}\n{% endif %}"},
        ["header.html.j2:2: templates do not see `nonsense`"],
    ),
    "syntax": ({CV: PAGE + "{% if %}"}, ["cv.html.j2:2: the template is broken"]),
    "unclosed block": ({CV: "{% block a %}\n{% if view %}\n"}, ["cv.html.j2:2: the template is broken"]),
    "nesting": ({CV: "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}"}, ["cv.html.j2: the template nests too deeply"]),
    "no licence": (
        {"theme.toml": HEAD + FONT, "fonts/X.ttf": "", "fonts/X.woff2": ""},
        ["theme.toml: the fonts come without their licence"],
    ),
    "no font": (
        {"theme.toml": HEAD + FONT, "fonts/X.ttf": "", "fonts/OFL.txt": ""},
        ["theme.toml: there is no file fonts/X.woff2"],
    ),
    "unknown property": (
        {"style.css": "/* --acent: red */\n.name { color: var(--acent) }"},
        ["style.css:2: there is no property `--acent`\n    hint: did you mean `--accent`?"],
    ),
    "unknown property like no other": (
        {"letter/print.css": "p { top: var(--zzzz); left: var(--zzzz, 0) }"},
        ["print.css:1: there is no property `--zzzz`\n    hint: declare it, or say what stands in for it"],
    ),
    "no document at all": (
        {"theme.toml": 'name = "mine"\napi = 1'},
        ['theme.toml: it has no document\n    hint: write `extends = "base"`'],
    ),
    "no such document": (
        {"theme.toml": HEAD + 'documents = ["resume", "cv"]'},
        ["theme.toml: there is no document `resume`"],
    ),
    "icons without their licence": (
        {"theme.toml": HEAD + '[[icons]]\nsource = "A"\nlicense = "MIT"\nlicense-file = "icons/LICENSE.txt"'},
        ["theme.toml: there is no file icons/LICENSE.txt"],
    ),
    "python": ({"filters.py": "raise SystemExit"}, ["filters.py: nothing reads this file"]),
    "misspelt sheet": (
        {"styles.css": ""},
        ["styles.css: nothing reads this style sheet\n    hint: did you mean `style.css`?"],
    ),
    "misspelt document": (
        {"letters/style.css": ""},
        ["letters/style.css: there is no document `letters`\n    hint: did you mean `letter`?"],
    ),
    "large sheet": ({"style.css": "p {}\n" * 60_000}, ["style.css: the file is larger than 256 KiB"]),
}


def theme(folder: Path, files: dict[str, str]) -> Path:
    """A theme of these files."""
    for name, text in {"theme.toml": HEAD, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def said_of(folder: Path) -> list[str]:
    """All that is said of a theme's files."""
    return [str(flaw) for flaw in file_flaws(find_theme(str(folder)))]


@pytest.mark.parametrize(("files", "messages"), FLAWS.values(), ids=FLAWS)
def test_flaws(tmp_path: Path, files: dict[str, str], messages: list[str]) -> None:
    said = said_of(theme(tmp_path / "mine", files))
    assert len(said) == len(messages)
    for flaw, message in zip(said, messages, strict=True):
        assert message in flaw


FINE = {
    "comments": {"style.css": "/* @import url(https://x.example) */\np { color: red }\n/* never closed: url(x)"},
    "data": {"style.css": "p { background: url(data:image/png;base64,AAAA) } a { fill: url(#gradient) }"},
    "properties": {
        "style.css": ":root { --own: red } p { color: var(--own); top: var( --rail ); left: var(--gutter, 1px) }"
        "a { color: var(--accent-text); background: var(--on-accent); padding: calc(var(--density) * 1pt) }",
        "cv/print.css": "p { color: var(--own) }",
    },
    "links": {CV: PAGE + '<a href="https://x.example/">x</a>{# <script> #}'},
    "variables of its own": {
        CV: "{% set word = view.title %}{% for part in view.title %}{{ part ~ word }}{% endfor %}"
    },
    "variables set in a branch": {CV: "{% if view.title %}{% set a = 1 %}{% if a %}{{ a }}{% endif %}{% endif %}"},
    "variables of the one that includes": {
        CV: '{% set word = 1 %}{% include "parts/own.html.j2" %}',
        "templates/parts/own.html.j2": "{{ word }}",
    },
    "macros": {
        CV: '{% from "parts/entry.html.j2" import linked %}{% macro a(b) %}{{ b }}{% endmacro %}{{ a(linked) }}'
    },
    "all sheets": {
        f"{folder}{kind}.css": "" for folder in ("", "cv/", "stories/") for kind in ("style", "print", "screen")
    },
    "more files": {"README.md": "", "LICENSE": "", "icons/email.svg": "", ".gitignore": "", "__pycache__/x.pyc": ""},
    "fonts": {"theme.toml": HEAD + FONT, "fonts/X.ttf": "", "fonts/X.woff2": "", "fonts/OFL.txt": ""},
}


@pytest.mark.parametrize("files", FINE.values(), ids=FINE)
def test_fine(tmp_path: Path, files: dict[str, str]) -> None:
    assert said_of(theme(tmp_path / "mine", files)) == []


@pytest.mark.parametrize("name", [*theme_names(), "base"])
def test_the_properties_of_our_own_themes_are_known(name: str) -> None:
    assert [str(flaw) for flaw in file_flaws(find_theme(name)) if "property" in flaw.message] == []


def test_links_out_of_the_folder(tmp_path: Path) -> None:
    folder = theme(tmp_path / "mine", {})
    (tmp_path / "secret.css").write_text("p {}")
    (folder / "print.css").symlink_to(tmp_path / "secret.css")
    assert ["lies outside the theme" in flaw for flaw in said_of(folder)] == [True]


@pytest.mark.parametrize("name", ["style.css", "templates/cv.html.j2", "templates/parts/x.html.j2"])
def test_what_is_no_file(tmp_path: Path, name: str) -> None:
    folder = theme(tmp_path / "mine", {"templates/parts/entry.html.j2": "{{ veiw }}"})
    (folder / name).symlink_to("nothing")
    assert f"{name}: it is no file" in "\n".join(said_of(folder))
    (folder / name).unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / name)
        assert f"{name}: it is no file" in "\n".join(said_of(folder))


def test_links_to_what_never_ends(tmp_path: Path) -> None:
    folder = theme(tmp_path / "mine", {"templates/cv.html.j2": "{{ veiw }}"})
    (folder / "templates/endless.html.j2").symlink_to("/dev/zero")
    assert len(said_of(folder)) == 2


def test_a_name_that_is_not_the_folders(tmp_path: Path) -> None:
    assert said_of(theme(tmp_path / "package/theme", {})) == []
    (flaw,) = said_of(theme(tmp_path / "themes/other", {}))
    assert '`mine` is not the name of its folder\n    hint: write `name = "other"`' in flaw


@pytest.mark.parametrize("text", ["name = ", "name = 3\napi = 1", 'name = "mine"\napi = 1\nextends = "bass"'])
def test_a_broken_theme_toml(tmp_path: Path, text: str) -> None:
    with pytest.raises(ThemeError):
        find_theme(str(theme(tmp_path / "mine", {"theme.toml": text})))


@pytest.mark.parametrize("piece", ["/*", "{#", "url(", "@import ", "src=", "<link ", "url(  ", "on", '"'])
def test_the_patterns_take_no_time(tmp_path: Path, piece: str) -> None:
    """As large as a sheet may be, of what a pattern could be tried on again and again."""
    text = piece * (250_000 // len(piece))
    said_of(theme(tmp_path / "mine", {"style.css": text}))
