from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cvpress.errors import ThemeError, UsageError
from cvpress.themes.find import find_theme
from cvpress.themes.options import chosen_options
from cvpress.themes.spec import read_spec

if TYPE_CHECKING:
    from pathlib import Path

FACE = """\
name = "a"
api = 1
[[fonts]]
family = "A"
weight = 400
style = "normal"
ttf = "a"
woff2 = "a"
"""
BROKEN = {
    "no TOML": ("name = ", "cannot be read"),
    "no name": ("api = 1", "is not as a theme.toml should be: `name` is missing"),
    "no api": ('name = "a"', "asks for api none"),
    "another api": ('name = "a"\napi = 2', "asks for api 2, and this cvpress has api 1"),
    "api as text": ('name = "a"\napi = "1"', 'asks for api "1", and'),
    "unknown key": ('name = "a"\napi = 1\nplugins = []', "has an unknown key `plugins`"),
    "option of an unknown type": (
        'name = "a"\napi = 1\n[options.x]\ntype = "colour"\ndefault = "1"',
        "option `x`: there is no type `colour`",
    ),
    "option without a type": ('name = "a"\napi = 1\n[options.x]\ndefault = "1"', "option `x` has no `type`"),
    "choice without choices": (
        'name = "a"\napi = 1\n[options.x]\ntype = "choice"\ndefault = "a"',
        "option `x` has no `choices`",
    ),
    "option that is no table": ('name = "a"\napi = 1\noptions.x = 1', "is not as a theme.toml should be"),
    "options that are no table": ('name = "a"\napi = 1\noptions = 1', "is not as a theme.toml should be"),
    "default out of bounds": (
        'name = "a"\napi = 1\n[options.x]\ntype = "choice"\nchoices = ["a"]\ndefault = "b"',
        "the default of option `x` is out of its own bounds",
    ),
    "colour that is none": (
        'name = "a"\napi = 1\n[options.x]\ntype = "color"\ndefault = "red;}body{display:none"',
        "the default of option `x` is out of its own bounds",
    ),
    "font without a file": (
        'name = "a"\napi = 1\n[[fonts]]\nfamily = "A"\nweight = 400\nstyle = "normal"',
        "is not as a theme.toml should be: `ttf` is missing",
    ),
    **{
        f"unicode-range {characters}": (
            f'{FACE}unicode-range = "{characters}"',
            f"`{characters}` is no unicode-range; write U+0590-05FF, U+200F",
        )
        for characters in ("Hebrew", "0590-05FF", "U+05FF-0590", "U+110000", "U+0590,", "U+5??", "U+0590;}*{color:red")
    },
    "fonts that are no list": ('name = "a"\napi = 1\nfonts = 1', "is not as a theme.toml should be"),
    "name of an option": (
        'name = "a"\napi = 1\n[options."x:red}</style>"]\ntype = "color"\ndefault = "#123"',
        "an option cannot be called `x:red}</style>`",
    ),
    "texts with a default": (
        'name = "a"\napi = 1\n[options.x]\ntype = "texts"\ndefault = "a"',
        "the texts of option `x` begin in [defaults]",
    ),
    "name with capitals": ('name = "My Look"\napi = 1', "a theme cannot be called `My Look`"),
    "name that is no text": ("name = 3\napi = 1", "a theme cannot be called `3`"),
    "path of a parent": ('name = "a"\napi = 1\nextends = "../b"', "a theme extends another by its name"),
    "folder above as a parent": ('name = "a"\napi = 1\nextends = ".."', "a theme extends another by its name"),
    "parents": ('name = "a"\napi = 1\nextends = ["b"]', "a theme extends another by its name"),
    "weight without end": ('name = "a"\napi = 1\n[[fonts]]\nweight = inf', "theme.toml:4 cannot be read"),
    "bound that is too long": (
        f'name = "a"\napi = 1\n[options.a]\nmaximum = {"9" * 5000}',
        "theme.toml:4 cannot be read",
    ),
    "deep": (f'name = "a"\napi = 1\nx = {"[" * 5000}{"]" * 5000}', "nested more than 100 deep"),
    "endless key": (f'name = "a"\napi = 1\n{"a." * 20000}a = 1', "nested more than 100 deep"),
    "document as a text": ('name = "a"\napi = 1\ndocuments = "cv"', "`documents` has to be a list"),
    "abstract as a text": ('name = "a"\napi = 1\nabstract = "no"', "`abstract` has to be true or false"),
    "defaults in tables": ('name = "a"\napi = 1\n[defaults.titles.work]\nx = 1', "option `titles` is to be a text"),
    "script that there is not": ('name = "a"\napi = 1\nscripts = ["spy"]', "there is no script `spy`"),
    "script by its path": ('name = "a"\napi = 1\nscripts = ["../copy"]', "there is no script `../copy`"),
    "scripts that are no list": ('name = "a"\napi = 1\nscripts = 1', "is not as a theme.toml should be"),
    "icons without a licence": ('name = "a"\napi = 1\n[[icons]]\nsource = "A"', "is not as a theme.toml should be"),
    "documents that are no list": ('name = "a"\napi = 1\ndocuments = 1', "is not as a theme.toml should be"),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_broken(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "theme.toml").write_text(text)
    with pytest.raises(ThemeError, match=re.escape(message)):
        read_spec(str(tmp_path))


def test_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_bytes(b'name = "\xff"')
    with pytest.raises(ThemeError, match="cannot be read"):
        read_spec(str(tmp_path))


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("accent", "red;}", "it takes a colour such as #0b5394"),
        ("accent", "red", "it takes a colour such as #0b5394"),
        ("accent", "#12", "it takes a colour such as #0b5394"),
        ("accent", "#0b5394;}body{display:none", "it takes a colour such as #0b5394"),
        ("accent", "", "it takes a colour such as #0b5394"),
        ("page", "a5", "it takes a4 or letter"),
        ("acent", "#123", "did you mean `accent`?"),
    ],
)
def test_option_out_of_bounds(option: str, value: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        chosen_options(find_theme("modern").options, {option: value})
    assert hint in error.value.hint


@pytest.mark.parametrize(("option", "value"), [("accent", "#abc"), ("accent", "#AABBCC"), ("page", "Letter")])
def test_option(option: str, value: str) -> None:
    chosen = chosen_options(find_theme("modern").options, {option: value})
    assert chosen[option] == value.lower()
    assert chosen.keys() == find_theme("modern").options.keys()
